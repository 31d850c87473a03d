"""The whole shelf in the Print / Export dialog: every layout, its choices, its pictures, presets, files."""

import threading
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from debateprep.domain.terms import Side
from debateprep.gui.pages.export import choice as export_choice
from debateprep.gui.pages.export.choice import Choice
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.pages.export.shelf import GROUPS, WARES, Drawn, Ware, choices_of, group_of, words_of
from debateprep.gui.workspace import Workspace
from debateprep.progress import Progress
from debateprep.publishing import EVERYWHERE, SHELF, Cells, PageOptions, Paper, export_pdf
from debateprep.safe_files import FileError
from debateprep.services import export, topics
from debateprep.services.export import Layout
from tests.gui.export_window import Opener, changed, choose, close, pick, saved, settled
from tests.pdf_words import words_of as words_in


def visible_options(dialog: ExportDialog) -> set[str]:
    """Return the options that can be set now, each part of the form opened."""
    for fold in dialog.form.folds():
        fold.head.setChecked(True)
    return {name for name, control in dialog.form.options().items() if control.isVisibleTo(dialog)}


# The shelf


def test_the_groups_hold_everything_once() -> None:
    assert sorted(WARES) == sorted([*Layout, Drawn.MAP])
    assert len(set(WARES)) == len(WARES) == sum(len(wares) for wares in GROUPS.values())
    assert {name for ware in WARES for name in choices_of(ware)} <= {
        "style",
        "fit",
        *(each.name for each in fields(PageOptions)),
    }
    for ware in Layout:
        assert set(SHELF[ware].choices) | set(EVERYWHERE) <= choices_of(ware)


