"""A language that nobody speaks: every string in ⟦ ⟧ and 40 % longer, so that clipped and unwrapped words show."""

import re
from math import ceil

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

LONGER = 0.4
_INSIDE = re.compile(r"⟦[^⟦⟧]*⟧")


class PseudoTranslator(QTranslator):
    """Answers every string with itself, wrapped and lengthened."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        """Say that there is something to translate."""
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the text in ⟦ ⟧ with 40 % more letters, in words of five."""
        more = ceil(len(text) * LONGER)
        words = " ".join("ēêëěė"[: min(5, more - at)] for at in range(0, more, 5))
        return f"⟦{text} {words}⟧" if text else ""


def bare(text: str) -> str:
    """Return what of a text did not go through the translator."""
    while _INSIDE.search(text):
        text = _INSIDE.sub(" ", text)
    return text


def said(root: QWidget) -> list[tuple[QWidget, str, str]]:
    """Return what is to be read on visible widgets, aloud too: widget, where, words."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisibleTo(root) and widget is not root:
            continue
        words = {
            "name": widget.accessibleName(),
            "description": widget.accessibleDescription(),
            "tip": widget.toolTip(),
        }
        if widget.isWindow():
            words["title"] = widget.windowTitle()
        if isinstance(widget, (QLabel, QAbstractButton)):
            words["text"] = widget.text()
        if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
            words["placeholder"] = widget.placeholderText()
        if isinstance(widget, QTabBar):
            words["tabs"] = "\n".join(widget.tabText(index) for index in range(widget.count()))
        if isinstance(widget, QComboBox):
            words["items"] = "\n".join(widget.itemText(index) for index in range(widget.count()))
        if isinstance(widget, QAbstractItemView):
            model = widget.model()
            rows = range(model.rowCount()) if model is not None else ()
            words["rows"] = "\n".join(str(model.index(row, 0).data() or "") for row in rows)
        found += [(widget, where, text) for where, text in words.items() if text]
    return found


def clipped(root: QWidget) -> list[str]:
    """Return the labels, buttons and tabs whose words do not fit where they stand."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        lack = _lack(widget)
        if lack:
            found.append(f"{type(widget).__name__} {lack}: {words_of(widget)!r} in {type(widget.parent()).__name__}")
    return found


def words_of(widget: QWidget) -> str:
    """Return what names a widget in a message."""
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
    return (text or widget.accessibleName() or widget.objectName())[:60]


def _lack(widget: QWidget) -> str:
    wide, high = widget.width(), widget.height()
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            needed = widget.heightForWidth(wide)
            return f"{needed - high}px too low" if needed > high + 1 else ""
        needed = widget.sizeHint().width()
        return f"{needed - wide}px too narrow" if needed > wide + 1 else ""
    if isinstance(widget, QAbstractButton) and widget.text():
        wraps = widget.hasHeightForWidth()
        least = widget.minimumSizeHint() if wraps else widget.sizeHint()
        needed = widget.heightForWidth(wide) if wraps else least.height()
        narrow, low = least.width() - wide, needed - high
        return f"{narrow}, {low}px too small" if narrow > 1 or low > 1 else ""
    if isinstance(widget, QComboBox):
        needed = widget.minimumSizeHint().width()
        return f"{needed - wide}px too narrow" if needed > wide + 1 else ""
    if isinstance(widget, QTabBar) and widget.count():
        last = widget.tabRect(widget.count() - 1).right()
        shrunk = [widget.tabText(at) for at in range(widget.count()) if _is_shrunk(widget, at)]
        hidden = last > wide + 1 and not widget.usesScrollButtons()
        return f"tabs cut ({last} of {wide})" if hidden or shrunk else ""
    return ""


def _is_shrunk(bar: QTabBar, index: int) -> bool:
    return bar.tabRect(index).width() < bar.tabSizeHint(index).width() - 1


def unwrapped(actions: list[QAction]) -> list[str]:
    """Return the entries whose words did not go through the translator."""
    return [action.text() for action in actions if re.search(r"[^\W\d_]{2}", bare(action.text()))]
