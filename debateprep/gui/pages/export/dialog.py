"""The Print / Export dialog: layouts and options on the left, the pages as they will be on the right."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QImage,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from debateprep.domain import reading_time
from debateprep.gui.page_images import PdfiumImages
from debateprep.gui.pages.export import choice as export_choice
from debateprep.gui.pages.export.choice import Choice
from debateprep.gui.pages.export.footer import ExportFooter
from debateprep.gui.pages.export.form import ExportForm
from debateprep.gui.pages.export.names import file_name, kind_of
from debateprep.gui.pages.export.pane import PreviewPane
from debateprep.gui.pages.export.print import chosen_pages, print_pages, set_up
from debateprep.gui.pages.export.shelf import Ware, group_of, words_of
from debateprep.gui.pages.export.work import ExportWork, Made
from debateprep.gui.shell_style import dress_form
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.files import ask_folder, ask_where
from debateprep.gui.workspace import Workspace
from debateprep.services.export import Exported, Preview

SETTLE_MS = 60
"""How long the options must rest before pages are made again."""
SLOW_MS = 300
"""Work that takes longer shows how far it is, and can be stopped."""
_WHOLE = QSize(1180, 800)
_OPTIONS = 408
_SHEET = """
QToolButton[look="flat"]:checked {{ background: {selected}; }}
QToolButton[look="tab"] {{ background: transparent; border: 1px solid transparent; padding: 3px 8px; color: {mute}; }}
QToolButton[look="tab"]:checked {{ background: {selected}; color: {ink}; }}
QToolButton[look="tab"]:hover {{ background: {field}; color: {ink}; }}
QToolButton[look="tab"]:focus {{ border-color: {accent}; }}
QPushButton[look="fold"] {{
    background: transparent; border: 1px solid transparent; padding: 4px 1px; font-weight: 600; text-align: left;
}}
QPushButton[look="fold"]:hover {{ background: {field}; }}
QPushButton[look="fold"]:focus {{ border-color: {accent}; }}
"""


class ExportDialog(QDialog):
    """Print or save the topic in view. Show it with `open()`; it deletes itself when closed.

    `settings` may give "name", "school", "words_a_minute" and "paper". What is chosen is remembered for the topic.
    """

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, settings: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        preferences = settings or {}
        self._key = f"{workspace.library.path}#{workspace.topic_id}"
        self._start = export_choice.first_choice(preferences)
        choice = replace(export_choice.recall(self._key, self._start), briefs=workspace.briefs)
        rate = int(preferences.get("words_a_minute", reading_time.DEFAULT_WORDS_A_MINUTE))
        self._preview: Preview | None = None
        self._whole: bytes | None = None
        self._opening = False
        self._stopping = False
        self._sentence = ""
        self._saved: Path | None = None
        self.form = ExportForm(choice, self._start, self)
        self.footer = ExportFooter(self)
        self.images = PdfiumImages(self)
        self.pane = PreviewPane(self.images, self)
        self.work = ExportWork(workspace, workspace.topic_id, rate, self)
        self._settle = self._timer(SETTLE_MS, self._ask)
        self._slow = self._timer(SLOW_MS, self._show_progress)
        self.setWindowTitle(self.tr("Print / Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message, self.show_folder, self.progress = (
            self.footer.message,
            self.footer.show_folder,
            self.footer.progress,
        )
        self.stop, self.count = self.footer.stop, self.footer.count
        self.print_button, self.save_button = self.footer.print_button, self.footer.save_button
        self._build()
        self._connect()
        self._dress()
        self._size()
        self._order()
        self.form.layouts.tile(choice.layout).setFocus()
        self._name_button()
        self._ask()

    def _timer(self, milliseconds: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    # Making

    def _build(self) -> None:
        self._title = QLabel(self.tr("Print / Export"))
        self._title.setContentsMargins(20, 16, 20, 6)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.form)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Options"))
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._line(QFrame.Shape.HLine))
        column.addWidget(self.footer)
        for each in (self._left, self.form, self._scroll.viewport()):
            each.setBackgroundRole(QPalette.ColorRole.Base)
            each.setAutoFillBackground(True)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left)
        whole.addWidget(self._line(QFrame.Shape.VLine))
        whole.addWidget(self.pane, 1)

    @staticmethod
    def _line(shape: QFrame.Shape) -> QFrame:
        line = QFrame()
        line.setFrameShape(shape)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        line.setLineWidth(1)
        return line

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.stop.clicked.connect(self._on_stop)
        self.show_folder.clicked.connect(self._on_show_folder)
        self.pane.closed.connect(self.reject)
        self.images.opened.connect(self._on_pages)
        self.images.failed.connect(self._on_preview_failed)
        self.images.broke.connect(self._workspace.broke)
        self.form.layouts.turned.connect(self._picture)
        self.form.regrouped.connect(self._order)
        self.footer.class_set.clicked.connect(self._on_class_set)
        self.work.begun.connect(self._on_begun)
        self.work.drawn.connect(self._on_drawn)
        self.work.pictured.connect(self._on_pictured)
        self.work.previewed.connect(self._on_previewed)
        self.work.preview_failed.connect(self._on_preview_failed)
        self.work.saved.connect(self._on_saved)
        self.work.printed.connect(self._on_printed)
        self.work.failed.connect(self._say)
        self.work.started.connect(self._on_started)
        self.work.ended.connect(self._on_ended)
        self.work.stepped.connect(self._on_stepped)
        self._workspace.changed.connect(self._on_edited)
        look().changed.connect(self._dress)
        for keys, slot in (
            (QKeySequence.StandardKey.Save, self._on_save),
            (QKeySequence.StandardKey.Print, self._on_print),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _dress(self) -> None:
        dress_form(self, _SHEET.format_map(look().theme.colours))
        self._title.setFont(sans(14 * look().scale, bold=True))
        self._fold()

    def _size(self) -> None:
        parent = self.parentWidget()
        screen = (parent or self).screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().size() - QSize(24, 24)
        if parent is not None:
            room = room.boundedTo(parent.window().size() - QSize(24, 24))
        self.resize((_WHOLE * max(1.0, look().scale)).boundedTo(room).expandedTo(QSize(640, 420)))

    def _fold(self) -> None:
        """Give the options their width: never more than they need, nor more than the pages have."""
        wanted = round(_OPTIONS * (0.4 + 0.6 * look().scale))
        # With large text the options may take more than their half before any of them is cut.
        needs = self.form.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width()
        share = max(round(self.width() * 0.46), min(needs, round(self.width() * 0.66)))
        width = max(260, min(wanted, share))
        self._left.setFixedWidth(width)
        self.footer.fit(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fold()

    def _order(self) -> None:
        """Let Tab go through layouts, options and buttons, then to the pages."""
        stops = [*self.form.stops(), *self.footer.stops(), *self.pane.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    # Preview

    def choice(self) -> Choice:
        """Return what is chosen."""
        return self.form.choice()

    def is_settled(self) -> bool:
        """Tell whether what is shown is what is chosen."""
        return not (self._settle.isActive() or self.work.is_working() or self._opening)

    def _on_changed(self) -> None:
        self.work.stop_pictures()
        self._name_button()
        self._settle.start()

    def _on_edited(self, _changes: object) -> None:
        self.work.forget()
        self._settle.start()

    def _ask(self) -> None:
        self._stopping, self._sentence = False, ""
        # Another page than the first would lose its place, were the first shown alone.
        self.work.preview(self.choice(), hurry=self.pane.view.page() == 0)

    def _on_begun(self, data: bytes) -> None:
        self._open(data, None)

    def _on_drawn(self, data: bytes) -> None:
        self._open(data, data)

    def _open(self, data: bytes, whole: bytes | None) -> None:
        self._whole = whole
        self._opening = True
        self.images.open(data)

    def _on_previewed(self, made: object) -> None:
        assert isinstance(made, Made)
        self._preview = made.preview
        self.form.show_missing(made.preview.missing)
        self.pane.show_text(made.preview.text)
        self.form.show_briefs(made.files)
        self.form.sections.show_sections(made.sections)
        if self._whole is not made.preview.data:
            self._on_drawn(made.preview.data)
        self._tell_pages()

    def _on_pages(self, _count: int) -> None:
        self.pane.view.say(self._sentence)
        self._opening = False
        self._tell_pages()

    def _tell_pages(self) -> None:
        """Say how many pages there are, once all of them are."""
        if self._opening or self._preview is None or self._whole is not self._preview.data:
            return
        count = self.images.count()
        pages = self.tr("1 page") if count == 1 else self.tr("{} pages").format(count)
        sheets = (count + 1) // 2
        turned = self.tr("1 sheet two-sided") if sheets == 1 else self.tr("{} sheets two-sided").format(sheets)
        self.count.setText(f"{pages} · {turned}")
        self._fold()
        self._enable()

    def _picture(self) -> None:
        """Have the tiles in view show their pages."""
        choice = self.choice()
        self.work.picture(replace(choice, layout=ware) for ware in self.form.layouts.in_view())

    def _on_pictured(self, ware: Ware, picture: QImage) -> None:
        self.form.layouts.tile(ware).show_picture(picture)

    def _on_preview_failed(self, sentence: str) -> None:
        if self._stopping:
            sentence = self.tr("The preview was stopped. Change an option to make it again, or save the file.")
        self._preview, self._whole, self._opening = None, None, False
        self._sentence = sentence
        self.count.setText("")
        self.form.show_missing(())
        self.pane.show_text(sentence)
        self.pane.view.say(sentence)
        self._enable()

    def _enable(self) -> None:
        free = not self.work.is_busy()
        self.print_button.setEnabled(free and self._preview is not None)
        self.save_button.setEnabled(free and (self._preview is not None or self._stopping))
        self.footer.class_set.setEnabled(free and self._preview is not None)

    def _name_button(self) -> None:
        """Let the button say what it saves, and offer a class set where a class is printed for."""
        words = {
            "pdf": self.tr("Save P&DF…"),
            "svg": self.tr("Save S&VG…"),
            "html": self.tr("Save &HTML…"),
            "md": self.tr("Save &Markdown…"),
            "txt": self.tr("Save te&xt…"),
        }
        self.save_button.setText(words[self.choice().saved_as])
        self.footer.class_set.setVisible(group_of(self.choice().layout) == "class")
        self._fold()

    # Progress

    def _on_started(self) -> None:
        if not self._slow.isActive() and self.progress.isHidden():
            self._slow.start()
        self._enable()

    def _on_ended(self) -> None:
        if not self.work.is_working():
            self._slow.stop()
            self.progress.hide()
            self.stop.hide()
            self._picture()
        self._enable()

    def _show_progress(self) -> None:
        self.progress.setRange(0, 0)
        self.progress.show()
        self.stop.show()

    def _on_stepped(self, done: int, total: int, what: str) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)
        self.progress.setFormat(f"{what} %p %")

    def _on_stop(self) -> None:
        self._stopping = True
        self.work.cancel()

    # Saving

    def _on_save(self) -> None:
        if not self.save_button.isEnabled():
            return
        choice = self.choice()
        topic = self._preview.topic if self._preview else ""
        title = self.save_button.text().replace("&", "").rstrip("…")
        name, folder = file_name(topic, choice, self.form.brief_title()), export_choice.folder()
        ask_where(self, title, name, [kind_of(choice)], choice.saved_as, self.save_to, folder)

    def _on_class_set(self) -> None:
        if self.work.is_busy():
            return
        title, folder = self.tr("A folder for the class set"), export_choice.folder()
        ask_folder(self, title, self.save_class_set_to, folder)

    def save_class_set_to(self, folder: Path) -> None:
        """Write handouts on every level, keys and strips into the folder that was named."""
        self._say("")
        self.work.save_class_set(self.choice(), folder)

    def save_to(self, path: Path) -> None:
        """Write the file that was named."""
        self._say("")
        self.work.save(self.choice(), path)

    def _on_saved(self, done: object) -> None:
        files = done if isinstance(done, list) else [done]
        last = files[-1]
        assert isinstance(last, Exported)
        self._saved = last.path
        self._workspace.background.read(
            self._workspace, partial(export_choice.remember_folder, str(last.path.parent.absolute()))
        )
        if isinstance(done, list):
            self._say(self.tr("Saved {} files in “{}”").format(len(files), last.path.parent.absolute().name))
        else:
            self._say(self.tr("Saved “{}”").format(last.path.name))
        self.show_folder.show()

    def _on_show_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent.absolute())))

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.show_folder.hide()

    # Printing

    def _on_print(self) -> None:
        if not self.print_button.isEnabled() or self._preview is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, self.images.size(0), f"{self._preview.topic}: {words_of(self.choice().layout)[0]}")
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setMinMax(1, self.images.count())
        dialog.accepted.connect(partial(self.print_to, printer))
        QDialog.open(dialog)

    def print_to(self, printer: QPrinter) -> None:
        """Print the pages shown on a printer that was set up."""
        if self._preview is None:
            return
        self._say("")
        pages = chosen_pages(printer, self.images.count(), self.pane.view.page())
        self.work.print_out(partial(print_pages, self._preview.data, printer, pages))

    def _on_printed(self, count: int) -> None:
        words = (
            self.tr("1 page was sent to the printer") if count == 1 else self.tr("{} pages were sent to the printer")
        )
        self._say(words.format(count))

    # Closing

    def reject(self) -> None:
        """Close; while a file is written or pages are printed, stop that first."""
        if self.work.is_busy():
            self._on_stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Remember what was chosen, stop all work, and close."""
        self._settle.stop()
        self._slow.stop()
        self.work.close()
        self.images.close()
        keep = partial(export_choice.remember, self._key, self.choice(), self._start)
        self._workspace.background.read(self._workspace, keep)
        super().done(result)
