"""Opens the dialogs of a window: each once, never in the way of a running job."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from debateprep.domain.model import Topic
from debateprep.gui.dialogs.preferences import PreferencesDialog
from debateprep.gui.dialogs.texts import HelpDialog, TextDialog, about_text, shortcut_sheet
from debateprep.gui.dialogs.topic import TopicDialog
from debateprep.gui.settings import preferences
from debateprep.gui.theme import look

if TYPE_CHECKING:
    from debateprep.gui.workspace import Workspace

EXPORT = "debateprep.gui.pages.export:ExportDialog"
"""Imported with the first use, as it brings the page pictures with it."""


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
            self._fit(dialog)

    def close_all(self) -> None:
        """Close what is open."""
        for dialog in list(self._open.values()):
            dialog.close()

    def new_topic(self, formats: Mapping[str, str], made: Callable[[Topic], None]) -> QDialog:
        """Ask for a new topic."""
        return self._show("topic", lambda: TopicDialog(formats, made, self._window))

    def preferences(self, library: str, chosen: Callable[[str], object]) -> QDialog:
        """Show the preferences."""
        return self._show(
            "preferences", lambda: PreferencesDialog(library, lambda: self.choose_library(chosen), self._window)
        )

    def help(self) -> QDialog:
        """Show the help."""
        return self._show("help", lambda: HelpDialog(self._window))

    def about(self) -> QDialog:
        """Show version and licences."""
        return self._show("about", lambda: TextDialog(self.tr("About DebatePrep"), about_text(), self._window))

    def shortcuts(self, groups: Sequence[tuple[str, Sequence[QAction]]]) -> QDialog:
        """Show every command with its keys."""
        title = self.tr("Keyboard shortcuts")
        return self._show("shortcuts", lambda: TextDialog(title, shortcut_sheet(groups), self._window))

    def export(self, workspace: Workspace) -> QDialog:
        """Show Print / Export."""
        module, _, name = EXPORT.partition(":")
        made = getattr(importlib.import_module(module), name)
        values = preferences().values
        given = {"name": values.name, "school": values.school, "words_a_minute": values.words_a_minute}
        return self._show("export", lambda: made(workspace, self._window, given))

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
