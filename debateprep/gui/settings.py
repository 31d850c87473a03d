"""The preferences of the running window, and the sizes of its panes."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSplitter

from debateprep import settings
from debateprep.errors import DebatePrepError
from debateprep.gui.theme import look
from debateprep.settings import Settings


class Preferences(QObject):
    """The preferences in force; `changed` tells who shows or uses one to look again."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._values = settings.load()
        self.apply()

    @property
    def values(self) -> Settings:
        """Return the preferences in force."""
        return self._values

    def apply(self) -> None:
        """Bring theme and text size into force."""
        look().choose(self._values.theme, self._values.text_size / 100)

    def change(self, **options: object) -> None:
        """Change some options, keep them in the file, and tell everyone."""
        self.put(replace(self._values, **options))  # type: ignore[arg-type]

    def put(self, values: Settings) -> None:
        """Bring other preferences into force and keep them."""
        if values == self._values:
            return
        seen = (self._values.theme, self._values.text_size)
        self._values = values
        if seen != (values.theme, values.text_size):
            self.apply()
        try:
            settings.save(values)
        except DebatePrepError as error:
            self.failed.emit(str(error))
        self.changed.emit()


def preferences() -> Preferences:
    """Return the running program's preferences; read from the file with the first call."""
    app = cast("QApplication", QApplication.instance())
    found = app.findChild(Preferences)
    return found if found is not None else Preferences(app)


def splitters_of(name: str, splitters: list[QSplitter]) -> dict[str, list[int]]:
    """Return the sizes of a page's splitters by a stable key."""
    return {f"{name}.{each.objectName() or index}": each.sizes() for index, each in enumerate(splitters)}


def set_splitters(name: str, splitters: list[QSplitter], remembered: object) -> None:
    """Give a page's splitters their remembered sizes."""
    if not isinstance(remembered, dict):
        return
    for index, each in enumerate(splitters):
        sizes = remembered.get(f"{name}.{each.objectName() or index}")
        if isinstance(sizes, list) and len(sizes) == each.count() and all(isinstance(size, int) for size in sizes):
            each.setSizes(sizes)
