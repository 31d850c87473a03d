"""Labels in the window: chosen by key and by menu, made, renamed, coloured, thrown away and brought back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from debateprep.domain.labels import LabelColour, colour_of
from debateprep.domain.model import Label
from debateprep.domain.terms import Side
from debateprep.gui.dialogs.labels import Has, LabelsDialog
from debateprep.gui.labelling import LabelLine
from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.briefs.page import BriefsPage
from debateprep.gui.pages.cards.page import CardsPage
from debateprep.gui.pages.coverage.page import CoveragePage
from debateprep.gui.pages.map.page import MapPage
from debateprep.gui.pages.read.page import ReadPage
from debateprep.services import selections
from tests.gui import places

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return window


@pytest.fixture
def dialog(qtbot: QtBot, ready: MainWindow) -> LabelsDialog:
    QTest.keyClick(ready, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    found = ready.shell.dialogs._open["labels"]
    assert isinstance(found, LabelsDialog)
    qtbot.waitUntil(lambda: found.current is not None)
    return found


def stored(window: MainWindow) -> dict[str, LabelColour]:
    with window.shell.workspace.library.read() as reader:
        return {each.name: colour_of(each) for each in selections.labels(reader)}


def choose(dialog: LabelsDialog, name: str) -> None:
    lines = dialog.list.lines
    rows = [at for at in range(lines.rowCount()) if (line := lines.line(at)) is not None and line.words == name]
    dialog.list.pick(rows[0])


def test_a_label_is_made_named_coloured_and_thrown_away(qtbot: QtBot, ready: MainWindow, dialog: LabelsDialog) -> None:
    before = stored(ready)
    dialog.new.click()
    qtbot.waitUntil(lambda: dialog.current is not None and dialog.current.label.name == "New label")
    assert dialog.name.hasSelectedText() or not dialog.isActiveWindow()
    dialog.name.setText("who decides")
    with qtbot.waitSignal(ready.shell.workspace.changed):
        dialog.name.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.current is not None and dialog.current.label.name == "who decides")
    with qtbot.waitSignal(ready.shell.workspace.changed):
        dialog.colours[LabelColour.PINK].click()
    qtbot.waitUntil(lambda: stored(ready).get("who decides") is LabelColour.PINK)
    assert "heart" in dialog.colours[LabelColour.PINK].accessibleName()
    dialog.trash.click()
    qtbot.waitUntil(lambda: stored(ready) == before)
    qtbot.waitUntil(ready.shell.notices.undo.isVisible)
    assert "“who decides” is in the trash; nothing had it" in ready.shell.notices.text
    ready.shell.notices.undo.click()
    qtbot.waitUntil(lambda: "who decides" in stored(ready))


def test_a_name_that_is_taken_is_refused_in_a_sentence(qtbot: QtBot, ready: MainWindow, dialog: LabelsDialog) -> None:
    choose(dialog, "money")
    dialog.name.setText("Who Rides")
    dialog.name.editingFinished.emit()
    qtbot.waitUntil(lambda: "There is a label “who rides” already" in ready.shell.notices.text)
    assert "money" in stored(ready)
    dialog.name.clear()
    dialog.name.editingFinished.emit()
    assert dialog.name.text() == "money", "a label needs a name"


def test_what_has_a_label_is_listed_and_opened(qtbot: QtBot, ready: MainWindow, dialog: LabelsDialog) -> None:
    choose(dialog, "money")
    assert dialog.current is not None
    things = dialog.current.things
    assert {each.kind for each in things} == {"argument", "position", "card"}
    first = dialog.things.lines.line(0)
    assert first is not None
    assert isinstance(first.key, Has)
    with qtbot.waitSignal(ready.shell.workspace.argument_wanted):
        QTest.keyClick(dialog.things, Qt.Key.Key_Return)
        dialog.things.pick(0)
        QTest.keyClick(dialog.things, Qt.Key.Key_Return)
    assert ready.shell.page_key == "briefs"


def labels_menu(window: MainWindow) -> QMenu:
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def on(window: MainWindow, kind: str, number: int) -> list[str]:
    with window.shell.workspace.library.read() as reader:
        return [each.name for each in selections.labels_on(reader, kind, {number}).get(number, ())]


PAGES: dict[str, Callable[[MainWindow], BriefsPage | CardsPage | CoveragePage | MapPage | ReadPage]] = {
    "briefs": places.briefs_page,
    "cards": places.cards_page,
    "coverage": places.coverage_page,
    "map": places.map_page,
    "read": places.read_page,
}


@pytest.mark.parametrize("key", PAGES)
def test_what_is_in_view_is_labelled_by_key(qtbot: QtBot, ready: MainWindow, key: str) -> None:
    page = PAGES[key](ready)
    places.settle(ready)
    if isinstance(page, BriefsPage):
        page.panel_action.setChecked(True)
        page.desk.select(1, 0)
    elif isinstance(page, ReadPage):
        page.positions.choose(page.positions.cards[0].position.id, reveal=False)
    elif isinstance(page, MapPage):
        page.view.choose("argument:1")
    thing = page.labelled()
    assert thing is not None
    kind, number = thing
    before = on(ready, kind, number)
    menu = labels_menu(ready)
    qtbot.waitUntil(lambda: any(each.text() == "guarantee" for each in menu.actions()))
    entry = next(each for each in menu.actions() if each.text() == "guarantee")
    assert not entry.icon().isNull(), "the shape of its colour"
    entry.trigger()
    menu.close()
    qtbot.waitUntil(lambda: on(ready, kind, number) == sorted([*before, "guarantee"]))
    places.settle(ready)
    seen = [line for line in page.findChildren(LabelLine) if line.isVisible()]
    qtbot.waitUntil(lambda: all("guarantee" in [each.name for each in line.labels] for line in seen))
    assert seen or key in ("coverage", "map", "read")
    ready.shell.commands["undo"].trigger()
    qtbot.waitUntil(lambda: on(ready, kind, number) == before)


def test_a_new_label_is_put_on_at_once(qtbot: QtBot, ready: MainWindow) -> None:
    page = places.cards_page(ready)
    card = page.card
    assert card is not None
    menu = labels_menu(ready)
    next(each for each in menu.actions() if each.text() == "New label…").trigger()
    menu.close()
    asked = ready.findChildren(QInputDialog)[-1]
    asked.setTextValue("to check")
    asked.accept()
    qtbot.waitUntil(lambda: "to check" in on(ready, "card", card.id))
    fresh = stored(ready)["to check"]
    assert list(stored(ready).values()).count(fresh) == 1, "a colour that no other has"


def test_nothing_in_view_is_said(qtbot: QtBot, ready: MainWindow) -> None:
    ready.shell.show_page("start")
    ready.shell.commands["label_this"].trigger()
    assert "first; then it can be labelled" in ready.shell.notices.text


def test_rows_of_the_coverage_are_read_out_with_their_labels(qtbot: QtBot, ready: MainWindow) -> None:
    page: CoveragePage = places.coverage_page(ready)
    model = page.table.model_
    said = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    labelled = [each for each in model.grid.rows if each.labels]
    assert labelled
    for each in labelled:
        assert f"labels: {each.labels[0].name}" in said[page.shown.grid.places[each.argument.id][0]]


def test_a_position_says_its_labels(qtbot: QtBot, ready: MainWindow) -> None:
    page = places.read_page(ready)
    card = next(each for each in page.positions.cards if page.snapshot.labels.get(each.position.id))
    assert "Labels: money" in card.accessibleName()
    assert card.position.side is Side.PRO
    QTest.keyClick(card, Qt.Key.Key_L)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(lambda: [each.text() for each in menu.actions() if each.isChecked()] == ["money"])
    menu.close()


def test_every_colour_has_a_shape_of_its_own() -> None:
    assert len({each.shape for each in LabelColour}) == len(LabelColour)
    assert colour_of(Label(name="x", colour="of a later version")) is LabelColour.GREY
