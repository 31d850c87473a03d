"""What the Cards page shows, read in one go off the GUI thread."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from debateprep.domain.citation import short_cite
from debateprep.domain.dossier import Dossier
from debateprep.domain.integrity import Check
from debateprep.domain.model import Argument, Card, Label, Mark, SavedFilter, Source, Topic
from debateprep.domain.reading_time import Count, card_words, clock, seconds
from debateprep.domain.terms import ItemKind, Side, Verdict
from debateprep.gui.models.cards import CardLine
from debateprep.gui.pages.cite_lacks import Lack, lacks
from debateprep.gui.verdicts import verdict_words
from debateprep.gui.words import term
from debateprep.services import briefs, integrity, selections
from debateprep.services.integrity import Trust
from debateprep.storage.library import Library


@dataclass(frozen=True, slots=True)
class ArgumentLine:
    """An argument that a card can support: its id, its side, and its number and short name in a line."""

    id: int
    side: Side
    words: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One moment of the page: the topic's cards, and the one in view with all that is known about it.

    `used` tells where it stands in the briefs, by argument id (0: in a section).
    """

    lines: tuple[CardLine, ...] = ()
    arguments: tuple[ArgumentLine, ...] = ()
    trust: Trust | None = None
    source: Source | None = None
    cite: str = ""
    own: str = ""
    verbatim: str = ""
    used: tuple[tuple[int, str], ...] = ()
    lacks: tuple[Lack, ...] = ()
    labels: tuple[Label, ...] = ()
    filters: tuple[SavedFilter, ...] = ()


def load(topic_id: int, wanted: int, rate: int, library: Library) -> Shown:
    """Return the cards of a topic, and the wanted one or else the first."""
    if not topic_id:
        return Shown()
    with library.read() as reader:
        if reader.first(Topic, id=topic_id) is None:
            return Shown()
        dossier = briefs.dossier(reader, topic_id)
        found = [card for card in dossier.cards.values() if card.topic_id in (topic_id, None)]
        chosen = next((card for card in found if card.id == wanted), found[0] if found else None)
        source = dossier.sources.get(chosen.source_id or 0) if chosen is not None else None
        missing = lacks(reader, source, dossier.topic.format) if source is not None else ()
        labels = selections.labels_on(reader, "card", dossier.cards)
        known = tuple(selections.labels(reader))
        kept = tuple(selections.saved(reader, topic_id, of_cards=True))
    uses = _uses(dossier)
    verdicts = integrity.verdicts(library, [card.id for card in found])
    lines = _lines(found, dossier.sources, verdicts, uses, labels, rate)
    listed = tuple(_arguments(dossier))
    if chosen is None:
        return Shown(lines, listed, labels=known, filters=kept)
    return Shown(
        lines,
        listed,
        integrity.trust(library, chosen.id),
        source,
        cite_words(chosen, source),
        _time(chosen, rate),
        _time(chosen, rate, Count.VERBATIM),
        tuple(uses.get(chosen.id, ())),
        missing,
        known,
        kept,
    )


def _lines(
    cards: Iterable[Card],
    sources: Mapping[int, Source],
    verdicts: Mapping[int, Check],
    uses: Mapping[int, list[tuple[int, str]]],
    labels: Mapping[int, tuple[Label, ...]],
    rate: int,
) -> tuple[CardLine, ...]:
    return tuple(
        CardLine(
            card.id,
            card.tag or _tr("no tag yet: {words}").format(words=" ".join(card.quote.split())[:60]),
            cite_words(card, sources.get(card.source_id or 0)),
            verdict_words(verdicts[card.id].verdict),
            _time(card, rate),
            ", ".join(words for _, words in uses.get(card.id, ())),
            labels.get(card.id, ()),
            verdicts[card.id].verdict is Verdict.VERBATIM,
        )
        for card in cards
    )


def _uses(dossier: Dossier) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for number, supports in dossier.supports.items():
        words = _place(dossier, dossier.arguments[number])
        for card_id in {each.card_id for each in supports if each.card_id}:
            found.setdefault(card_id, []).append((number, words))
    for side, parts in dossier.outlines.items():
        for node in (node for tops in parts.values() for top in tops for node in top.walk()):
            for item in node.items:
                if item.kind is ItemKind.CARD and item.card_id:
                    found.setdefault(item.card_id, []).append((0, f"{term(side.label)}: {node.section.title}"))
    return found


def _place(dossier: Dossier, argument: Argument) -> str:
    number = dossier.numbers.get(argument.id, "")
    side = f"{argument.side.sign} {term(argument.side.label)}"
    return f"{side} {number}" if number else f"{side}: {argument.short}"


def _arguments(dossier: Dossier) -> list[ArgumentLine]:
    order = {number: place for place, number in enumerate(dossier.numbers)}
    own = sorted(dossier.arguments.values(), key=lambda each: (order.get(each.id, len(order)), each.id))
    return [
        ArgumentLine(each.id, each.side, f"{dossier.numbers.get(each.id, '')} {each.short}".strip()) for each in own
    ]


def cite_words(card: Card, source: Source | None) -> str:
    """Return the cite as it stands on the card, or else its source's short one."""
    if card.cite or source is None:
        return " ".join(card.cite.split())
    cite = short_cite(source, card.paragraph)
    return ", ".join(part for part in (cite.head, cite.rest, cite.place) if part)


def _time(card: Card, rate: int, how: Count = Count.OWN) -> str:
    return clock(seconds(_words(card.tag, card.quote, card.marks, how), how.rate(rate)))


@lru_cache(maxsize=8192)
def _words(tag: str, quote: str, marks: tuple[Mark, ...], how: Count) -> int:
    # Counted anew only where a card changed: a list of thousands is shown again after every stroke.
    return card_words(tag, quote, marks, how)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardsState", text)
