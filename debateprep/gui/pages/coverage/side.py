"""Beside the coverage table: what the checks find, or the round log."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from debateprep.gui.pages.coverage.checks import ChecksPane
from debateprep.gui.pages.coverage.rounds import RoundsPane
from debateprep.gui.pages.coverage.state import Shown
from debateprep.gui.widgets.switched import Switched
from debateprep.gui.workspace import Workspace

CHECKS, ROUNDS = 0, 1


class SidePane(QWidget):
    """Two lists, one at a time."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks = ChecksPane()
        self.rounds = RoundsPane(workspace)
        self._pages = Switched()
        self._pages.add("", self.checks)
        self._pages.add("", self.rounds)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 8, 12)
        column.addWidget(self._pages)
        self.show_state(Shown())

    def show_state(self, shown: Shown) -> None:
        """Show what was read."""
        self.checks.show_lines(shown.checks)
        self.rounds.show_lines(shown.rounds)
        self.checks.none.setVisible(bool(shown.topic_id) and not shown.checks)
        self._pages.rename(CHECKS, self.tr("Checks ({n})").format(n=shown.findings))
        self._pages.rename(ROUNDS, self.tr("Rounds ({n})").format(n=shown.debated))

    def show_checks(self) -> None:
        """Go to the checks."""
        self._pages.bring(CHECKS)
        self.checks.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rounds(self) -> None:
        """Go to the rounds."""
        self._pages.bring(ROUNDS)
        there = self.rounds.list if self.rounds.list.isVisible() else self.rounds.record
        there.setFocus(Qt.FocusReason.OtherFocusReason)
