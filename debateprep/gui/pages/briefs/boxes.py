"""The parts of the rebuttal panel: boxes, what an argument rests on, coverage."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from debateprep.domain.terms import SupportKind
from debateprep.gui.models.board import BOTH, ArgumentView, SupportView
from debateprep.gui.pages.briefs.desk import Desk, Once
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.paint import CoverageBar, Flow, LinkButton, PillButton, Says, ring
from debateprep.gui.theme import look
from debateprep.gui.words import term

SHOWN_HOLES = 8
"""How many open arguments of a side are listed under the coverage."""


class Box(QWidget):
    """A titled box of the panel; dashed while what belongs there is missing."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._dashed = False
        self._title = Says(title, "pill", "mute")
        self.head = QHBoxLayout()
        self.head.setSpacing(0)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(11, 8, 11, 9)
        self.column.setSpacing(3)
        self.column.addLayout(self.head)
        look().changed.connect(self.update)

    def set_title(self, title: str, role: str) -> None:
        """Show another title in a role's colour."""
        self._title.setText(title)
        self._title.set_role(role)

    def set_dashed(self, *, on: bool) -> None:
        """Show that what belongs here is missing, or is there."""
        self._dashed = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        theme, painter = look().theme, QPainter(self)
        if self._dashed:
            ring(painter, QRectF(self.rect()), theme.colour("gap"), dashed=True)
        else:
            painter.setBrush(theme.colour("panel"))
            ring(painter, QRectF(self.rect()), theme.colour("line"))


