"""A box for each section, of a brief with a thousand as well."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from debateprep.gui.pages.export.sections import PORTION, SectionBoxes

MANY = tuple((f"C{each}", f"C{each} A reason") for each in range(1, 3 * PORTION))


def test_many_boxes_come_in_portions_once_they_are_seen(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    boxes = SectionBoxes(holder)
    boxes.choose(("C2", "C149"))
    boxes.show_sections(MANY)
    assert len(boxes.boxes()) == PORTION
    holder.show()
    qtbot.waitUntil(lambda: len(boxes.boxes()) == len(MANY))
    checked = [each for each in boxes.boxes() if each.isChecked()]
    assert [each.accessibleName() for each in checked] == ["C2 A reason", "C149 A reason"]


def test_what_has_no_box_yet_stays_chosen(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    boxes = SectionBoxes(holder)
    boxes.show_sections(MANY)
    first = boxes.boxes()[0]
    with qtbot.waitSignal(boxes.changed) as told:
        first.click()
    assert told.args == [tuple(name for name, _ in MANY[1:])]
    with qtbot.waitSignal(boxes.changed) as told:
        first.click()
    assert told.args == [()], "all is the same as no choice"
