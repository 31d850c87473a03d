"""Keys typed while the field that they are meant for is on its way, so that a quick typist loses none."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENDS = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class HeldKeys(QObject):
    """Holds what is typed into one field, and gives it to the next one."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._keys: list[tuple[Qt.Key, Qt.KeyboardModifier, str]] = []
        self._holds = False
        field.installEventFilter(self)

    def hold(self) -> None:
        """Begin to hold keys."""
        self._holds = True

    def give(self, field: QWidget) -> None:
        """Give what was held to a field, in order, and hold no more."""
        keys, self._keys, self._holds = self._keys, [], False
        for key, modifiers, text in keys:
            QCoreApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the keys of words; with any other key, or another place, they are the field's own again."""
        if not self._holds:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self._keys, self._holds = [], False
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENDS or event.modifiers() & _COMMANDS:
                self.give(self._field)
            elif event.text():
                self._keys.append((Qt.Key(event.key()), event.modifiers(), event.text()))
                return True
        return super().eventFilter(watched, event)
