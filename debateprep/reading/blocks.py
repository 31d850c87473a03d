"""Tell the blocks of an article apart, the same way for every format; in doubt a block is a paragraph."""

import re

from debateprep.domain.terms import BlockKind
from debateprep.domain.words import words as words_of
from debateprep.reading.captions import is_advert, is_caption, is_notice
from debateprep.reading.draft import Chunk, Draft
from debateprep.reading.layout import ends_sentence, is_bullet
from debateprep.reading.people import author_note, byline, date_line

_KICKERS = frozenset(
    "opinion comment commentary analysis editorial op-ed leader viewpoint perspective perspectives essay news politics "
    "world column letters debate guest essay|guest column|opinion piece|the view".replace("|", " ").split()
) | {"guest essay", "guest column", "opinion piece", "the view"}
_LONG = 13
_HEAD_LINES = 10
_TRAILER = re.compile(
    r"^(?:prior to|before (?:this|that|joining)|previously|he|she|they|his|her|their|follow (?:him|her|them)|contact|"
    r"you can|email|e-mail|twitter|@\w+|https?://|www\.)(?:\b|$)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^[\"“”„«‘'].*[\"“”»’'](?:\s*[-–—].*)?$", re.DOTALL)


def arrange(draft: Draft, chunks: list[Chunk]) -> None:
    """Give every chunk its kind and fill the draft's blocks, and what bylines, notes and headings say."""
    _own_words(chunks)
    _repeated_captions(chunks)
    _head(draft, chunks)
    _headings(chunks)
    _author_notes(draft, chunks)
    _bare_byline(draft, chunks)
    _pull_quotes(chunks)
    _subheadings(chunks)
    for chunk in chunks:
        chunk.kind = chunk.kind or BlockKind.PARAGRAPH
    _rescue(draft, chunks)
    draft.blocks = [(str(chunk.kind), chunk.start, chunk.end) for chunk in chunks]
    draft.pages = [chunk.page for chunk in chunks] if any(chunk.page for chunk in chunks) else []


def _own_words(chunks: list[Chunk]) -> None:
    for chunk in chunks:
        if chunk.kind is not None or chunk.heading:
            continue
        if is_advert(chunk.shown):
            chunk.kind = BlockKind.ADVERT
        elif is_notice(chunk.shown):
            chunk.kind = BlockKind.OTHER
        elif is_caption(chunk.shown):
            chunk.kind = BlockKind.CAPTION


def _repeated_captions(chunks: list[Chunk]) -> None:
    """Mark the short line beside a caption that says the caption's words without its credit."""
    for place, chunk in enumerate(chunks):
        if chunk.kind is not BlockKind.CAPTION:
            continue
        folded = _folded(chunk.shown)
        for beside in (place - 1, place + 1):
            # The first line is the headline, which a caption may well begin with.
            if 0 < beside < len(chunks) and chunks[beside].kind is None:
                other = _folded(chunks[beside].shown)
                if len(other) > 5 and folded.startswith(other) and len(other.split()) >= 2:
                    chunks[beside].kind = BlockKind.CAPTION


def _folded(words: str) -> str:
    """Return the words with single blanks around each, so that whole words are compared."""
    return " " + " ".join(word.folded for word in words_of(words)) + " "


def _opens_body(chunk: Chunk) -> bool:
    return (
        len(chunk.shown.split()) > 25
        or (ends_sentence(chunk.shown) and not _asks(chunk.shown))
        or is_bullet(chunk.shown)
    )


def _asks(words: str) -> bool:
    return words.rstrip("\"'”’»)")[-1:] in ("?", "!")


def _head(draft: Draft, chunks: list[Chunk]) -> None:
    """Find headline, byline and date above the first paragraph."""
    headline: Chunk | None = next((chunk for chunk in chunks if chunk.kind is BlockKind.HEADLINE), None)
    for place, chunk in enumerate(chunks[:_HEAD_LINES]):
        if chunk.kind is not None:
            continue
        if chunk.heading:
            headline = headline or _take_headline(draft, chunk, "heading")
        elif _head_line(draft, chunk):
            continue
        elif _opens_body(chunk):
            break
        elif headline is not None:
            chunk.kind = BlockKind.OTHER if _folded(chunk.shown) == _folded(headline.shown) else None
        elif _is_headline(chunks, place):
            headline = _take_headline(draft, chunk, "first line")
        else:
            break


def _take_headline(draft: Draft, chunk: Chunk, where: str) -> Chunk:
    chunk.kind = BlockKind.HEADLINE
    draft.learn("title", chunk.shown, where)
    return chunk


def _head_line(draft: Draft, chunk: Chunk) -> bool:
    """Mark a kicker, a byline or a date; tell whether it was one."""
    if chunk.shown.strip(" :|").casefold() in _KICKERS:
        chunk.kind = BlockKind.OTHER
        return True
    issued = date_line(chunk.shown)
    if issued:
        chunk.kind = BlockKind.OTHER
        draft.learn("issued", issued, "date line")
        return True
    found = byline(chunk.shown)
    if found is None:
        return False
    chunk.kind = BlockKind.BYLINE
    draft.learn("authors", found.authors, "byline")
    draft.learn("qualifications", found.role, "byline")
    draft.learn("issued", found.issued, "byline")
    return True


def _is_headline(chunks: list[Chunk], place: int) -> bool:
    shown = chunks[place].shown
    later = [chunk for chunk in chunks[place + 1 :] if chunk.kind is None]
    if any(chunk.heading for chunk in later[:3]) or not later or len(shown) > 200:
        return False
    if _asks(shown):
        # A question may open an article; only a byline right below shows that it is its title.
        return byline(later[0].shown) is not None
    short = len(shown.split()) < _LONG or _sets_stops(later)
    return short and not ends_sentence(shown) and shown[-1] not in ",;:"


