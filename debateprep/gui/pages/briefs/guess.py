"""How high the rows of a column will be, before any of them is a widget: near enough for a scroll bar."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QFontMetricsF

from debateprep.gui.models.board import ArgumentView, Board, ItemView, SectionView
from debateprep.gui.pages.briefs.cards import ArgumentCard, NoteRow, SectionHeading
from debateprep.gui.pages.briefs.paint import Type
from debateprep.gui.pages.briefs.plan import Planned, Shows

_SAMPLE = "what people can count on is worth more than what they are told"
_SIDES = 27.0
"""What a card has left and right of its words."""


class _Print:
    """The height of a line and the mean width of a letter."""

    def __init__(self, kind: str) -> None:
        metrics = QFontMetricsF(Type.font(kind))
        self.line = metrics.lineSpacing()
        self.letter = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)

    def height(self, text: str, width: float) -> float:
        """Return the height of a text wrapped to a width."""
        # A wrapped line ends half a word early, on average.
        return self.line * max(1, ceil(len(text) * self.letter / max(20.0, width - 2.5 * self.letter)))


class Guess:
    """Guesses for one board at one size of type; `wide` cards write the other side's answers out."""

    def __init__(self, board: Board, *, wide: bool) -> None:
        self._board = board
        self._wide = wide
        self._claim, self._line, self._title = _Print("claim"), _Print("line"), _Print("title")
        self._body, self._pill = _Print("body"), _Print("pill")

    def height(self, row: Planned, width: int) -> int:
        """Return about how high a row is at a width."""
        if row.shows is Shows.ARGUMENT:
            return round(self._card(row, width))
        if row.shows in (Shows.SECTION, Shows.TARGET):
            return round(self._title.height(self._named(row), width - SectionHeading.right - 40) + 8)
        if row.shows is Shows.ENTRY and isinstance(row.what, ItemView):
            return round(self._body.height(row.what.text, width - 12) + NoteRow.top + NoteRow.bottom)
        if row.shows in (Shows.NOTICE, Shows.EMPTY):
            return round(2 * self._line.line + 4)
        return round(self._body.line + 6)

    def _named(self, row: Planned) -> str:
        if isinstance(row.what, SectionView):
            return row.what.title
        view = self._board.arguments.get(row.key[1])
        return (view.name or view.claim) if view is not None else ""

    def _card(self, row: Planned, width: int) -> float:
        board, item = self._board, row.what
        frozen = item.frozen if isinstance(item, ItemView) else None
        view = frozen or board.arguments[row.argument]
        claim = board.we_say(board.answers[row.answer]) if row.answer else view.claim
        inner = width - _SIDES
        height = ArgumentCard.top + self._claim.height(claim, inner) + 2 + self._line.line
        height += self._pill.line + 10 + ArgumentCard.bottom
        if isinstance(item, ItemView) and item.remark:
            height += 2 + self._line.line
        return height + (self._exchange(view, inner) if self._wide else 0)

    def _exchange(self, view: ArgumentView, width: float) -> float:
        board, height = self._board, 0.0
        for number in view.answers:
            answer = board.answers[number]
            for each in (answer, *(board.answers[reply] for reply in board.arguments[answer.answering].answers)):
                height += 6 + self._line.height(board.we_say(each), width) + self._line.line * 0.3
        return height
