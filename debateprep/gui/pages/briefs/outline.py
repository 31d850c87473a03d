"""The commands of outline editing: what a key or a menu entry does with the rows chosen in a column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from debateprep.domain.clipping import Clipping
from debateprep.domain.sketch import Place
from debateprep.domain.terms import ItemKind, Part
from debateprep.gui.pages.briefs.cards import ArgumentCard, SectionHeading
from debateprep.gui.pages.briefs.clash_edits import Group, named
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.drafts import Ref, Spot
from debateprep.gui.pages.briefs.places import before, place_for, side_by_side
from debateprep.gui.pages.briefs.plan import Planned, Shows
from debateprep.gui.pages.briefs.rows import WordRow
from debateprep.gui.pages.briefs.side import SideColumn


@dataclass(frozen=True)
class Deed:
    """A command: its words, its key, and what it does."""

    words: str
    key: str
    slot: Callable[[], None]


class Outliner(QObject):
    """Does what the commands say with the rows chosen in the column that was last used."""

    def __init__(self, desk: Desk, column: Callable[[], SideColumn], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = column
        self.actions = [self._action(deed) for deed in self._deeds()]

    def _deeds(self) -> tuple[Deed, ...]:
        return (
            Deed(self.tr("New sub-point"), "Ctrl+Shift+N", self.new_subpoint),
            Deed(self.tr("Indent"), "Ctrl+]", self.indent),
            Deed(self.tr("Outdent"), "Ctrl+[", self.outdent),
            Deed(self.tr("Fold or unfold"), "Ctrl+.", self.fold),
            Deed(self.tr("Choose all rows"), "Ctrl+A", self.pick_every),
            Deed(self.tr("Cut rows"), "Ctrl+X", self.cut),
            Deed(self.tr("Copy rows"), "Ctrl+C", self.copy),
            Deed(self.tr("Paste rows"), "Ctrl+V", self.paste),
            Deed(self.tr("Duplicate"), "Ctrl+D", self.duplicate),
            Deed(self.tr("Split here"), "Ctrl+Return", self.split),
            Deed(self.tr("Merge"), "Ctrl+J", self.merge),
            Deed(self.tr("Freeze or thaw the copy"), "F", self.freeze),
            Deed(self.tr("Answer these together"), "G", self.group),
            Deed(self.tr("Cross-apply the answer…"), "X", self.cross_apply),
        )

    def _action(self, deed: Deed) -> QAction:
        action = QAction(deed.words, self)
        action.setShortcut(QKeySequence(deed.key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(deed.slot)
        return action

    # What is chosen

    def _rows(self) -> list[Planned]:
        """Return the rows chosen; one that is being written in is kept first."""
        body = self._column().body
        for row in body.rows:
            if isinstance(row, WordRow) and row.is_edited:
                row.end_edit()
        return body.picked()

    def _keys(self) -> list[tuple[str, int]]:
        found = [row.key for row in self._rows() if row.key[0] in ("section", "item")]
        if not found:
            self._say(self.tr("Choose rows of the outline first."))
        return found

    def _say(self, words: str) -> None:
        self._desk.workspace.notice.emit(words)

    # Structure

    @Slot()
    def new_subpoint(self) -> None:
        """Begin a sub-point at the end of the current section."""
        column = self._column()
        section, _index = column.section_at(column.body.current())
        if section is None or column.body.part is not Part.CASE:
            self._say(self.tr("Write a contention first; the sub-point will stand in it."))
        else:
            column.body.begin(Spot("subpoint", Ref(section.id)))

    @Slot()
    def indent(self) -> None:
        """Put the rows one step deeper."""
        if keys := self._keys():
            self._desk.indent(keys)

    @Slot()
    def outdent(self) -> None:
        """Put the rows one step higher."""
        if keys := self._keys():
            self._desk.outdent(keys)

    def shift(self, step: int) -> bool:
        """Move several rows up or down; False where one alone is chosen, which knows more ways to go."""
        column = self._column()
        keys = [row.key for row in column.body.picked() if row.key[0] in ("section", "item")]
        board = self._desk.board
        if len(keys) < 2 or board is None:
            return False
        if side_by_side(board.sides[column.side].parts[column.body.part], keys):
            self._desk.shift(keys, step)
        else:
            self._say(self.tr("Choose rows that stand side by side to move them."))
        return True

    @Slot()
    def fold(self) -> None:
        """Fold the current section, or the one the current row stands in."""
        body = self._column().body
        row = body.current()
        if row is not None and row.section:
            on = row.section not in body.folded
            number = row.section
            body.fold(number, on=on)
            body.want("section", number)

    @Slot()
    def pick_every(self) -> None:
        """Choose all rows of the column."""
        self._column().body.pick_every()

    # The clipboard

    @Slot()
    def cut(self) -> None:
        """Cut the rows."""
        if keys := self._keys():
            self._desk.cut(keys)

    @Slot()
    def copy(self) -> None:
        """Copy the rows."""
        if keys := self._keys():
            self._desk.copy(keys)

    @Slot()
    def paste(self) -> None:
        """Paste after the current row."""
        column = self._column()
        board = self._desk.board
        if board is None:
            return
        view, body = board.sides[column.side], column.body
        current = body.current()
        key = current.key if current is not None else None
        if key is not None and key[0] == "add":
            key = ("section", key[1])

        def place(found: Clipping) -> Place:
            return place_for(view, body.part, key, found)

        self._desk.paste(place)

    @Slot()
    def duplicate(self) -> None:
        """Put a copy after each row."""
        if keys := self._keys():
            self._desk.duplicate(keys)

    # Splitting and merging

    @Slot()
    def split(self) -> None:
        """Split the words that are written in at the cursor, else the section at the current row."""
        column = self._column()
        row = column.body.current()
        if isinstance(row, WordRow) and row.is_edited:
            offset = row.typed_at()
            row.end_edit()
            if row.key[0] in ("section", "item") and offset:
                self._desk.split_text(row.key, offset)
        elif row is not None and row.item and not isinstance(row, SectionHeading):
            section, _index = column.section_at(row)
            if section is not None:
                title = self.tr("{title}, continued").format(title=section.title)
                self._desk.split_section(section.id, title, row.key)
        else:
            self._say(self.tr("Put the cursor where the words, or choose the row where the section, should split."))

    @Slot()
    def merge(self) -> None:
        """Merge the rows chosen, or the current one with the one before."""
        column, board = self._column(), self._desk.board
        keys = self._keys()
        if board is None or not keys:
            return
        if len(keys) == 1:
            first = before(board.sides[column.side].parts[column.body.part], keys[0])
            if first is None:
                self._say(self.tr("There is no row of its kind before this one to merge it with."))
                return
            keys = [first, *keys]
        self._desk.merge(keys)

    # References

    @Slot()
    def freeze(self) -> None:
        """Freeze copies of what the rows refer to, or thaw them when all are frozen."""
        board, column = self._desk.board, self._column()
        wanted = {row.item for row in self._rows() if row.item}
        if board is None:
            return
        items = [
            item
            for section in board.sides[column.side].parts[column.body.part]
            for item in section.items
            if item.id in wanted and item.kind in (ItemKind.ARGUMENT, ItemKind.CARD)
        ]
        if not items:
            self._say(self.tr("Choose an argument or a card in the brief to freeze a copy of it."))
        elif all(item.state for item in items):
            self._desk.thaw([item.id for item in items])
        else:
            self._desk.freeze([item.id for item in items])

    # Clash

    @Slot()
    def group(self) -> None:
        """Begin one answer to all arguments chosen."""
        board = self._desk.board
        if board is None:
            return
        targets = []
        for row in self._rows():
            if row.argument:
                targets.append(row.argument)
            elif row.shows is Shows.TARGET:
                targets.append(row.key[1])
        targets = list(dict.fromkeys(each for each in targets if each in board.arguments))
        if len(targets) < 2:
            self._say(
                self.tr("Choose two arguments or more (Shift or Ctrl with a click or an arrow) to answer together.")
            )
        else:
            name = named([board.arguments[each].number for each in targets], len(targets))
            self._desk.write_to_group(Group(tuple(targets), name))

    @Slot()
    def cross_apply(self) -> None:
        """Offer the arguments that the answer in view can be applied to as well."""
        menu = cross_menu(self._desk, self._column())
        if menu is None:
            self._say(self.tr("Choose an answer first; it can then be applied to further arguments."))
        else:
            row = self._column().body.current()
            anchor = row if row is not None else self._column()
            menu.popup(anchor.mapToGlobal(QPoint(20, min(30, anchor.height()))))


def cross_menu(desk: Desk, column: SideColumn) -> QMenu | None:
    """Return a menu of the arguments that the current answer does not meet yet, or None without one."""
    board = desk.board
    row = column.body.current()
    number = row.answer if isinstance(row, ArgumentCard) and row.answer else desk.answer
    answer = board.answers.get(number) if board is not None else None
    if board is None or answer is None:
        return None
    side = board.arguments[answer.target].side
    met = {each.target for each in board.answers.values() if each.answering == answer.answering}
    menu = QMenu(column)
    menu.setAccessibleName(desk.tr("Apply the answer to"))
    for view in board.arguments.values():
        if view.side is side and view.id not in met:
            text = f"{view.number} {view.name or view.claim}".strip()
            menu.addAction(menu.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 420)).setData(view.id)
    menu.triggered.connect(lambda action: desk.cross_apply(number, action.data()))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu if menu.actions() else None
