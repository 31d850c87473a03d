"""An article in: one module a format, every untrusted file parsed in the sandbox."""

from debateprep.reading.errors import ReadingError
from debateprep.reading.reader import read_file, read_text

__all__ = ["ReadingError", "read_file", "read_text"]
