"""A kept position in the panel: edited in place, put under another, and offered the side it seems to serve."""

from __future__ import annotations

import os

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from debateprep.domain.labels import names
from debateprep.domain.model import Label, Position
from debateprep.domain.terms import Role, Side, Verdict
from debateprep.gui.pages.read.edits import SpeakerEdit, StatementEdit
from debateprep.gui.pages.read.state import Hint, Snapshot
from debateprep.gui.pages.read.words import KEEP_KEYS, side_words, snippet
from debateprep.gui.theme import look
from debateprep.gui.verdicts import SHAPES, verdict_words, worst
from debateprep.gui.widgets.chips import Chip
from debateprep.gui.widgets.label_marks import LabelChip
from debateprep.gui.widgets.parts import CardFrame, Words, WrapLayout
from debateprep.gui.words import term

_INDENT = 18
_LINKS = 40
_LINK = "application/x-debateprep-position"


def dragged(data: QMimeData) -> int:
    """Return the position that is being dragged onto another, 0 for anything else."""
    return int(bytes(data.data(_LINK).data())) if data.hasFormat(_LINK) else 0


class PositionCard(CardFrame):
    """A kept position. `picked` asks to show its words; `changed` carries edited fields; the rest ask for actions."""

    picked = Signal(int)
    changed = Signal(int, object)
    cut_asked = Signal(int)
    removed = Signal(int)
    linked = Signal(int, int)
    labels_asked = Signal(int, QPoint)

    def __init__(
        self, position: Position, text: str, cards: tuple[Verdict, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.position = position
        self.cards = cards
        self._editor: QWidget | None = None
        self._before = self._kept = position.statement
        self._merge = ""
        self._others: tuple[Position, ...] = ()
        self._above: Position | None = None
        self._offer: Hint | None = None
        self._pressed: QPoint | None = None
        self._labels: tuple[Label, ...] = ()
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()
        self.setToolTip(
            self.tr("Enter shows its words · F2 edits · U or a drag puts it under another · L labels · Delete")
        )
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
        self.offer = Chip("", dashed=True, pressable=True)
        self.offer.clicked.connect(self._on_offer)
        self.offer.hide()
        wrap.addWidget(self.offer)
        self._held = wrap
        line.addWidget(held, 1)
        if self.cards:
            line.addWidget(self._cards_chip(), 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _cards_chip(self) -> Chip:
        many, verdict = len(self.cards), worst(self.cards)
        words = self.tr("1 card") if many == 1 else self.tr("{n} cards").format(n=many)
        sound = verdict is Verdict.VERBATIM
        chip = Chip(f"{words} {SHAPES[verdict]}" if verdict else words, "mute" if sound else "danger")
        chip.setAccessibleName(f"{words}: {verdict_words(verdict)}" if verdict else words)
        return chip

    # Where it stands

    def stand(self, snapshot: Snapshot) -> None:
        """Stand under the position it supports, and offer the side that it seems to help."""
        above = snapshot.under.get(self.position.id, 0)
        self._others = tuple(each for each in snapshot.kept if each.id != self.position.id)
        self._above = next((each for each in self._others if each.id == above), None)
        indent = int(_INDENT * look().scale) * min(3, snapshot.depth(self.position.id))
        if indent != self.indent:
            self.indent = indent
            self._column.setContentsMargins(12 + indent, 10, 12, 10)
            self.update()
        self._show_labels(snapshot.labels.get(self.position.id, ()))
        offer = snapshot.sides.get(self.position.id)
        if offer != self._offer:
            self._offer = offer
            self.offer.setVisible(offer is not None)
            if offer is not None:
                self.offer.show_as(self.tr("{side}?").format(side=side_words(offer.side)), offer.side.value)
                self.offer.setToolTip(term(offer.side_why))
                self.offer.setAccessibleName(
                    self.tr("Serve {side}: {why}").format(side=term(offer.side.label), why=term(offer.side_why))
                )
        self._name()

    def _show_labels(self, labels: tuple[Label, ...]) -> None:
        if labels == self._labels:
            return
        for chip in self.findChildren(LabelChip):
            self._held.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._labels = labels
        for label in labels:
            self._held.addWidget(LabelChip(label))

    def _on_offer(self) -> None:
        if self._offer is not None:
            self.changed.emit(self.position.id, {"side": self._offer.side})

    def link_menu(self) -> QMenu:
        """Return the menu of what it can stand under."""
        menu = self._menu()
        self._fill_links(menu)
        return menu

    def _fill_links(self, menu: QMenu) -> None:
        none = menu.addAction(self.tr("Nothing: it stands for itself"))
        none.setCheckable(True)
        none.setChecked(self._above is None)
        none.setData(0)
        menu.addSeparator()
        for each in self._others[:_LINKS]:
            action = menu.addAction(snippet(each.statement, 70).strip("“”").replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._above is not None and each.id == self._above.id)
            action.setData(each.id)
        menu.triggered.connect(self._on_link)

    def _on_link(self, action: QAction) -> None:
        if action.data() is not None and action.data() != (self._above.id if self._above else 0):
            self.linked.emit(self.position.id, int(action.data()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the position onto the one it supports."""
        far = QApplication.startDragDistance()
        if self._pressed is None or (event.position().toPoint() - self._pressed).manhattanLength() < far:
            return
        self._pressed = None
        drag = QDrag(self)
        data = QMimeData()
        data.setData(_LINK, str(self.position.id).encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab().scaledToWidth(max(1, self.width() // 2), Qt.TransformationMode.SmoothTransformation))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take another position."""
        if dragged(event.mimeData()) not in (0, self.position.id):
            self.chosen = True
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Stop welcoming."""
        self.chosen = False

    def dropEvent(self, event: QDropEvent) -> None:
        """Let what was dropped stand under this one."""
        self.chosen = False
        number = dragged(event.mimeData())
        if number not in (0, self.position.id):
            event.acceptProposedAction()
            self.linked.emit(number, self.position.id)

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
        self._merge = os.urandom(16).hex()
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
        name = said.format(statement=self.position.statement, side=term(self.position.side.label))
        if self._above is not None:
            name = self.tr("{name}. Stands under: {above}").format(name=name, above=self._above.statement)
        if self._labels:
            name = self.tr("{name}. Labels: {labels}").format(name=name, labels=names(self._labels))
        self.setAccessibleName(name)

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
        self._fill_links(menu.addMenu(self.tr("Stands under")))
        menu.addAction(self.tr("Labels…\tL")).triggered.connect(self.offer_labels)
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
        elif key == Qt.Key.Key_L and not event.modifiers():
            self.offer_labels()
        elif key == Qt.Key.Key_U:
            self.link_menu().popup(self.mapToGlobal(QPoint(20, self.height())))
        elif side is not None and not event.modifiers():
            if side is not self.position.side:
                self.changed.emit(self.position.id, {"side": side})
        else:
            super().keyPressEvent(event)

    def offer_labels(self) -> None:
        """Ask for the labels to choose of."""
        self.labels_asked.emit(self.position.id, self.mapToGlobal(QPoint(20, self.height())))

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
