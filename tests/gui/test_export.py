"""Printing and saving as people do it."""

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMarginsF, QSizeF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from debateprep import paths
from debateprep.domain.model import Topic
from debateprep.domain.terms import Side
from debateprep.errors import DebatePrepError
from debateprep.gui.pages.export import choice as export_choice
from debateprep.gui.pages.export.choice import Choice
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.pages.export.print import chosen_pages, set_up
from debateprep.gui.theme import look
from debateprep.gui.workspace import Workspace
from debateprep.progress import Progress
from debateprep.publishing import Cells, PageOptions, Pages, Paper
from debateprep.safe_files import FileError
from debateprep.services import briefs, export, topics
from debateprep.services.export import Layout
from tests import pdfium
from tests.gui.export_window import Opener, changed, close, pick, saved, settled
from tests.pdf_words import words_of


def seen(dialog: ExportDialog) -> tuple[int, bytes]:
    image = dialog.pane.view.picture()
    return dialog.images.count(), bytes(image.constBits())


# Journeys


def test_the_practice_brief_opens_as_it_will_be(opened: Opener) -> None:
    dialog = opened()
    assert dialog.images.count() > 5
    assert dialog.pane.number.text() == f"1 / {dialog.images.count()}"
    pages = dialog.images.count()
    assert dialog.count.text() == f"{pages} pages · {(pages + 1) // 2} sheets two-sided"
    assert dialog.save_button.isEnabled()
    assert dialog.print_button.isEnabled()
    assert dialog.form.missing.isHidden()


