"""What could answer or support an argument: found in the library by its words, offline, with the words shown."""

from collections.abc import Iterable, Iterator, Sequence

from debateprep.domain import clash, suggesting
from debateprep.domain.model import Argument, Card, Position, Source, Support
from debateprep.domain.suggesting import CLAIM, EVIDENCE, IMPACT, WARRANT, Candidate, Offer, Parts
from debateprep.domain.terms import Aim, PositionStatus, Side, SupportKind
from debateprep.services import answers
from debateprep.storage.edit import Reader

_POOL = 200


def offers(reader: Reader, argument_id: int, aim: Aim = Aim.ANSWER, limit: int = 10) -> list[Offer]:
    """Return what is most likely to answer an argument or to support it, best first.

    To answer: arguments of the other side that may, with what they rest on, and cards and positions that no such
    argument rests on yet; what the argument's own author concedes comes first. To support: cards and positions
    that it does not rest on. Arguments of other topics are offered after their words alone.
    """
    return _Search(reader, reader.get(Argument, argument_id), aim).offers(limit)


class _Search:
    """One search, for one argument; it reads only what full-text search finds, and what that leads to."""

    def __init__(self, reader: Reader, target: Argument, aim: Aim) -> None:
        self._reader = reader
        self._target = target
        self._aim = aim
        self._side = target.side.other if aim is Aim.ANSWER else target.side
        self._arguments: dict[int, Argument] = {target.id: target}
        self._supports: dict[int, list[Support]] = {}
        self._cards: dict[int, Card] = {}
        self._positions: dict[int, Position] = {}
        self._sources: dict[int, Source] = {}

    def offers(self, limit: int) -> list[Offer]:
        """Return what is offered."""
        self._read_supports([self._target.id])
        rests = self._evidence_of([self._target.id])
        self._read_evidence(rests)
        aim = self._parts(self._target)
        found = self._found(" ".join(text for text, _ in aim))
        chosen = {number for kind, number in found if kind == "argument"}
        evidence = [each for each in found if each[0] != "argument" and each not in rests]
        taken = self._taken_up(evidence)
        chosen |= {owner for owners in taken.values() for owner in owners}
        self._read_supports(chosen)
        self._read_arguments(chosen)
        loose = [each for each in evidence if not taken.get(each)]
        self._read_evidence([*loose, *self._evidence_of(chosen)])
        candidates = [*self._argument_candidates(chosen), *self._loose_candidates(loose)]
        return suggesting.rank(aim, candidates, limit)

    def _found(self, words: str) -> list[tuple[str, int]]:
        """Return what full-text search finds: in the topic, and beside it in the whole library."""
        hits = []
        for thing in (Argument, Card, Position):
            for topic in (self._target.topic_id, None):
                found = self._reader.matching(words, thing, topic_id=topic, limit=_POOL)
                hits += [(thing.__name__.casefold(), number) for number in found]
        return list(dict.fromkeys(hits))

    def _taken_up(self, evidence: Sequence[tuple[str, int]]) -> dict[tuple[str, int], list[int]]:
        """Return the arguments of the answering side that rest on evidence already: they are offered in its place."""
        if self._aim is Aim.SUPPORT:
            return {}
        cards = {number for kind, number in evidence if kind == "card"}
        positions = {number for kind, number in evidence if kind == "position"}
        uses = self._reader.all(Support, card_id=cards) + self._reader.all(Support, position_id=positions)
        self._read_arguments({each.argument_id for each in uses})
        found: dict[tuple[str, int], list[int]] = {}
        for each in uses:
            owner = self._arguments.get(each.argument_id)
            if owner is not None and owner.topic_id == self._target.topic_id and owner.side is self._side:
                key = ("card", each.card_id) if each.card_id is not None else ("position", each.position_id or 0)
                found.setdefault(key, []).append(owner.id)
        return found

    def _evidence_of(self, numbers: Iterable[int]) -> list[tuple[str, int]]:
        found = []
        for number in numbers:
            for each in self._supports.get(number, ()):
                if each.card_id is not None:
                    found.append(("card", each.card_id))
                elif each.position_id is not None:
                    found.append(("position", each.position_id))
        return found

    def _read_supports(self, numbers: Iterable[int]) -> None:
        missing = set(numbers) - self._supports.keys()
        self._supports |= {number: [] for number in missing}
        for each in self._reader.all(Support, argument_id=missing):
            self._supports[each.argument_id].append(each)

    def _read_arguments(self, numbers: Iterable[int]) -> None:
        missing = set(numbers) - self._arguments.keys()
        self._arguments |= {each.id: each for each in self._reader.all(Argument, id=missing)}

    def _read_evidence(self, evidence: Sequence[tuple[str, int]]) -> None:
        cards = {number for kind, number in evidence if kind == "card"} - self._cards.keys()
        positions = {number for kind, number in evidence if kind == "position"} - self._positions.keys()
        self._cards |= {each.id: each for each in self._reader.all(Card, id=cards)}
        beneath = {card.position_id for card in self._cards.values() if card.position_id} - self._positions.keys()
        self._positions |= {each.id: each for each in self._reader.all(Position, id=positions | beneath)}
        sources = {each.source_id for each in self._positions.values()} - self._sources.keys()
        self._sources |= {each.id: each for each in self._reader.all(Source, id=sources)}

    # Candidates

    def _argument_candidates(self, numbers: Iterable[int]) -> Iterator[Candidate]:
        if self._aim is Aim.SUPPORT:
            return
        links = answers.of_topic(self._reader, self._target.topic_id)
        there = {each.answering_id for each in links if each.target_id == self._target.id}
        # What the target leads to cannot answer it without going round in a circle.
        barred = there | clash.reached(links, self._target.id)
        for number in sorted(numbers):
            each = self._arguments.get(number)
            if each is None or number in barred:
                continue
            here = each.topic_id == self._target.topic_id
            if not here or each.side is self._side:
                conceded = here and any(self._conceded(*one) for one in self._evidence_of([number]))
                yield Candidate("argument", number, each.short, self._parts(each), conceded, not here)

    def _loose_candidates(self, found: Iterable[tuple[str, int]]) -> Iterator[Candidate]:
        for kind, number in found:
            card, position = self._cards.get(number), self._positions.get(number)
            if kind == "card" and card is not None:
                parts = ((card.tag, CLAIM), (card.quote, EVIDENCE))
                away = card.topic_id not in (None, self._target.topic_id)
                yield Candidate(kind, number, card.tag or card.quote, parts, self._conceded(kind, number), away)
            elif kind == "position" and position is not None and self._serves(position):
                away = position.topic_id not in (None, self._target.topic_id)
                parts = ((position.statement, CLAIM), (position.but, EVIDENCE))
                yield Candidate(kind, number, position.statement, parts, self._conceded(kind, number), away)

    def _serves(self, position: Position) -> bool:
        if position.status is not PositionStatus.KEPT:
            return False
        return position.side in (self._side, Side.NEITHER) or self._conceded("position", position.id)

    def _conceded(self, kind: str, number: int) -> bool:
        """Tell whether an author who concludes for the target's side grants this; an answer may lean on that."""
        if self._aim is Aim.SUPPORT:
            return False
        card = self._cards.get(number) if kind == "card" else None
        position = self._positions.get((card.position_id or 0) if card else number)
        if position is None or not position.role.is_conceded:
            return False
        source = self._sources.get(position.source_id)
        return source is not None and source.concludes is self._target.side

    def _parts(self, argument: Argument) -> Parts:
        said = [(f"{argument.claim} {argument.name}", CLAIM), (argument.warrant, WARRANT), (argument.impact, IMPACT)]
        for each in self._supports.get(argument.id, ()):
            card, position = self._cards.get(each.card_id or 0), self._positions.get(each.position_id or 0)
            if card is not None:
                said.append((f"{card.tag} {card.quote}", EVIDENCE))
            elif position is not None:
                said.append((position.statement, EVIDENCE))
            elif each.kind is not SupportKind.WANTED:
                said.append((each.text, EVIDENCE))
        return tuple(said)
