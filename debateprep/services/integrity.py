"""Trust: are a card's words its source's, does its tag say no more, what stands around them; one card or a brief."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Lock

from debateprep.domain import context as surroundings
from debateprep.domain import integrity, overclaim
from debateprep.domain.article import Span, numbered
from debateprep.domain.context import Context, concluding_side
from debateprep.domain.dossier import Dossier
from debateprep.domain.integrity import Check
from debateprep.domain.model import Argument, Card, Item, Position, Source, SourceText, Support
from debateprep.domain.overclaim import Finding
from debateprep.domain.terms import ItemKind, Side, SupportKind, Verdict
from debateprep.finding.cues import cue_lists
from debateprep.finding.sentences import sentence_spans
from debateprep.finding.speakers import voice
from debateprep.finding.tokens import Tokens
from debateprep.services import briefs
from debateprep.storage.edit import Reader
from debateprep.storage.library import Library

_KEPT = 4096
_Key = tuple[str, int, int, int, int]


class _Checked:
    """The newest verdicts, by what they rest on: the words, the source's text, and the place."""

    def __init__(self) -> None:
        self._known: OrderedDict[_Key, Check] = OrderedDict()
        self._gate = Lock()

    def check(self, card: Card, text: SourceText | None) -> Check:
        """Return the verdict on a card, computed at most once for the same words, text and place."""
        if text is None:
            return integrity.NO_SOURCE
        start, end = (card.span.start, card.span.end) if card.span else (-1, -1)
        # The text itself is looked at: a digest stored beside it proves nothing about it.
        whole = hash(text.text), len(text.text)
        key = (sha256(card.quote.encode("utf-8", "surrogatepass")).hexdigest(), *whole, start, end)
        with self._gate:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
                return known
        found = integrity.check(card.quote, text.text, card.span)
        with self._gate:
            self._known[key] = found
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return found


_checked = _Checked()


def verdicts(library: Library, numbers: Iterable[int] | None = None) -> dict[int, Check]:
    """Return the verdicts on cards by card id, of all live cards unless numbers are given."""
    with library.read() as reader:
        cards = reader.all(Card) if numbers is None else reader.all(Card, id=set(numbers))
        return _verdicts(reader, cards)


def checked(reader: Reader, dossier: Dossier) -> Dossier:
    """Return a dossier that says which cards are not, or cannot be shown to be, their source's words."""
    cited = {each.card_id for some in dossier.supports.values() for each in some if each.card_id is not None}
    found = _verdicts(reader, [dossier.cards[number] for number in cited if number in dossier.cards])
    wrong = frozenset(number for number, check in found.items() if check.verdict is not Verdict.VERBATIM)
    return replace(dossier, unverified=wrong)


def _verdicts(reader: Reader, cards: Iterable[Card]) -> dict[int, Check]:
    cards = list(cards)
    texts = _texts(reader, {card.source_id for card in cards if card.source_id is not None})
    return {card.id: _checked.check(card, texts.get(card.source_id or 0)) for card in cards}


def _texts(reader: Reader, numbers: set[int]) -> dict[int, SourceText]:
    return {text.source_id: text for text in reader.all(SourceText, source_id=numbers)} if numbers else {}


# One card


@dataclass(frozen=True, slots=True)
class Trust:
    """What the window shows beside one card: verdict, what its tag overclaims, and what stands around its words.

    `before` and `after` are the sentences beside them; `text` is the source's whole text ("" without one), in which
    the spans of `check` and `context` count.
    """

    card: Card
    check: Check
    overclaims: tuple[Finding, ...]
    context: Context
    before: str = ""
    after: str = ""
    text: str = ""


def trust(library: Library, number: int, *, used_for: Side | None = None, tag: str | None = None) -> Trust:
    """Check one card; `tag` is looked at instead of its own, `used_for` instead of the side that uses it."""
    with library.read() as reader:
        card = reader.get(Card, number)
        text = _texts(reader, {card.source_id} if card.source_id else set()).get(card.source_id or 0)
        side = used_for if used_for is not None else _side_of(reader, card)
        return _trust(reader, card, text, side, card.tag if tag is None else tag)


def _trust(reader: Reader, card: Card, text: SourceText | None, side: Side, tag: str) -> Trust:
    check = _checked.check(card, text)
    over = overclaim.check(tag, card.quote)
    place = check.place or card.span
    if text is None or place is None or place.end > len(text.text):
        return Trust(card, check, over, Context(notes=()), text=text.text if text else "")
    around = _context(reader, card, text, place, side)
    before, after = (span.of(text.text) if span else "" for span in (around.before, around.after))
    return Trust(card, check, over, around, before, after, text.text)


def _side_of(reader: Reader, card: Card) -> Side:
    """Return the side whose arguments rest on a card; NEITHER when none or both do."""
    numbers = {support.argument_id for support in reader.all(Support, card_id=card.id)}
    sides = {argument.side for argument in reader.all(Argument, id=numbers)} if numbers else set()
    return sides.pop() if len(sides) == 1 else Side.NEITHER


def _context(reader: Reader, card: Card, text: SourceText, place: Span, side: Side) -> Context:
    source = reader.get(Source, text.source_id, trashed=True)
    sentences = sentences_near(text, place)
    position = reader.first(Position, id=card.position_id) if card.position_id else None
    speaker = position.speaker if position else _speaker(text.text, place, sentences)
    ends_on = concluding_side(source, reader.all(Position, source_id=source.id))
    return surroundings.check(text.text, place, sentences, speaker=speaker, concludes=ends_on, used_for=side)


