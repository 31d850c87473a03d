"""What the Read page shows, read in one go off the GUI thread."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from debateprep.domain.article import Span, numbered
from debateprep.domain.model import Card, Label, Position, Source, SourceText, Topic
from debateprep.domain.terms import PositionStatus, Side, Verdict
from debateprep.gui.later import later
from debateprep.gui.pages.cite_lacks import Lack, lacks

if TYPE_CHECKING:
    from debateprep.services import integrity, links, positions, selections, sides
    from debateprep.services.positions import Suggested
    from debateprep.storage.edit import Reader
    from debateprep.storage.library import Library
else:
    integrity, links, positions, selections, sides = (
        later(f"debateprep.services.{name}") for name in ("integrity", "links", "positions", "selections", "sides")
    )

_FORMAT = "public-forum"
"""The format whose written cite is asked for where no topic is in view."""


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
class Hint:
    """What a position seems to stand under, in its words, and the side it helps; each with the reason."""

    under: str = ""
    under_why: str = ""
    side: Side = Side.NEITHER
    side_why: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One moment of a topic's sources and of the source in view.

    `under` tells which kept position stands under which, by ids, and `sides` which side a resolution's words offer
    for those that have none. `kept` lists each after the one it stands under, `labels` are of positions, by ids.
    """

    topic_id: int = 0
    rows: tuple[SourceRow, ...] = ()
    source: Source | None = None
    text: SourceText | None = None
    kept: tuple[Position, ...] = ()
    decided: tuple[Position, ...] = ()
    cards: tuple[Card, ...] = ()
    lacks: tuple[Lack, ...] = ()
    resolution: str = ""
    verdicts: tuple[tuple[int, Verdict], ...] = ()
    under: Mapping[int, int] = field(default_factory=dict)
    sides: Mapping[int, Hint] = field(default_factory=dict)
    labels: Mapping[int, tuple[Label, ...]] = field(default_factory=dict)

    def depth(self, position_id: int) -> int:
        """Return how deep a kept position stands under others."""
        depth = 0
        while position_id in self.under and depth < len(self.under):
            position_id, depth = self.under[position_id], depth + 1
        return depth

    def verdicts_of(self, position_id: int) -> tuple[Verdict, ...]:
        """Return the verdicts on the cards that were cut from a position."""
        known = dict(self.verdicts)
        return tuple(known[card.id] for card in self.cards if card.position_id == position_id and card.id in known)