class SupportWords(QWidget):
    """Our reasoning, or evidence still wanted, as words to edit; new ones are kept with their first word."""

    def __init__(self, kind: SupportKind, once: Once | None, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.once = once
        self._desk = desk
        self._id = 0
        hints = {SupportKind.WANTED: self.tr("Which question is open, and where would an answer be found?")}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        self._label = Says(term(kind.value), "small", "mute")
        column.addWidget(self._label)
        self.field = Field(
            term(kind.value), self, placeholder=hints.get(kind, self.tr("Say the reasoning")), required=True
        )
        column.addWidget(self.field)
        self.field.committed.connect(self._on_committed)

    def show_support(self, view: SupportView) -> None:
        """Show a stored support."""
        self._id = view.id
        self._label.setText(term(view.kind.value))
        self.field.setAccessibleName(term(view.kind.value))
        self.field.show_text(view.text)

    @Slot(str, str)
    def _on_committed(self, text: str, merge: str) -> None:
        if self._id:
            self._desk.set_support(self._id, text=text, merge=merge)
        elif self.once is not None:
            self.once.commit(text, merge)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to change its kind or to remove it."""
        if self._id:
            kinds = (SupportKind.REASONING, SupportKind.WANTED)
            support_menu(self, self._desk, self._id, kinds, (0, -1)).popup(event.globalPos())


def support_menu(
    owner: QWidget, desk: Desk, support: int, kinds: tuple[SupportKind, ...], place: tuple[int, int], card: int = 0
) -> QMenu:
    """Return the menu of a support: its kind, its place in the source, removing it."""
    menu = QMenu(owner)
    for kind in kinds:
        menu.addAction(owner.tr(kind.value)).setData(("kind", kind.value))
    menu.addSeparator()
    if place[0]:
        menu.addAction(owner.tr("Show in the source")).setData(("show", place))
    if card:
        menu.addAction(owner.tr("Open the card")).setData(("card", card))
    menu.addAction(owner.tr("Remove")).setData(("remove", 0))

    def chosen(action: QAction) -> None:
        what, value = action.data()
        if what == "kind":
            desk.set_support(support, kind=SupportKind(value))
        elif what == "show":
            desk.workspace.source_wanted.emit(*value)
        elif what == "card":
            desk.workspace.card_wanted.emit(value)
        else:
            desk.remove_support(support)

    menu.triggered.connect(chosen)
    return menu


class SupportList(QWidget):
    """What an argument rests on: cited words as pills, our own words as fields, and "+ card"."""

    shelf_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._argument = 0
        self._rows: dict[int, SupportWords] = {}
        self._pills: dict[SupportView, PillButton] = {}
        self._drafts: list[SupportWords] = []
        self._flow = Flow(self)
        self.add = PillButton(self.tr("+ card"), self.tr("Add what it rests on"), accent=True)
        menu = QMenu(self)
        for key, text in (
            ("shelf", self.tr("Position or card…")),
            (SupportKind.REASONING.value, self.tr("Our reasoning")),
            (SupportKind.WANTED.value, self.tr("Evidence wanted")),
        ):
            menu.addAction(text).setData(key)
        menu.triggered.connect(self._on_add)
        self.add.setMenu(menu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._column.addWidget(self._flow)

    def show_supports(self, view: ArgumentView) -> None:
        """Show an argument's supports, keeping what is being written."""
        if view.id != self._argument:
            self._argument = view.id
            self._drop([*self._rows.values(), *self._drafts])
            self._rows, self._drafts = {}, []
        self._adopt()
        own = {each.id: each for each in view.supports if not each.kind.takes_cite}
        self._drop([row for number, row in self._rows.items() if number not in own])
        self._rows = {number: row for number, row in self._rows.items() if number in own}
        for number, support in own.items():
            if number not in self._rows:
                self._rows[number] = SupportWords(support.kind, None, self._desk, self)
                self._column.insertWidget(self._column.count() - 1, self._rows[number])
            self._rows[number].show_support(support)
        cited = [each for each in view.supports if each.kind.takes_cite]
        self._pills = {each: self._pills.get(each) or self._pill(each) for each in cited}
        self._flow.put([*self._pills.values(), self.add])

    def _adopt(self) -> None:
        # A draft whose words were kept goes on as the field of what it made.
        for draft in self._drafts:
            if draft.once is not None and draft.once.id:
                self._rows[draft.once.id] = draft
        self._drafts = [each for each in self._drafts if each not in self._rows.values()]

    @staticmethod
    def _drop(widgets: list[SupportWords]) -> None:
        for widget in widgets:
            widget.hide()
            widget.deleteLater()

    def _pill(self, support: SupportView) -> PillButton:
        pill = PillButton(support.pill, self.tr("Support: {line}").format(line=support.line))
        pill.setToolTip(support.text or support.line)
        kinds = (SupportKind.QUOTED, SupportKind.PARAPHRASE, SupportKind.REPORTED)
        place = (support.source_id, support.offset)
        pill.setMenu(support_menu(pill, self._desk, support.id, kinds, place, support.card_id))
        return pill

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        rows = [*self._rows.values(), *self._drafts]
        return [*(row.field for row in rows), *self._pills.values(), self.add]

    @Slot(QAction)
    def _on_add(self, action: QAction) -> None:
        if action.data() == "shelf":
            self.shelf_wanted.emit()
        elif action.data():
            self.begin(SupportKind(action.data()))

    def begin(self, kind: SupportKind) -> None:
        """Begin our reasoning, or a question that evidence is wanted for."""
        argument = self._argument
        once = Once(
            self,
            lambda text, merge, made: self._desk.add_words(argument, kind, text, merge, made),
            lambda number, text, merge: self._desk.set_support(number, text=text, merge=merge),
        )
        draft = SupportWords(kind, once, self._desk, self)
        self._drafts.append(draft)
        self._column.insertWidget(self._column.count() - 1, draft)
        draft.show()
        draft.field.setFocus(Qt.FocusReason.OtherFocusReason)


class Hole(QWidget):
    """An argument that nothing answers yet, with "write one" beside it."""

    def __init__(self, desk: Desk, argument: ArgumentView, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._argument = desk, argument.id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        words = " ".join(part for part in ("○", argument.number, argument.name or argument.claim) if part)
        says = Says(words, "line", "ink")
        says.setWordWrap(True)
        says.setToolTip(argument.claim)
        name = self.tr("Write an answer to {claim}").format(claim=argument.claim)
        self.write = LinkButton(self.tr("write one"), name)
        self.write.clicked.connect(self._on_write)
        row.addWidget(says, 1)
        row.addWidget(self.write, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _on_write(self) -> None:
        self._desk.write_to(self._argument)


class CoverageBox(QWidget):
    """How many of each side's arguments have an answer, and those that have none."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self.holes: list[Hole] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Says(self.tr("COVERAGE"), "caps", "mute"))
        self.bars = [CoverageBar(self) for _side in BOTH]
        self._lists = [QVBoxLayout() for _side in BOTH]
        for bar, found in zip(self.bars, self._lists, strict=True):
            found.setSpacing(2)
            self._column.addWidget(bar)
            self._column.addLayout(found)
            self._column.addSpacing(4)

    def refresh(self) -> None:
        """Show the desk's board; what did not change stays, with its focus."""
        board = self._desk.board
        self.setVisible(board is not None)
        if board is None:
            return
        for bar, coverage in zip(self.bars, board.coverage, strict=True):
            bar.show_coverage(coverage)
        holes = [[board.arguments[each] for each in board.holes[side]] for side in BOTH]
        shown = tuple((each.id, each.number, each.name, each.claim) for some in holes for each in some)
        if shown != self._shown:
            self._shown = shown
            self.holes = []
            for found, some in zip(self._lists, holes, strict=True):
                self._list(found, some)

    def _list(self, found: QVBoxLayout, holes: list[ArgumentView]) -> None:
        while (item := found.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for argument in holes[:SHOWN_HOLES]:
            self.holes.append(Hole(self._desk, argument, self))
            found.addWidget(self.holes[-1])
        if len(holes) > SHOWN_HOLES:
            more = self.tr("and {count} more").format(count=len(holes) - SHOWN_HOLES)
            found.addWidget(Says(more, "line", "mute"))
