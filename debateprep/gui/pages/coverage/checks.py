"""What the checks found, each finding with its reason, leading to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from debateprep.gui.models.lines import Line
from debateprep.gui.widgets.line_list import LineList
from debateprep.gui.widgets.parts import Words

WIDE = 360
"""How many pixels of words an entry of the menu has."""


@dataclass(frozen=True, slots=True)
class Goes:
    """A place that a finding leads to: an "argument", a "card" or a "source", with its words."""

    kind: str
    id: int
    words: str


class ChecksPane(QWidget):
    """The list; the key of a finding's line is its places, and `wanted` carries one of them."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none = Words(self.tr("The checks of this format find nothing."), "mute", 9.0)
        self.list = LineList(self.tr("Checks"))
        self.list.entered_line.connect(self._on_entered)
        self.list.menu_wanted.connect(self.show_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show what was found."""
        self.list.show_lines(lines)
        self.none.setVisible(not lines)
        self.list.setVisible(bool(lines))

    def _on_entered(self, line: Line) -> None:
        places = places_of(line)
        if places:
            self.wanted.emit(places[0])

    def show_menu(self, line: Line, at: QPoint) -> None:
        """Offer every place that a finding is about."""
        places = places_of(line)
        if not places:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Places"))
        for each in places:
            action = menu.addAction(self._name(each))
            action.triggered.connect(lambda _on=False, each=each: self.wanted.emit(each))
        menu.popup(at)

    def _name(self, place: Goes) -> str:
        words = QFontMetrics(self.font()).elidedText(place.words, Qt.TextElideMode.ElideRight, WIDE)
        said = {
            "argument": self.tr("Open “{words}” in Briefs"),
            "card": self.tr("Open the card “{words}”"),
            "source": self.tr("Open “{words}” in Read"),
        }[place.kind]
        return said.format(words=words).replace("&", "&&")


def places_of(line: Line) -> Sequence[Goes]:
    """Return where a finding leads to."""
    return line.key if isinstance(line.key, tuple) else ()