def test_every_layout_is_reached_by_arrow_keys_shown_and_saved(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.form.layouts.tile(Layout.BRIEF).setFocus()
    for at, ware in enumerate(WARES):
        tile = dialog.form.layouts.tile(ware)
        if at:
            here = QApplication.focusWidget()
            changed(qtbot, dialog, partial(qtbot.keyClick, here, Qt.Key.Key_Right))
        assert QApplication.focusWidget() is tile
        assert tile.isChecked()
        assert tile.isVisible()
        assert dialog.choice().layout == ware
        assert dialog.form.layouts.groups[group_of(ware)].isChecked()
        assert dialog.pane.view.message() == ""
        assert dialog.images.count() >= 1
        assert len(dialog.pane.text.toPlainText()) > 40, ware
        target = tmp_path / f"{ware.value}.pdf"
        saved(qtbot, dialog, target)
        assert dialog.message.text() == f"Saved “{ware.value}.pdf”"
        assert "buses" in words_in(target).casefold()


def test_each_layout_shows_the_choices_that_it_has(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    for ware in WARES:
        choose(qtbot, dialog, ware)
        shown = visible_options(dialog) - {"side", "brief", "save_as"}
        assert shown == choices_of(ware), ware
        sides = dialog.form.side.isVisibleTo(dialog)
        assert sides == (words_of(ware)[0] not in ("Clash sheet", "Strips to match", "Prep sheet", "Judge sheet"))


def test_index_cards_have_their_own_paper(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    choose(qtbot, dialog, Layout.CARDS)
    changed(qtbot, dialog, lambda: pick(dialog.form.cards, "Index cards, 3 × 5 inches"))
    assert dialog.form.paper.isHidden()
    assert sorted((dialog.images.size(0).width(), dialog.images.size(0).height())) == [216, 360]
    changed(qtbot, dialog, lambda: pick(dialog.form.duplex, "Sheet turns on its long edge"))
    assert dialog.images.count() % 2 == 0


def test_a_large_paper_is_kept_for_what_is_wide(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    choose(qtbot, dialog, Layout.FLOW)
    changed(qtbot, dialog, lambda: pick(dialog.form.paper, "A3"))
    assert round(dialog.images.size(0).width()) == 1191
    choose(qtbot, dialog, Layout.OUTLINE)
    assert dialog.form.paper.currentText() == "A4"
    assert round(dialog.images.size(0).width()) == 595
    changed(qtbot, dialog, dialog.form.ink_saver.click)
    choose(qtbot, dialog, Layout.FLOW)
    assert dialog.choice().page.paper is Paper.A3


def test_sections_are_left_out_and_come_back(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    boxes = dialog.form.sections.boxes
    assert [each.accessibleName() for each in boxes()][2:4] == [
        "C1 Free buses hold a town together",
        "C2 The fare box is the wrong purse",
    ]
    changed(qtbot, dialog, boxes()[2].click)
    assert "C1" not in dialog.choice().page.sections
    assert "Free buses hold a town together" not in dialog.pane.text.toPlainText()
    assert "1 chosen" in dialog.form.folds()[0].head.text()
    changed(qtbot, dialog, boxes()[2].click)
    assert dialog.choice().page.sections == ()
    changed(qtbot, dialog, lambda: pick(dialog.form.side, "○ Con"))
    assert all(each.isChecked() for each in boxes())


def test_what_surveys_the_topic_has_both_sides_until_one_is_chosen(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    choose(qtbot, dialog, Drawn.MAP)
    assert dialog.form.side.currentText() == "Both sides"
    assert "Con: " in dialog.pane.text.toPlainText()
    changed(qtbot, dialog, lambda: pick(dialog.form.side, "○ Con"))
    assert "Pro: " not in dialog.pane.text.toPlainText()
    choose(qtbot, dialog, Layout.WORKS)
    assert dialog.choice().printed_side is Side.CON
    choose(qtbot, dialog, Layout.BRIEF)
    assert dialog.choice().printed_side is Side.PRO


def test_works_cited_in_a_style(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    choose(qtbot, dialog, Layout.WORKS)
    ours = dialog.pane.text.toPlainText()
    changed(qtbot, dialog, lambda: pick(dialog.form.works_style, "MLA 9"))
    assert dialog.pane.text.toPlainText() != ours


# Pictures of the layouts


def pictured(dialog: ExportDialog) -> list[Ware]:
    return [ware for ware in WARES if not dialog.form.layouts.tile(ware).picture().isNull()]


def test_tiles_show_their_first_pages_group_by_group(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    qtbot.waitUntil(lambda: pictured(dialog) == list(GROUPS["briefs"]))
    dialog.form.layouts.groups["speech"].click()
    qtbot.waitUntil(lambda: set(GROUPS["speech"]) <= set(pictured(dialog)))
    # The layout stays what it was: a group only shows what there is.
    assert dialog.choice().layout is Layout.BRIEF
    tile = dialog.form.layouts.tile(Layout.BRIEF)
    before = tile.picture()
    changed(qtbot, dialog, lambda: pick(dialog.form.side, "○ Con"))
    dialog.form.layouts.groups["briefs"].click()
    qtbot.waitUntil(lambda: tile.picture() != before)


def test_pictures_give_way_to_a_change(opened: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened()
    qtbot.waitUntil(lambda: not dialog.work.is_picturing())
    going, begun = threading.Event(), threading.Event()
    real = export.thumbnail

    def held(*what: Any) -> bytes:
        begun.set()
        going.wait(10)
        return real(*what)

    monkeypatch.setattr(export, "thumbnail", held)
    dialog.form.layouts.groups["sheets"].click()
    qtbot.waitUntil(begun.is_set)
    # While a picture hangs, the pages are made all the same, and the picture of old options is not shown.
    changed(qtbot, dialog, dialog.form.ink_saver.click)
    assert not set(GROUPS["sheets"]) & set(pictured(dialog))
    going.set()
    qtbot.waitUntil(lambda: set(GROUPS["sheets"]) <= set(pictured(dialog)))


def test_the_first_page_comes_before_the_others(opened: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened()
    changed(qtbot, dialog, dialog.form.contents.click)
    going = threading.Event()
    real = export_pdf

    def held(*what: Any, **more: Any) -> bytes:
        assert going.wait(20)
        return real(*what, **more)

    monkeypatch.setattr(export, "export_pdf", held)
    before = dialog.pane.view.picture()
    with qtbot.waitSignals([dialog.images.opened, dialog.images.ready]):
        pick(dialog.form.type_size, "16 pt")
    assert dialog.images.count() == 1
    assert dialog.pane.view.picture() != before
    assert not dialog.is_settled()
    going.set()
    qtbot.waitUntil(lambda: settled(dialog))
    assert dialog.images.count() > 5
    assert dialog.count.text().startswith(f"{dialog.images.count()} pages")


# Presets


def test_a_preset_sets_several_choices_and_as_usual_takes_them_back(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    presets, start = dialog.form.presets, dialog.choice()
    changed(qtbot, dialog, lambda: pick(presets.list, "To photocopy"))
    assert dialog.choice().page.black
    assert dialog.choice().page.ink_saver
    assert dialog.form.ink_saver.isChecked()
    assert presets.list.currentText() == "To photocopy"
    changed(qtbot, dialog, dialog.form.answers.click)
    assert presets.list.currentText() == "None"
    changed(qtbot, dialog, lambda: pick(presets.list, "As usual"))
    assert dialog.choice() == start
    choose(qtbot, dialog, Layout.CARDS)
    offered = [presets.list.itemText(at) for at in range(presets.list.count())]
    assert "Two-sided cards" in offered
    assert "For the binder" not in offered


def test_an_own_preset_is_saved_chosen_elsewhere_and_forgotten(
    opened: Opener, qtbot: QtBot, workspace: Workspace, victory_topic: int
) -> None:
    dialog = opened()
    presets = dialog.form.presets
    changed(qtbot, dialog, lambda: pick(dialog.form.type_size, "14 pt"))
    visible_options(dialog)
    assert not presets.save.isEnabled()
    assert not presets.forget.isEnabled()
    qtbot.keyClicks(presets.name, "For  Ms Ada")
    qtbot.keyClick(presets.name, Qt.Key.Key_Return)
    # Enter saved the preset, and not the pages.
    assert dialog.findChild(QFileDialog) is None
    assert presets.told.text() == "Saved as “For Ms Ada”."
    assert presets.list.currentText() == "For Ms Ada"
    close(qtbot, dialog)
    workspace.show_topic(victory_topic)
    other = opened(name="Ben")
    presets = other.form.presets
    changed(qtbot, other, lambda: pick(presets.list, "For Ms Ada"))
    assert other.choice().page.type_size == 14
    assert other.choice().page.header_name == "Ben"
    presets.forget.click()
    assert presets.list.findText("For Ms Ada") == -1
    assert export_choice.presets() == {}


def test_presets_leave_topic_and_person_alone() -> None:
    page = PageOptions(header_name="Ada", sections=("C1",), paper=Paper.A3, large=True, cells=Cells.FOUR)
    kept = export_choice.preset_of(Choice(page=page), "x").options
    assert kept["large"] is True
    assert not {"header_name", "school", "sections", "paper", "printed_on", "first_speaker"} & set(kept)


# Files


@pytest.mark.parametrize(
    ("ware", "words", "ending", "begins"),
    [
        (Layout.BRIEF, "Web page (HTML)", "html", "<!DOCTYPE html>"),
        (Layout.BLOCKS, "Markdown", "md", "# "),
        (Layout.SPEECH, "Plain text", "txt", ""),
        (Drawn.MAP, "SVG drawing", "svg", "<"),
    ],
)
def test_other_kinds_of_files(
    opened: Opener, qtbot: QtBot, tmp_path: Path, ware: Ware, words: str, ending: str, begins: str
) -> None:
    dialog = opened()
    choose(qtbot, dialog, ware)
    changed(qtbot, dialog, lambda: pick(dialog.form.save_as, words))
    assert dialog.save_button.text() != "Save P&DF…"
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    files = dialog.findChild(QFileDialog)
    assert files is not None
    assert files.selectedFiles()[0].endswith(f".{ending}")
    files.close()
    target = tmp_path / f"file.{ending}"
    saved(qtbot, dialog, target)
    text = target.read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert "buses" in text
    assert dialog.message.text() == f"Saved “file.{ending}”"


def test_a_class_set_goes_into_a_folder(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened()
    assert dialog.footer.class_set.isHidden()
    choose(qtbot, dialog, Layout.CLASS)
    qtbot.mouseClick(dialog.footer.class_set, Qt.MouseButton.LeftButton)
    folders = dialog.findChild(QFileDialog)
    assert folders is not None
    folders.close()
    folder = tmp_path / "class"
    folder.mkdir()
    with qtbot.waitSignal(dialog.work.ended, timeout=30_000):
        dialog.save_class_set_to(folder)
    assert dialog.message.text() == "Saved 14 files in “class”"
    assert len(list(folder.glob("*.pdf"))) == 14
    assert dialog.show_folder.isVisible()


def test_a_class_set_stops_and_tells_what_a_folder_refuses(
    opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()
    choose(qtbot, dialog, Layout.CLASS)
    with qtbot.waitSignal(dialog.work.ended, timeout=30_000):
        dialog.save_class_set_to(tmp_path / "absent")
    assert "does not exist" in dialog.message.text()

    def locked(path: Path, data: bytes) -> None:
        raise FileError(f"“{path.name}” is in use by another program; close it there and try again.")

    with monkeypatch.context() as patch:
        patch.setattr(export, "write_whole", locked)
        with qtbot.waitSignal(dialog.work.ended, timeout=30_000):
            dialog.save_class_set_to(tmp_path)
    assert "in use by another program" in dialog.message.text()

    def step(progress: Progress, *what: Any) -> None:
        progress.cancel()
        real(progress, *what)

    real = Progress.step
    monkeypatch.setattr(Progress, "step", step)
    with qtbot.waitSignal(dialog.work.ended, timeout=30_000):
        dialog.save_class_set_to(tmp_path)
    assert dialog.message.text() == "Stopped. Nothing was changed."
    assert list(tmp_path.glob("*.pdf")) == []


def test_letters_of_the_font_pack_are_named_before_saving(opened: Opener, qtbot: QtBot, workspace: Workspace) -> None:
    with workspace.library.read():
        topics.change(workspace.library, workspace.topic_id, resolution="Resolved: 公共汽车 are free.")
    dialog = opened()
    assert dialog.form.missing.isVisible()
    assert "U+516C" in dialog.form.missing.text()
    assert "optional font pack" in dialog.form.missing.text()


# What is remembered


def test_every_choice_is_remembered(own_home: Path) -> None:
    page = PageOptions(
        paper=Paper.A3, cells=Cells.INDEX_4X6, sections=("C1", "Notes"), margin=20.0, large=True, first_speaker="Con"
    )
    choice = Choice(layout=Drawn.MAP, side=None, survey=Side.CON, page=page, dated=True, ending="svg")
    export_choice.remember("k", choice, Choice())
    assert export_choice.recall("k", Choice()) == choice


def is_stop(dialog: ExportDialog, widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isVisibleTo(dialog) and widget.isEnabled()


def test_tab_comes_to_a_tile_of_every_group(opened: Opener) -> None:
    dialog = opened()
    for key, wares in GROUPS.items():
        dialog.form.layouts.groups[key].click()
        stops = [ware for ware in wares if is_stop(dialog, dialog.form.layouts.tile(ware))]
        assert stops == [wares[0]], key


def test_every_stop_of_tab_is_laid(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    for ware in (Layout.CARDS, Drawn.MAP, Layout.BRIEF):
        choose(qtbot, dialog, ware)
        visible_options(dialog)
        stops = [each for each in dialog.form.stops() if is_stop(dialog, each)]
        start: QWidget | None = stops[0]
        at = start
        reached: list[QWidget] = []
        for _ in range(400):
            assert at is not None
            if is_stop(dialog, at):
                reached.append(at)
            at = at.nextInFocusChain()
            if at is start:
                break
        assert [each for each in reached if each in stops] == stops, ware
