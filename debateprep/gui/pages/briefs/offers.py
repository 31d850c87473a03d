"""What the library offers to answer or support the argument in view, with the words shared; a press takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from debateprep.domain.suggesting import Offer
from debateprep.domain.terms import Aim
from debateprep.gui.latest import Latest
from debateprep.gui.models.board import ArgumentView, Board
from debateprep.gui.pages.briefs.boxes import Box
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.paint import LinkButton, Says
from debateprep.gui.words import term
from debateprep.services import suggestions
from debateprep.storage.errors import NotFound

if TYPE_CHECKING:
    from debateprep.storage.library import Library

SHOWN = 3
PAUSE_MS = 150
"""How long an argument is in view before anything is looked for: who walks on needs none, and the brief is first."""
Found = dict[Aim, list[Offer]]


class OfferRow(QWidget):
    """One offer: what it is, a press takes it, and below the words that it shares."""

    def __init__(self, offer: Offer, aim: Aim, argument: int, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer, self._aim, self._argument, self._desk = offer, aim, argument, desk
        verb = self.tr("Answer with") if aim is Aim.ANSWER else self.tr("Support with")
        kind = self.tr("a copy of an argument") if offer.elsewhere else term(offer.kind)
        self.take = LinkButton(f"+ {offer.title}", f"{verb}: {offer.title}", wraps=True)
        self.take.setToolTip(f"{verb}: {kind}")
        self.take.clicked.connect(self._on_take)
        said = [kind]
        if offer.conceded:
            said.append(self.tr("their author concedes it"))
        said.append(self.tr("shares: {words}").format(words=", ".join(offer.shared)))
        self.shares = Says(" · ".join(said), "small", "mute")
        self.shares.setWordWrap(True)
        self.shares.setContentsMargins(5, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 3)
        column.setSpacing(0)
        column.addWidget(self.take)
        column.addWidget(self.shares)

    @Slot()
    def _on_take(self) -> None:
        self.take.setEnabled(False)
        self._desk.take(self._argument, self._offer, self._aim)


class OffersBox(Box):
    """Suggested answers and suggested support for one argument, read off the GUI thread."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Suggested"), "mute")
        self._desk = desk
        self._argument = 0
        self._board: Board | None = None
        self.reading = Latest(desk.workspace, self)
        self.rows: list[OfferRow] = []
        self._inside = QVBoxLayout()
        self._inside.setSpacing(1)
        self.column.addLayout(self._inside)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._read)
        self.hide()

    def show_offers(self, view: ArgumentView) -> None:
        """Ask what fits an argument, unless that is known for this board."""
        board = self._desk.board
        if not self._desk.workspace.is_open or (view.id == self._argument and board is self._board):
            self.setVisible(bool(self.rows))
            return
        if self._argument != view.id:
            self._show(view.id, {})
        self._argument, self._board = view.id, board
        self._forget()
        self._soon.start()

    def rest(self) -> None:
        """Offer nothing, as no argument is in view."""
        self._board = None
        self._forget()
        self.hide()

    def _forget(self) -> None:
        self._soon.stop()
        self.reading.drop()

    @Slot()
    def _read(self) -> None:
        if not self._desk.workspace.is_open:
            return
        number = self._argument
        self.reading.read(lambda library: _offers(library, number), lambda found: self._arrived(number, found))

    def _arrived(self, number: int, found: Found) -> None:
        if number == self._argument:
            self._show(number, found)

    def _show(self, number: int, found: Found) -> None:
        self.rows = []
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        titles = {Aim.ANSWER: self.tr("could answer it"), Aim.SUPPORT: self.tr("could support it")}
        for aim, offers in found.items():
            if offers:
                self._inside.addWidget(Says(titles[aim], "small", "mute"))
            for offer in offers:
                self.rows.append(OfferRow(offer, aim, number, self._desk, self))
                self._inside.addWidget(self.rows[-1])
        self.setVisible(bool(self.rows))

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        return [row.take for row in self.rows]


def _offers(library: Library, number: int) -> Found:
    # Undo may have taken the argument away meanwhile; then the window shows another, or none.
    try:
        with library.read() as reader:
            return {aim: suggestions.offers(reader, number, aim, SHOWN) for aim in Aim}
    except NotFound:
        return {}
