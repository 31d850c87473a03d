"""Opens the dialogs of a window: each once, never in the way of a running job."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from debateprep.domain.terms import Side
from debateprep.gui.scroll_bars import dress
from debateprep.gui.settings import preferences
from debateprep.gui.theme import look

if TYPE_CHECKING:
    from debateprep.domain.model import Topic
    from debateprep.gui.workspace import Workspace
    from debateprep.services.reviews import Review

# Each is imported with its first use, so that the window need not wait for any.
TOPIC = "debateprep.gui.dialogs.topic"
PREFERENCES = "debateprep.gui.dialogs.preferences"
TEXTS = "debateprep.gui.dialogs.texts"
EXPORT = "debateprep.gui.pages.export"
REPORT = "debateprep.gui.dialogs.report"
WORKS = "debateprep.gui.dialogs.works"
REVIEW = "debateprep.gui.dialogs.review"


class Dialogs(QObject):
    """The dialogs of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: dict[str, QDialog] = {}
        look().changed.connect(self._on_look)

    def _show(self, key: str, make: Callable[[], QDialog]) -> QDialog:
        dialog = self._open.get(key)
        if dialog is None:
            dialog = make()
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.finished.connect(self._on_finished)
            self._open[key] = dialog
        dress(dialog)
        self._fit(dialog)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def _fit(self, dialog: QDialog) -> None:
        screen = dialog.screen().availableGeometry().size()
        dialog.resize(dialog.size().expandedTo(dialog.sizeHint()).boundedTo(screen))

    @Slot()
    def _on_finished(self) -> None:
        gone = self.sender()
        self._open = {key: each for key, each in self._open.items() if each is not gone}

    @Slot()
    def _on_look(self) -> None:
        for dialog in self._open.values():
            dress(dialog)
            self._fit(dialog)

    def close_all(self) -> None:
        """Close what is open."""
        for dialog in list(self._open.values()):
            dialog.close()

    def new_topic(self, formats: Mapping[str, str], made: Callable[[Topic], None]) -> QDialog:
        """Ask for a new topic."""
        return self._show("topic", lambda: _in(TOPIC).TopicDialog(formats, made, self._window))

    def preferences(self, library: str, chosen: Callable[[str], object]) -> QDialog:
        """Show the preferences."""
        form = _in(PREFERENCES)
        return self._show(
            "preferences", lambda: form.PreferencesDialog(library, lambda: self.choose_library(chosen), self._window)
        )

    def help(self) -> QDialog:
        """Show the help."""
        return self._show("help", lambda: _in(TEXTS).HelpDialog(self._window))

    def about(self) -> QDialog:
        """Show version and licences."""
        title, texts = self.tr("About DebatePrep"), _in(TEXTS)
        return self._show("about", lambda: texts.TextDialog(title, texts.about_text(), self._window))

    def shortcuts(self, groups: Sequence[tuple[str, Sequence[QAction]]]) -> QDialog:
        """Show every command with its keys."""
        title, texts = self.tr("Keyboard shortcuts"), _in(TEXTS)
        return self._show("shortcuts", lambda: texts.TextDialog(title, texts.shortcut_sheet(groups), self._window))

    def export(self, workspace: Workspace) -> QDialog:
        """Show Print / Export."""
        values = preferences().values
        given = {"name": values.name, "school": values.school, "words_a_minute": values.words_a_minute}
        return self._show("export", lambda: _in(EXPORT).ExportDialog(workspace, self._window, given))

    def report(self, workspace: Workspace) -> Any:
        """Show the check of a brief."""
        return self._show("report", lambda: _in(REPORT).ReportDialog(workspace, Side.PRO, self._window))

    def review(self, review: Review, added: Callable[[Review], object]) -> QDialog:
        """Show an article before it is added."""
        return self._show("review", lambda: _in(REVIEW).ReviewDialog(review, added, self._window))

    def works(self, workspace: Workspace) -> Any:
        """Show works cited and references."""
        return self._show("works", lambda: _in(WORKS).WorksDialog(workspace, self._window))

    def choose_library(self, chosen: Callable[[str], object]) -> None:
        """Let the user choose a library's file, one there is or a new one."""
        chooser = QFileDialog(self._window, self.tr("Open or make a library"))
        chooser.setFileMode(QFileDialog.FileMode.AnyFile)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        chooser.setNameFilters([self.tr("DebatePrep libraries (*.db)"), self.tr("All files (*)")])
        chooser.setDefaultSuffix("db")
        chooser.fileSelected.connect(chosen)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


def _in(module: str) -> Any:
    return importlib.import_module(module)
