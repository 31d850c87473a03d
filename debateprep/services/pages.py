"""From the model to what pages say: briefs, rebuttal cards and clash sheets, resolved and ready to print."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from debateprep.domain import citation, citation_list, citation_reference, clash, frozen, outline, reading_time
from debateprep.domain.citation_line import text_of
from debateprep.domain.citation_styles import CiteChoice
from debateprep.domain.dossier import Dossier
from debateprep.domain.formats import Format
from debateprep.domain.model import Answer, Argument, Card, Item, Position, Source, Support
from debateprep.domain.outline import Node
from debateprep.domain.pages import (
    ANSWER_PREFIX,
    ArgumentEntry,
    BriefPages,
    CardEntry,
    Cite,
    ClashPages,
    ClashSection,
    Coverage,
    Entry,
    Evidence,
    NoteEntry,
    RebuttalCard,
    RebuttalDeck,
    SectionPage,
    TopicPages,
    WorkCited,
    answer_title,
)
from debateprep.domain.terms import ItemKind, Part, SectionKind, Side, SupportKind


class PageMaker:
    """Resolve one topic's dossier into page values.

    `around` has the sentences before and after a card's words, by the card's id, where they are to be printed.
    """

    def __init__(
        self,
        dossier: Dossier,
        words_a_minute: int = reading_time.DEFAULT_WORDS_A_MINUTE,
        cites: CiteChoice | None = None,
        around: Mapping[int, tuple[str, str]] | None = None,
        *,
        answer_prefix: str = ANSWER_PREFIX,
        format: Format | None = None,  # noqa: A002 - the field's own word
    ) -> None:
        self._all = dossier
        self._around = around or {}
        self._prefix = answer_prefix
        self._format = format or Format(dossier.topic.format, dossier.topic.format)
        self._cites = cites
        self._rate = words_a_minute

    # Whole documents

    def brief(self, side: Side) -> BriefPages:
        """Return one side's brief."""
        topic, parts = self._all.topic, self._all.outlines[side]
        case = self._sections(parts[Part.CASE])
        return BriefPages(
            topic=topic.short,
            resolution=topic.resolution,
            side=side,
            stance=topic.stance(side),
            title=self._title(side),
            notice=self._notice(),
            case=case,
            answers=(*self._answer_blocks(side), *self._sections(parts[Part.ANSWERS])),
            notes=self._sections(parts[Part.NOTES]),
            works=self._works(self.sources(side)),
            coverage=self._coverage(),
            case_words=reading_time.case_timing(case).words,
            words_a_minute=self._rate,
        )

    def _title(self, side: Side) -> str:
        shown = next(iter(self._all.files[side]), None)
        return (shown.title if shown is not None else "") or f"{side.label} brief"

    def case_words(self, side: Side) -> int:
        """Return how many words of a side's case are read aloud."""
        # Answers take no time in the case; without them a large topic is counted several times as fast.
        alone = PageMaker(replace(self._all, answers=[]))
        return reading_time.case_timing(alone._sections(self._all.outlines[side][Part.CASE])).words

    def rebuttal_deck(self, side: Side | None = None) -> RebuttalDeck:
        """Return the rebuttal cards of one side's answers, or of both sides', Pro first."""
        sides = (Side.PRO, Side.CON) if side is None else (side,)
        cards = [
            self.rebuttal(answer)
            for each in sides
            for target in self._in_order(each.other)
            for answer in self._all.answers_to.get(target.id, ())
        ]
        return RebuttalDeck(self._all.topic.short, self._all.topic.resolution, tuple(cards))

    def clash(self) -> ClashPages:
        """Return both cases side by side."""
        topic = self._all.topic
        return ClashPages(
            topic=topic.short,
            resolution=topic.resolution,
            pro_stance=topic.pro_stance,
            con_stance=topic.con_stance,
            notice=self._notice(),
            pro=self._clash_sections(Side.PRO),
            con=self._clash_sections(Side.CON),
            coverage=self._coverage(),
            works=self._works(self._used(self._all.arguments.values())),
        )

    def topic_pages(self) -> TopicPages:
        """Return the whole topic, for the pages that need both sides."""
        topic = self._all.topic
        return TopicPages(
            topic=topic.short,
            resolution=topic.resolution,
            format=self._format,
            pro=self.brief(Side.PRO),
            con=self.brief(Side.CON),
            clash=self.clash(),
            deck=self.rebuttal_deck(),
            works=self._works(self.sources()),
        )

    # Arguments and answers

    def rebuttal(self, answer: Answer) -> RebuttalCard:
        """Return the rebuttal card of an answer; its frontline says what follows if they reply."""
        answering, target = self._all.arguments[answer.answering_id], self._all.arguments[answer.target_id]
        replies = [
            (defence.response, defence.wording or self._all.arguments[defence.answering_id].claim)
            for reply in self._all.answers_to.get(answering.id, ())
            for defence in self._all.answers_to.get(reply.answering_id, ())
        ]
        return RebuttalCard(
            side=answering.side,
            target_name=target.short,
            target_number=self._all.numbers.get(target.id, ""),
            they_say=target.claim,
            we_say=answer.wording or answering.claim,
            response=answer.response,
            because=answering.warrant,
            evidence=self._evidence(answering),
            therefore=answering.impact,
            replies=tuple(replies),
            tier=answer.tier,
            answer_name=answering.short,
            prefix=self._prefix,
        )

    def entry(self, argument: Argument) -> ArgumentEntry:
        """Return an argument in its place, with the other side's answers to it."""
        found = self._all.answers_to.get(argument.id, ())
        return ArgumentEntry(
            number=self._all.numbers.get(argument.id, ""),
            side=argument.side,
            name=argument.short,
            claim=argument.claim,
            warrant=argument.warrant,
            impact=argument.impact,
            evidence=self._evidence(argument),
            answers=tuple(self._with_our_replies(answer) for answer in found),
        )

    def evidence(self, argument: Argument) -> tuple[Evidence, ...]:
        """Return what an argument rests on, in the order of its supports."""
        return self._evidence(argument)

    def _with_our_replies(self, answer: Answer) -> RebuttalCard:
        # Under our own argument the card is theirs, so what follows it is what we say to it.
        ours = [
            (reply.response, reply.wording or self._all.arguments[reply.answering_id].claim)
            for reply in self._all.answers_to.get(answer.answering_id, ())
        ]
        return replace(self.rebuttal(answer), replies=tuple(ours))

    def _in_order(self, side: Side) -> list[Argument]:
        own = [each for each in self._all.arguments.values() if each.side is side]
        numbers = {number: place for place, number in enumerate(self._all.numbers)}
        return sorted(own, key=lambda each: (numbers.get(each.id, len(numbers)), each.id))

    def _answer_blocks(self, side: Side) -> tuple[SectionPage, ...]:
        blocks = []
        for target in self._in_order(side.other):
            found = self._all.answers_to.get(target.id, ())
            if found:
                cards = tuple(self.rebuttal(answer) for answer in found)
                number = self._all.numbers.get(target.id, "")
                blocks.append(SectionPage(number, SectionKind.BLOCK, answer_title(target.short, self._prefix), cards))
        return tuple(blocks)

    # Sections

    def _sections(
        self, nodes: tuple[Node, ...], depth: int = 0, given: Mapping[int, str] | None = None
    ) -> tuple[SectionPage, ...]:
        numbers = outline.section_numbers(nodes) if given is None else given
        return tuple(
            SectionPage(
                numbers.get(node.section.id, ""),
                node.section.kind,
                node.section.title,
                tuple(entry for item in node.items for entry in self._entries(item)),
                self._sections(node.children, depth + 1, numbers),
                depth,
            )
            for node in nodes
        )

    def _entries(self, item: Item) -> Iterable[Entry]:
        if item.kind is ItemKind.ARGUMENT and item.argument_id in self._all.arguments:
            yield self.entry(frozen.argument(self._all.arguments[item.argument_id], item.frozen))
        elif item.kind is ItemKind.CARD and item.card_id in self._all.cards:
            yield CardEntry(self._card_evidence(frozen.card(self._all.cards[item.card_id], item.frozen)))
        elif item.kind is ItemKind.ANSWER:
            yield from (self.rebuttal(each) for each in self._all.answers if each.id == item.answer_id)
        elif item.kind is ItemKind.NOTE:
            yield NoteEntry(item.text)

    def _clash_sections(self, side: Side) -> tuple[ClashSection, ...]:
        case = self._all.outlines[side][Part.CASE]
        numbers = outline.section_numbers(case)
        sections = []
        for top in case:
            rows = [
                self.entry(self._all.arguments[item.argument_id])
                for node in top.walk()
                for item in node.items
                if item.argument_id in self._all.arguments
            ]
            if rows:
                sections.append(ClashSection(numbers.get(top.section.id, ""), top.section.title, tuple(rows)))
        return tuple(sections)

    # Evidence

    def _evidence(self, argument: Argument) -> tuple[Evidence, ...]:
        return tuple(self._support(each, argument.side) for each in self._all.supports.get(argument.id, ()))

    def _support(self, support: Support, side: Side) -> Evidence:
        card = self._all.cards.get(support.card_id or 0)
        if card is not None:
            evidence = self._card_evidence(card, side)
            return replace(evidence, kind=support.kind, tag=support.text or evidence.tag)
        position = self._all.positions.get(support.position_id or 0)
        if position is None:
            return Evidence(support.kind, support.text)
        source = self._all.sources.get(position.source_id)
        return Evidence(
            support.kind,
            self._words(support, position),
            cite=self._cite(source, position.paragraph, support.kind),
            speaker=position.speaker,
            context=_context(position, source, side),
            language=_foreign(source),
        )

    def _words(self, support: Support, position: Position) -> str:
        # What stands as quoted is the source's words, whatever the user has made of the statement since.
        if support.kind is SupportKind.QUOTED and position.id in self._all.quotes:
            return self._all.quotes[position.id]
        return support.text or position.statement

    def _card_evidence(self, card: Card, side: Side = Side.NEITHER) -> Evidence:
        source = self._all.sources.get(card.source_id or 0)
        position = self._all.positions.get(card.position_id or 0)
        return Evidence(
            SupportKind.QUOTED,
            card.quote,
            tag=card.tag,
            cite=Cite(card.cite) if card.cite else self._cite(source, card.paragraph, SupportKind.QUOTED),
            marks=card.marks,
            speaker=position.speaker if position else "",
            context=_context(position, source, side) if position else "",
            language=_foreign(source),
            around=self._around.get(card.id, ("", "")),
        )

    @staticmethod
    def _cite(source: Source | None, paragraph: int | None, kind: SupportKind) -> Cite | None:
        return citation.short_cite(source, paragraph) if source is not None and kind.takes_cite else None

    def _used(self, arguments: Iterable[Argument]) -> list[Source]:
        """Return the sources that arguments cite, each once, in the order they are met."""
        found: dict[int, Source] = {}
        for argument in arguments:
            for support in self._all.supports.get(argument.id, ()):
                card = self._all.cards.get(support.card_id or 0)
                position = self._all.positions.get(support.position_id or 0)
                number = card.source_id if card else position.source_id if position else None
                if number in self._all.sources and support.kind.takes_cite:
                    found.setdefault(number, self._all.sources[number])
        return list(found.values())

    def sources(self, side: Side | None = None) -> list[Source]:
        """Return the sources that a side's brief quotes or reports, or those of the whole topic, each once."""
        if side is None:
            return list(dict.fromkeys([*self.sources(Side.PRO), *self.sources(Side.CON)]))
        items = [
            item
            for part in self._all.outlines[side].values()
            for top in part
            for node in top.walk()
            for item in node.items
        ]
        answers = {answer.id: answer for answer in self._all.answers}
        shown = {item.argument_id for item in items}
        shown |= {answers[item.answer_id].answering_id for item in items if item.answer_id in answers}
        shown |= {
            answer.answering_id
            for target in self._in_order(side.other)
            for answer in self._all.answers_to.get(target.id, ())
        }
        alone = (self._all.cards.get(item.card_id or 0) for item in items if item.kind is ItemKind.CARD)
        numbers = [card.source_id for card in alone if card is not None]
        cited = self._used(self._all.arguments[number] for number in self._all.arguments if number in shown)
        placed = [self._all.sources[number] for number in numbers if number in self._all.sources]
        return list(dict.fromkeys([*cited, *placed]))

    def _works(self, sources: Iterable[Source]) -> tuple[WorkCited, ...]:
        if self._cites is None:
            works = [citation.reference(source) for source in sources]
            return tuple(sorted(works, key=lambda work: work.reference.casefold().lstrip("“")))
        by_reference = {citation_reference.of_source(source): source for source in sources}
        entries = citation_list.works_cited(by_reference, self._cites.style, self._cites.debate)
        return tuple(
            WorkCited(text_of(each.runs), citation.missing(by_reference[each.reference]), each.runs) for each in entries
        )

    def _coverage(self) -> tuple[Coverage, Coverage]:
        arguments, answers = self._all.arguments.values(), self._all.answers
        return clash.coverage(arguments, answers, Side.PRO), clash.coverage(arguments, answers, Side.CON)

    def _notice(self) -> str:
        sources = self._used(self._all.arguments.values())
        sides = {source.concludes for source in sources}
        if not sources or len(sides) != 1 or Side.NEITHER in sides:
            return ""
        (side,) = sides
        which = "one source, which argues" if len(sources) == 1 else f"{len(sources)} sources, which all argue"
        return (
            f"Everything cited on this topic comes from {which} {side.label}. "
            f"{side.other.label} rests on our reasoning and on what the author admits."
        )


def _foreign(source: Source | None) -> str:
    """Return the language of a source's words where it is not English."""
    language = source.language.strip() if source is not None else ""
    return language if re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) and language[:2] != "en" else ""


def _context(position: Position, source: Source | None, side: Side) -> str:
    if not position.role.is_conceded and not position.but:
        return ""
    parts = [f"The author goes on: {position.but}"] if position.but else []
    if source is not None and source.concludes not in (Side.NEITHER, side):
        parts.append(f"The author concludes for {source.concludes.label}.")
    return " ".join(parts)
