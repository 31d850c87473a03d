"""Publishing: values in, pages out. Layouts are pure; only `pdf`, `tags` and `fonts` know reportlab."""

from debateprep.publishing.errors import PublishingError
from debateprep.publishing.export import export_pdf, lay_out, missing_glyphs
from debateprep.publishing.options import CardText, Cells, Duplex, Level, PageOptions, Paper
from debateprep.publishing.registry import EVERYWHERE, SHELF, Kind, Needs, Pages, Sides
from debateprep.publishing.scripts import pack_hint
from debateprep.publishing.writers import Format, write_text

__all__ = [
    "EVERYWHERE",
    "SHELF",
    "CardText",
    "Cells",
    "Duplex",
    "Format",
    "Kind",
    "Level",
    "Needs",
    "PageOptions",
    "Pages",
    "Paper",
    "PublishingError",
    "Sides",
    "export_pdf",
    "lay_out",
    "missing_glyphs",
    "pack_hint",
    "write_text",
]
