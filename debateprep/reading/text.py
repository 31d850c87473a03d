"""Plain text, from a file or pasted."""

from debateprep.reading.blocks import arrange
from debateprep.reading.draft import Draft
from debateprep.reading.layout import chunks


def read(text: str) -> Draft:
    """Return the draft of a plain text; the words stay as they are."""
    draft = Draft(text)
    arrange(draft, chunks(text))
    return draft
