"""What a format's reader hands over: plain values that cross the sandbox's border as JSON."""

from dataclasses import dataclass, field

from debateprep.domain.terms import BlockKind


@dataclass(slots=True)
class Draft:
    """An article in the making; `blocks` are kind, start, end, `issued` is year, month, day as far as known.

    `pages` holds the page each block begins on, counted from 1; it is empty where a format has no pages.
    """

    text: str
    blocks: list[tuple[str, int, int]] = field(default_factory=list)
    title: str = ""
    authors: list[dict[str, str]] = field(default_factory=list)
    qualifications: str = ""
    publication: str = ""
    issued: list[int] = field(default_factory=list)
    url: str = ""
    language: str = "en"
    found: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def learn(self, name: str, value: object, where: str) -> None:
        """Set a field that is still empty and note where its value came from."""
        if value and not getattr(self, name):
            setattr(self, name, value)
            self.found.append((name, where))


@dataclass(slots=True)
class Chunk:
    """A stretch of text that is one block; `shown` is its words without markup, on one line.

    `kind` is set where the format itself says what it is. `gap` counts the blank lines before it.
    """

    start: int
    end: int
    shown: str
    kind: BlockKind | None = None
    gap: int = 1
    heading: bool = False
    page: int = 0


def lay(draft: Draft, chunks: list[Chunk]) -> None:
    """Set the draft's text to the chunks' words joined by blank lines, and the chunks' places in it."""
    place = 0
    for chunk in chunks:
        chunk.start, chunk.end = place, place + len(chunk.shown)
        place = chunk.end + 2
    draft.text = "\n\n".join(chunk.shown for chunk in chunks)
