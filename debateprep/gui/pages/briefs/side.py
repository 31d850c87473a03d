"""One side's column: its heading with counts, the tabs Case, Answers and Notes, and the rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from debateprep.domain.sketch import Place
from debateprep.domain.terms import Part, SectionKind, Side
from debateprep.gui.models.board import SectionView
from debateprep.gui.pages.briefs.body import Body
from debateprep.gui.pages.briefs.cards import ArgumentCard, NoteRow, SectionHeading
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.drafts import Ref, Spot
from debateprep.gui.pages.briefs.files import BriefChooser
from debateprep.gui.pages.briefs.heading import SideHeading
from debateprep.gui.pages.briefs.paint import Tabs
from debateprep.gui.pages.briefs.plan import MARGIN
from debateprep.gui.pages.briefs.rows import Row, WordRow
from debateprep.gui.rating import Rating
from debateprep.gui.theme import look
from debateprep.gui.words import term

PARTS = (Part.CASE, Part.ANSWERS, Part.NOTES)


class SideColumn(QWidget):
    """A side of the topic as a brief that is written where it stands.

    `across` asks for the other column; `menu_wanted` for the commands of a row.
    """

    across = Signal(int)
    menu_wanted = Signal(object, object)

    def __init__(self, desk: Desk, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self.side = side
        self._desk = desk
        self.setAccessibleName(self.tr("{side} brief").format(side=term(side.label)))
        self._count = 0
        self.heading = SideHeading(side, self)
        self.tabs = Tabs(self.tr("Parts of the {side} brief").format(side=term(side.label)), self)
        for text in (self.tr("Case"), self.tr("Answers"), self.tr("Notes")):
            self.tabs.addTab(text)
        self.files = BriefChooser(desk, side, self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = Body(desk, side, self._scroll, self.tabs)
        self._scroll.setWidget(self.body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(4)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 4, MARGIN, 0)
        top.setSpacing(2)
        # Added empty, as what stands in it moves: PySide keeps hold of the places in a layout that is added full, also
        # of those that Qt has deleted, and what is made where one was dies with the program.
        self._bar = QGridLayout()
        self._bar.setSpacing(2)
        self._bar.setColumnStretch(0, 1)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)
        top.addWidget(self.heading)
        top.addLayout(self._bar)
        self._bar.addWidget(self.tabs, 0, 0)
        self._bar.addWidget(self.files, 0, 1)
        self.heading.committed.connect(self._on_stance)
        self.tabs.currentChanged.connect(self._on_tab)
        self.body.across.connect(self.across)
        self.body.menu.connect(self.menu_wanted)
        self.body.pressed.connect(self._on_pressed)
        self.body.next_wanted.connect(self.new_after)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line between this column and the next."""
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), look().theme.colour("line"))

    # Showing

    def refresh(self) -> None:
        """Show the desk's board."""
        board = self._desk.board
        view = board.sides[self.side] if board else None
        self.heading.show_side(view)
        self._count = view.answer_count if view else 0
        self.files.show_board(board)
        self._name_tabs()
        self.body.show_board(board)

    def _name_tabs(self) -> None:
        # In a narrow column the long name would be cut; what is answered stands in the heading beside it.
        whole = self.tr("Answers to {side} ({count})").format(side=term(self.side.other.label), count=self._count)
        self.tabs.setTabText(1, whole)
        self.tabs.setTabToolTip(1, whole)
        needed = sum(self.tabs.tabSizeHint(index).width() for index in range(self.tabs.count()))
        beside = needed + self.files.sizeHint().width() + 8 <= self.width() - 2 * MARGIN
        self.files.set_cramped(on=not beside)
        # Moved below the tabs where there is no room beside them.
        self._bar.addWidget(self.files, 0 if beside else 1, 1 if beside else 0, Qt.AlignmentFlag.AlignRight)
        if needed > self.width() - 2 * MARGIN:
            self.tabs.setTabText(1, self.tr("Answers ({count})").format(count=self._count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the tabs as there is room."""
        super().resizeEvent(event)
        self._name_tabs()

    def set_wide(self, *, on: bool) -> None:
        """Write the other side's answers out under each argument, or tell only how many there are."""
        self.body.show_wide(on=on)

    @Slot(str, str)
    def _on_stance(self, text: str, merge: str) -> None:
        self._desk.set_stance(self.side, text, merge)

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self.body.show_part(PARTS[index])

    def show_argument(self, argument: int) -> bool:
        """Bring the row of an argument into view, in whatever part it stands; tell whether it stands here."""
        board = self._desk.board
        if board is None or argument not in board.arguments or board.arguments[argument].side is not self.side:
            return False
        for index, part in enumerate(PARTS):
            if self._desk.section_of(argument, part)[0]:
                self.tabs.setCurrentIndex(index)
                self.body.want("argument", argument)
                return True
        if not self.files.is_main:
            self._desk.show_brief(self.side, 0)
            self.body.want("argument", argument)
            return True
        links = [each.id for each in board.answers.values() if each.answering == argument]
        if links:
            self.tabs.setCurrentIndex(1)
            self.body.want("answer", links[0])
        return bool(links)

    # Commands

    def section_at(self, row: Row | None) -> tuple[SectionView | None, int]:
        """Return the section that a row stands in and the place after it; the last contention without a row."""
        board = self._desk.board
        if board is None:
            return None, 0
        sections = board.sides[self.side].parts[self.body.part]
        for section in sections:
            if row is not None and section.id == row.section:
                after = 0 if isinstance(row, SectionHeading) else row.index + 1
                return section, min(after, len(section.items))
        takes = [each for each in sections if each.kind is not SectionKind.OVERVIEW or self.body.part is Part.NOTES]
        return (takes[-1], len(takes[-1].items)) if takes else (None, 0)

    def new_argument(self) -> None:
        """Begin an argument after the current row; a side without a contention begins with one."""
        if self.body.part is Part.NOTES:
            self.new_note()
            return
        if self.body.part is Part.ANSWERS:
            row = self.body.current()
            if isinstance(row, ArgumentCard) and row.answer:
                self._desk.write_to(row.target)
                return
            self.tabs.setCurrentIndex(0)
        section, index = self.section_at(self.body.current())
        if section is None or section.kind is SectionKind.OVERVIEW:
            section, index = self.section_at(None)
        if section is None:
            self.new_contention()
        else:
            self._draft_argument(section.id, index)

    def _draft_argument(self, section: int, index: int) -> None:
        self.body.begin(Spot("argument", Ref(section), index))

    def new_contention(self, after: int = 0) -> None:
        """Begin a contention: after another with all that stands in it, else at the end of the case."""
        self.tabs.setCurrentIndex(0)
        if not after and not self.files.is_main:
            # Without a neighbour a section would go to the main brief.
            after = self._last_top(Part.CASE)
            if not after:
                self.files.begin(Part.CASE)
                return
        self.body.begin(Spot("contention", Ref(after)))

    def _last_top(self, part: Part) -> int:
        board = self._desk.board
        tops = [each.id for each in board.sides[self.side].parts[part] if not each.depth] if board else []
        return tops[-1] if tops else 0

    def new_note(self, section: int = 0, item: int = 0) -> None:
        """Begin a note: after an item, else at the end of its section."""
        if not section and not self.files.is_main:
            section = self._last_top(Part.NOTES)
            if not section:
                self.files.begin(Part.NOTES)
                return
        self.body.begin(Spot("note", Ref(section), item=item))

    @Slot(object)
    def new_after(self, row: Row) -> None:
        """Begin a row after one, of its kind; in an open section that is its first row."""
        if isinstance(row, ArgumentCard) and row.answer:
            self._desk.write_to(row.target)
        elif isinstance(row, ArgumentCard):
            self._draft_argument(row.section, row.index + 1)
        elif isinstance(row, NoteRow):
            self.new_note(row.section, row.item)
        elif isinstance(row, SectionHeading) and row.view is not None:
            self._begin_in(row.view)
        elif row.key[0] == "target":
            self._desk.write_to(row.key[1])

    def _begin_in(self, section: SectionView) -> None:
        argues = section.kind in (SectionKind.CONTENTION, SectionKind.SUBPOINT)
        if section.id in self.body.folded and argues and not section.depth:
            self.new_contention(section.id)
        elif argues:
            self._draft_argument(section.id, 0)
        else:
            self.new_note(section.id)

    def move_row(self, step: int) -> None:
        """Move the current row up (-1) or down (1); an argument at an end goes on into the next contention."""
        board, row = self._desk.board, self.body.current()
        if board is None or row is None:
            return
        if isinstance(row, SectionHeading) and row.view is not None:
            self._desk.move_section(row.view.id, max(0, row.view.index + step))
        elif isinstance(row, ArgumentCard) and row.answer and not row.item:
            self._desk.move_answer(row.answer, max(0, row.index + step))
        elif row.item:
            sections = board.sides[self.side].parts[self.body.part]
            here = next(index for index, each in enumerate(sections) if each.id == row.section)
            place = row.index + step
            if 0 <= place < len(sections[here].items):
                self._desk.move_item(row.item, row.section, place)
            elif 0 <= here + step < len(sections):
                there = sections[here + step]
                self._desk.move_item(row.item, there.id, len(there.items) if step < 0 else 0)

    def switch_side(self) -> None:
        """Move the current argument to the other side's brief."""
        row = self.body.current()
        if not isinstance(row, ArgumentCard):
            return
        if row.answer:
            words = self.tr("An answer stands against the side of what it answers, so it stays on its own.")
            self._desk.workspace.notice.emit(words)
        else:
            self._desk.switch_side(row.argument)

    def remove(self) -> None:
        """Move what the current row shows to the trash, and go to the row beside it."""
        row = self.body.current()
        chosen = self.body.picked()
        if row is None:
            return
        neighbour = self.body.plan.beside(row.key, {each.key for each in chosen} | {row.key})
        if len(chosen) > 1:
            self._desk.discard([each.key for each in chosen])
        elif isinstance(row, ArgumentCard):
            if row.answer:
                self._desk.remove_answer(row.answer)
            else:
                self._desk.remove_argument(row.argument)
        elif isinstance(row, SectionHeading) and row.view is not None:
            self._desk.remove_section(row.view.id)
        elif isinstance(row, NoteRow):
            self._desk.remove_item(row.item)
        else:
            return
        if neighbour is not None:
            self.body.focus_row(neighbour.key)

    def edit(self, name: str = "") -> None:
        """Edit the current row where it stands."""
        row = self.body.current()
        if isinstance(row, WordRow):
            row.edit(name if isinstance(row, ArgumentCard) else "")

    def answer(self) -> None:
        """Write an answer to the current row's argument."""
        row = self.body.current()
        if isinstance(row, ArgumentCard):
            self._desk.write_to(row.argument)

    def reply(self) -> None:
        """Write a frontline: a reply to the first answer to the current argument that has none yet."""
        board, row = self._desk.board, self.body.current()
        if board is None or not isinstance(row, ArgumentCard):
            return
        answering = [board.answers[each].answering for each in board.arguments[row.argument].answers]
        if not answering:
            self._desk.workspace.notice.emit(
                self.tr("Nothing answers this argument yet, so there is nothing to reply to.")
            )
            return
        unmet = [each for each in answering if not board.arguments[each].answers]
        self._desk.write_to((unmet or answering)[0])

    @Slot(object, str)
    def _on_pressed(self, row: Row, key: str) -> None:
        what, _colon, number = key.partition(":")
        if what == "argument":
            self._draft_argument(int(number), row.index)
        elif what == "contention":
            self.new_contention()
        elif what == "note":
            self.new_note(int(number))
        elif what == "fold":
            self.body.fold(row.section, on=row.section not in self.body.folded)
        elif what == "answer" and number:
            self._desk.write_to(int(number))
        elif isinstance(row, ArgumentCard):
            self._on_pill(row, what)

    def _on_pill(self, card: ArgumentCard, what: str) -> None:
        board = self._desk.board
        if board is None:
            return
        answers = board.arguments[card.argument].answers
        if what == "answer":
            self._desk.write_to(card.argument)
        elif what == "show":
            self._desk.select(card.argument, answers[0])
        elif what == "write frontline":
            self._desk.write_to(board.answers[answers[0]].answering)
        elif what == "frontline":
            theirs = [board.answers[each].answering for each in answers]
            met = next(each for each in theirs if board.arguments[each].answers)
            self._desk.select(met, board.arguments[met].answers[0])

    def show_menu(self, row: Row, at: QPoint, commands: list[QAction]) -> None:
        """Offer what can be done with a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(row, ArgumentCard):
            for name in ("claim", "name", "warrant", "impact"):
                action = menu.addAction(self.tr("Edit {what}").format(what=row.label_of(name).casefold()))
                action.setData(("edit", name))
            if row.item:
                menu.addSeparator()
                self._add_moves(menu, row)
            if not row.answer:
                self._add_crossings(menu, row)
            if row.item:
                menu.addAction(self.tr("Take out of the brief")).setData(("out", row.item))
            menu.addSeparator()
            Rating(menu, self._desk.workspace, row.argument, self)
        if row.key[0] in ("section", "item"):
            self._add_briefs(menu, row)
        menu.addActions(commands)
        menu.triggered.connect(self._on_menu)
        menu.popup(at)

    def _add_moves(self, menu: QMenu, row: Row) -> None:
        board = self._desk.board
        if board is None:
            return
        moves = menu.addMenu(self.tr("Move to"))
        for section in board.sides[self.side].parts[self.body.part]:
            if section.id != row.section:
                action = moves.addAction(f"{section.number} {section.title}".strip())
                action.setData(("move", row.item, section.id, len(section.items)))

    def _add_crossings(self, menu: QMenu, row: ArgumentCard) -> None:
        board = self._desk.board
        there = [] if board is None else [each for each in board.sides[self.side.other].parts[Part.CASE] if each.number]
        if there:
            crossings = menu.addMenu(self.tr("Move to {side}").format(side=term(self.side.other.label)))
            for section in there:
                action = crossings.addAction(f"{section.number} {section.title}")
                action.setData(("switch", row.argument, section.id, len(section.items)))

    def _add_briefs(self, menu: QMenu, row: Row) -> None:
        """Offer the topic's further briefs, in which rows go into a section and sections stand beside each other."""
        board = self._desk.board
        if board is None or not board.others:
            return
        moves = menu.addMenu(self.tr("Move to brief"))
        for brief in board.others:
            if row.key[0] == "section":
                moves.addAction(brief.title).setData(("brief", brief.id, None))
            elif brief.sections:
                into = moves.addMenu(brief.title)
                for number, title in brief.sections:
                    into.addAction(title).setData(("brief", brief.id, number))
        menu.addSeparator()

    @Slot(QAction)
    def _on_menu(self, action: QAction) -> None:
        data = action.data()
        if not data:
            return
        if data[0] == "edit":
            self.edit(data[1])
        elif data[0] == "out":
            self._desk.remove_item(data[1])
        elif data[0] == "move":
            self._desk.move_item(data[1], data[2], data[3])
        elif data[0] == "brief":
            keys = [each.key for each in self.body.picked()]
            self._desk.move_rows(keys, Place(data[1], Part.CASE, data[2]))
        elif data[0] == "switch":
            self._desk.switch_side(data[1], data[2], data[3])
