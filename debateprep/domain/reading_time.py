"""How long a text takes to read aloud: only what is read counts."""

from debateprep.domain import words
from debateprep.domain.model import Mark
from debateprep.domain.terms import MarkKind

DEFAULT_WORDS_A_MINUTE = 180


def spoken(text: str, marks: tuple[Mark, ...]) -> str:
    """Return what is read of a card: the highlighted words, else the underlined, else all; never omitted ones."""
    for kind in (MarkKind.HIGHLIGHT, MarkKind.UNDERLINE):
        chosen = _covered(len(text), marks, kind)
        if any(chosen):
            break
    else:
        chosen = [True] * len(text)
    omitted = _covered(len(text), marks, MarkKind.OMIT)
    return "".join(letter if read and not out else " " for letter, read, out in zip(text, chosen, omitted, strict=True))


def _covered(length: int, marks: tuple[Mark, ...], kind: MarkKind) -> list[bool]:
    found = [False] * length
    for mark in marks:
        if mark.kind is kind:
            start, end = max(0, mark.start), min(length, mark.end)
            found[start:end] = [True] * max(0, end - start)
    return found


def count(*texts: str) -> int:
    """Return how many words the texts have together."""
    return sum(words.count(text) for text in texts)


def clock(seconds: int) -> str:
    """Return seconds as minutes and seconds, "2:10"."""
    return f"{seconds // 60}:{seconds % 60:02d}"