def test_each_option_changes_the_pages(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    form = dialog.form
    paper = "Letter" if dialog.choice().page.paper is Paper.A4 else "A4"
    acts: dict[str, Callable[[], object]] = {
        "contents": form.contents.click,
        "answers": form.answers.click,
        "works": form.works_cited.click,
        "side": lambda: pick(form.side, "○ Con"),
        "paper": lambda: pick(form.paper, paper),
        "type": lambda: pick(form.type_size, "16 pt"),
        "name": lambda: qtbot.keyClicks(form.name, "Ada"),
        "school": lambda: qtbot.keyClicks(form.school, "Hill"),
        "date": form.dated.click,
    }
    for name, act in acts.items():
        before = seen(dialog)
        changed(qtbot, dialog, act)
        if name == "works":
            assert "Works cited" not in dialog.pane.text.toPlainText()
        else:
            assert seen(dialog) != before, name
    dialog.pane.view.go_to(1)
    qtbot.waitUntil(lambda: settled(dialog))
    before = seen(dialog)
    changed(qtbot, dialog, form.ink_saver.click)
    assert dialog.pane.view.page() == 1
    assert seen(dialog) != before


def test_cards_eight_a_sheet(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened()
    changed(qtbot, dialog, dialog.form.layouts.tile(Layout.CARDS).click)
    assert dialog.form.type_size.isHidden()
    assert dialog.form.contents.isHidden()
    assert not dialog.form.cards.isHidden()
    four = dialog.images.count()
    changed(qtbot, dialog, lambda: pick(dialog.form.side, "Both sides"))
    both = dialog.images.count()
    assert both > four
    changed(qtbot, dialog, lambda: pick(dialog.form.cards, "8"))
    assert dialog.images.count() < both
    saved(qtbot, dialog, tmp_path / "cards.pdf")
    text = words_of(tmp_path / "cards.pdf")
    assert "PRO answers" in text
    assert "CON answers" in text


def test_the_clash_sheet_lies_on_its_side(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    changed(qtbot, dialog, dialog.form.layouts.tile(Layout.CLASH).click)
    size = dialog.images.size(0)
    assert size.width() > size.height()
    assert dialog.form.side.isHidden()


def test_a_saved_file_says_what_was_shown(
    opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(name="Ada Okafor", school="Hill School")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    files = dialog.findChild(QFileDialog)
    assert files is not None
    assert Path(files.selectedFiles()[0]).name == "Cities should make buses free – Pro brief.pdf"
    target = tmp_path / "Pro brief"
    with qtbot.waitSignal(dialog.work.ended):
        files.selectFile(str(target))
        files.accept()
    written = target.with_suffix(".pdf")
    text = words_of(written)
    assert "Ada Okafor · Hill School" in text
    assert f"of {dialog.images.count()}" in text
    assert dialog.message.text() == "Saved “Pro brief.pdf”"
    shown: list[QUrl] = []

    def show(url: QUrl) -> bool:
        shown.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    qtbot.mouseClick(dialog.show_folder, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in shown] == [tmp_path]


def test_failures_end_in_one_sentence_and_leave_the_old_file(
    opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()
    saved(qtbot, dialog, tmp_path)
    assert "is a folder" in dialog.message.text()
    saved(qtbot, dialog, tmp_path / "absent" / "brief.pdf")
    assert "does not exist" in dialog.message.text()
    assert dialog.show_folder.isHidden()
    old = tmp_path / "old.pdf"
    old.write_bytes(b"old")

    def full(path: Path, data: bytes) -> None:
        raise FileError("The disk is full, so “old.pdf” was not saved; free some space and try again.")

    monkeypatch.setattr(export, "write_whole", full)
    saved(qtbot, dialog, old)
    assert "disk is full" in dialog.message.text()
    assert old.read_bytes() == b"old"
    assert dialog.save_button.isEnabled()


def test_the_text_view_holds_every_claim(opened: Opener, workspace: Workspace, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.show()
    qtbot.mouseClick(dialog.pane.words, Qt.MouseButton.LeftButton)
    assert dialog.pane.text.isVisible()
    with workspace.library.read() as reader:
        claims = [each.claim for each in briefs.dossier(reader, workspace.topic_id).arguments.values()]
    assert len(claims) > 10
    changed(qtbot, dialog, dialog.form.layouts.tile(Layout.CLASH).click)
    text = dialog.pane.text.toPlainText()
    assert [claim for claim in claims if claim not in text] == []
    changed(qtbot, dialog, dialog.form.layouts.tile(Layout.BRIEF).click)
    brief = dialog.pane.text.toPlainText()
    for words in ("Case", "C1.1 ", "Warrant: ", "They say · ", " · quoted", "Evidence wanted", "Works cited"):
        assert words in brief


def test_choices_are_remembered_for_the_topic(
    opened: Opener, qtbot: QtBot, workspace: Workspace, victory_topic: int
) -> None:
    first = opened()
    changed(qtbot, first, first.form.layouts.tile(Layout.CARDS).click)
    changed(qtbot, first, lambda: pick(first.form.cards, "8"))
    changed(qtbot, first, lambda: pick(first.form.side, "○ Con"))
    close(qtbot, first)
    qtbot.waitUntil(lambda: (paths.state() / "export.json").is_file())
    again = opened()
    assert again.choice().layout is Layout.CARDS
    assert again.choice().page.cells is Cells.EIGHT
    assert again.choice().side is Side.CON
    close(qtbot, again)
    workspace.show_topic(victory_topic)
    other = opened()
    assert other.choice().layout is Layout.BRIEF
    assert other.choice().side is Side.PRO


def test_esc_closes(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_slow_work_shows_how_far_it_is_and_stops(
    opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()
    stepping = threading.Event()

    def slow(pages: object, options: object, progress: Progress | None = None, **chosen: object) -> bytes:
        assert progress is not None
        for _ in range(10_000):
            progress.step(3, 10, "Drawing pages")
            stepping.wait(0.005)
        return b""

    monkeypatch.setattr(export, "export_pdf", slow)
    target = tmp_path / "slow.pdf"
    dialog.save_to(target)
    qtbot.waitUntil(dialog.stop.isVisible)
    qtbot.waitUntil(lambda: dialog.progress.value() == 3)
    assert not dialog.save_button.isEnabled()
    with qtbot.waitSignal(dialog.work.ended):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.message.text() == "Stopped. Nothing was changed."
    assert not target.exists()
    assert dialog.stop.isHidden()
    dialog.form.answers.click()
    qtbot.waitUntil(dialog.stop.isVisible)
    with qtbot.waitSignal(dialog.work.ended):
        dialog.stop.click()
    assert "stopped" in dialog.pane.view.message()
    assert dialog.save_button.isEnabled()
    assert not dialog.print_button.isEnabled()


def test_only_the_last_of_many_changes_is_made(opened: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened()
    made: list[float] = []
    real = export.preview

    def noted(pages: Pages, options: PageOptions, progress: Progress, **more: Any) -> object:
        made.append(options.type_size)
        return real(pages, options, progress, **more)

    monkeypatch.setattr(export, "preview", noted)

    def pick_five() -> None:
        for size in (9, 10, 12, 13, 14):
            pick(dialog.form.type_size, f"{size} pt")

    changed(qtbot, dialog, pick_five)
    assert made == [14.0]


def test_an_edit_shows_in_the_preview(opened: Opener, qtbot: QtBot, workspace: Workspace) -> None:
    dialog = opened()
    changed(
        qtbot,
        dialog,
        lambda: workspace.edit(
            dialog, lambda library: topics.change(library, workspace.topic_id, resolution="Resolved: Something else.")
        ),
    )
    assert "Resolved: Something else." in dialog.pane.text.toPlainText()


def test_a_topic_without_answers_says_so(opened: Opener, qtbot: QtBot, workspace: Workspace) -> None:
    topics.add(workspace.library, Topic(resolution="Resolved: 𓀀 is /new/."))
    newest = topics.listed(workspace.library)[-1]
    workspace.show_topic(newest.id)
    dialog = opened()
    assert "U+13000" in dialog.form.missing.text()
    assert dialog.form.missing.isVisible()
    dialog.form.layouts.tile(Layout.CARDS).click()
    qtbot.waitUntil(lambda: "no answers" in dialog.pane.view.message())
    assert not dialog.save_button.isEnabled()
    assert not dialog.print_button.isEnabled()
    changed(qtbot, dialog, dialog.form.layouts.tile(Layout.CLASH).click)
    assert dialog.pane.view.message() == ""
    assert dialog.save_button.isEnabled()


# Printing


def printer_to(path: Path, dialog: ExportDialog) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, dialog.images.size(0), "Test")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)
    return printer


def first_picture(path: Path, at: int = 0) -> tuple[int, QSizeF, QImage]:
    with pdfium.opened(path) as document:
        page = document[at]
        bitmap = page.render(scale=0.5, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        found = len(document), QSizeF(*document.get_page_size(at)), image
        bitmap.close()
        page.close()
    return found


def test_pages_are_printed_as_they_are(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened()
    changed(qtbot, dialog, dialog.form.layouts.tile(Layout.CLASH).click)
    target = tmp_path / "printed.pdf"
    with qtbot.waitSignal(dialog.work.printed, timeout=30_000) as told:
        dialog.print_to(printer_to(target, dialog))
    assert told.args == [dialog.images.count()]
    assert "sent to the printer" in dialog.message.text()
    count, size, image = first_picture(target)
    assert count == dialog.images.count()
    wanted = dialog.images.size(0)
    assert abs(size.width() - wanted.width()) < 2
    assert abs(size.height() - wanted.height()) < 2
    saved(qtbot, dialog, tmp_path / "saved.pdf")
    _, _, file = first_picture(tmp_path / "saved.pdf")
    small = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    one, other = (
        each.convertToFormat(QImage.Format.Format_Grayscale8).scaled(40, 30, *small) for each in (image, file)
    )
    dark = [abs(one.pixelColor(x, y).value() - other.pixelColor(x, y).value()) for x in range(40) for y in range(30)]
    assert max(dark) < 40
    assert sum(other.pixelColor(x, y).value() < 250 for x in range(40) for y in range(30)) > 100


def test_pages_fit_another_paper(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened()
    target = tmp_path / "a5.pdf"
    printer = printer_to(target, dialog)
    small = QPageSize(QPageSize.PageSizeId.A5)
    printer.setPageLayout(QPageLayout(small, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    with qtbot.waitSignal(dialog.work.printed, timeout=30_000) as told:
        dialog.print_to(printer)
    assert told.args == [2]
    count, size, _ = first_picture(target)
    assert count == 2
    assert abs(size.width() - 420) < 2


def test_the_print_dialog_opens_without_blocking(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    prints = [each for each in dialog.findChildren(QWidget) if each.inherits("QPrintDialog")]
    assert len(prints) == 1
    assert prints[0].isVisible()
    prints[0].close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened()
    with qtbot.waitSignal(dialog.work.failed, timeout=30_000) as told:
        dialog.print_to(printer_to(tmp_path / "absent" / "x.pdf", dialog))
    assert "did not take the pages" in told.args[0]


def test_the_pages_asked_for(qapp: QApplication) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert chosen_pages(printer, 4, 2) == [0, 1, 2, 3]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 4, 2) == [3, 2, 1, 0]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 4, 2) == [2]


# Choices

EIGHT = Choice(side=None, page=PageOptions(cells=Cells.EIGHT))


def named(name: str, school: str) -> Choice:
    return Choice(page=PageOptions(header_name=name, school=school, cells=Cells.FOUR))


def test_names_of_files() -> None:
    assert export.file_name("A: b/c?", Layout.CARDS, Side.CON) == "A b c – Con rebuttal cards.pdf"
    assert export.file_name("Resolved: x.", Layout.CLASH) == "x – Clash sheet.pdf"
    assert export.file_name("///", Layout.BRIEF) == "Pro brief.pdf"
    assert len(export.file_name("word " * 400, Layout.BRIEF)) < 110


def test_a_damaged_memory_is_passed_over(own_home: Path) -> None:
    start = Choice(page=PageOptions(header_name="Ada", cells=Cells.FOUR))
    place = paths.state() / "export.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    for data in (b"\xff", b"[]", b'{"topics": 3}', b'{"topics": {"k": []}}', b"[" * 50_000):
        place.write_bytes(data)
        assert export_choice.recall("k", start) == start
    odd = {"layout": "poem", "side": 4, "paper": None, "cards": 7, "type_size": "x", "dated": "yes", "name": 3}
    odd |= {"margin": 900, "level": "Z", "sections": [3, "C1"], "style": 7, "fit": [], "ending": "../x", "smallest": 1}
    place.write_text(json.dumps({"topics": {"k": odd | {"ink_saver": True}}}))
    wanted = replace(start.page, ink_saver=True, sections=("C1",))
    assert export_choice.recall("k", start) == replace(start, page=wanted)


def test_the_oldest_choices_are_forgotten(own_home: Path) -> None:
    for number in range(205):
        export_choice.remember(f"k{number}", EIGHT, Choice())
    export_choice.remember_folder("/somewhere")
    kept = json.loads((paths.state() / "export.json").read_text())
    assert len(kept["topics"]) == 200
    assert "k4" not in kept["topics"]
    assert export_choice.folder() == "/somewhere"
    assert export_choice.recall("k204", Choice()) == EIGHT


def test_a_name_follows_the_preferences_until_it_is_changed(own_home: Path) -> None:
    start = named("Ada", "Hill")
    export_choice.remember("k", named("Ada", "Dale"), start)
    assert export_choice.recall("k", named("Ben", "Hill")) == named("Ben", "Dale")


def test_the_date_is_today_only_when_wanted() -> None:
    assert Choice().options().printed_on is None
    assert Choice(dated=True).options().printed_on == datetime.now().astimezone().date()


# Audits


def test_every_control_has_a_name_and_tab_reaches_it(opened: Opener, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    start = QApplication.focusWidget()
    assert start is dialog.form.layouts.tile(Layout.BRIEF)
    reached: list[QWidget] = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is start:
            break
        reached.append(focus)
    assert QApplication.focusWidget() is start
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    for each in dialog.findChildren(QWidget):
        if isinstance(each, kinds) and each.isVisible() and each.isEnabled():
            named = each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
            assert named, each
            inside = isinstance(each.parent(), QComboBox) or each in dialog.form.layouts.findChildren(QWidget)
            assert inside or each in reached, named


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("contrast", 2.0)])
def test_a_small_screen_holds_it(opened: Opener, qtbot: QtBot, theme: str, scale: float) -> None:
    look().choose(theme, scale)
    dialog = opened()
    dialog.resize(1000, 570)
    qtbot.waitUntil(lambda: dialog.size().width() == 1000)
    assert (dialog.width(), dialog.height()) == (1000, 570)
    for button in (dialog.print_button, dialog.save_button, dialog.pane.words, dialog.pane.close_button):
        place = button.mapTo(dialog, button.rect().bottomRight())
        assert dialog.rect().contains(place), button.text()
        assert button.width() >= button.minimumSizeHint().width(), button.text()
    look().choose("light")


def test_failures_of_reading_are_told_in_the_dialog(
    opened: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()

    def lost(*_what: object, **_more: object) -> None:
        raise DebatePrepError("The library cannot be read.")

    monkeypatch.setattr(export, "resolve", lost)
    pick(dialog.form.side, "○ Con")
    qtbot.waitUntil(lambda: dialog.pane.view.message() == "The library cannot be read.")
    assert not dialog.print_button.isEnabled()
