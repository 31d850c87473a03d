"""What the Read page shows, read in one go off the GUI thread."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debateprep.domain.article import Span, numbered
from debateprep.domain.model import Card, Position, Source, SourceText, Topic
from debateprep.domain.terms import PositionStatus
from debateprep.gui.later import later

if TYPE_CHECKING:
    from debateprep.services import positions
    from debateprep.services.positions import Suggested
    from debateprep.storage.edit import Reader
    from debateprep.storage.library import Library
else:
    positions = later("debateprep.services.positions")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A line of the sources list; `here` tells that the source serves the topic in view, or none yet."""

    id: int
    title: str
    by: str
    paragraphs: int | None
    kept: int
    here: bool


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One moment of a topic's sources and of the source in view."""

    topic_id: int = 0
    rows: tuple[SourceRow, ...] = ()
    source: Source | None = None
    text: SourceText | None = None
    kept: tuple[Position, ...] = ()
    decided: tuple[Position, ...] = ()
    cards: tuple[Card, ...] = ()

    def cards_of(self, position_id: int) -> int:
        """Return how many cards were cut from a position."""
        return sum(1 for card in self.cards if card.position_id == position_id)


class ReadState:
    """Reads for the page; keeps what is dear to compute. Its methods may run in any thread."""

    def __init__(self) -> None:
        self._gate = threading.Lock()
        self._numbers: dict[int, int] = {}
        self._offers: tuple[object, list[Suggested]] = (None, [])

    def forget_texts(self) -> None:
        """Count paragraphs anew, as texts or blocks changed."""
        with self._gate:
            self._numbers = {}

    def load(self, library: Library, topic_id: int, wanted: int) -> Snapshot:
        """Return the sources, and the wanted source or else the first of the topic's."""
        with library.read() as reader:
            topic = next((each for each in reader.all(Topic) if each.id == topic_id), None)
            kept = reader.all(Position, status=PositionStatus.KEPT.value)
            rows = self._rows(reader, topic, kept)
            chosen = _choose(rows, wanted)
            if chosen is None:
                return Snapshot(topic_id, rows)
            decided = tuple(reader.all(Position, source_id=chosen))
            ours = [each for each in decided if each.topic_id in (topic_id, None)]
            return Snapshot(
                topic_id,
                rows,
                reader.get(Source, chosen),
                reader.first(SourceText, source_id=chosen),
                tuple(sorted((each for each in ours if each.status is PositionStatus.KEPT), key=_place)),
                tuple(each for each in ours if each.span is not None),
                tuple(reader.all(Card, source_id=chosen)),
            )

    def suggestions(self, library: Library, snapshot: Snapshot) -> list[Suggested]:
        """Return what is still on offer for the source in view, best first."""
        known = self.known_suggestions(snapshot)
        if known is not None:
            return known
        offers = positions.suggestions(library, snapshot.source.id if snapshot.source else 0)
        with self._gate:
            self._offers = (_key(snapshot), offers)
        return _left(offers, snapshot)

    def known_suggestions(self, snapshot: Snapshot) -> list[Suggested] | None:
        """Return what is still on offer where that needs no computing, else None."""
        if snapshot.source is None or snapshot.text is None:
            return []
        with self._gate:
            key, offers = self._offers
        return _left(offers, snapshot) if key == _key(snapshot) else None

    def _rows(self, reader: Reader, topic: Topic | None, kept: list[Position]) -> tuple[SourceRow, ...]:
        numbers = self._paragraphs(reader)
        counts = Counter(each.source_id for each in kept if topic is not None and each.topic_id == topic.id)
        used = {each.source_id for each in kept if each.topic_id is not None}
        rows = []
        for source in reader.all(Source):
            ours = topic is not None and bool(source.sample) and source.sample == topic.sample
            here = ours or counts[source.id] > 0 or (source.id not in used and not source.sample)
            by = source.publication or ", ".join(name.full for name in source.authors) or source.file_name
            rows.append(SourceRow(source.id, source.title, by, numbers.get(source.id), counts[source.id], here))
        return tuple(sorted(rows, key=lambda row: not row.here))

    def _paragraphs(self, reader: Reader) -> dict[int, int]:
        with self._gate:
            known = self._numbers
        if not known:
            known = {each.source_id: sum(1 for _ in numbered(each.blocks)) for each in reader.all(SourceText)}
            with self._gate:
                self._numbers = known
        return known


def _choose(rows: tuple[SourceRow, ...], wanted: int) -> int | None:
    if any(row.id == wanted for row in rows):
        return wanted
    return next((row.id for row in rows if row.here), None)


def _place(position: Position) -> tuple[int, int, int]:
    start = position.span.start if position.span is not None else 0
    return (position.paragraph or 0, start, position.id)


def _key(snapshot: Snapshot) -> object:
    source, text = snapshot.source, snapshot.text
    return (source.id, source.title, source.authors, text.sha256, text.blocks) if source and text else None


def _left(offers: list[Suggested], snapshot: Snapshot) -> list[Suggested]:
    taken = [each.span for each in snapshot.decided if each.span is not None]
    return [each for each in offers if not _is_taken(each.suggestion.span, taken)]


def _is_taken(span: Span, taken: list[Span]) -> bool:
    return any(each.contains(span) or span.contains(each) for each in taken)
