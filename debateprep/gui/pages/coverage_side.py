"""Beside the coverage table: what the checks find, or the round log."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from debateprep.gui.pages.coverage_checks import ChecksPane
from debateprep.gui.pages.coverage_rounds import RoundsPane
from debateprep.gui.pages.coverage_state import Shown
from debateprep.gui.widgets.parts import FlatButton
from debateprep.gui.workspace import Workspace


class SidePane(QWidget):
    """Two lists, one at a time."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks = ChecksPane()
        self.rounds = RoundsPane(workspace)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.checks)
        self._stack.addWidget(self.rounds)
        self._buttons = [FlatButton(""), FlatButton("")]
        line = QHBoxLayout()
        line.setSpacing(6)
        for at, button in enumerate(self._buttons):
            button.setCheckable(True)
            button.clicked.connect(lambda _on, at=at: self._bring(at))
            line.addWidget(button)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._stack, 1)
        self._bring(0)
        self.show_state(Shown())

    def show_state(self, shown: Shown) -> None:
        """Show what was read."""
        self.checks.show_lines(shown.checks)
        self.rounds.show_lines(shown.rounds)
        self.checks.none.setVisible(bool(shown.topic_id) and not shown.checks)
        words = (
            self.tr("Checks ({n})").format(n=shown.findings),
            self.tr("Rounds ({n})").format(n=shown.debated),
        )
        for button, said in zip(self._buttons, words, strict=True):
            button.setText(said)
            button.setAccessibleName(said)
            button.updateGeometry()

    def _bring(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        for at, button in enumerate(self._buttons):
            button.setChecked(at == place)

    def show_checks(self) -> None:
        """Go to the checks."""
        self._bring(0)
        self.checks.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rounds(self) -> None:
        """Go to the rounds."""
        self._bring(1)
        there = self.rounds.list if self.rounds.list.isVisible() else self.rounds.record
        there.setFocus(Qt.FocusReason.OtherFocusReason)
