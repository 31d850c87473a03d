"""An article as it was read: immutable text, its blocks, and what is known about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from debateprep.domain.terms import BlockKind, Role

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in a source's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """Return the words the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the range without the blanks around it, None when there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text: offsets in code points, what it is, and whether the user struck it out."""

    kind: BlockKind
    start: int
    end: int
    struck: bool = False
    page: int | None = None

    @property
    def counts(self) -> bool:
        """Tell whether the block is numbered and searched for positions."""
        return self.kind.is_body and not self.struck


def numbered(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Block]]:
    """Yield the body blocks with their paragraph numbers, counted from 1."""
    number = 0
    for block in blocks:
        if block.counts:
            number += 1
            yield number, block


def paragraph_at(blocks: tuple[Block, ...], offset: int) -> int | None:
    """Return the number of the body paragraph that holds `offset`, or None outside the body."""
    for number, block in numbered(blocks):
        if block.start <= offset < block.end:
            return number
    return None


@dataclass(frozen=True, slots=True)
class Name:
    """A person (family and given, with a suffix like "Jr.") or a body (literal).

    A particle that stays with the family name stands in `family` ("van der Berg"), one that is left behind when
    the name is turned round stands at the end of `given` ("Alexander von").
    """

    family: str = ""
    given: str = ""
    literal: str = ""
    suffix: str = ""

    @property
    def full(self) -> str:
        """Return the name in reading order."""
        return self.literal or " ".join(part for part in (self.given, self.family, self.suffix) if part)

    @property
    def short(self) -> str:
        """Return what a debater says: the family name, or the body's name."""
        return self.literal or self.family or self.given


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day; an unknown one is None where it is held."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, text: str) -> "PartialDate":
        """Read a date as far as it is known: 2024, 2024-03 or 2024-03-07; raise ValueError for anything else."""
        numbers = [int(part) for part in text.strip().split("-")]
        if len(numbers) > 3:
            raise ValueError(text)
        date(*[*numbers, 1, 1][:3])
        return cls(*numbers)

    @property
    def iso(self) -> str:
        """Return the known parts as in ISO 8601."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def words(self) -> str:
        """Return the date in words as far as it is known: "7 March 2024", "March 2024", "2024"."""
        if not self.month or not 1 <= self.month <= len(MONTHS):
            return str(self.year)
        month = f"{MONTHS[self.month - 1]} {self.year}"
        return f"{self.day} {month}" if self.day else month


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader found in a file: LF line ends, otherwise the words exactly as they were.

    `found` says for each field where it came from ("first line", "author note", "page metadata");
    `warnings` are plain sentences for the user.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    authors: tuple[Name, ...] = ()
    qualifications: str = ""
    publication: str = ""
    issued: PartialDate | None = None
    url: str = ""
    language: str = "en"
    found: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the words at `span`."""
        return span.of(self.text)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the body paragraphs in order; index 0 is ¶1."""
        return tuple(self.text[block.start : block.end] for _, block in numbered(self.blocks))

    def with_block(self, index: int, **changes: object) -> "Article":
        """Return the article with one block corrected by hand."""
        blocks = list(self.blocks)
        blocks[index] = replace(blocks[index], **changes)  # type: ignore[arg-type]
        return replace(self, blocks=tuple(blocks))


class Unit(StrEnum):
    """What a suggestion covers."""

    SENTENCE = "sentence"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a suggestion was made: a label in words, the words matched, and the weight they carry."""

    label: str
    matched: str
    weight: float

    def __str__(self) -> str:
        return f"{self.label}: {self.matched}" if self.matched else self.label


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A stretch of the author's words that may be a position, with its reasons; never stored.

    `but` is the span in which the author turns away from a concession or answers an opposing view; `speaker` is ""
    for the author. `under` is the span of the claim it seems to support, and `under_why` says why in plain words.
    """

    span: Span
    paragraph: int
    unit: Unit
    role: Role
    score: float
    reasons: tuple[Reason, ...] = field(default=())
    speaker: str = ""
    but: Span | None = None
    under: Span | None = None
    under_why: str = ""
