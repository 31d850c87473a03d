"""Look an article over before it is added: its blocks, what is known about it and from where, all to be corrected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from debateprep.domain.article import Article
from debateprep.domain.terms import BlockKind
from debateprep.domain.words import count
from debateprep.errors import DebatePrepError
from debateprep.progress import Progress
from debateprep.reading import read_file, read_text
from debateprep.reading.properties import FILE_DAY
from debateprep.services import sources
from debateprep.services.errors import ServiceError
from debateprep.services.imports import Fate, FileReport, in_turn
from debateprep.services.sources import Imported
from debateprep.storage.library import Library

FIELDS = ("title", "authors", "qualifications", "publication", "issued", "url", "language")
"""What is known about an article and can be corrected."""

_BY_HAND = "you"
_ONE_PARAGRAPH = 400
_WHERE = {"page metadata": "the page's head", _BY_HAND: "you"}


@dataclass(frozen=True, slots=True)
class Review:
    """An article that was read and is not added yet; corrections give a new review.

    `known` is the number of the source that has this very text; `starter` is the title of the source that waits
    for it.
    """

    file_name: str
    article: Article
    known: int | None = None
    starter: str = ""

    def where(self, name: str) -> str:
        """Return where a field's value was found ("from the file's properties", "from you"), "" where it was not."""
        found = dict(self.article.found).get(name, "")
        return f"from {_WHERE.get(found, f'the {found}')}" if found else ""

    def corrected(self, **fields: object) -> "Review":
        """Return the review with some of FIELDS set by hand; raise ServiceError for any other name."""
        if set(fields) - set(FIELDS):
            raise ServiceError(f"An article has no “{min(set(fields) - set(FIELDS))}” that could be corrected.")
        kept = tuple(pair for pair in self.article.found if pair[0] not in fields)
        found = (*kept, *((name, _BY_HAND) for name in fields))
        return replace(self, article=replace(self.article, found=found, **fields))  # type: ignore[arg-type]

    def with_block(self, index: int, *, kind: BlockKind | None = None, struck: bool | None = None) -> "Review":
        """Return the review with one block told to be something else, struck out, or taken back in."""
        blocks = self.article.blocks
        if not 0 <= index < len(blocks):
            raise ServiceError(f"This article has {len(blocks)} blocks; there is no block {index + 1}.")
        old = blocks[index]
        struck = old.struck if struck is None else struck
        return replace(self, article=self.article.with_block(index, kind=kind or old.kind, struck=struck))


@dataclass(frozen=True, slots=True)
class Reviews:
    """The articles to look over, in order, and a report for each file that cannot be one of them."""

    reviews: tuple[Review, ...]
    others: tuple[FileReport, ...] = ()

    @property
    def stopped(self) -> bool:
        """Tell whether the user stopped the work before its end."""
        return any(each.fate is Fate.NOT_READ for each in self.others)


def review(library: Library, paths: Sequence[Path], progress: Progress | None = None) -> Reviews:
    """Read files and folders and return what there is to look over; nothing is added."""
    ready: list[Review] = []
    others: list[FileReport] = []
    for each in in_turn(paths, progress):
        if isinstance(each, FileReport):
            others.append(each)
            continue
        try:
            ready.append(_looked_over(library, read_file(each), each.name))
        except DebatePrepError as error:
            others.append(FileReport(each, Fate.REFUSED, str(error)))
    return Reviews(tuple(ready), tuple(others))


def review_text(library: Library, text: str, name: str = "pasted text") -> Review:
    """Read pasted text and return it to be looked over; raise ReadingError when there is nothing to read."""
    return _looked_over(library, read_text(text), name)


def doubts(reviewed: Review) -> tuple[str, ...]:
    """Return why an article should be looked over before it is added, in sentences; none for most articles."""
    article = reviewed.article
    if reviewed.known is not None or reviewed.starter:
        return ()
    found = [each for each in article.warnings if each != FILE_DAY]
    if not article.title.strip():
        found.append("No title was found; say what the article is called.")
    body = [count(words) for words in article.paragraphs]
    rest = sum(count(article.text[each.start : each.end]) for each in article.blocks if not each.counts)
    if rest > sum(body):
        found.append("More words were left out than taken as the article's; see what each block is.")
    if len(body) == 1 and body[0] > _ONE_PARAGRAPH:
        found.append("All of it came as one paragraph, so paragraph numbers will not help to find a place.")
    return tuple(found)


def _looked_over(library: Library, article: Article, name: str) -> Review:
    with library.read() as reader:
        known = sources.known_as(reader, article)
        starter = sources.recognise(reader, article) if known is None else None
    return Review(name, article, known.id if known else None, starter.title if starter else "")


def add(library: Library, reviewed: Review) -> Imported:
    """Add an article as it was left by the review, as one step; raise ServiceError when every block is struck out."""
    if not reviewed.article.paragraphs:
        raise ServiceError("Every paragraph is struck out; take one back in, or do not add this article.")
    return sources.import_article(library, reviewed.article, reviewed.file_name)