def _headings(chunks: list[Chunk]) -> None:
    for chunk in chunks:
        if chunk.heading and chunk.kind is None:
            chunk.kind = BlockKind.SUBHEADING


def _author_notes(draft: Draft, chunks: list[Chunk]) -> None:
    """Find the note about the author among the last blocks, or below the headline's byline line."""
    known = {author.get("family") for author in draft.authors if author.get("family")}
    trailing: list[Chunk] = []
    for place in range(len(chunks) - 1, 0, -1):
        chunk = chunks[place]
        if chunk.kind is BlockKind.AUTHOR_NOTE:
            _learn_note(draft, chunk)
            continue
        if chunk.kind is not None:
            continue
        if _is_note(chunks, place, known):
            _learn_note(draft, chunk)
            for below in trailing:
                below.kind = BlockKind.AUTHOR_NOTE
            return
        if len(trailing) == 3 or not _TRAILER.match(chunk.shown) or len(chunk.shown.split()) > 40:
            return
        trailing.append(chunk)


def _learn_note(draft: Draft, chunk: Chunk) -> None:
    chunk.kind = BlockKind.AUTHOR_NOTE
    note = author_note(chunk.shown)
    if note is not None:
        draft.learn("authors", note.authors, "author note")
        if note.qualifications:
            draft.found = [pair for pair in draft.found if pair[0] != "qualifications"]
            draft.qualifications = ""
            draft.learn("qualifications", note.qualifications, "author note")


def _is_note(chunks: list[Chunk], place: int, known: set[str | None]) -> bool:
    chunk = chunks[place]
    note = author_note(chunk.shown)
    body = [other for other in chunks[:place] if other.kind is None]
    if note is None or not body:
        return False
    families = {author.get("family") for author in note.authors}
    if known and families:
        return bool(known & families) or (note.marked and chunk.gap > 1)
    # The people of an article are talked about in it; its author is not.
    text = " ".join(_folded(other.shown) for other in body)
    return note.marked or not any(_folded(family or "") in text for family in families)


def _bare_byline(draft: Draft, chunks: list[Chunk]) -> None:
    """Mark a line above the text that is nothing but the author's name."""
    names = {_folded(f"{author.get('given', '')} {author.get('family', '')}") for author in draft.authors}
    for chunk in chunks[:_HEAD_LINES]:
        if chunk.kind is None and len(chunk.shown) < 80 and _folded(chunk.shown) in names:
            chunk.kind = BlockKind.BYLINE


def _pull_quotes(chunks: list[Chunk]) -> None:
    """Mark short blocks whose words stand in a longer block close by: nothing is lost with them."""
    open_chunks = [chunk for chunk in chunks if chunk.kind is None]
    folded = [_folded(chunk.shown) for chunk in open_chunks]
    counts = [len(one.split()) for one in folded]
    for place, chunk in enumerate(open_chunks):
        quoted = _QUOTED.match(chunk.shown) is not None
        least = 4 if quoted else 8 if ends_sentence(chunk.shown) else 7
        if not least <= counts[place] <= 40 or is_bullet(chunk.shown):
            continue
        near = range(max(0, place - 8), min(len(open_chunks), place + 9))
        if any(counts[other] >= counts[place] + 5 and folded[place] in folded[other] for other in near):
            chunk.kind = BlockKind.PULL_QUOTE


def _sets_stops(chunks: list[Chunk]) -> bool:
    """Tell whether the writer ends paragraphs with a stop; otherwise headings cannot be told by the lack of one."""
    long = [chunk for chunk in chunks if len(chunk.shown.split()) >= _LONG]
    return sum(ends_sentence(chunk.shown) for chunk in long) * 2 >= len(long)


def _subheadings(chunks: list[Chunk]) -> None:
    open_chunks = [chunk for chunk in chunks if chunk.kind is None]
    if not _sets_stops(open_chunks):
        return
    run: list[Chunk] = []
    body_seen = False
    for chunk in open_chunks:
        if _is_subheading(chunk):
            run.append(chunk)
            continue
        # Three short lines in a row are a list or verse, unless they stand above the text.
        if len(run) < 3 or not body_seen:
            for heading in run:
                heading.kind = BlockKind.SUBHEADING
        run, body_seen = [], True


def _is_subheading(chunk: Chunk) -> bool:
    shown = chunk.shown
    if len(shown) > 90 or len(shown.split()) >= _LONG or is_bullet(shown) or _QUOTED.match(shown):
        return False
    return not ends_sentence(shown) and shown[-1] not in ",;:-–—" and not shown[0].islower() and shown[0] not in ">#("


def _rescue(draft: Draft, chunks: list[Chunk]) -> None:
    """Leave no text without a body: what was taken for headings is then what the author wrote."""
    for kinds in (
        (BlockKind.SUBHEADING, BlockKind.PULL_QUOTE),
        (BlockKind.AUTHOR_NOTE, BlockKind.CAPTION),
        (BlockKind.HEADLINE, BlockKind.BYLINE),
        (BlockKind.ADVERT, BlockKind.OTHER),
    ):
        if any(chunk.kind is BlockKind.PARAGRAPH for chunk in chunks):
            break
        for chunk in chunks:
            if chunk.kind in kinds and any(sign.isalnum() for sign in chunk.shown):
                chunk.kind = BlockKind.PARAGRAPH
    if ("title", "first line") in draft.found and not any(chunk.kind is BlockKind.HEADLINE for chunk in chunks):
        draft.title = ""
        draft.found.remove(("title", "first line"))
