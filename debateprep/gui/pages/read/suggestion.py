"""A suggestion in the positions panel: its words, why it is offered, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from debateprep.domain.terms import Role, Side
from debateprep.gui.pages.read.state import Hint
from debateprep.gui.pages.read.words import KEEP_KEYS, side_words, snippet
from debateprep.gui.widgets.chips import Chip
from debateprep.gui.widgets.parts import CardFrame, FlatButton, Words, WrapLayout
from debateprep.gui.words import term

if TYPE_CHECKING:
    from debateprep.services.positions import Suggested


class SuggestionCard(CardFrame):
    """A suggestion: its words, why it is offered, and what to do with it. The signals carry its number."""

    picked = Signal(int)
    kept = Signal(int, str)
    dismissed = Signal(int)

    def __init__(self, offered: Suggested, hint: Hint, *, why: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, dashed=True)
        self.offered = offered
        self.hint = hint
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Suggested: {quote}").format(quote=offered.quote))
        self.setToolTip(self.tr("P keeps it as Pro, C as Con, N as neither · Delete dismisses · Enter shows its words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(7)
        column.addWidget(Words(f"“{' '.join(offered.quote.split())}”", "ink", 9.5, face="serif"))
        column.addWidget(self._first_reason())
        for words in self._hints():
            column.addWidget(Words(words, "mute", 8.5))
        self._reasons = Words(self._all_reasons(), "mute", 8.5)
        self._reasons.setVisible(why)
        column.addWidget(self._reasons)
        column.addLayout(self._buttons())

    def _first_reason(self) -> QWidget:
        found = self.offered.suggestion
        held = QWidget()
        wrap = WrapLayout(held)
        best = max(found.reasons, key=lambda reason: reason.weight, default=None)
        role = term(found.role.value)
        words = f"{role}: {term(best.label)}" if best is not None else role
        for each in (words, f"¶{found.paragraph}", found.speaker):
            if each:
                wrap.addWidget(Chip(each))
        if self.hint.side is not Side.NEITHER:
            chip = Chip(
                self.tr("helps {side}").format(side=side_words(self.hint.side)), self.hint.side.value, dashed=True
            )
            chip.setToolTip(term(self.hint.side_why))
            wrap.addWidget(chip)
        self.why = FlatButton(self.tr("why?"), "plain")
        self.why.setAccessibleName(self.tr("Why is this suggested?"))
        self.why.clicked.connect(self._on_why)
        wrap.addWidget(self.why)
        return held

    def _hints(self) -> list[str]:
        hint, lines = self.hint, []
        if self.offered.suggestion.role is Role.OPPOSING:
            lines.append(self.tr("An opposing view, told to be answered"))
        if hint.under:
            said = self.tr("stands under {claim}: {why}")
            lines.append(said.format(claim=snippet(hint.under, 48), why=term(hint.under_why)))
        return lines

    def _all_reasons(self) -> str:
        found = self.offered.suggestion
        lines = []
        for reason in found.reasons:
            matched = f": {reason.matched}" if reason.matched else ""
            lines.append(f"{reason.weight:+.1f}  {term(reason.label)}{matched}")
        if self.hint.side is not Side.NEITHER:
            said = self.tr("helps {side}: {why}")
            lines.append(said.format(side=side_words(self.hint.side), why=term(self.hint.side_why)))
        if self.offered.but:
            lines.append(self.tr("the author goes on {words}").format(words=snippet(self.offered.but)))
        return "\n".join(lines)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        held = QWidget()
        wrap = WrapLayout(held)
        self.keep: dict[Side, FlatButton] = {}
        names = {Side.PRO: self.tr("Keep as Pro"), Side.CON: self.tr("Con"), Side.NEITHER: self.tr("Neither")}
        for side, words in names.items():
            button = FlatButton(words)
            button.setAccessibleName(self.tr("Keep as {side}").format(side=term(side.label)))
            button.clicked.connect(self._on_keep)
            self.keep[side] = button
            wrap.addWidget(button)
        self.dismiss = FlatButton(self.tr("Dismiss"), "plain")
        self.dismiss.clicked.connect(self._on_dismiss)
        line.addWidget(held, 1)
        line.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def show_why(self, *, why: bool) -> None:
        """Show or hide all reasons."""
        self._reasons.setVisible(why)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the suggestion's words."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self.offered.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep, dismiss or show by key."""
        key = event.key()
        side = KEEP_KEYS.get(Qt.Key(key))
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.offered.number)
        elif key == Qt.Key.Key_Delete:
            self._on_dismiss()
        elif side is not None and not event.modifiers():
            self.kept.emit(self.offered.number, side.value)
        else:
            super().keyPressEvent(event)

    def _on_keep(self) -> None:
        for side, button in self.keep.items():
            if button is self.sender():
                self.kept.emit(self.offered.number, side.value)

    def _on_dismiss(self) -> None:
        self.dismissed.emit(self.offered.number)

    def _on_why(self) -> None:
        self._reasons.setVisible(self._reasons.isHidden())
