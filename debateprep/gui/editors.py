"""Undo keys and the text that is being typed: an editor takes them as long as it has something of its own."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def has_own(redo: bool) -> bool:
    """Tell whether the editor with the focus has a step of its own to undo, or to redo."""
    editor = QApplication.focusWidget()
    if isinstance(editor, QLineEdit):
        return not editor.isReadOnly() and (editor.isRedoAvailable() if redo else editor.isUndoAvailable())
    if isinstance(editor, (QTextEdit, QPlainTextEdit)):
        document = editor.document()
        return not editor.isReadOnly() and (document.isRedoAvailable() if redo else document.isUndoAvailable())
    return False


class UndoKeys(QObject):
    """Keeps editors from swallowing Ctrl+Z when they have nothing to undo, so that it reaches the history.

    Qt asks the widget with the focus first whether it takes a key, and its editors say yes to undo always. Only
    the editor with the focus is watched: Python in the way of every event would slow and endanger all of them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, (QLineEdit, QTextEdit, QPlainTextEdit)):
            # Installing anew moves a filter to the front and never doubles it.
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse an editor's claim to a key that it has no use for; do redo on the second key for it too."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        undo, second = event.matches(QKeySequence.StandardKey.Undo), self._is_second(event)
        redo = event.matches(QKeySequence.StandardKey.Redo) or second
        if (undo or redo) and not has_own(redo=redo):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_second(event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def redo_own() -> bool:
    """Do the focused editor's undone typing again if it has some, and tell whether it had."""
    editor = QApplication.focusWidget()
    if has_own(redo=True) and isinstance(editor, (QLineEdit, QTextEdit, QPlainTextEdit)):
        editor.redo()
        return True
    return False


def undo_own() -> bool:
    """Undo the focused editor's typing if it has some, and tell whether it had."""
    editor = QApplication.focusWidget()
    if has_own(redo=False) and isinstance(editor, (QLineEdit, QTextEdit, QPlainTextEdit)):
        editor.undo()
        return True
    return False
