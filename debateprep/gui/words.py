"""Words of the field that come from below the window, in the user's language."""

from PySide6.QtCore import QCoreApplication


def term(words: str) -> str:
    """Return a side, role, kind, reason or name of a step in the user's language."""
    return QCoreApplication.translate("Terms", words)
