"""The cards of the positions panel: a kept position that is edited in place, and a suggestion with its reasons."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from debateprep.domain.model import Position
from debateprep.domain.terms import Role, Side
from debateprep.gui.widgets.chips import Chip
from debateprep.gui.widgets.parts import CardFrame, FlatButton, Words, WrapLayout
from debateprep.gui.words import term

if TYPE_CHECKING:
    from debateprep.services.positions import Suggested

_SNIPPET = 64
_PAUSE_MS = 700
KEEP_KEYS = {Qt.Key.Key_P: Side.PRO, Qt.Key.Key_C: Side.CON, Qt.Key.Key_N: Side.NEITHER}
"""The keys that keep a suggestion (or move a kept position) while its card has the focus."""


def snippet(words: str, length: int = _SNIPPET) -> str:
    """Return the beginning of a quote in quotation marks, cut at a word."""
    words = " ".join(words.split())
    if len(words) <= length:
        return f"“{words}”"
    return f"“{words[:length].rsplit(' ', 1)[0].rstrip(',;:–—-')}…”"


def side_words(side: Side) -> str:
    """Return a side's word with its shape."""
    return term(side.label) if side is Side.NEITHER else f"{side.sign} {term(side.label)}"


class StatementEdit(QPlainTextEdit):
    """The statement while it is edited: Enter or leaving keeps it, Escape does not; Tab goes on.

    `typed` carries what stands here while it is written, so that a crash takes little of it.
    """

    typed = Signal(str)
    done = Signal(str)
    abandoned = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._over = False
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Statement"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectAll()
        self.document().contentsChanged.connect(self._fit)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_typed)
        self._fit()

    def _words(self) -> str:
        return " ".join(self.toPlainText().split())

    def _on_typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _on_pause(self) -> None:
        if not self._over and self._words():
            self.typed.emit(self._words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Enter or Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end(keep=True)

    def _end(self, *, keep: bool) -> None:
        if self._over:
            return
        self._over = True
        self._pause.stop()
        words = self._words()
        if keep and words:
            self.done.emit(words)
        else:
            self.abandoned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the words at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(2, int(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 12)


class PositionCard(CardFrame):
    """A kept position. `picked` asks to show its words; `changed` carries edited fields; the rest ask for actions."""

    picked = Signal(int)
    changed = Signal(int, object)
    cut_asked = Signal(int)
    removed = Signal(int)

    def __init__(self, position: Position, text: str, cards: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position = position
        self.cards = cards
        self._editor: QWidget | None = None
        self._before = self._kept = position.statement
        self._merge = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()
        self.setToolTip(self.tr("Enter shows its words · F2 edits · Delete moves it to the trash"))
        self._statement = Words(position.statement, "ink", 9.5, bold=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(5)
        self._column.addWidget(self._statement)
        quote = position.span.of(text) if position.span is not None else ""
        where = self._where(quote, verbatim=bool(position.but) and position.but in text)
        if where:
            self._column.addWidget(Words(where, "mute", 9.0, face="serif"))
        self._column.addLayout(self._pills())

    def _where(self, quote: str, *, verbatim: bool) -> str:
        position = self.position
        paragraph = f"¶{position.paragraph}" if position.paragraph else ""
        if position.but:
            # Quotation marks only where the words are the author's own.
            goes_on = self.tr("the author goes on {words}").format(words=snippet(position.but, 40))
            return " · ".join(part for part in (paragraph, goes_on if verbatim else position.but) if part)
        same = " ".join(quote.split()) == position.statement
        return " ".join(part for part in ("" if same or not quote else snippet(quote), paragraph) if part)

    def _pills(self) -> QHBoxLayout:
        position = self.position
        role = position.side.value if position.side is not Side.NEITHER else "mute"
        self.side_pill = Chip(side_words(position.side), role, pressable=True)
        self.side_pill.setAccessibleName(self.tr("Side: {side}").format(side=term(position.side.label)))
        self.side_pill.setToolTip(self.tr("Choose the side it serves"))
        self.side_pill.clicked.connect(self._on_side)
        speaker = position.speaker or self.tr("the author")
        self.role_pill = Chip(f"{term(position.role.value)} · {speaker}", pressable=True)
        self.role_pill.setAccessibleName(self.tr("Role and speaker: {words}").format(words=self.role_pill.text()))
        self.role_pill.setToolTip(self.tr("Choose what it does in the author's case, and who says it"))
        self.role_pill.clicked.connect(self._on_role)
        line = QHBoxLayout()
        held = QWidget()
        wrap = WrapLayout(held)
        wrap.addWidget(self.side_pill)
        wrap.addWidget(self.role_pill)
        line.addWidget(held, 1)
        if self.cards:
            words = self.tr("1 card") if self.cards == 1 else self.tr("{n} cards").format(n=self.cards)
            line.addWidget(Chip(words), 0, Qt.AlignmentFlag.AlignBottom)
        return line

    # Editing in place

    def edit_statement(self) -> None:
        """Edit the statement where it stands."""
        if self._editor is not None:
            return
        editor = StatementEdit(self.position.statement)
        editor.setFont(self._statement.font())
        editor.typed.connect(self._keep_statement)
        editor.done.connect(self._on_statement)
        editor.abandoned.connect(self._on_abandoned)
        self._before = self._kept = self.position.statement
        self._merge = uuid.uuid4().hex
        self._statement.hide()
        self._open(editor, 0)

    def edit_speaker(self) -> None:
        """Edit who says it, under the pills."""
        if self._editor is not None:
            return
        editor = SpeakerEdit(self.position.speaker)
        editor.done.connect(self._on_speaker)
        editor.abandoned.connect(self._close_editor)
        self._open(editor, self._column.count())

    @property
    def editor(self) -> QWidget | None:
        """Return the editor that is open, or None."""
        return self._editor

    def _open(self, editor: QWidget, row: int) -> None:
        self._editor = editor
        self._column.insertWidget(row, editor)
        # Only what is shown already can take the focus.
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            self._statement.show()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, position: Position) -> None:
        """Learn what is stored meanwhile, without a change of what is being edited."""
        self.position = position
        self._name()

    def _name(self) -> None:
        said = self.tr("Kept position: {statement}. {side}")
        self.setAccessibleName(said.format(statement=self.position.statement, side=term(self.position.side.label)))

    def _on_statement(self, words: str) -> None:
        self._close_editor()
        self._keep_statement(words)

    def _on_abandoned(self) -> None:
        self._close_editor()
        # A pause may have saved some of it; then what stood here before is saved again, in the same step.
        self._keep_statement(self._before)

    def _keep_statement(self, words: str) -> None:
        self._statement.setText(words)
        if words != self._kept:
            self._kept = words
            self.changed.emit(self.position.id, {"statement": words, "merge": self._merge})

    def _on_speaker(self, words: str) -> None:
        self._close_editor()
        if words != self.position.speaker:
            self.changed.emit(self.position.id, {"speaker": words})

    # Menus and keys

    def _on_side(self) -> None:
        menu = self._menu()
        for side in Side:
            self._choice(menu, side_words(side), f"side={side.value}", chosen=side is self.position.side)
        menu.popup(self.side_pill.mapToGlobal(QPoint(0, self.side_pill.height())))

    def _on_role(self) -> None:
        menu = self._menu()
        for role in Role:
            self._choice(menu, term(role.value), f"role={role.value}", chosen=role is self.position.role)
        menu.addSeparator()
        menu.addAction(self.tr("Who says it…")).triggered.connect(self.edit_speaker)
        menu.popup(self.role_pill.mapToGlobal(QPoint(0, self.role_pill.height())))

    def _choice(self, menu: QMenu, words: str, chosen_as: str, *, chosen: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.setData(chosen_as)
        action.triggered.connect(self._on_choice)

    def _on_choice(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            # Qt hands an enum back as bare words, so it is made anew.
            name, _, value = action.data().partition("=")
            wanted = Side(value) if name == "side" else Role(value)
            if wanted is not getattr(self.position, name):
                self.changed.emit(self.position.id, {name: wanted})

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a position."""
        menu = self._menu()
        menu.addAction(self.tr("Show its words")).triggered.connect(self._pick)
        menu.addAction(self.tr("Edit statement\tF2")).triggered.connect(self.edit_statement)
        menu.addAction(self.tr("Who says it…")).triggered.connect(self.edit_speaker)
        if self.position.span is not None:
            menu.addAction(self.tr("Cut a card from its words")).triggered.connect(self._cut)
        menu.addSeparator()
        menu.addAction(self.tr("Move to trash\tDel")).triggered.connect(self._remove)
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the position's words."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pick()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the statement."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit_statement()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show, edit, choose a side or throw away by key."""
        key = event.key()
        side = KEEP_KEYS.get(Qt.Key(key))
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick()
        elif key == Qt.Key.Key_F2:
            self.edit_statement()
        elif key == Qt.Key.Key_Delete:
            self._remove()
        elif side is not None and not event.modifiers():
            if side is not self.position.side:
                self.changed.emit(self.position.id, {"side": side})
        else:
            super().keyPressEvent(event)

    def _pick(self) -> None:
        self.picked.emit(self.position.id)

    def _cut(self) -> None:
        self.cut_asked.emit(self.position.id)

    def _remove(self) -> None:
        self.removed.emit(self.position.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()


class SpeakerEdit(QLineEdit):
    """Who says a position; empty for the author. Enter or leaving keeps it, Escape does not."""

    done = Signal(str)
    abandoned = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(self.tr("Speaker"))
        self.setPlaceholderText(self.tr("the author"))
        self._over = False
        self.editingFinished.connect(self._keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the speaker as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._over = True
            self.abandoned.emit()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        if not self._over:
            self._over = True
            self.done.emit(" ".join(self.text().split()))


class SuggestionCard(CardFrame):
    """A suggestion: its words, why it is offered, and what to do with it. The signals carry its number."""

    picked = Signal(int)
    kept = Signal(int, str)
    dismissed = Signal(int)

    def __init__(self, offered: Suggested, *, why: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, dashed=True)
        self.offered = offered
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Suggested: {quote}").format(quote=offered.quote))
        self.setToolTip(self.tr("P keeps it as Pro, C as Con, N as neither · Delete dismisses · Enter shows its words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(7)
        column.addWidget(Words(f"“{' '.join(offered.quote.split())}”", "ink", 9.5, face="serif"))
        column.addWidget(self._first_reason())
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
        self.why = FlatButton(self.tr("why?"), "plain")
        self.why.setAccessibleName(self.tr("Why is this suggested?"))
        self.why.clicked.connect(self._on_why)
        wrap.addWidget(self.why)
        return held

    def _all_reasons(self) -> str:
        found = self.offered.suggestion
        lines = []
        for reason in found.reasons:
            matched = f": {reason.matched}" if reason.matched else ""
            lines.append(f"{reason.weight:+.1f}  {term(reason.label)}{matched}")
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
