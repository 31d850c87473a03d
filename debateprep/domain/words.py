"""Words as every rule counts them: for reading time, recognition, and checks of what was copied."""

import re
from dataclasses import dataclass
from hashlib import sha256

from debateprep.domain.article import Block, Span, numbered
from debateprep.domain.model import Anchor

# A word is letters and digits, joined by inner apostrophes, hyphens, and the points and commas inside numbers.
_WORD = re.compile(r"\w+(?:['’‑-]\w+|(?<=\d)[.,](?=\d)\w+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its half-open place in the text."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """Return the word as it is compared: case folded, one kind of apostrophe and hyphen."""
        return self.text.casefold().replace("’", "'").replace("‑", "-")


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text[start:end]` with offsets into `text`."""
    stop = len(text) if end is None else end
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text, start, stop)]


def count(text: str) -> int:
    """Return how many words `text` has."""
    return sum(1 for _ in _WORD.finditer(text))


def _digest(folded: list[str]) -> str:
    return sha256(" ".join(folded).encode()).hexdigest()


def anchor(text: str) -> Anchor:
    """Return the anchor by which these words are recognised later; raise ValueError when there are none."""
    folded = [word.folded for word in words(text)]
    if not folded:
        raise ValueError("an anchor needs at least one word")
    return Anchor(len(folded), _digest(folded))


def find_anchor(text: str, blocks: tuple[Block, ...], wanted: Anchor, paragraph: int | None = None) -> Span | None:
    """Return where the anchored words stand in a body paragraph of `text`, or None.

    The paragraph that the anchor names is tried first, then the others in order. The span runs from the first
    word to the last and takes no punctuation.
    """
    body = sorted(numbered(blocks), key=lambda pair: pair[0] != paragraph)
    for _, block in body:
        here = words(text, block.start, block.end)
        folded = [word.folded for word in here]
        for first in range(len(here) - wanted.words + 1):
            if _digest(folded[first : first + wanted.words]) == wanted.sha256:
                return Span(here[first].start, here[first + wanted.words - 1].end)
    return None
