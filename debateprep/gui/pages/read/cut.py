"""The cards that were cut from the article in view, below its positions: tag, verdict, and the way to each."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from debateprep.domain.model import Card
from debateprep.domain.terms import Verdict
from debateprep.gui.pages.read.state import Snapshot
from debateprep.gui.verdicts import verdict_words
from debateprep.gui.widgets.parts import CardFrame, FlatButton, Words, heading

_SHOWN = 60


class CutCard(CardFrame):
    """A card in the list. `picked` asks to show its words here, `opened` to show it on the Cards page."""

    picked = Signal(int)
    opened = Signal(int)

    def __init__(self, card: Card, verdict: Verdict) -> None:
        super().__init__()
        self.card = card
        self.verdict = verdict
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = verdict_words(verdict)
        tag = " ".join(card.tag.split()) or self.tr("no tag yet")
        self.setAccessibleName(self.tr("Card: {tag}. {verdict}").format(tag=tag, verdict=said))
        self.setToolTip(self.tr("Space shows its words · Enter opens the card"))
        where = f"¶{card.paragraph}" if card.paragraph else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        column.addWidget(Words(tag, "ink", 9.0, bold=True))
        line = QHBoxLayout()
        line.addWidget(Words(where, "mute", 8.5, wrap=False))
        line.addWidget(Words(said, "mute" if verdict is Verdict.VERBATIM else "danger", 8.5, wrap=False))
        line.addStretch()
        column.addLayout(line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show its words."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self.card.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show its words, or open the card."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Space:
            self.picked.emit(self.card.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer both."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open the card\tEnter")).triggered.connect(self._open)
        menu.addAction(self.tr("Show its words\tSpace")).triggered.connect(self._pick)
        menu.popup(event.globalPos() if not event.globalPos().isNull() else self.mapToGlobal(QPoint(0, 0)))

    def _open(self) -> None:
        self.opened.emit(self.card.id)

    def _pick(self) -> None:
        self.picked.emit(self.card.id)


class CutCards(QWidget):
    """The list, folded behind its heading until it is wanted."""

    picked = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CutCard] = []
        self._snapshot = Snapshot()
        self._open = False
        self._source = 0
        self.fold = FlatButton("", "plain")
        self.fold.clicked.connect(self._on_fold)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("CARDS CUT")))
        head.addStretch()
        head.addWidget(self.fold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self._fill()

    def show_cards(self, snapshot: Snapshot) -> None:
        """Show the cards of a snapshot's source."""
        source = snapshot.source.id if snapshot.source is not None else 0
        if source != self._source:
            self._source, self._open = source, False
        self._snapshot = snapshot
        self.setVisible(bool(snapshot.cards))
        self._fill()

    def reveal(self, card_id: int) -> CutCard | None:
        """Unfold the list, ring one card, and return its row."""
        self._open = True
        self._fill()
        found = None
        for row in self.rows:
            row.chosen = row.card.id == card_id
            found = row if row.chosen else found
        return found

    def _fill(self) -> None:
        many = len(self._snapshot.cards)
        self.fold.setText(self.tr("hide") if self._open else self.tr("show {n}").format(n=many))
        said = self.tr("Hide the cards cut here") if self._open else self.tr("Show the cards cut here")
        self.fold.setAccessibleName(said)
        self.fold.setToolTip(said)
        self.fold.updateGeometry()
        verdicts = dict(self._snapshot.verdicts)
        wanted = self._snapshot.cards[:_SHOWN] if self._open else ()
        known = {row.card.id: row for row in self.rows}
        self.rows = []
        for at, card in enumerate(wanted):
            verdict = verdicts.get(card.id, Verdict.NO_SOURCE)
            row = known.pop(card.id, None)
            if row is None or (row.card.tag, row.verdict) != (card.tag, verdict):
                if row is not None:
                    known[card.id] = row
                row = CutCard(card, verdict)
                row.picked.connect(self.picked)
                row.opened.connect(self.opened)
            self._column.insertWidget(at + 1, row)
            self.rows.append(row)
        for row in known.values():
            row.hide()
            row.deleteLater()

    def _on_fold(self) -> None:
        self._open = not self._open
        self._fill()
