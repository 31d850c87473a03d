"""The Map page: both sides' arguments and their answers as trees, walked, folded, edited and exported."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from debateprep.domain.argument_map import MapNode, NodeKind, key_of
from debateprep.gui.labelling import Thing
from debateprep.gui.pages.briefs.paint import LinkButton, Says
from debateprep.gui.pages.map.bar import MapBar
from debateprep.gui.pages.map.desk import MapDesk
from debateprep.gui.pages.map.editor import MapEditor
from debateprep.gui.pages.map.legend import Legend
from debateprep.gui.pages.map.view import STEP, MapView
from debateprep.gui.pages.map.walk import Walk
from debateprep.gui.theme import look
from debateprep.gui.workspace import Workspace

EXPORT = "debateprep.gui.dialogs.map_export"
MENU = ("edit", "answer", "brief", "alone", "whole", "fold", "unfold", "fit", "export")
"""What the menu of a card offers."""
LOW = 400
"""Lower than this, times the text size, the legend folds until it is asked for."""
SMALLEST_READ = 0.7
BEGIN = 0.85
"""A map is shown whole at first where its words can be read well then; else at this zoom, from its first root."""


class _Hairline(QWidget):
    """A thin line between what stands above it and below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(event.rect(), look().theme.colour("line"))


class MapPage(QWidget):
    """The map of the topic in view."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Map")
        self.icon = "map"
        self.workspace = workspace
        self._low: bool | None = None
        self._fresh = True
        self._wanted = ""
        self.setAccessibleName(self.title)
        self.desk = MapDesk(workspace, self)
        self.view = MapView(self)
        self.view.setAccessibleName(self.tr("Map of the arguments"))
        self.editor = MapEditor(self.desk, self.view)
        self._actions: dict[str, QAction] = {}
        self._make_commands()
        self._build()
        self._connect()
        self._show_state()

    # Building

    def _make_commands(self) -> None:
        for key, words, keys, slot in self._table():
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(each) for each in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setToolTip(f"{words} ({keys[0]})" if keys else words)
            action.triggered.connect(slot)
            self.addAction(action)
            self._actions[key] = action
        legend = QAction(self.tr("Legend"), self, checkable=True, checked=True)
        legend.setShortcut(QKeySequence("L"))
        legend.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        legend.toggled.connect(self._on_legend)
        self.addAction(legend)
        self._actions["legend"] = legend

    def _table(self) -> tuple[tuple[str, str, tuple[str, ...], Callable[[], None]], ...]:
        return (
            ("edit", self.tr("Edit the words"), ("F2",), self.edit),
            ("answer", self.tr("Write an answer"), ("A",), self.write_answer),
            ("brief", self.tr("Show in Briefs"), ("B",), self.show_in_briefs),
            ("alone", self.tr("Branch alone"), ("O",), self.show_branch),
            ("whole", self.tr("Whole map"), ("W",), self.show_whole),
            ("fold", self.tr("Fold all"), ("[",), self.fold_all),
            ("unfold", self.tr("Unfold all"), ("]",), self.unfold_all),
            ("out", self.tr("Zoom out"), ("Ctrl+-",), self.zoom_out),
            ("normal", self.tr("Zoom to 100 %"), ("Ctrl+0",), self.zoom_normal),
            ("in", self.tr("Zoom in"), ("Ctrl++", "Ctrl+="), self.zoom_in),
            ("fit", self.tr("Fit the map into view"), ("Ctrl+9",), self.fit),
            ("export", self.tr("Export map…"), ("Ctrl+Shift+E",), self.export),
        )

    def _build(self) -> None:
        self.legend = Legend(self)
        self._top = QWidget(self)
        row = QHBoxLayout(self._top)
        row.setContentsMargins(14, 8, 14, 6)
        row.addWidget(self.legend)
        self._empty = QWidget(self)
        self._says = Says("", "body", "mute", self._empty)
        self._says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._says.setWordWrap(True)
        self._go = LinkButton(self.tr("Go to Briefs"), self.tr("Go to Briefs"), self._empty, bold=True)
        self._go.clicked.connect(self._on_go)
        column = QVBoxLayout(self._empty)
        column.addStretch(1)
        column.addWidget(self._says)
        column.addWidget(self._go, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        whole = self._column = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        self._line = _Hairline(self)
        whole.addWidget(self._line)
        whole.addWidget(self.view, 1)
        whole.addWidget(self._empty, 1)
        self.bar = MapBar(self._actions, self)
        whole.addWidget(self.bar)
        self.setFocusProxy(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the legend of a low page."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        low = self.height() < LOW * look().scale
        if low is not self._low:
            self._low = low
            self._actions["legend"].setChecked(not low)

    @Slot(bool)
    def _on_legend(self, on: bool) -> None:
        self._top.setVisible(on)
        self._line.setVisible(on)

    def _connect(self) -> None:
        self.desk.shown.connect(self._on_shown)
        view = self.view
        view.folded.connect(self._on_folded)
        view.edit_wanted.connect(self._on_edit_wanted)
        view.answer_wanted.connect(self._on_answer_wanted)
        view.zoomed.connect(self._show_zoom)
        view.menu_wanted.connect(self._on_menu)
        view.selectionModel().currentChanged.connect(self._show_state)
        view.nodes.modelReset.connect(self._show_state)
        self.editor.written.connect(self._on_written)
        self.workspace.topic_changed.connect(self._on_topic)
        look().changed.connect(self._fit)
        self._show_zoom()

    @Slot(int)
    def _on_topic(self, _number: int) -> None:
        self._fresh = True
        self.editor.close()

    @Slot(int)
    def _on_written(self, argument: int) -> None:
        self._wanted = key_of(NodeKind.ARGUMENT, argument)

    def commands(self) -> list[QAction]:
        """Return the page's commands, for the menu and the shortcut sheet."""
        return list(self._actions.values())

    # Showing

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
        seen, view = self.desk.seen, self.view
        self._show_state()
        # What was out of sight until now has no size of its own yet.
        self._column.activate()
        key, before = view.key(), view.card(view.key())
        held = view.visualRect(view.currentIndex()).topLeft() if before else None
        if seen is None:
            view.nodes.show_map(None)
            view.show_drawing(None, Walk(()), set())
            self._fresh = True
        else:
            view.nodes.show_map(seen.part)
            drawn = [seen.part.by_key[card.key] for card in seen.drawing.cards]
            view.show_drawing(seen.drawing, Walk(drawn), self.desk.folded)
            self._choose_again(key, held)
        self._show_state()

    def _choose_again(self, key: str, held: QPoint | None) -> None:
        """Let the current node stay the current one, where it stood on the screen."""
        view, seen = self.view, self.desk.seen
        assert seen is not None
        fresh, self._fresh = self._fresh, False
        if fresh:
            view.fit()
            if view.zoom < SMALLEST_READ:
                view.set_zoom(BEGIN)
        wanted = self._wanted if self._wanted in seen.part.by_key else key
        while wanted and view.card(wanted) is None and wanted in seen.part.by_key:
            wanted = seen.part.by_key[wanted].parent
        first = next(iter(seen.drawing.cards), None)
        if not wanted or view.card(wanted) is None:
            wanted, held = first.key if first else "", None
        if self._wanted or fresh:
            held = None
        view.choose(wanted, show=held is None)
        if fresh:
            view.scrollTo(view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        if held is not None:
            moved = view.visualRect(view.currentIndex()).topLeft() - held
            view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + moved.x())
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() + moved.y())
        self._wanted = ""

    @Slot()
    def _show_state(self) -> None:
        """Let what can be done now be done, and say what there is to do where nothing is to be seen."""
        seen, node = self.desk.seen, self.view.node()
        topic = self.workspace.topic_id
        bare = not topic or (seen is not None and not any(each.id for each in seen.whole.nodes))
        self.view.setVisible(not bare)
        self._empty.setVisible(bare)
        self._go.setVisible(bool(topic))
        # What is out of sight takes no focus, and would trap Tab.
        self.setFocusProxy((self._go if topic else self._says) if bare else self.view)
        self._says.setText(
            self.tr("Nothing to map yet. Contentions, arguments and answers stand here as soon as they are written.")
            if topic
            else self.tr(
                "No topic in view. Choose one above, or make a new one, and its arguments stand here as a map."
            )
        )
        argument = node is not None and node.kind is NodeKind.ARGUMENT
        can = {
            "edit": _may_edit(node),
            "answer": argument,
            "brief": argument,
            "alone": node is not None and bool(node.parent),
            "whole": bool(self.desk.alone),
        }
        for key, action in self._actions.items():
            action.setEnabled(seen is not None and not bare and can.get(key, True))
        self.bar.show_alone(on=bool(self.desk.alone))

    @Slot()
    def _show_zoom(self) -> None:
        self.bar.show_zoom(self.view.zoom)

    # Folding and zooming

    @Slot(str, bool)
    def _on_folded(self, key: str, on: bool) -> None:
        self.desk.fold(key, on=on)

    @Slot()
    def fold_all(self) -> None:
        """Fold every branch."""
        self.desk.fold_all(on=True)

    @Slot()
    def unfold_all(self) -> None:
        """Show everything."""
        self.desk.fold_all(on=False)

    @Slot()
    def show_branch(self) -> None:
        """Show the current node with what stands under it, alone."""
        node = self.view.node()
        if node is not None and node.parent:
            self._wanted, self._fresh = node.key, True
            self.desk.show_alone(node.key)

    @Slot()
    def show_whole(self) -> None:
        """Show the whole map again."""
        self._wanted = self.desk.alone
        self.desk.show_alone("")

    @Slot()
    def zoom_in(self) -> None:
        """Make the map larger."""
        self.view.set_zoom(self.view.zoom * STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Make the map smaller."""
        self.view.set_zoom(self.view.zoom / STEP)

    @Slot()
    def zoom_normal(self) -> None:
        """Show the map at its own size, with the current node in view."""
        self.view.set_zoom(1.0)
        self.view.scrollTo(self.view.currentIndex())

    @Slot()
    def fit(self) -> None:
        """Show the whole map."""
        self.view.fit()

    # Editing

    @Slot(str)
    def _on_edit_wanted(self, key: str) -> None:
        node = self.desk.node(key)
        if node is not None and _may_edit(node):
            self.editor.edit(node)

    @Slot(str)
    def _on_answer_wanted(self, key: str) -> None:
        node = self.desk.node(key)
        if node is not None and node.kind is NodeKind.ARGUMENT:
            self.view.expand(self.view.nodes.index_of(key))
            self.editor.write_answer(node)

    @Slot()
    def edit(self) -> None:
        """Edit what the current node says."""
        self._on_edit_wanted(self.view.key())

    @Slot()
    def write_answer(self) -> None:
        """Write an answer to the current argument."""
        self._on_answer_wanted(self.view.key())

    def labelled(self) -> Thing | None:
        """Return the current argument, for its labels."""
        node = self.view.node()
        return ("argument", node.id) if node is not None and node.kind is NodeKind.ARGUMENT else None

    @Slot()
    def show_in_briefs(self) -> None:
        """Show the current argument in the briefs."""
        node = self.view.node()
        if node is not None and node.kind is NodeKind.ARGUMENT:
            self.workspace.argument_wanted.emit(node.id)

    @Slot()
    def _on_go(self) -> None:
        self.workspace.argument_wanted.emit(0)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        self.view.popup([self._actions[key] for key in MENU], place)

    # Export

    @Slot()
    def export(self) -> None:
        """Ask how the map is to be exported."""
        seen = self.desk.seen
        if seen is None:
            return
        # Imported with its first use, so that the page need not wait for it.
        form = importlib.import_module(EXPORT)
        folded = frozenset(self.desk.folded)
        dialog: QDialog = form.MapExportDialog(self.workspace, seen.whole, seen.part, folded, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _may_edit(node: MapNode | None) -> bool:
    return node is not None and node.kind in (NodeKind.ARGUMENT, NodeKind.SECTION)
