"""Positions: what an author says; suggested by rules, kept or dismissed by the user."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from debateprep.domain.article import Block, Span, Suggestion, paragraph_at
from debateprep.domain.changes import Changes
from debateprep.domain.model import Position, Source, SourceText
from debateprep.domain.terms import PositionStatus, Role, Side
from debateprep.finding import suggest_in
from debateprep.services import links, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.library import Library

# One character for one, so that offsets stay.
_QUOTES = str.maketrans("‘’“”", "''\"\"")

RANKED = 4
"""How many articles' rankings are remembered."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion with its stable number in the ranking, its words, and what the user decided about it."""

    number: int
    suggestion: Suggestion
    quote: str
    but: str = ""
    decided: Position | None = None


def text_of(reader: Reader, source_id: int) -> SourceText:
    """Return a source's text; raise ServiceError when it has none yet."""
    found = reader.first(SourceText, source_id=source_id)
    if found is None:
        source = reader.get(Source, source_id)
        raise ServiceError(f"The source “{source.title}” has no text yet; `debateprep import FILE` attaches it.")
    return found


def quotes(reader: Reader, positions: Iterable[Position]) -> dict[int, str]:
    """Return the source's own words of each anchored position, by position id."""
    anchored = [each for each in positions if each.span is not None]
    texts = {text.source_id: text.text for text in reader.all(SourceText, source_id={p.source_id for p in anchored})}
    return {p.id: p.span.of(texts[p.source_id]) for p in anchored if p.span and p.source_id in texts}


def suggestions(library: Library, source_id: int) -> list[Suggested]:
    """Return a source's suggestions, best first; they are computed anew and never stored."""
    with library.read() as reader:
        return _suggestions(reader, source_id)


def _suggestions(reader: Reader, source_id: int) -> list[Suggested]:
    text = text_of(reader, source_id)
    source = reader.get(Source, source_id)
    decided = {each.span: each for each in reader.all(Position, source_id=source_id) if each.span is not None}
    return [
        Suggested(
            number,
            found,
            found.span.of(text.text),
            found.but.of(text.text) if found.but else "",
            decided.get(found.span),
        )
        for number, found in enumerate(_ranked(text.text, text.blocks, source.title), 1)
    ]


@lru_cache(maxsize=RANKED)
def _ranked(text: str, blocks: tuple[Block, ...], title: str) -> tuple[Suggestion, ...]:
    # The same words give the same ranking, and a very long article takes seconds: keeping one must not.
    return suggest_in(text, blocks, title=title)


def kept(library: Library, *, source_id: int | None = None, topic_id: int | None = None) -> list[Position]:
    """Return the kept positions of a source, a topic, or both."""
    wanted = {name: number for name, number in (("source_id", source_id), ("topic_id", topic_id)) if number}
    with library.read() as reader:
        return reader.all(Position, status=PositionStatus.KEPT.value, **wanted)


def keep(
    library: Library,
    source_id: int,
    numbers: list[int],
    *,
    topic_id: int | None = None,
    side: Side = Side.NEITHER,
) -> Changes:
    """Keep suggestions by their numbers for a topic; what was dismissed or kept before is decided anew."""
    return _decide(library, source_id, numbers, PositionStatus.KEPT, topic_id, side)


def dismiss(library: Library, source_id: int, numbers: list[int]) -> Changes:
    """Dismiss suggestions by their numbers, so that they are not offered again."""
    return _decide(library, source_id, numbers, PositionStatus.DISMISSED, None, Side.NEITHER)


def _decide(
    library: Library,
    source_id: int,
    numbers: list[int],
    status: PositionStatus,
    topic_id: int | None,
    side: Side,
) -> Changes:
    verb = "Keep" if status is PositionStatus.KEPT else "Dismiss"
    with library.edit(f"{verb} {'position' if len(numbers) == 1 else f'{len(numbers)} positions'}") as edit:
        offered = {each.number: each for each in _suggestions(edit, source_id)}
        for number in numbers:
            if number not in offered:
                raise ServiceError(f"There is no suggestion {number}; there are {len(offered)} for this source.")
            _store(edit, source_id, offered[number], status, topic_id, side)
        if status is PositionStatus.KEPT:
            every = [each.suggestion for each in offered.values()]
            links.tie(edit, source_id, [offered[number].suggestion for number in numbers], every)
    return edit.changes


def _store(
    edit: Edit, source_id: int, offered: Suggested, status: PositionStatus, topic_id: int | None, side: Side
) -> None:
    found = offered.suggestion
    if offered.decided is not None:
        edit.put(replace(offered.decided, status=status, topic_id=topic_id or offered.decided.topic_id, side=side))
        return
    edit.add(
        Position(
            source_id=source_id,
            topic_id=topic_id,
            statement=offered.quote,
            role=found.role,
            status=status,
            side=side,
            speaker=found.speaker,
            paragraph=found.paragraph,
            span=found.span,
            but=offered.but,
        )
    )


def find_words(reader: Reader, source_id: int, quoted: str) -> Span:
    """Return where words stand in a source's text, spacing and kind of quotation marks aside.

    Raise ServiceError when they stand nowhere, or more than once.
    """
    tokens = [re.escape(token.translate(_QUOTES)) for token in quoted.split()]
    if not tokens:
        raise ServiceError("Say the words as they stand in the source.")
    text = text_of(reader, source_id).text
    found = list(re.finditer(r"\s+".join(tokens), text.translate(_QUOTES)))
    if not found:
        raise ServiceError(f"The words “{quoted}” do not stand in this source; copy them from its text.")
    if len(found) > 1:
        raise ServiceError(f"The words “{quoted}” stand in this source {len(found)} times; give a few more of them.")
    return Span(found[0].start(), found[0].end())


def mark(
    library: Library, source_id: int, span: Span, *, topic_id: int | None = None, side: Side = Side.NEITHER
) -> Changes:
    """Keep a position by hand from any words of the source; raise ServiceError outside its text."""
    with library.edit("Mark position") as edit:
        text = text_of(edit, source_id)
        if span.end > len(text.text) or not span.of(text.text).strip():
            raise ServiceError("There are no words at that place of the source.")
        edit.add(
            Position(
                source_id=source_id,
                topic_id=topic_id,
                statement=" ".join(span.of(text.text).split()),
                side=side,
                span=span,
                paragraph=paragraph_at(text.blocks, span.start),
            )
        )
    return edit.changes


def change(
    library: Library,
    number: int,
    *,
    statement: str | None = None,
    role: Role | None = None,
    side: Side | None = None,
    speaker: str | None = None,
    topic_id: int | None = None,
    merge: str = "",
) -> Changes:
    """Change what the user may say of a position; its place in the source stays.

    Edits with the same `merge` key become one step.
    """
    given = {"statement": statement, "role": role, "side": side, "speaker": speaker, "topic_id": topic_id}
    fields = {name: value for name, value in given.items() if value is not None}
    if fields.get("statement") == "":
        raise ServiceError("A position needs a statement.")
    with library.edit("Edit position", merge=merge) as edit:
        edit.put(replace(edit.get(Position, number), **fields))  # type: ignore[arg-type]
    return edit.changes


def remove(library: Library, number: int) -> Changes:
    """Move a position to the trash with the supports that rest on it."""
    return trash.put(library, Position, number)


def renumber(edit: Edit, source_id: int, blocks: tuple[Block, ...]) -> None:
    """Give anchored positions the paragraph numbers of corrected blocks, within an edit."""
    for position in edit.all(Position, source_id=source_id):
        if position.span is not None:
            edit.put(replace(position, paragraph=paragraph_at(blocks, position.span.start)))
