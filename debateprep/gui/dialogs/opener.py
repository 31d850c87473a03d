"""Opens the dialogs of a window: each once, never in the way of a running job."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from debateprep.domain.terms import Side
from debateprep.gui.scroll_bars import dress
from debateprep.gui.settings import preferences
from debateprep.gui.shell_style import dress_form
from debateprep.gui.theme import look
from debateprep.gui.widgets.files import ask_for_old_or_new
from debateprep.gui.widgets.names import name_lists

if TYPE_CHECKING:
    from debateprep.domain.model import Heard, Round, Topic
    from debateprep.gui.dialogs.heard import Recorded, RoundChoice
    from debateprep.gui.usecases import FormatChoice
    from debateprep.gui.workspace import Workspace
    from debateprep.services.reviews import Review

# Each is imported with its first use, so that the window need not wait for any.
TOPIC = "debateprep.gui.dialogs.topic"
PREFERENCES = "debateprep.gui.dialogs.preferences"
HELP = "debateprep.gui.dialogs.help"
SHORTCUTS = "debateprep.gui.dialogs.shortcuts"
ABOUT = "debateprep.gui.dialogs.about"
EXPORT = "debateprep.gui.pages.export.dialog"
REPORT = "debateprep.gui.dialogs.report"
WORKS = "debateprep.gui.dialogs.works"
HEARD = "debateprep.gui.dialogs.heard"
ROUND = "debateprep.gui.dialogs.round"
FORMATS = "debateprep.gui.dialogs.formats"
TOPICS = "debateprep.gui.dialogs.topics"
TEMPLATE = "debateprep.gui.dialogs.template"
LABELS = "debateprep.gui.dialogs.labels"
HISTORY = "debateprep.gui.dialogs.history"
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
            name_lists(dialog)
        self._dress(dialog)
        self._fit(dialog)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def _dress(self, dialog: QDialog) -> None:
        dress(dialog)
        # Print / Export dresses itself.
        if dialog is not self._open.get("export"):
            dress_form(dialog)

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
            self._dress(dialog)
            self._fit(dialog)

    def close_all(self) -> None:
        """Close what is open."""
        for dialog in list(self._open.values()):
            dialog.close()

    def new_topic(self, formats: Sequence[FormatChoice], made: Callable[[Topic, str], None]) -> QDialog:
        """Ask for a new topic."""
        return self._show("topic", lambda: _in(TOPIC).TopicDialog(formats, made, self._window))

    def edit_topic(self, topic: Topic, formats: Sequence[FormatChoice], made: Callable[[Topic, str], None]) -> QDialog:
        """Show a topic's words to be changed."""
        return self._show("edit topic", lambda: _in(TOPIC).TopicDialog(formats, made, self._window, topic))

    def preferences(self, library: str, chosen: Callable[[str], object]) -> QDialog:
        """Show the preferences."""
        form = _in(PREFERENCES)
        return self._show(
            "preferences", lambda: form.PreferencesDialog(library, lambda: self.choose_library(chosen), self._window)
        )

    def help(self, page: str = "") -> QDialog:
        """Show the help at a page, or where it was left."""
        shown = self._show("help", lambda: _in(HELP).HelpDialog(self._window))
        shown.show_page(page)  # type: ignore[attr-defined]
        return shown

    def about(self) -> QDialog:
        """Show version and licences."""
        return self._show("about", lambda: _in(ABOUT).AboutDialog(self._window))

    def shortcuts(self, groups: Sequence[tuple[str, Sequence[QAction]]]) -> QDialog:
        """Show every command with its keys."""
        return self._show("shortcuts", lambda: _in(SHORTCUTS).ShortcutsDialog(groups, self._window))

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

    def heard(self, choice: RoundChoice, made: Callable[[Recorded], object], argument: int = 0) -> Any:
        """Ask what was heard in a round."""
        return self._show("heard", lambda: _in(HEARD).HeardDialog(choice, made, self._window, argument))

    def heard_again(self, choice: RoundChoice, heard: Heard, changed: Callable[[Heard], object]) -> Any:
        """Show what was heard to be changed."""
        return self._show("heard again", lambda: _in(HEARD).HeardAgainDialog(choice, heard, changed, self._window))

    def round(self, debated: Round, changed: Callable[[Round], object]) -> Any:
        """Show a round to be changed."""
        return self._show("round", lambda: _in(ROUND).RoundDialog(debated, changed, self._window))

    def history(self, workspace: Workspace) -> Any:
        """Show the history and the trash."""
        return self._show("history", lambda: _in(HISTORY).HistoryDialog(workspace, self._window))

    def template(self, workspace: Workspace) -> Any:
        """Show the outline templates that can be added to the topic in view."""
        return self._show("template", lambda: _in(TEMPLATE).TemplateDialog(workspace, self._window))

    def labels(self, workspace: Workspace) -> Any:
        """Show the labels, and what has them."""
        return self._show("labels", lambda: _in(LABELS).LabelsDialog(workspace, self._window))

    def topics(self, workspace: Workspace, change: Callable[[Topic], None], begin: Callable[[], None]) -> Any:
        """Show every topic, those out of the way too."""
        return self._show("topics", lambda: _in(TOPICS).TopicsDialog(workspace, change, begin, self._window))

    def formats(self, workspace: Workspace, key: str) -> Any:
        """Show the debate formats, one of them first."""
        return self._show("formats", lambda: _in(FORMATS).FormatsDialog(workspace, key, self._window))

    def choose_library(self, chosen: Callable[[str], object]) -> None:
        """Let the user choose a library's file, one there is or a new one."""
        title, kind = self.tr("Open or make a library"), self.tr("DebatePrep libraries (*.db)")
        ask_for_old_or_new(self._window, title, kind, "db", lambda path: chosen(str(path)))


def _in(module: str) -> Any:
    return importlib.import_module(module)