def sentences_near(text: SourceText, place: Span) -> list[Span]:
    """Return the sentences of the body paragraphs that hold the place, and of one before and one after."""
    body = [block for _, block in numbered(text.blocks)]
    holding = [index for index, block in enumerate(body) if block.start < place.end and place.start < block.end]
    if not holding:
        return []
    near = body[max(0, holding[0] - 1) : holding[-1] + 2]
    return [span for block in near for span in sentence_spans(text.text, block.start, block.end)]


def _speaker(text: str, place: Span, sentences: list[Span]) -> str:
    """Return who speaks where the quotation begins, when the quotation itself does not say so."""
    own = next((sentence for sentence in sentences if sentence.overlaps(place)), None)
    if own is None:
        return ""
    found = voice(Tokens.of(text, own), cue_lists().voices)
    return "" if found is None or found.matched in place.of(text) else found.speaker


# A brief


@dataclass(frozen=True, slots=True)
class Row:
    """One use of a card in a brief: where it stands ("C1.2", the argument's number), and what was found."""

    number: str
    argument: str
    side: Side
    trust: Trust
    kind: SupportKind = SupportKind.QUOTED

    @property
    def sound(self) -> bool:
        """Tell whether there is nothing to look at."""
        return self.trust.check.verdict is Verdict.VERBATIM and not self.trust.check.moved and not self.cautions

    @property
    def cautions(self) -> tuple[str, ...]:
        """Return what to look at besides the verdict, in plain sentences."""
        over = (finding.sentence for finding in self.trust.overclaims)
        return (*over, *(note.sentence for note in self.trust.context.notes))


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """An argument whose claim says more than what it cites; the spans of quotations count in `words`."""

    number: str
    argument_id: int
    claim: str
    words: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The check of one side's brief: every card it uses in order, and every claim that goes beyond its support."""

    topic: str
    side: Side
    rows: tuple[Row, ...]
    claims: tuple[ClaimRow, ...]

    def counted(self, verdict: Verdict) -> int:
        """Return how many uses of cards have a verdict."""
        return sum(1 for row in self.rows if row.trust.check.verdict is verdict)

    @property
    def summary(self) -> str:
        """Return the counts in words."""
        parts = [f"{self.counted(each)} {each.value}" for each in Verdict if self.counted(each)]
        looked = sum(1 for row in self.rows if row.cautions) + len(self.claims)
        cards = ", ".join(parts) or "no cards"
        return f"{self.side.label} brief: {cards}; {looked} to look at."


def report(library: Library, topic_id: int, side: Side) -> Report:
    """Check one side's brief: the cards under its arguments and in its sections, and its arguments' claims."""
    with library.read() as reader:
        dossier = briefs.dossier(reader, topic_id)
        return _Reporter(reader, dossier, side).report()


class _Reporter:
    """Put the report of one brief together."""

    def __init__(self, reader: Reader, dossier: Dossier, side: Side) -> None:
        self._reader = reader
        self._all = dossier
        self._side = side
        numbers = {card.source_id for card in dossier.cards.values() if card.source_id}
        self._texts = _texts(reader, numbers)

    def report(self) -> Report:
        """Return the report."""
        order = {number: place for place, number in enumerate(self._all.numbers)}
        own = [each for each in self._all.arguments.values() if each.side is self._side]
        own.sort(key=lambda each: (order.get(each.id, len(order)), each.id))
        rows = [row for argument in own for row in self._argument_rows(argument)]
        rows += [self._row(item) for item in self._card_items()]
        claims = [found for argument in own if (found := self._claim(argument)) is not None]
        return Report(self._all.topic.short, self._side, tuple(rows), tuple(claims))

    def _argument_rows(self, argument: Argument) -> Iterable[Row]:
        for support in self._all.supports.get(argument.id, ()):
            card = self._all.cards.get(support.card_id or 0)
            if card is not None:
                number = self._all.numbers.get(argument.id, "")
                found = self._trust(card, support.text or card.tag)
                yield Row(number, argument.short, self._side, found, support.kind)

    def _card_items(self) -> Iterable[Item]:
        for nodes in self._all.outlines[self._side].values():
            for top in nodes:
                for node in top.walk():
                    yield from (i for i in node.items if i.kind is ItemKind.CARD and i.card_id in self._all.cards)

    def _row(self, item: Item) -> Row:
        card = self._all.cards[item.card_id or 0]
        return Row("", "", self._side, self._trust(card, card.tag))

    def _trust(self, card: Card, tag: str) -> Trust:
        return _trust(self._reader, card, self._texts.get(card.source_id or 0), self._side, tag)

    def _claim(self, argument: Argument) -> ClaimRow | None:
        words = "\n".join(filter(None, (self._cited(each) for each in self._all.supports.get(argument.id, ()))))
        findings = overclaim.check(argument.claim, words) if words else ()
        if not findings:
            return None
        number = self._all.numbers.get(argument.id, "")
        return ClaimRow(number, argument.id, argument.claim, words, findings)

    def _cited(self, support: Support) -> str:
        """Return the words that a source says in a support, "" for reasoning and what is still wanted."""
        card = self._all.cards.get(support.card_id or 0)
        position = self._all.positions.get(support.position_id or 0)
        if card is not None:
            return card.quote
        if position is None or not support.kind.takes_cite:
            return ""
        said = self._all.quotes.get(position.id, "")
        return said or position.statement
