"""Search: the user's words in everything that a library holds."""

from collections.abc import Sequence

from debateprep.domain.changes import Hit
from debateprep.storage.library import Library
from debateprep.storage.search import INDEXES

KINDS = tuple(INDEXES)
"""The kinds of thing that can be searched, by type name in lower case."""


def find(
    library: Library, words: str, *, kinds: Sequence[str] = KINDS, topic_id: int | None = None, limit: int = 50
) -> list[Hit]:
    """Return what matches the words, best first; never fails on what the words are."""
    with library.read() as reader:
        return reader.search(words, kinds, topic_id=topic_id, limit=limit)
