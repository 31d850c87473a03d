"""The menu of filters that are kept under a name: use one, keep what is chosen now, rename, forget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from debateprep.domain.model import SavedFilter


class SavedFilters(QObject):
    """What can be done with kept filters; the page that listens asks for names and stores."""

    used = Signal(object)
    keep_asked = Signal()
    rename_asked = Signal(object)
    forget_asked = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.listed: tuple[SavedFilter, ...] = ()

    def fill(self, menu: QMenu, *, can_keep: bool) -> None:
        """Put the kept filters into a menu, after what is in it."""
        self._entries(menu, self.listed, self.used.emit)
        if self.listed:
            menu.addSeparator()
        keep = menu.addAction(self.tr("Keep this filter…"))
        keep.setEnabled(can_keep)
        keep.triggered.connect(self.keep_asked)
        if self.listed:
            for words, act in ((self.tr("Rename"), self.rename_asked.emit), (self.tr("Forget"), self._forget)):
                inner = menu.addMenu(words)
                inner.setAccessibleName(words)
                self._entries(inner, self.listed, act)

    @staticmethod
    def _entries(menu: QMenu, listed: Sequence[SavedFilter], act: Callable[[Any], object]) -> None:
        for each in listed:
            menu.addAction(each.name.replace("&", "&&")).triggered.connect(partial(_call, act, each))

    def _forget(self, saved: SavedFilter) -> None:
        self.forget_asked.emit(saved.id)


def _call(act: Callable[[Any], object], saved: SavedFilter, _on: bool = False) -> None:
    act(saved)
