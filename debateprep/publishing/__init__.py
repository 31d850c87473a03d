"""Publishing: values in, pages out. Layouts are pure; only `pdf`, `tags` and `fonts` know reportlab."""

from debateprep.publishing.errors import PublishingError
from debateprep.publishing.export import export_pdf, first_page, lay_out, missing_glyphs
from debateprep.publishing.options import CardText, Cells, Duplex, Level, PageOptions, Paper
from debateprep.publishing.registry import EVERYWHERE, PRESETS, SHELF, Kind, Needs, Pages, Preset, Sides
from debateprep.publishing.scripts import pack_hint
from debateprep.publishing.writers import Format, write_text

__all__ = [
    "EVERYWHERE",
    "PRESETS",
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
    "Preset",
    "PublishingError",
    "Sides",
    "export_pdf",
    "first_page",
    "lay_out",
    "missing_glyphs",
    "pack_hint",
    "write_text",
]
