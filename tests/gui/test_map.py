"""The Map page as people use it: by mouse, by keys alone, by a screen reader, and into files."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from debateprep.domain.argument_map import NodeKind, Relation
from debateprep.domain.labels import LabelColour
from debateprep.domain.model import Argument, Topic
from debateprep.domain.terms import Side
from debateprep.gui.dialogs.map_export import MapExportDialog
from debateprep.gui.main_window import MainWindow
from debateprep.gui.map_paint import PictureTooLarge, export_png
from debateprep.gui.models.map import MapModel
from debateprep.gui.pages.map.page import MapPage
from debateprep.publishing.map_drawing import MapDrawing, Shape
from debateprep.services import arguments, selections, topics
from debateprep.storage.library import Library
from tests.gui import places
from tests.gui.inks import faint
from tests.pdf_words import words_of

pytestmark = pytest.mark.qt_log_ignore("does not support")
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> MapPage:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    window.activateWindow()
    shown = places.map_page(window)
    places.settle(window)
    shown.view.setFocus()
    return shown


def window_of(page: MapPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def drawing_of(page: MapPage) -> MapDrawing:
    """Return the drawing in view."""
    assert page.view.drawing is not None
    return page.view.drawing


def settle(page: MapPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    places.settle(window)


def click(page: MapPage, x: float, y: float, key: str) -> None:
    """Click a place of a card, counted from its corner in units of the drawing."""
    card = page.view.card(key)
    assert card is not None
    page.view.choose(key)
    spot = page.view.place(card.x + x, card.y + y, 0, 0).topLeft().toPoint()
    QTest.mouseClick(page.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
    settle(page)


def press(page: MapPage, *keys: Qt.Key) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)
    settle(page)


def argument(page: MapPage, number: int) -> Argument:
    with page.workspace.library.read() as reader:
        return reader.get(Argument, number)


# Walking


def test_arrows_walk_the_tree(page: MapPage) -> None:
    view, seen = page.view, page.desk.seen
    assert seen is not None
    assert view.key() == "side:pro"
    press(page, Qt.Key.Key_Right)
    node = view.node()
    assert node is not None
    assert node.parent == "side:pro"
    siblings = [each.key for each in seen.part.children["side:pro"]]
    full = next(at for at, key in enumerate(siblings) if seen.part.children[key])
    press(page, *[Qt.Key.Key_Down] * full)
    assert view.key() == siblings[full]
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Right)
    node = view.node()
    assert node is not None
    assert node.relation is Relation.ATTACK
    press(page, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert view.key() == "side:pro"
    press(page, Qt.Key.Key_Down)
    assert view.key() == "side:con"
    press(page, Qt.Key.Key_End)
    assert view.key() == seen.part.nodes[-1].key
    press(page, Qt.Key.Key_Home)
    assert view.key() == "side:con"
    press(page, Qt.Key.Key_Home)
    assert view.key() == "side:pro"


def test_the_current_node_is_always_in_view(page: MapPage) -> None:
    seen = page.desk.seen
    assert seen is not None
    for node in seen.part.nodes:
        page.view.choose(node.key)
        assert page.view.viewport().rect().contains(page.view.visualRect(page.view.currentIndex()))


def test_folding_by_keys_and_by_the_handle(page: MapPage) -> None:
    view = page.view
    view.choose("argument:1")
    full = len(drawing_of(page).cards)
    press(page, Qt.Key.Key_Minus)
    card = view.card("argument:1")
    assert card is not None
    assert card.hidden > 0
    assert len(drawing_of(page).cards) == full - card.hidden
    press(page, Qt.Key.Key_Right)
    assert view.key() == "argument:1", "the first step unfolds"
    card = view.card("argument:1")
    assert card is not None
    assert card.hidden == 0
    press(page, Qt.Key.Key_Right)
    assert view.key() != "argument:1"
    node = view.nodes.node(view.nodes.index_of("argument:1"))
    assert node is not None
    section = node.parent
    wide = view.card(section)
    assert wide is not None
    click(page, wide.width - 13, wide.height / 2, section)
    assert view.card("argument:1") is None
    press(page, Qt.Key.Key_Plus)
    assert view.card("argument:1") is not None


def test_what_is_folded_above_the_current_node_takes_its_place(page: MapPage) -> None:
    page.view.choose("argument:1")
    page.fold_all()
    settle(page)
    node = page.view.node()
    assert node is not None
    assert node.kind is NodeKind.SECTION
    page.unfold_all()
    settle(page)
    assert page.view.card("argument:1") is not None


def test_a_branch_alone_and_the_whole_map_again(page: MapPage) -> None:
    page.view.choose("argument:1")
    press(page, Qt.Key.Key_O)
    seen = page.desk.seen
    assert seen is not None
    assert seen.part.nodes[0].key == "argument:1"
    assert page.bar.buttons["alone"].text() == "Whole map"
    press(page, Qt.Key.Key_W)
    assert page.desk.seen is not None
    assert page.desk.seen.part.nodes[0].key == "side:pro"
    assert page.view.key() == "argument:1"


# Zoom


def test_zoom_by_keys_and_wheel_keeps_the_place_under_the_pointer(page: MapPage) -> None:
    view = page.view
    page._actions["normal"].trigger()
    assert view.zoom == 1.0
    view.choose("argument:1")
    spot = QPointF(view.visualRect(view.currentIndex()).center())
    turn = QWheelEvent(
        spot, view.viewport().mapToGlobal(spot), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    assert view.zoom == pytest.approx(1.2)
    assert view.indexAt(spot.toPoint()) == view.currentIndex()
    assert page.bar.buttons["normal"].text() == "120 %"
    keys = {each: page._actions[each].shortcut() for each in ("in", "out", "normal", "fit")}
    assert keys["in"] == QKeySequence("Ctrl++")
    page.zoom_out()
    assert view.zoom == pytest.approx(1.0)
    page.fit()
    drawing = drawing_of(page)
    whole = view.place(0, 0, drawing.width, drawing.height).toAlignedRect()
    assert view.viewport().rect().adjusted(-2, -2, 2, 2).contains(whole)
    for _ in range(40):
        page.zoom_out()
    assert view.zoom == 0.1


def test_the_map_is_held_and_moved_by_its_ground(page: MapPage) -> None:
    view = page.view
    page.view.set_zoom(2.0)
    view.choose("side:pro")
    ground = QPoint(view.viewport().width() // 2, 4)
    while view.indexAt(ground).isValid():
        ground += QPoint(0, 3)
    before = view.verticalScrollBar().value()
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, ground)
    QTest.mouseMove(view.viewport(), ground + QPoint(0, 60))
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, ground + QPoint(0, 60))
    assert view.verticalScrollBar().value() == before - 60
    QTest.mouseMove(view.viewport(), ground)
    assert view.verticalScrollBar().value() == before - 60


# Editing


def test_a_claim_is_edited_in_place_and_undone(page: MapPage) -> None:
    page.view.choose("argument:1")
    before = argument(page, 1).claim
    press(page, Qt.Key.Key_Return)
    assert page.editor.field is not None
    assert page.editor.field.hasFocus()
    QTest.keyClicks(page.editor.field, "A free ride is taken more often")
    press(page, Qt.Key.Key_Return)
    assert argument(page, 1).claim == "A free ride is taken more often"
    assert page.view.hasFocus()
    node = page.view.node()
    assert node is not None
    assert node.text == "A free ride is taken more often"
    window_of(page).shell.commands["undo"].trigger()
    settle(page)
    node = page.view.node()
    assert node is not None
    assert node.text == before
    press(page, Qt.Key.Key_F2)
    QTest.keyClicks(page.editor.field, "never kept")
    press(page, Qt.Key.Key_Escape)
    assert argument(page, 1).claim == before


def test_a_contention_s_title_is_edited_and_a_side_is_not(page: MapPage) -> None:
    press(page, Qt.Key.Key_Return)
    assert not page.editor.is_open
    press(page, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.editor.field is not None
    QTest.keyClicks(page.editor.field, "Another title")
    press(page, Qt.Key.Key_Return)
    node = page.view.node()
    assert node is not None
    assert (node.kind, node.text) == (NodeKind.SECTION, "Another title")


def test_an_answer_is_written_by_keys_and_answered_in_turn(page: MapPage) -> None:
    page.view.choose("argument:1")
    for claim in ("It is not true", "But it is"):
        press(page, Qt.Key.Key_A)
        assert page.editor.field is not None
        QTest.keyClicks(page.editor.field, claim)
        press(page, Qt.Key.Key_Return)
        node = page.view.node()
        assert node is not None
        assert (node.text, node.relation) == (claim, Relation.ATTACK)
    last = page.view.node()
    assert last is not None
    assert last.side is Side.PRO
    above = page.desk.node(last.parent)
    assert above is not None
    assert above.text == "It is not true"
    press(page, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert page.view.key() == "argument:1"


def test_words_that_are_saved_while_they_are_typed_make_one_answer(page: MapPage, qtbot: QtBot) -> None:
    page.view.choose("argument:1")
    seen = page.desk.seen
    assert seen is not None
    before = len(seen.whole.nodes)
    press(page, Qt.Key.Key_A)
    field = page.editor.field
    assert field is not None
    QTest.keyClicks(field, "It is")
    field.flush()
    settle(page)
    assert field.hasFocus(), "the new map left the field alone"
    QTest.keyClicks(field, " not true")
    press(page, Qt.Key.Key_Return)
    assert page.desk.seen is not None
    assert len(page.desk.seen.whole.nodes) == before + 1
    node = page.view.node()
    assert node is not None
    assert node.text == "It is not true"


def test_a_click_on_the_gap_begins_an_answer_and_nothing_typed_makes_none(page: MapPage) -> None:
    seen = page.desk.seen
    assert seen is not None
    key, hole = next((card.key, card.hole) for card in drawing_of(page).cards if card.hole is not None)
    click(page, hole.x + 20, hole.y + 8, key)
    assert page.editor.field is not None
    press(page, Qt.Key.Key_Escape)
    assert not page.editor.is_open
    assert page.desk.seen is not None
    assert page.desk.seen.whole == seen.whole


def test_a_double_click_edits(page: MapPage) -> None:
    page.view.choose("argument:1")
    spot = page.view.visualRect(page.view.currentIndex()).center()
    QTest.mouseDClick(page.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
    assert page.editor.is_open
    press(page, Qt.Key.Key_Escape)


def test_the_map_leads_to_the_briefs_and_follows_them(page: MapPage, window: MainWindow) -> None:
    page.view.choose("argument:1")
    press(page, Qt.Key.Key_B)
    briefs = places.briefs_page(window)
    assert window.shell.page_key == "briefs"
    assert briefs.desk.argument == 1
    window.shell.workspace.edit(page, lambda library: arguments.change(library, 1, claim="Said in the brief"))
    places.settle(window)
    places.map_page(window)
    places.settle(window)
    node = page.desk.node("argument:1")
    assert node is not None
    assert node.text == "Said in the brief"


def test_a_topic_without_arguments_says_what_to_do(page: MapPage, window: MainWindow) -> None:
    made: list[int] = []

    def work(library: Library) -> object:
        return topics.add(library, Topic(resolution="Resolved: nothing yet."))

    window.shell.workspace.edit(page, work, lambda changes: made.append(changes.new(Topic)))
    places.until(lambda: bool(made))
    window.shell.workspace.show_topic(made[0])
    settle(page)
    assert page._go.isVisible()
    assert "Nothing to map yet" in page._says.text()
    assert not page._actions["export"].isEnabled()
    assert faint(window) == []
    page._go.click()
    assert window.shell.page_key == "briefs"


def test_a_new_label_is_seen_on_its_card_and_told(qtbot: QtBot, page: MapPage) -> None:
    key, space = "argument:1", page.workspace
    model = page.view.model()
    assert isinstance(model, MapModel)
    here = model.index_of(key)
    before = page.view.card(key)
    space.edit(page, lambda library: selections.add_label(library, "crystal <clear>", [("argument", 1)], colour="red"))
    qtbot.waitUntil(lambda: page.view.card(key) != before)
    card = page.view.card(key)
    assert card is not None
    assert LabelColour.RED.role in [item.fill for item in card.items if isinstance(item, Shape)]
    assert "crystal <clear>" in str(model.data(here, Qt.ItemDataRole.AccessibleTextRole))
    assert "crystal &lt;clear&gt;" in str(model.data(here, Qt.ItemDataRole.ToolTipRole))


# For screen readers


def test_a_screen_reader_finds_the_tree(page: MapPage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.view)
    assert interface.role() == QAccessible.Role.Tree
    assert interface.text(QAccessible.Text.Name) == "Map of the arguments"
    told = [interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())]
    seen = page.desk.seen
    assert seen is not None
    claims = [node.text for node in seen.part.nodes if node.kind is NodeKind.ARGUMENT]
    assert all(any(claim.rstrip(".") in each for each in told) for claim in claims)
    assert any("answers “" in each and "no Con answer yet" in each for each in told)
    assert sum(each.count("also answers “") for each in told) == len(seen.part.links)
    roles = [interface.child(at).role() for at in range(interface.childCount())]
    assert roles == [QAccessible.Role.ColumnHeader, *[QAccessible.Role.TreeItem] * len(seen.part.nodes)]


def test_a_folded_branch_is_told_as_folded(page: MapPage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.view)
    before = interface.childCount()
    press(page, Qt.Key.Key_Minus)
    after = QAccessible.queryAccessibleInterface(page.view)
    assert after.childCount() < before
    root = after.child(1)
    assert root.text(QAccessible.Text.Name) == "Pro Make buses free"
    assert root.state().expandable
    assert not root.state().expanded
    assert page.view.visualRect(page.view.currentIndex()).size() == root.rect().size()


# Files


def dialog_of(page: MapPage) -> MapExportDialog:
    page._actions["export"].trigger()
    dialog = page.window().findChild(MapExportDialog)
    assert isinstance(dialog, MapExportDialog)
    places.until(dialog._save.isEnabled)
    settle(page)
    return dialog


def closed(page: MapPage) -> None:
    places.until(lambda: page.window().findChild(MapExportDialog) is None)
    settle(page)


@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_the_map_is_saved(page: MapPage, tmp_path: Path, kind: str) -> None:
    page.fold_all()
    settle(page)
    dialog = dialog_of(page)
    dialog.ui.format.setCurrentIndex(dialog.ui.format.findData(kind))
    file = tmp_path / f"map.{kind}"
    dialog.save_to(file)
    closed(page)
    claim = argument(page, 1).claim
    if kind == "pdf":
        assert claim in words_of(file)
    elif kind == "svg":
        assert claim.split()[0] in file.read_text(encoding="utf-8")
    else:
        picture = QImage(str(file))
        assert picture.width() > 1000
        assert picture.text("Title")
    assert "Saved" in window_of(page).shell.notices.text


def test_what_is_in_view_is_saved_as_it_is(page: MapPage, tmp_path: Path) -> None:
    page.fold_all()
    settle(page)
    dialog = dialog_of(page)
    dialog.ui.part.setCurrentIndex(1)
    file = tmp_path / "map.pdf"
    dialog.save_to(file)
    closed(page)
    assert argument(page, 1).claim not in words_of(file)
    assert "+" in words_of(file)


def test_a_map_folded_to_its_roots_is_saved_too(page: MapPage, tmp_path: Path) -> None:
    for key in ("side:pro", "side:con"):
        page.desk.fold(key, on=True)
    settle(page)
    dialog = dialog_of(page)
    dialog.ui.part.setCurrentIndex(1)
    dialog.save_to(tmp_path / "map.pdf")
    closed(page)
    assert "+" in words_of(tmp_path / "map.pdf")


def test_words_like_markup_are_only_words(page: MapPage) -> None:
    page.workspace.edit(page, lambda library: arguments.change(library, 1, claim="<img src=x> & <b>bold</b>"))
    settle(page)
    tip = str(page.view.nodes.index_of("argument:1").data(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;img src=x&gt; &amp; &lt;b&gt;bold&lt;/b&gt;" in tip


def test_a_wrong_name_and_a_place_that_is_not_there_are_told(page: MapPage, tmp_path: Path) -> None:
    dialog = dialog_of(page)

    def told(said: str) -> bool:
        return said in dialog.ui.told.text()

    for name, said in (("map.doc", "end its name in .pdf"), ("no/such/folder/map.pdf", "does not exist")):
        dialog.save_to(tmp_path / name)
        places.until(partial(told, said))
        places.until(dialog._save.isEnabled)
    dialog.reject()
    assert not dialog.isVisible()
    assert list(tmp_path.glob("map*")) == []


def test_too_large_a_picture_is_refused() -> None:
    with pytest.raises(PictureTooLarge, match="smaller scale"):
        export_png(MapDrawing(20_000, 20_000, (), ()), 2)
