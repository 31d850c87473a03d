"""Publishing: values in, pages out. Layouts are pure; only `pdf` and `fonts` know reportlab."""

from debateprep.publishing.errors import PublishingError
from debateprep.publishing.export import export_pdf, lay_out, missing_glyphs
from debateprep.publishing.options import PageOptions, Paper
from debateprep.publishing.plain import plain_text

__all__ = ["PageOptions", "Paper", "PublishingError", "export_pdf", "lay_out", "missing_glyphs", "plain_text"]
