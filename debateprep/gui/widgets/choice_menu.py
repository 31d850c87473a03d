"""A button whose menu holds several groups of choices, and chips that say what is chosen and take it back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from debateprep.gui.widgets.chips import Chip
from debateprep.gui.widgets.parts import FlatButton, WrapLayout

Picked = Mapping[str, tuple[Hashable, ...]]


@dataclass(frozen=True)
class Choice:
    """One thing that can be chosen, in words."""

    value: Hashable
    words: str
    icon: QIcon | None = None


@dataclass(frozen=True)
class Group:
    """Choices of one kind: one of them, or of `many` any number; `name` stands before them in a chip."""

    key: str
    name: str
    choices: tuple[Choice, ...]
    many: bool = False


class ChoiceMenu(FlatButton):
    """The button; `picked` says what is chosen by the keys of the groups, `changed` that it was chosen otherwise."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self._groups: tuple[Group, ...] = ()
        self.picked: dict[str, tuple[Hashable, ...]] = {}
        self.more: Callable[[QMenu], None] | None = None
        """What puts further entries below the groups each time the menu opens."""
        menu = QMenu(self)
        menu.setAccessibleName(text)
        # Filled when it opens: an entry may not go while it is what was chosen.
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)
        self.chips = PickedChips(self)

    def offer(self, groups: Sequence[Group], picked: Picked) -> None:
        """Offer groups of choices, with what is chosen of them."""
        self._groups = tuple(groups)
        self.picked = {key: tuple(values) for key, values in picked.items() if values}
        self.chips.show_picked(self.said())

    def said(self) -> list[tuple[str, Hashable, str, QIcon | None]]:
        """Return what is chosen: the key of its group, its value, its words and its icon."""
        found = []
        for group in self._groups:
            known = {each.value: each for each in group.choices}
            for value in self.picked.get(group.key, ()):
                words = known[value].words if value in known else str(value)
                icon = known[value].icon if value in known else None
                found.append(
                    (group.key, value, self.tr("{group}: {words}").format(group=group.name, words=words), icon)
                )
        return found

    def fill(self) -> None:
        """Fill the menu anew."""
        menu = self.menu()
        menu.clear()
        for group in self._groups:
            inner = menu.addMenu(group.name)
            inner.setAccessibleName(group.name)
            kind = QActionGroup(inner)
            kind.setExclusive(not group.many)
            none = inner.addAction(self.tr("Any"))
            none.setCheckable(True)
            none.setChecked(not self.picked.get(group.key))
            none.triggered.connect(partial(self._clear, group.key))
            if not group.many:
                kind.addAction(none)
            inner.addSeparator()
            for each in group.choices:
                action = inner.addAction(each.words.replace("&", "&&"))
                if each.icon is not None:
                    action.setIcon(each.icon)
                action.setCheckable(True)
                action.setChecked(each.value in self.picked.get(group.key, ()))
                action.triggered.connect(partial(self._toggle, group, each.value))
                kind.addAction(action)

        if self.more is not None:
            menu.addSeparator()
            self.more(menu)

    def _clear(self, key: str, _on: bool = True) -> None:
        self._use(key, ())

    def _toggle(self, group: Group, value: Hashable, _on: bool = True) -> None:
        there = self.picked.get(group.key, ())
        if not group.many:
            self._use(group.key, (value,))
        elif value in there:
            self._use(group.key, tuple(each for each in there if each != value))
        else:
            self._use(group.key, (*there, value))

    def take_back(self, key: str, value: Hashable) -> None:
        """Choose one thing no longer."""
        self._use(key, tuple(each for each in self.picked.get(key, ()) if each != value))

    def _use(self, key: str, values: tuple[Hashable, ...]) -> None:
        before = dict(self.picked)
        self.picked[key] = values
        if not values:
            del self.picked[key]
        if self.picked != before:
            self.chips.show_picked(self.said())
            self.changed.emit()


class PickedChips(QWidget):
    """What is chosen in a ChoiceMenu, a chip each; pressing one takes it back."""

    def __init__(self, owner: ChoiceMenu) -> None:
        super().__init__()
        self._owner = owner
        self._line = WrapLayout(self)
        self._shown: list[str] = []
        self.hide()

    def show_picked(self, said: Sequence[tuple[str, Hashable, str, QIcon | None]]) -> None:
        """Show these."""
        words = [each[2] for each in said]
        if words == self._shown:
            return
        had = self.hasFocus() or any(chip.hasFocus() for chip in self.chips())
        self._shown = words
        while item := self._line.takeAt(0):
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for key, value, text, _icon in said:
            chip = Chip(self.tr("{words}  ✕").format(words=text), "ink", pressable=True, parent=self)
            chip.setAccessibleName(self.tr("Take back {words}").format(words=text))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(partial(self._owner.take_back, key, value))
            self._line.addWidget(chip)
            chip.show()
        self.setVisible(bool(said))
        self._line.invalidate()
        self.updateGeometry()
        if had:
            self._owner.setFocus()

    def chips(self) -> list[Chip]:
        """Return the chips in view."""
        return [each for each in self.findChildren(Chip) if not each.isHidden()]
