"""Rank what an article argues: sentences and clauses, each with its reasons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from debateprep.domain.article import Article, Block, Span, Suggestion, Unit
from debateprep.domain.words import words
from debateprep.finding.clauses import Clause, clauses, is_subordinate
from debateprep.finding.cues import CueLists, cue_lists
from debateprep.finding.links import with_links
from debateprep.finding.scoring import Place, Weighed, is_question, role_of, weigh
from debateprep.finding.speakers import voice
from debateprep.finding.tokens import Tokens
from debateprep.finding.views import Sentence, read

_MIN_WORDS = 6
_STRONG_FRAGMENT = 3.0
_CLAUSE_ARGUES = 1.5
# Words in a sentence of which nobody would keep the whole.
_TOO_MUCH = 28
_NOT_TITLE_WORDS = frozenset(
    "this that with from what when should would could must will about have their they your more than into over".split()
)
_CONCEDES = re.compile(
    r"(?:of course|to be sure|admittedly|granted|it is true|true,|yes,|no doubt|undoubtedly|certainly|i grant|i concede"
    r"|i accept|i admit|nobody denies|no one denies|nobody disputes|none of this is to deny)\b"
    r"|.*?\b(?:may|might|cannot|can't)\b",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE_TURN = re.compile(
    r"(?:and\s+yet|but|yet|still|nonetheless|nevertheless|however|even\s+so|that\s+said|all\s+the\s+same)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Unit:
    tokens: Tokens
    unit: Unit
    place: Place
    weighed: Weighed
    but: Span | None = None


def suggest(article: Article, *, limit: int | None = None, lists: CueLists | None = None) -> tuple[Suggestion, ...]:
    """Return what may be positions of the article, best first; only body blocks that are not struck are read.

    A score is the sum of the weights of its reasons. Equal scores stand in reading order. `lists` replaces the
    cue lists that ship with the program.
    """
    return suggest_in(article.text, article.blocks, title=article.title, limit=limit, lists=lists)


def suggest_in(
    text: str, blocks: tuple[Block, ...], *, title: str = "", limit: int | None = None, lists: CueLists | None = None
) -> tuple[Suggestion, ...]:
    """Return what may be positions in the body blocks of `text`, best first."""
    lists = lists or cue_lists()
    sentences = read(text, blocks, _title_words(title), lists)
    units: list[_Unit] = []
    for index, sentence in enumerate(sentences):
        after = sentences[index + 1] if index + 1 < len(sentences) else None
        units.extend(_family(sentence, after, lists))
    found = [_suggestion(unit) for unit in units]
    found.sort(key=lambda each: (-each.score, each.span.start, each.span.end))
    linked = with_links(text, found)
    return linked if limit is None else linked[: max(0, limit)]


def _title_words(title: str) -> frozenset[str]:
    folded = {word.folded for word in words(title)}
    return frozenset(word for word in folded if len(word) > 3 and word not in _NOT_TITLE_WORDS)


def _family(sentence: Sentence, after: Sentence | None, lists: CueLists) -> list[_Unit]:
    """Return a sentence and its clauses as far as they are worth offering, the weaker ones of them weighed down."""
    tokens, place = sentence.tokens, sentence.place
    parts = clauses(tokens, lists.verbs)
    but = _turn_after(tokens, after)
    split = next((index for index, part in enumerate(parts) if index and part.link == "turn"), None)
    if but is not None and split is None:
        place = replace(place, conceded=but.of(tokens.text).split()[0])
    turn = but if place.conceded else place.answer
    whole = _Unit(tokens, Unit.SENTENCE, place, weigh(tokens, place, lists), turn)
    units = [whole, *_parts(replace(sentence, place=place), parts, split, turn, lists)]
    offered = [unit for unit in units if _worth(unit) or _eases(unit, whole)]
    if len(offered) < 2:
        return offered
    best = max(offered, key=lambda unit: (unit.weighed.score, unit is whole))
    return [_lowered(unit, best, lists) for unit in offered]


def _turn_after(tokens: Tokens, after: Sentence | None) -> Span | None:
    """Return the next sentence when this one concedes and that one turns."""
    if after is None or after.place.voice or not _SENTENCE_TURN.match(after.tokens.quote):
        return None
    if after.tokens.folded[:2] == ("still", "more") or not _CONCEDES.match(tokens.quote):
        return None
    return after.tokens.span


def _parts(
    sentence: Sentence, parts: list[Clause], split: int | None, turn: Span | None, lists: CueLists
) -> Iterator[_Unit]:
    """Yield the clauses of a sentence; `turn` is where the author goes on after conceding all of it."""
    main = parts[split].span if split is not None else None
    # "While X – an insertion – Y": what is conceded opens the sentence.
    conceding = 0 if split is None or is_subordinate(sentence.tokens) else split - 1
    for index, part in enumerate(parts):
        tokens = sentence.tokens.within(part.span)
        but = main if main is not None and index == conceding else None
        if main is None and sentence.place.conceded:
            but = turn
        told = voice(tokens, lists.voices)
        if told is None and sentence.place.voice and (split is None or index < split):
            told = sentence.place.voice
        inside = "" if split is not None and index >= split else sentence.place.inside_view
        place = replace(
            sentence.place,
            whole=False,
            opens=sentence.place.opens and index == 0,
            closes=sentence.place.closes and index == len(parts) - 1,
            voice=told,
            inside_view=inside,
            answer=sentence.place.answer if told or inside else None,
            conceded=but.of(tokens.text).split()[0] if but else "",
            after_turn="the author's turn" if main is not None and part.span == main else "",
        )
        yield _Unit(tokens, Unit.CLAUSE, place, weigh(tokens, place, lists), but or place.answer)


def _worth(unit: _Unit) -> bool:
    """Tell whether a unit may be offered at all."""
    labels = {reason.label for reason in unit.weighed.reasons}
    if is_question(unit.tokens) and "rhetorical question" not in labels:
        return False
    if unit.unit is Unit.SENTENCE:
        return len(unit.tokens.words) >= _MIN_WORDS or (
            len(unit.tokens.words) > 1 and unit.weighed.score >= _STRONG_FRAGMENT
        )
    return unit.but is not None or bool(unit.place.after_turn) or unit.weighed.score >= _CLAUSE_ARGUES


def _eases(unit: _Unit, whole: _Unit) -> bool:
    """Tell whether a clause is worth offering because its sentence says too much at once, or in two voices."""
    if unit is whole or is_question(unit.tokens):
        return False
    return len(whole.tokens.words) > _TOO_MUCH or unit.place.voice != whole.place.voice


def _lowered(unit: _Unit, best: _Unit, lists: CueLists) -> _Unit:
    """Weigh a unit down that says again what the best of its family says."""
    if unit is best or not unit.tokens.span.overlaps(best.tokens.span):
        return unit
    reason, _ = lists.features["says_again"].reason()
    return replace(unit, weighed=unit.weighed.plus(reason))


def _suggestion(unit: _Unit) -> Suggestion:
    told = unit.place.voice
    return Suggestion(
        span=unit.tokens.span,
        paragraph=unit.place.paragraph,
        unit=unit.unit,
        role=role_of(unit.weighed, unit.place),
        score=unit.weighed.score,
        reasons=unit.weighed.reasons,
        speaker=told.speaker if told else "",
        but=unit.but,
    )
