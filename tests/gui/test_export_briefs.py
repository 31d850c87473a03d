"""Further briefs in the Print / Export dialog: the one in view is printed, each can be chosen, none is lost."""

from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from debateprep.domain.terms import Side
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.workspace import Workspace
from debateprep.services import briefs
from debateprep.services.export import Layout
from tests.gui.export_window import Opener, changed, choose, close, pick, saved
from tests.pdf_words import words_of


def files(workspace: Workspace) -> dict[Side, list[int]]:
    with workspace.library.read() as reader:
        found = briefs.files(reader, workspace.topic_id)
    return {side: [each.id for each in there] for side, there in found.items()}


def said(dialog: ExportDialog) -> str:
    return dialog.pane.text.toPlainText()


def test_the_brief_in_view_is_printed_and_another_can_be_chosen(
    opened: Opener, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.show_brief(Side.PRO, files(workspace)[Side.PRO][1])
    dialog = opened()
    form = dialog.form
    assert form.brief.isVisible()
    assert form.brief.currentText() == "Short case"
    assert "The fare box is the wrong purse" not in said(dialog)
    saved(qtbot, dialog, tmp_path / "short.pdf")
    assert "Short case" in words_of(tmp_path / "short.pdf")
    changed(qtbot, dialog, lambda: pick(form.brief, "Pro brief"))
    assert "The fare box is the wrong purse" in said(dialog)
    changed(qtbot, dialog, lambda: pick(form.side, "○ Con"))
    assert form.brief.currentText() == "Con brief", "each side has its own"
    whole = len(said(dialog))
    changed(qtbot, dialog, lambda: pick(form.brief, "Short case"))
    assert len(said(dialog)) < whole
    changed(qtbot, dialog, lambda: pick(form.side, "■ Pro"))
    assert form.brief.currentText() == "Pro brief"


def test_only_what_is_of_one_brief_offers_them(opened: Opener, workspace: Workspace, qtbot: QtBot) -> None:
    dialog = opened()
    for layout, offered in ((Layout.SPEECH, True), (Layout.CASE, True), (Layout.CLASH, False), (Layout.CARDS, False)):
        choose(qtbot, dialog, layout)
        assert dialog.form.brief.isVisible() is offered, layout
    choose(qtbot, dialog, Layout.OUTLINE)
    further = [number for there in files(workspace).values() for number in there[1:]]
    for number in further:
        changed(qtbot, dialog, partial(workspace.edit, dialog, partial(briefs.remove, number=number)))
    assert not dialog.form.brief.isVisible(), "there is nothing to choose from"


def test_a_brief_that_is_thrown_away_gives_way_to_the_main_one(
    opened: Opener, workspace: Workspace, qtbot: QtBot
) -> None:
    number = files(workspace)[Side.PRO][1]
    dialog = opened()
    changed(qtbot, dialog, lambda: pick(dialog.form.brief, "Short case"))
    assert dialog.form.brief_title() == "Short case"
    changed(qtbot, dialog, lambda: workspace.edit(dialog, lambda library: briefs.remove(library, number)))
    assert dialog.form.brief_title() == ""
    assert "The fare box is the wrong purse" in said(dialog)
    changed(qtbot, dialog, lambda: workspace.edit(dialog, lambda library: library.undo(), history=True))
    close(qtbot, dialog)
    assert opened().form.brief.currentText() == "Pro brief", "what was chosen in the dialog is not kept"


def test_sections_of_another_brief_are_all_printed(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.form.folds()[0].head.setChecked(True)
    boxes = dialog.form.sections.boxes
    left_out = next(each for each in boxes() if "C3" in each.accessibleName())
    changed(qtbot, dialog, left_out.click)
    assert dialog.choice().page.sections
    changed(qtbot, dialog, lambda: pick(dialog.form.brief, "Short case"))
    assert dialog.choice().page.sections == ()
    assert "In one minute" in said(dialog)
