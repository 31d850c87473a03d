"""The edits of an outline, of one row or of several at once: each is one step off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from debateprep.domain import clipping, sketch
from debateprep.domain.changes import Changes
from debateprep.domain.clipping import Clipping
from debateprep.domain.sketch import OutlineError, Place
from debateprep.gui.background import Job
from debateprep.gui.models.board import Board
from debateprep.gui.widgets.clip import put_on_clipboard
from debateprep.gui.workspace import Workspace
from debateprep.services import branches, outlining

if TYPE_CHECKING:
    from debateprep.storage.library import Library

Keys = Sequence[tuple[str, int]]
"""Rows by kind ("section", "item") and id."""


@dataclass(frozen=True)
class Cut:
    """What was cut, and the step."""

    clipping: Clipping
    changes: Changes


def _rows(keys: Keys) -> list[sketch.Row]:
    return [sketch.Row(kind, number) for kind, number in keys if kind in ("section", "item")]


class OutlineEdits(QObject):
    """What the desk does with rows; `wanted` asks that a row gets the focus once it is there."""

    wanted = Signal(str, int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.board: Board | None = None

    def edit(self, work: Callable[[Library], Any], done: Callable[[Any], None] | None = None) -> Job:
        """Do one edit; what it changed comes back as a new board."""
        return self.workspace.edit(self, work, done)

    def want(self, kind: str, number: int) -> None:
        """Ask that the row of an "argument" gets the focus, now or when it is there."""
        self.wanted.emit(kind, number)

    def _show_new(self, changes: Changes) -> None:
        for kind, number in changes.created:
            if kind in ("section", "item"):
                self.want(kind, number)
                return

    # Moving

    def move_rows(self, keys: Keys, place: Place) -> None:
        """Move rows with all they hold to a place, also on the other side or in another brief."""
        self.edit(lambda library: outlining.move(library, _rows(keys), place))

    def indent(self, keys: Keys) -> None:
        """Put rows one step deeper."""
        self.edit(lambda library: outlining.indent(library, _rows(keys)))

    def outdent(self, keys: Keys) -> None:
        """Put rows one step higher."""
        self.edit(lambda library: outlining.outdent(library, _rows(keys)))

    def shift(self, keys: Keys, by: int) -> None:
        """Move rows that stand side by side up or down."""
        self.edit(lambda library: outlining.shift(library, _rows(keys), by))

    # The clipboard

    def copy(self, keys: Keys) -> None:
        """Put rows on the clipboard: their structure for us, their words for every other program."""
        self.workspace.read(self, lambda library: branches.copy(library, _rows(keys)), _to_clipboard)

    def cut(self, keys: Keys) -> None:
        """Move rows to the trash, and put them on the clipboard."""
        self.edit(
            lambda library: Cut(*branches.cut(library, _rows(keys))),
            lambda done: _to_clipboard(done.clipping),
        )

    def paste(self, place_for: Callable[[Clipping], Place | None]) -> None:
        """Put what is on the clipboard at the place that fits it."""
        data = QApplication.clipboard().mimeData()
        text = data.text() if data.hasText() else ""
        try:
            own = bytes(data.data(clipping.MIME).data()).decode() if data.hasFormat(clipping.MIME) else ""
            found = clipping.read(own) if own else clipping.from_text(text)
        except (OutlineError, UnicodeDecodeError):
            own, found = "", clipping.from_text(text)
        place = place_for(found) if found else None
        if place is None:
            self.workspace.notice.emit(self.tr("There are no words on the clipboard to paste."))
        elif own:
            self.edit(lambda library: branches.paste(library, own, place), self._show_new)
        else:
            self.edit(lambda library: branches.paste_text(library, text, place), self._show_new)

    def duplicate(self, keys: Keys) -> None:
        """Put a copy after each row."""
        self.edit(lambda library: branches.duplicate(library, _rows(keys)), self._show_new)

    # Splitting, merging

    def split_text(self, key: tuple[str, int], offset: int) -> None:
        """Split a row's words at an offset in code points."""
        (row,) = _rows([key])
        self.edit(lambda library: outlining.split_text(library, row, offset), self._show_new)

    def split_section(self, section: int, title: str, key: tuple[str, int]) -> None:
        """Let a new section begin at a row."""
        (row,) = _rows([key])
        self.edit(lambda library: outlining.split_section(library, section, title, at=row), self._show_new)

    def merge(self, keys: Keys) -> None:
        """Make one row of several of a kind."""
        self.edit(lambda library: outlining.merge(library, _rows(keys)))

    # To the trash, and frozen

    def discard(self, keys: Keys) -> None:
        """Move several rows and answers to the trash in one step."""
        answer_ids = [number for kind, number in keys if kind == "answer"]
        self.edit(lambda library: outlining.discard(library, _rows(keys), answer_ids))

    def freeze(self, items: Sequence[int]) -> None:
        """Let entries keep the words that what they refer to has now."""
        self.edit(lambda library: outlining.freeze(library, items))

    def thaw(self, items: Sequence[int]) -> None:
        """Let entries show what they refer to as it is written, again."""
        self.edit(lambda library: outlining.thaw(library, items))


def _to_clipboard(found: Clipping) -> None:
    put_on_clipboard(found.text, own=(clipping.MIME, found.data.encode()))