class ReadState:
    """Reads for the page; keeps what is dear to compute. Its methods may run in any thread."""

    def __init__(self) -> None:
        self._gate = threading.Lock()
        self._numbers: dict[int, int] = {}
        self._offers: tuple[object, list[Suggested]] = (None, [])
        self._hints: tuple[object, dict[int, Hint]] = (None, {})

    def forget_texts(self) -> None:
        """Count paragraphs anew, as texts or blocks changed."""
        with self._gate:
            self._numbers = {}

    def load(self, library: Library, topic_id: int, wanted: int) -> Snapshot:
        """Return the sources, and the wanted source or else the first of the topic's."""
        snapshot = self._read(library, topic_id, wanted)
        checks = integrity.verdicts(library, [card.id for card in snapshot.cards])
        verdicts = tuple((number, check.verdict) for number, check in checks.items())
        if snapshot.source is None:
            return snapshot
        under = links.of_source(library, snapshot.source.id)
        kept = tuple(_tree(snapshot.kept, under))
        sided = self._kept_sides(library, snapshot)
        return replace(snapshot, verdicts=verdicts, under=under, kept=kept, sides=sided)

    @staticmethod
    def _kept_sides(library: Library, snapshot: Snapshot) -> dict[int, Hint]:
        bare = {each.id for each in snapshot.kept if each.side is Side.NEITHER}
        if not (bare and snapshot.topic_id and snapshot.source and snapshot.text):
            return {}
        found = sides.kept_offers(library, snapshot.source.id, snapshot.topic_id)
        return {
            number: Hint(side=offer.side, side_why=offer.reason)
            for number, offer in found.items()
            if number in bare and offer.side is not Side.NEITHER
        }

    def _read(self, library: Library, topic_id: int, wanted: int) -> Snapshot:
        with library.read() as reader:
            topic = next((each for each in reader.all(Topic) if each.id == topic_id), None)
            kept = reader.all(Position, status=PositionStatus.KEPT.value)
            rows = self._rows(reader, topic, kept)
            chosen = _choose(rows, wanted)
            if chosen is None:
                return Snapshot(topic_id, rows)
            decided = tuple(reader.all(Position, source_id=chosen))
            ours = [each for each in decided if each.topic_id in (topic_id, None)]
            source = reader.get(Source, chosen)
            return Snapshot(
                topic_id,
                rows,
                source,
                reader.first(SourceText, source_id=chosen),
                tuple(sorted((each for each in ours if each.status is PositionStatus.KEPT), key=_place)),
                tuple(each for each in ours if each.span is not None),
                tuple(reader.all(Card, source_id=chosen)),
                lacks(reader, source, topic.format if topic is not None else _FORMAT),
                topic.resolution if topic is not None else "",
                labels=selections.labels_on(reader, "position", {each.id for each in ours}),
            )

    def suggestions(self, library: Library, snapshot: Snapshot) -> list[Suggested]:
        """Return what is still on offer for the source in view, best first."""
        known = self.known_suggestions(snapshot)
        if known is not None:
            return known
        offers = positions.suggestions(library, snapshot.source.id if snapshot.source else 0)
        hints = _hints(library, snapshot, offers)
        with self._gate:
            self._offers = (_key(snapshot), offers)
            self._hints = (_key(snapshot), hints)
        return _left(offers, snapshot)

    def hints(self, snapshot: Snapshot) -> dict[int, Hint]:
        """Return what is known about the suggestions beside their reasons, by their numbers."""
        with self._gate:
            key, found = self._hints
        return found if key == _key(snapshot) else {}

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
    if source is None or text is None:
        return None
    asked = (snapshot.topic_id, snapshot.resolution, source.concludes)
    return (source.id, source.title, source.authors, text.sha256, text.blocks, asked)


def _tree(kept: tuple[Position, ...], under: Mapping[int, int]) -> Iterator[Position]:
    """Yield positions in their order, each followed by those that stand under it."""
    here = {each.id for each in kept}
    below: dict[int, list[Position]] = {}
    for each in kept:
        above = under.get(each.id, 0)
        below.setdefault(above if above in here else 0, []).append(each)
    waiting = list(reversed(below.get(0, [])))
    while waiting:
        each = waiting.pop()
        yield each
        waiting += reversed(below.get(each.id, []))


def _hints(library: Library, snapshot: Snapshot, offers: list[Suggested]) -> dict[int, Hint]:
    if snapshot.source is None:
        return {}
    tied = links.offers([each.suggestion for each in offers])
    asked = bool(snapshot.topic_id and snapshot.resolution)
    sided = sides.offers(library, snapshot.source.id, snapshot.topic_id) if asked else {}
    quotes = {each.number: each.quote for each in offers}
    found = {}
    for number in quotes:
        tie, side = tied.get(number), sided.get(number)
        found[number] = Hint(
            quotes.get(tie.under, "") if tie else "",
            tie.why if tie else "",
            side.side if side else Side.NEITHER,
            side.reason if side else "",
        )
    return found


def _left(offers: list[Suggested], snapshot: Snapshot) -> list[Suggested]:
    taken = [each.span for each in snapshot.decided if each.span is not None]
    return [each for each in offers if not _is_taken(each.suggestion.span, taken)]


def _is_taken(span: Span, taken: list[Span]) -> bool:
    return any(each.contains(span) or span.contains(each) for each in taken)
