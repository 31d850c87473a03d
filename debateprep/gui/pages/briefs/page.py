"""The Briefs page: Pro and Con side by side, the rebuttal card of what is selected, coverage."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from debateprep.domain.terms import Part, Side
from debateprep.gui.labelling import Thing
from debateprep.gui.models.board import BOTH
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.outline import Outliner
from debateprep.gui.pages.briefs.paint import Flow, Says
from debateprep.gui.pages.briefs.panel import RebuttalPanel
from debateprep.gui.pages.briefs.rows import Row
from debateprep.gui.pages.briefs.shelf import Shelf
from debateprep.gui.pages.briefs.side import SideColumn
from debateprep.gui.shell_style import switches_sheet
from debateprep.gui.theme import look
from debateprep.gui.workspace import Workspace

PANEL_WIDTH = 320
SHELF_WIDTH = 250
COLUMN_LEAST = 300
FOLD_BELOW = 1040
"""Narrower than this, times the text size, the rebuttal panel folds until it is asked for."""
ONE_BELOW = 620
"""Narrower than this, the two columns become one: the side last used."""


class BriefsPage(QWidget):
    """Both sides of the topic in view, written where they stand."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Briefs")
        self.icon = "briefs"
        self.workspace = workspace
        self._folded: bool | None = None
        self._asked = 0
        self._wish = ("", 0)
        self.view_actions: dict[Side | None, QAction] = {}
        self._side = Side.PRO
        self.setAccessibleName(self.title)
        self.desk = Desk(workspace, self)
        self._commands = self._make_commands()
        self._stance_action = QAction(self.tr("Change what the side stands for"), self)
        self._stance_action.triggered.connect(self.write_stance)
        self.outliner = Outliner(self.desk, self._column, self)
        self._commands += self.outliner.actions
        self.columns = {side: SideColumn(self.desk, side, self) for side in BOTH}
        for side, column in self.columns.items():
            column.heading.pair(self.columns[side.other].heading)
        self.panel = RebuttalPanel(self.desk, self)
        self.shelf = Shelf(self.desk, self)
        self._build()
        self.desk.shown.connect(self._on_shown)
        self.desk.selected.connect(self._on_selected)
        self.desk.answering.connect(self._on_answering)
        self.desk.wanted.connect(self._on_wanted)
        self.desk.crossed.connect(self._on_crossed)
        workspace.argument_wanted.connect(self.show_argument)
        look().changed.connect(self._fit)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._use(Side.PRO)

    # Building

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.shelf)
        for side, column in self.columns.items():
            column.setMinimumWidth(240)
            self.splitter.addWidget(column)
            column.across.connect(self._on_across)
            column.menu_wanted.connect(self._on_menu)
            for action in self._commands:
                column.body.addAction(action)
            column.setProperty("side", side.value)
        self.splitter.addWidget(self.panel)
        self.panel.setMinimumWidth(240)
        for index, stretch in enumerate((0, 1, 1, 0)):
            self.splitter.setStretchFactor(index, stretch)
        self.shelf.hide()
        self._empty = Says(
            self.tr("No topic in view. Choose one above, or make a new one, and its two briefs stand here."),
            "body",
            "mute",
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self._make_bar())
        self._empty.hide()
        self.panel.shelf_wanted.connect(self._on_shelf_wanted)
        self.panel.left.connect(self._on_panel_left)
        self.shelf.make_wanted.connect(self._on_make)
        self.shelf.support_wanted.connect(self._on_support)

    def _make_bar(self) -> QWidget:
        self._bar = Flow(self)
        buttons: list[QWidget] = []
        self.shelf_action = self._toggle(self.tr("Positions and cards"), "F4", self._on_shelf)
        self.panel_action = self._toggle(self.tr("Rebuttal card"), "F6", self._on_panel)
        self.panel_action.setChecked(True)
        buttons.append(_button(self.shelf_action, self._bar))
        group = QActionGroup(self)
        views = ((None, self.tr("Both sides")), (Side.PRO, self.tr("■ Pro alone")), (Side.CON, self.tr("○ Con alone")))
        for side, words in views:
            action = QAction(words, self, checkable=True)
            action.setToolTip(self.tr("Show both briefs, or one with what they say under each argument"))
            group.addAction(action)
            self.view_actions[side] = action
            buttons.append(_button(action, self._bar))
        self.view_actions[None].setChecked(True)
        group.triggered.connect(self._on_view)
        buttons.append(_button(self.panel_action, self._bar))
        self._bar.put(buttons)
        self._switches = QFrame(self)
        self._switches.setObjectName("switches")
        row = QHBoxLayout(self._switches)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._bar)
        self._dress()
        look().changed.connect(self._dress)
        return self._switches

    @Slot()
    def _dress(self) -> None:
        self._switches.setStyleSheet(switches_sheet(look().theme))

    def _toggle(self, words: str, key: str, slot: object) -> QAction:
        action = QAction(words, self, checkable=True)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{words} ({key})")
        action.toggled.connect(slot)
        self.addAction(action)
        return action

    def _make_commands(self) -> list[QAction]:
        found = []
        for words, key, slot in (
            (self.tr("New argument"), "N", self.new_argument),
            (self.tr("New contention"), "Shift+N", self.new_contention),
            (self.tr("Write an answer"), "A", self.write_answer),
            (self.tr("Write a frontline"), "R", self.write_frontline),
            (self.tr("Rename"), "F2", self.rename),
            (self.tr("Short name"), "Shift+F2", self.name_shortly),
            (self.tr("Move up"), "Alt+Up", self.move_up),
            (self.tr("Move down"), "Alt+Down", self.move_down),
            (self.tr("Move to the other side"), "S", self.switch_side),
            (self.tr("Choose the brief shown"), "B", self.choose_brief),
            (self.tr("Move to trash"), "Del", self.remove),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            found.append(action)
        return found

    def commands(self) -> list[QAction]:
        """Return the page's commands, for the menu and the shortcut sheet."""
        return [*self._commands, self._stance_action, self.shelf_action, self.panel_action, *self.view_actions.values()]

    def labelled(self) -> Thing | None:
        """Return the argument in view, for its labels."""
        return ("argument", self.desk.argument) if self.desk.argument else None

    # Showing

    def refresh(self) -> None:
        """Read the topic and show it; selection, focus and scroll stay."""
        self.desk.refresh()

    def set_words_a_minute(self, rate: int) -> None:
        """Count reading times at another speed."""
        self.desk.words_a_minute = rate
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        self.desk.wake(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the window's time to the page in sight."""
        super().hideEvent(event)
        self.desk.wake(on=False)

    @Slot()
    def _on_shown(self) -> None:
        there = self.desk.board is not None
        self.splitter.setVisible(there)
        self._empty.setVisible(not there)
        for column in self.columns.values():
            column.refresh()
        if self._wish[1]:
            self._on_wanted(*self._wish)
        if self._asked:
            self.show_argument(self._asked)

    @Slot()
    def _on_selected(self) -> None:
        if self.desk.board is not None:
            for column in self.columns.values():
                column.body.show_chosen()

    @Slot(int)
    def _on_answering(self, _target: int) -> None:
        self.panel_action.setChecked(True)

    @Slot(int)
    def show_argument(self, argument: int) -> None:
        """Bring an argument into view and select it."""
        board = self.desk.board
        if board is None or argument not in board.arguments:
            # Its topic is on the way; the argument is shown with it.
            self._asked = argument
            return
        self._asked = 0
        self.desk.select(argument)
        any(column.show_argument(argument) for column in self.columns.values())

    @Slot(str, int)
    def _on_wanted(self, kind: str, number: int) -> None:
        board = self.desk.board
        self._wish = (kind, number)
        side = board.side_of(kind, number) if board is not None else None
        if side is not None:
            self._wish = ("", 0)
            self.columns[side].body.want(kind, number)

    @Slot(int, int)
    def _on_crossed(self, argument: int, lost: int) -> None:
        board = self.desk.board
        if board is None:
            return
        view = board.arguments[argument]
        if self.columns[view.side].isHidden() and self.alone() is None:
            self._use(view.side)
            self._share()
        self.show_argument(argument)
        if not lost:
            # What went to the trash is told with an Undo instead.
            self.workspace.notice.emit(self.tr("It stands in the brief as {place} now.").format(place=view.place))

    # Which parts are seen

    @Slot(bool)
    def _on_shelf(self, on: bool) -> None:
        self.shelf.setVisible(on)
        self._make_room(self.panel_action)
        self._share()
        if on:
            self.shelf.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_shelf_wanted(self) -> None:
        self.shelf_action.setChecked(True)
        self.shelf.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_panel_left(self) -> None:
        self._column().body.focus_current()

    @Slot(bool)
    def _on_panel(self, on: bool) -> None:
        self.panel.setVisible(on)
        self._make_room(self.shelf_action)
        self._share()

    def _make_room(self, other: QAction) -> None:
        # Drawer and panel stand beside the briefs only together with a column that can be read.
        sides = (PANEL_WIDTH + SHELF_WIDTH + COLUMN_LEAST) * max(1.0, look().scale)
        if self.shelf_action.isChecked() and self.panel_action.isChecked() and self.width() < sides:
            other.setChecked(False)

    @Slot(QAction)
    def _on_view(self, _action: QAction) -> None:
        self._share()

    def alone(self) -> Side | None:
        """Return the side that is shown alone, if one is."""
        return next((side for side, action in self.view_actions.items() if action.isChecked()), None)

    def show_alone(self, side: Side | None) -> None:
        """Show one side with what they say under each argument, or both."""
        self.view_actions[side].setChecked(True)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what does not fit."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        folded = self.width() < FOLD_BELOW * max(1.0, look().scale)
        if folded is not self._folded:
            self._folded = folded
            self.panel_action.setChecked(not folded)
        self._share()

    def _share(self) -> None:
        scale = max(1.0, look().scale)
        width = self.width()
        panel = min(round(PANEL_WIDTH * scale), width // 2) if not self.panel.isHidden() else 0
        shelf = min(round(SHELF_WIDTH * scale), width // 3) if not self.shelf.isHidden() else 0
        rest = width - panel - shelf
        alone = self.alone()
        seen = alone or (self._side if rest < ONE_BELOW * scale else None)
        for side, column in self.columns.items():
            column.setVisible(seen in (None, side))
            if column.body.wide is not (alone is side):
                column.set_wide(on=alone is side)
        self.splitter.setSizes([shelf, rest // 2, rest // 2, panel])

    # Commands

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        for side, column in self.columns.items():
            if now is not None and column.isAncestorOf(now):
                self._use(side)

    def _use(self, side: Side) -> None:
        """Let commands and the shelf work on a side."""
        self._side = side
        self.shelf.make_for(side)

    def _column(self) -> SideColumn:
        column = self.columns[self._side]
        return column if not column.isHidden() else self.columns[self._side.other]

    @Slot()
    def new_argument(self) -> None:
        """Begin an argument after the current one."""
        self._column().new_argument()

    @Slot()
    def new_contention(self) -> None:
        """Begin a contention."""
        self._column().new_contention()

    @Slot()
    def choose_brief(self) -> None:
        """Offer the briefs of the side in view."""
        self._column().files.offer()

    @Slot()
    def write_answer(self) -> None:
        """Begin an answer to the current argument."""
        self._column().answer()

    @Slot()
    def write_frontline(self) -> None:
        """Begin a reply to what answers the current argument."""
        self._column().reply()

    @Slot()
    def rename(self) -> None:
        """Edit the current row's words where they stand."""
        self._column().edit()

    @Slot()
    def name_shortly(self) -> None:
        """Edit the current argument's short name."""
        self._column().edit("name")

    @Slot()
    def move_up(self) -> None:
        """Move the chosen rows up."""
        if not self.outliner.shift(-1):
            self._column().move_row(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the chosen rows down."""
        if not self.outliner.shift(1):
            self._column().move_row(1)

    @Slot()
    def switch_side(self) -> None:
        """Move the current argument to the other side's brief."""
        self._column().switch_side()

    @Slot()
    def write_stance(self) -> None:
        """Write what the side last used stands for."""
        self._column().heading.edit()

    @Slot()
    def remove(self) -> None:
        """Move what the current row shows to the trash."""
        self._column().remove()

    @Slot(int)
    def _on_across(self, _step: int) -> None:
        self._use(self._column().side.other)
        column = self.columns[self._side]
        if column.isHidden() and self.alone() is None:
            self._share()
        if not column.isHidden() and not column.body.focus_current():
            column.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _on_menu(self, row: Row, at: QPoint) -> None:
        self._column().show_menu(row, at, self._commands)

    @Slot(str, int)
    def _on_make(self, kind: str, number: int) -> None:
        column = self.columns[self._side]
        if column.body.part is not Part.CASE:
            column.tabs.setCurrentIndex(0)
        section, index = column.section_at(column.body.current())
        if section is None or not section.number:
            section, index = column.section_at(None)
        if section is None:
            self.workspace.notice.emit(self.tr("Write a contention first; the argument will stand in it."))
            column.new_contention()
            return
        self.desk.make_argument(self._side, section.id, kind, number, index)

    @Slot(str, int)
    def _on_support(self, kind: str, number: int) -> None:
        board = self.desk.board
        if board is not None and self.desk.argument:
            answer = board.answers.get(self.desk.answer)
            self.desk.add_support(answer.answering if answer else self.desk.argument, kind, number)


def _button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())
    return button
