"""What the Cards page asks of the library, each a plain function for the background."""

from dataclasses import dataclass

from debateprep.domain.article import Span
from debateprep.domain.changes import Changes
from debateprep.domain.citation import short_cite
from debateprep.domain.integrity import Verdict
from debateprep.domain.model import Card, Source
from debateprep.domain.reading_time import Count, card_words, clock, seconds
from debateprep.domain.terms import MarkKind
from debateprep.gui.models.cards import CardLine
from debateprep.gui.words import term
from debateprep.services import cards, integrity, marking
from debateprep.services.integrity import Trust
from debateprep.storage.library import Library

_SHAPES = {Verdict.VERBATIM: "✓", Verdict.CHANGED: "≠", Verdict.NO_SOURCE: "?"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One moment of the page: the topic's cards, and the one in view with what its check found."""

    lines: tuple[CardLine, ...] = ()
    trust: Trust | None = None
    cite: str = ""
    own: str = ""
    verbatim: str = ""


def load(topic_id: int, wanted: int, rate: int, library: Library) -> Shown:
    """Return the cards of a topic, and the wanted one or else the first."""
    found = cards.listed(library, topic_id=topic_id) if topic_id else []
    verdicts = integrity.verdicts(library, [card.id for card in found])
    with library.read() as reader:
        numbers = {card.source_id for card in found if card.source_id}
        sources = {each.id: each for each in reader.all(Source, id=numbers)} if numbers else {}
    cites = {card.id: _cite(card, sources.get(card.source_id or 0)) for card in found}
    lines = tuple(
        CardLine(
            card.id,
            card.tag,
            " · ".join(filter(None, (cites[card.id], said(verdicts[card.id].verdict), _time(card, rate)))),
        )
        for card in found
    )
    chosen = next((card for card in found if card.id == wanted), found[0] if found else None)
    if chosen is None:
        return Shown(lines)
    trust = integrity.trust(library, chosen.id)
    return Shown(lines, trust, cites[chosen.id], _time(chosen, rate), _time(chosen, rate, Count.VERBATIM))


def said(verdict: Verdict) -> str:
    """Return a verdict with its shape."""
    return f"{_SHAPES[verdict]} {term(verdict.value)}"


def _cite(card: Card, source: Source | None) -> str:
    if card.cite or source is None:
        return " ".join(card.cite.split())
    cite = short_cite(source, card.paragraph)
    return ", ".join(part for part in (cite.head, cite.rest, cite.place) if part)


def _time(card: Card, rate: int, how: Count = Count.OWN) -> str:
    return clock(seconds(card_words(card.tag, card.quote, card.marks, how), how.rate(rate)))


def toggle(number: int, span: Span, kind: MarkKind, value: str, layer: int, library: Library) -> Changes:
    """Mark words, or take the kind away where they all bear it."""
    return marking.toggle(library, number, span, kind, value, layer=layer)


def paint(number: int, span: Span, kind: MarkKind, value: str, layer: int, library: Library) -> Changes:
    """Mark words, as the brush does."""
    return marking.paint(library, number, span, kind, value, layer=layer)


def erase(number: int, span: Span, layer: int, library: Library) -> Changes:
    """Take every mark away from words."""
    return marking.erase(library, number, span, layer=layer)


def change(number: int, tag: str, merge: str, library: Library) -> Changes:
    """Change a card's tag."""
    return cards.change(library, number, tag=tag, merge=merge)


def suggested(number: int, library: Library) -> tuple[int, tuple[Span, ...]]:
    """Return a card's number and what its tag suggests to underline."""
    with library.read() as reader:
        return number, marking.suggested(reader.get(Card, number))


def take(number: int, layer: int, library: Library) -> Changes:
    """Underline what is suggested."""
    return marking.underline_suggested(library, number, layer=layer)
