"""The tools over a card's words: marks with their keys, the colour, the brush, the layers, and what is shown."""

from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from debateprep.domain import layers
from debateprep.domain import marks as rules
from debateprep.domain.model import Card
from debateprep.domain.terms import MarkKind
from debateprep.gui.pages.cards.paint import colour_icon
from debateprep.gui.widgets.ask import AskLine
from debateprep.gui.widgets.parts import FlatButton, WrapLayout
from debateprep.gui.words import term

MARKING: tuple[tuple[MarkKind | None, str, tuple[str, ...]], ...] = (
    (MarkKind.UNDERLINE, "Underline", ("F9", "Ctrl+U")),
    (MarkKind.EMPHASIS, "Emphasis", ("F10", "Ctrl+B")),
    (MarkKind.HIGHLIGHT, "Highlight", ("F11", "Ctrl+H")),
    (MarkKind.SHRINK, "Shrink", ("Ctrl+M",)),
    (MarkKind.OMIT, "Omit", ("Ctrl+D",)),
    (None, "Clear", ("F12", "Ctrl+Space")),
)
"""Each kind of mark (None clears), its words, and its keys: Verbatim's, and others that every keyboard has."""


def action_for(owner: QWidget, words: str, keys: tuple[str, ...], *, checkable: bool = False) -> QAction:
    """Return a command of a page, with its keys while the page has the focus."""
    action = QAction(words, owner)
    action.setShortcuts([QKeySequence(each) for each in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setCheckable(checkable)
    owner.addAction(action)
    return action


class MarkTools(QWidget):
    """The bar of tools; its actions belong to the page, so that their keys work all over it.

    `marked` carries a MarkKind's value, "" to clear; `layer_asked` what to do with which layer.
    """

    marked = Signal(str)
    brushed = Signal(bool)
    options = Signal()
    suggested = Signal()
    taken = Signal()
    dropped = Signal()
    layer_shown = Signal(int)
    layer_added = Signal(str, int)
    layer_renamed = Signal(int, str)
    layer_removed = Signal(int)

    def __init__(self, page: QWidget, ask: AskLine) -> None:
        super().__init__()
        self._ask = ask
        self._card: Card | None = None
        self.kind = MarkKind.UNDERLINE
        self.colour = rules.COLOURS[0]
        self.marking: dict[MarkKind | None, QAction] = {}
        for kind, words, keys in MARKING:
            action = action_for(page, self.tr(words), keys)
            action.setData(kind.value if kind else "")
            action.triggered.connect(self._on_marking)
            self.marking[kind] = action
        self.brush = action_for(page, self.tr("Paintbrush"), ("Ctrl+Shift+B",), checkable=True)
        self.condense = action_for(page, self.tr("Condense"), ("Ctrl+J",), checkable=True)
        self.smaller = action_for(page, self.tr("Shrink unmarked"), ("Ctrl+Shift+J",), checkable=True)
        self.suggest = action_for(page, self.tr("Suggest underlining"), ("Ctrl+Shift+U",))
        self.take = action_for(page, self.tr("Take suggestion"), ("Ctrl+Shift+T",))
        self.drop = action_for(page, self.tr("Drop suggestion"), ("Ctrl+Shift+D",))
        self.next_colour = action_for(page, self.tr("Next colour"), ("Ctrl+Shift+H",))
        self.next_layer = action_for(page, self.tr("Next layer of marks"), ("Ctrl+L",))
        self.new_layer = action_for(page, self.tr("New layer of marks"), ("Ctrl+Shift+L",))
        self._connect()
        self._lay_out()
        self.show_offer(offered=False)

    def _connect(self) -> None:
        self.brush.toggled.connect(self.brushed)
        self.condense.toggled.connect(self.options)
        self.smaller.toggled.connect(self.options)
        self.suggest.triggered.connect(self.suggested)
        self.take.triggered.connect(self.taken)
        self.drop.triggered.connect(self.dropped)
        self.next_colour.triggered.connect(self._on_next_colour)
        self.next_layer.triggered.connect(self._on_next_layer)
        self.new_layer.triggered.connect(self._on_new_layer)

    def _lay_out(self) -> None:
        line = WrapLayout(self, 4)
        for action in (*self.marking.values(), self.brush, self.condense, self.smaller):
            line.addWidget(self._button(action))
            if action is self.marking[MarkKind.HIGHLIGHT]:
                self.colours = FlatButton(term(self.colour))
                self.colours.setAccessibleName(self.tr("Colour of highlight"))
                self.colours.setToolTip(self.tr("Colour of highlight (Ctrl+Shift+H: the next)"))
                self.colours.setMenu(self._colour_menu())
                line.addWidget(self.colours)
        for action in (self.suggest, self.take, self.drop):
            line.addWidget(self._button(action))
        self.layer = FlatButton(self.tr("Layer"))
        self.layer.setToolTip(self.tr("Layers of marks over the same words (Ctrl+L: the next)"))
        self.layer.clicked.connect(self.show_layers)
        line.addWidget(self.layer)

    def _button(self, action: QAction) -> FlatButton:
        button = FlatButton(action.text())
        keys = ", ".join(each.toString(QKeySequence.SequenceFormat.NativeText) for each in action.shortcuts())
        button.setToolTip(f"{action.text()} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCheckable(action.isCheckable())
        button.clicked.connect(action.trigger)
        action.toggled.connect(button.setChecked)
        action.visibleChanged.connect(partial(_follow, button, action))
        return button

    def _colour_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for colour in rules.COLOURS:
            action = menu.addAction(term(colour))
            action.setData(colour)
            action.setCheckable(True)
            action.setChecked(colour == self.colour)
            group.addAction(action)
        menu.aboutToShow.connect(self._on_colours)
        menu.triggered.connect(self._on_colour)
        return menu

    # What is shown

    def show_card(self, card: Card | None) -> None:
        """Show which layer is in view."""
        self._card = card
        names = layers.of(card) if card is not None else ()
        shown = names[card.shown_layer].name if card is not None else ""
        self.layer.setText(self.tr("Layer: {name}").format(name=shown))
        self.layer.setAccessibleName(self.layer.text())
        self.layer.updateGeometry()

    def show_offer(self, *, offered: bool) -> None:
        """Offer to take or drop what is suggested, or else to suggest."""
        self.suggest.setVisible(not offered)
        for each in (self.take, self.drop):
            each.setVisible(offered)

    def put_brush_away(self) -> None:
        """Leave the brush."""
        self.brush.setChecked(False)

    # Marking

    def _on_marking(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            value = str(action.data() or "")
            if value:
                self.kind = MarkKind(value)
            self.marked.emit(value)

    def _on_colours(self) -> None:
        for action in self.colours.menu().actions():
            action.setIcon(colour_icon(action.data()))

    def _on_colour(self, action: QAction) -> None:
        self.colour = action.data()
        self.colours.setText(term(self.colour))
        self.colours.updateGeometry()

    def _on_next_colour(self) -> None:
        actions = self.colours.menu().actions()
        at = rules.COLOURS.index(self.colour)
        action = actions[(at + 1) % len(actions)]
        action.setChecked(True)
        self._on_colour(action)

    # Layers

    def show_layers(self) -> None:
        """Offer the card's layers, and to add, copy, rename or remove one."""
        if self._card is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._card.shown_layer
        for at, layer in enumerate(layers.of(self._card)):
            action = menu.addAction(layer.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(at == shown)
            action.setData(("show", at))
        menu.addSeparator()
        name = layers.of(self._card)[shown].name
        menu.addAction(self.tr("New layer…\tCtrl+Shift+L")).setData(("new", -1))
        menu.addAction(self.tr("Copy of “{name}”…").format(name=name)).setData(("copy", shown))
        menu.addAction(self.tr("Rename “{name}”…").format(name=name)).setData(("rename", shown))
        menu.addAction(self.tr("Remove “{name}” and its marks").format(name=name)).setData(("remove", shown))
        menu.triggered.connect(self._on_layer)
        menu.popup(self.layer.mapToGlobal(QPoint(0, self.layer.height())))

    def _on_layer(self, action: QAction) -> None:
        if self._card is None or not action.data():
            return
        what, at = action.data()
        name = layers.of(self._card)[at].name if at >= 0 else ""
        if what == "show":
            self.layer_shown.emit(at)
        elif what == "remove":
            self.layer_removed.emit(at)
        elif what == "rename":
            ask = self.tr("Name of the layer")
            self._ask.ask(ask, name, lambda words: self.layer_renamed.emit(at, words), self.layer)
        else:
            self._ask_layer(at)

    def _ask_layer(self, copied: int) -> None:
        ask = self.tr("Name of the new layer")
        self._ask.ask(ask, self.tr("1AR short"), lambda words: self.layer_added.emit(words, copied), self.layer)

    def _on_new_layer(self) -> None:
        if self._card is not None:
            self._ask_layer(-1)

    def _on_next_layer(self) -> None:
        if self._card is not None and len(layers.of(self._card)) > 1:
            self.layer_shown.emit((self._card.shown_layer + 1) % len(layers.of(self._card)))


def _follow(button: FlatButton, action: QAction) -> None:
    with QSignalBlocker(action):
        button.setVisible(action.isVisible())
