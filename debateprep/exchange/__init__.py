"""Other tools' files in and out: references as CSL-JSON, BibTeX and RIS. Knows no storage."""

from debateprep.exchange.errors import ExchangeError
from debateprep.exchange.parsed import Parsed
from debateprep.exchange.references import Format, format_of, read_file, write

__all__ = ["ExchangeError", "Format", "Parsed", "format_of", "read_file", "write"]
