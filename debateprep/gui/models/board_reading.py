"""A board out of the library: what the Briefs page shows, read off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from debateprep.domain import clash, outline
from debateprep.domain import frozen as copies
from debateprep.domain.formats import Format
from debateprep.domain.model import (
    Answer,
    Argument,
    Brief,
    Item,
    Position,
    Source,
    Support,
)
from debateprep.domain.outline import Node
from debateprep.domain.pages import Evidence
from debateprep.domain.terms import (
    ItemKind,
    Part,
    PositionStatus,
    Role,
    Side,
    SupportKind,
    Verdict,
)
from debateprep.gui.models import board_briefs
from debateprep.gui.models.board import (
    BOTH,
    AnswerView,
    ArgumentView,
    Board,
    ItemView,
    SectionView,
    ShelfEntry,
    SideView,
    SupportView,
)
from debateprep.gui.models.board_places import Places
from debateprep.gui.verdicts import verdict_words
from debateprep.gui.words import term
from debateprep.services import briefs, formats, integrity
from debateprep.services.pages import PageMaker

if TYPE_CHECKING:
    from debateprep.domain.dossier import Dossier
    from debateprep.storage.library import Library


def _tr(text: str) -> str:
    return QCoreApplication.translate("Board", text)


def read(library: Library, topic_id: int, words_a_minute: int, chosen: Mapping[Side, int] | None = None) -> Board:
    """Read a topic as the page shows it, of a side its chosen or its main brief; raise NotFound when it is gone."""
    with library.read() as reader:
        dossier = briefs.dossier(reader, topic_id)
        format_ = formats.of(reader, dossier.topic.format)
    checks = integrity.verdicts(library, dossier.cards)
    said = {number: verdict_words(check.verdict) for number, check in checks.items()}
    return _Maker(dossier.showing(chosen or {}), words_a_minute, said, format_, dossier.files).board()


class _Maker:
    def __init__(
        self,
        dossier: Dossier,
        words_a_minute: int,
        verdicts: dict[int, str],
        format_: Format,
        files: Mapping[Side, tuple[Brief, ...]],
    ) -> None:
        self._all, self._files = dossier, files
        self._format = format_
        self._places = Places(dossier)
        self._links = {each.id: each for each in dossier.answers}
        self._verdicts = verdicts
        self._pages = PageMaker(dossier, words_a_minute)
        self._to: dict[int, list[Answer]] = {}
        for answer in clash.ordered(dossier.answers):
            self._to.setdefault(answer.target_id, []).append(answer)
        self._placed = {
            item.argument_id
            for parts in dossier.outlines.values()
            for top in parts[Part.CASE]
            for node in top.walk()
            for item in node.items
        }
        ranks = {number: rank for rank, number in enumerate(dossier.numbers)}
        self._order = sorted(dossier.arguments, key=lambda number: (ranks.get(number, len(ranks)), number))

    def board(self) -> Board:
        arguments = {number: self._argument(self._all.arguments[number]) for number in self._order}
        pages = {side: self._pages.brief(side) for side in BOTH}
        holes = {
            side: tuple(each for each in self._order if arguments[each].side is side and not arguments[each].answers)
            for side in BOTH
        }
        return Board(
            self._all.topic,
            arguments,
            self._answers(),
            {side: self._side(side, pages[side].case_seconds, pages[side].notice) for side in BOTH},
            pages[Side.PRO].coverage,
            holes,
            tuple(self._shelf()),
            tuple(board_briefs.others(self._all, _tr("Main brief"))),
            self._files,
        )

    def _answers(self) -> dict[int, AnswerView]:
        uses: dict[int, int] = {}
        for each in self._all.answers:
            uses[each.answering_id] = uses.get(each.answering_id, 0) + 1
        return {
            each.id: AnswerView(
                each.id,
                each.answering_id,
                each.target_id,
                each.response,
                each.wording,
                uses[each.answering_id] > 1 or each.answering_id in self._placed,
                each.tier,
                each.grouped_as,
                self._places.of_answer(each),
            )
            for each in self._all.answers
        }

    def _argument(self, argument: Argument) -> ArgumentView:
        answers = self._to.get(argument.id, [])
        supports = self._all.supports.get(argument.id, [])
        evidence = self._pages.evidence(argument)
        return ArgumentView(
            argument.id,
            argument.side,
            self._all.numbers.get(argument.id, ""),
            argument.name,
            argument.claim,
            argument.warrant,
            argument.impact,
            tuple(self._support(*pair, argument.side) for pair in zip(supports, evidence, strict=True)),
            tuple(each.id for each in answers),
            sum(len(self._to.get(each.answering_id, ())) for each in answers),
            tuple(self._all.questions.get(argument.id, ())),
            tuple(self._all.lines.get(argument.id, ())),
            self._all.labels.get(argument.id, ()),
        )

    def _support(self, support: Support, evidence: Evidence, side: Side) -> SupportView:
        card = self._all.cards.get(support.card_id or 0)
        position = self._all.positions.get(support.position_id or (card.position_id if card else None) or 0)
        number = (card.source_id if card else position.source_id if position else 0) or 0
        span = card.span if card else position.span if position else None
        verdict = self._verdicts.get(card.id, "") if card and support.kind is SupportKind.QUOTED else ""
        return SupportView(
            support.id,
            support.kind,
            support.text,
            _words(_line(evidence, position, self._all.sources.get(number), side), verdict),
            _marked(_pill(evidence), verdict),
            evidence.context,
            number if number in self._all.sources else 0,
            span.start if span else -1,
            card.id if card else 0,
        )

    def _side(self, side: Side, seconds: int, notice: str) -> SideView:
        parts = {part: tuple(self._sections(self._all.outlines[side][part])) for part in Part}
        case = parts[Part.CASE]
        targets = [
            number
            for number in self._order
            if self._all.arguments[number].side is side.other and (number in self._all.numbers or self._to.get(number))
        ]
        return SideView(
            side,
            self._all.topic.stance(side),
            sum(1 for each in case if each.number and not each.depth),
            sum(1 for each in case for item in each.items if item.argument),
            seconds,
            parts,
            tuple(targets),
            sum(1 for each in self._all.answers if self._all.arguments[each.answering_id].side is side),
            notice if self._concluded() is not side else "",
            next((each.id for each in self._all.briefs.values() if each.side is side and each.main), 0),
            self._format.case_seconds(side),
            self._format.words,
        )

    def _concluded(self) -> Side:
        # Pages give a notice only when every source cited concludes alike, so any one of them tells for which side.
        cited = {support.position_id for each in self._all.supports.values() for support in each}
        for number in cited:
            position = self._all.positions.get(number or 0)
            source = self._all.sources.get(position.source_id) if position else None
            if source is not None:
                return source.concludes
        return Side.NEITHER

    def _sections(
        self, nodes: Sequence[Node], depth: int = 0, numbers: dict[int, str] | None = None
    ) -> Iterable[SectionView]:
        numbers = outline.section_numbers(nodes) if numbers is None else numbers
        for index, node in enumerate(nodes):
            section = node.section
            yield SectionView(
                section.id,
                section.parent_id or 0,
                numbers.get(section.id, ""),
                section.kind,
                section.title,
                depth,
                index,
                tuple(each for item in node.items if (each := self._item(item)) is not None),
            )
            yield from self._sections(node.children, depth + 1, numbers)

    def _item(self, item: Item) -> ItemView | None:
        if item.kind is ItemKind.NOTE:
            return ItemView(item.id, item.kind, text=item.text)
        if item.kind is ItemKind.CARD and item.card_id in self._all.cards:
            card = self._all.cards[item.card_id]
            shown, also = copies.card(card, item.frozen), self._places.of_card(card.id, item.id)
            state = _state(item, changed=copies.differs(card, item.frozen))
            return ItemView(item.id, item.kind, card=card.id, text=shown.tag or card.quote, also=also, state=state)
        if item.kind is ItemKind.ARGUMENT and item.argument_id in self._all.arguments:
            return self._argument_item(item, self._all.arguments[item.argument_id])
        answer = self._links.get(item.answer_id or 0)
        return ItemView(item.id, item.kind, argument=answer.answering_id, answer=answer.id) if answer else None

    def _argument_item(self, item: Item, argument: Argument) -> ItemView:
        kept = None
        if item.frozen is not None:
            old = copies.argument(argument, item.frozen)
            kept = replace(
                self._argument(argument), claim=old.claim, name=old.name, warrant=old.warrant, impact=old.impact
            )
        also = self._places.of_argument(argument.id, item.id)
        state = _state(item, changed=copies.differs(argument, item.frozen))
        return ItemView(item.id, item.kind, argument=argument.id, also=also, state=state, frozen=kept)

    def _shelf(self) -> Iterable[ShelfEntry]:
        topic = self._all.topic.id
        used = {("position", each.position_id) for some in self._all.supports.values() for each in some}
        used |= {("card", each.card_id) for some in self._all.supports.values() for each in some}
        for position in self._all.positions.values():
            if position.topic_id == topic and position.status is PositionStatus.KEPT:
                source = self._all.sources.get(position.source_id)
                line = _words(term(position.role.value), _where(source, position.paragraph))
                there = ("position", position.id) in used
                yield ShelfEntry("position", position.id, position.statement, line, position.side, there)
        for card in self._all.cards.values():
            if card.topic_id in (topic, None):
                source = self._all.sources.get(card.source_id or 0)
                cite = card.cite or _where(source, card.paragraph)
                line = _words(_tr("card"), cite, self._verdicts.get(card.id, ""))
                yield ShelfEntry("card", card.id, card.tag or card.quote, line, Side.NEITHER, ("card", card.id) in used)


def _state(item: Item, *, changed: bool) -> str:
    if item.frozen is None:
        return ""
    return _tr("❄ frozen copy; the original was changed since") if changed else _tr("❄ frozen copy")


def _marked(pill: str, verdict: str) -> str:
    # A pill has little room: what is verbatim gets its shape alone.
    sound = verdict_words(Verdict.VERBATIM)
    return f"{pill} {sound[0]}" if verdict == sound else _words(pill, verdict)


def _words(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _where(source: Source | None, paragraph: int | None) -> str:
    if source is None:
        return ""
    head = ", ".join(author.short for author in source.authors[:2]) or source.title
    return head + (f", ¶{paragraph}" if paragraph else "")


def _cite(evidence: Evidence) -> str:
    cite = evidence.cite
    return "" if cite is None else ", ".join(part for part in (cite.head, cite.rest, cite.place) if part)


def _line(evidence: Evidence, position: Position | None, source: Source | None, side: Side) -> str:
    if evidence.kind is SupportKind.REASONING:
        return _tr("our reasoning")
    if evidence.kind is SupportKind.WANTED:
        question, mark, _rest = evidence.text.partition("? ")
        return _tr("evidence wanted: {question}").format(question=question + mark.strip())
    cite = _cite(evidence)
    if evidence.speaker:
        who = _tr("{speaker}, reported by {cite}").format(speaker=evidence.speaker, cite=cite)
        kind = "" if evidence.kind is SupportKind.REPORTED else _kind(evidence.kind)
    elif position is not None and position.role is Role.CONCESSION:
        who, kind = _tr("conceded by {cite}").format(cite=cite), _kind(evidence.kind)
    elif position is not None and position.role is Role.OPPOSING:
        # Told to be answered: under the bare cite it would pass for the author's own view.
        who, kind = _tr("told by {cite} to answer it").format(cite=cite), _kind(evidence.kind)
    else:
        who, kind = cite, _kind(evidence.kind)
    ends = ""
    if evidence.context and source is not None and source.concludes not in (Side.NEITHER, side):
        ends = _tr("author concludes {side}").format(side=term(source.concludes.label))
    return _words(who, kind, ends)


def _pill(evidence: Evidence) -> str:
    if evidence.cite is None:
        return _kind(evidence.kind)
    place = f"{evidence.cite.head} {evidence.cite.place}".strip()
    return _words(evidence.speaker, place, _kind(evidence.kind))


def _kind(kind: SupportKind) -> str:
    return term(kind.value)
