"""What stands above a card's words: its tags, its cite with what it lacks, and the menus to change and copy them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from debateprep.domain.citation_styles import CiteStyle
from debateprep.domain.model import Card, Source
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.cite_lacks import Lack, LackChips
from debateprep.gui.pages.read.cite import CiteForm
from debateprep.gui.widgets.ask import AskLine
from debateprep.gui.widgets.chips import Chip
from debateprep.gui.widgets.parts import FlatButton, Words
from debateprep.gui.words import term


class CardHead(QWidget):
    """Shows one card's tag and cite.

    `tagged` and `cited` carry new words and a merge key; `fields_changed` a source's fields; the others ask for
    what the page does with a card.
    """

    tagged = Signal(str, str)
    cited = Signal(str, str)
    fields_changed = Signal(object)
    tag_added = Signal(str)
    tag_chosen = Signal(int)
    tag_removed = Signal(int)
    copied = Signal(str)

    def __init__(self, ask: AskLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._card: Card | None = None
        self._source: Source | None = None
        self.tag = Field(self.tr("Tag"), kind="head", placeholder=self.tr("Tag: what these words show"), required=True)
        self.tags = FlatButton(self.tr("Tags"))
        self.tags.setToolTip(self.tr("Other tags of this card (Shift+F7 adds one)"))
        self.tags.clicked.connect(self.show_tags)
        self.cite = Words("", "mute", 9.5)
        self.written = Field(self.tr("Cite"), kind="body", placeholder=self.tr("Cite: author, date, where"))
        self.edit = FlatButton(self.tr("Edit cite"), "plain")
        self.edit.setToolTip(self.tr("Edit what is known about the source (F8)"))
        self.edit.clicked.connect(self.edit_cite)
        self.copy = FlatButton(self.tr("Copy cite"), "plain")
        self.copy.setToolTip(self.tr("Copy the cite in a style (Ctrl+Shift+C)"))
        self.copy.clicked.connect(self.show_styles)
        self._chips = LackChips()
        self._chips.wanted.connect(self.edit_field)
        self.form = CiteForm()
        self.form.hide()
        self._lay_out()
        self.tag.committed.connect(self.tagged)
        self.written.committed.connect(self.cited)
        self.form.done.connect(self._on_fields)
        self.form.abandoned.connect(self._close_form)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.tag, 1)
        first.addWidget(self.tags, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.addWidget(self.cite, 1)
        second.addWidget(self.written, 1)
        second.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._chips)
        column.addWidget(self.form)

    # Showing

    def show_card(self, card: Card | None, source: Source | None, cite: str, lacks: tuple[Lack, ...]) -> None:
        """Show a card, its source where it has one, and what its cite lacks."""
        other = card is None or self._card is None or card.id != self._card.id
        if other:
            self._close_form()
        tag, written = (card.tag, card.cite) if card is not None else ("", "")
        for field, words in ((self.tag, tag), (self.written, written)):
            if other:
                field.reset(words)
            else:
                field.show_text(words)
        self._chips.show_lacks(lacks)
        self._card, self._source = card, source
        own = source is None or bool(written)
        self.written.setVisible(own and card is not None)
        self.cite.setVisible(not own)
        self.cite.setText(cite)
        self.edit.setVisible(source is not None)
        self.copy.setVisible(source is not None or bool(written))
        others = len(card.other_tags) if card is not None else 0
        self.tags.setText(self.tr("{n} tags").format(n=others + 1) if others else self.tr("Tags"))
        self.tags.setAccessibleName(self.tags.text())
        self.tags.updateGeometry()

    def flush(self) -> None:
        """Save what is being typed."""
        self.tag.flush()
        self.written.flush()

    def chips(self) -> list[Chip]:
        """Return the chips of what the cite lacks."""
        return self._chips.chips()

    # The cite

    def edit_cite(self) -> None:
        """Edit the cite: the source's fields, or the words of a card from elsewhere."""
        if self._source is not None:
            self.edit_field("title")
        elif self._card is not None:
            self.written.edit_all()

    def edit_field(self, name: str) -> None:
        """Open the source's fields with the caret in one."""
        if self._source is not None:
            self.form.open_for(self._source, name)

    def _on_fields(self, fields: dict[str, object]) -> None:
        self._close_form()
        if fields:
            self.fields_changed.emit(fields)

    def _close_form(self) -> None:
        focus = self.focusWidget()
        had = focus is not None and self.form.isAncestorOf(focus)
        self.form.hide()
        if had:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_styles(self) -> None:
        """Offer the styles to copy the cite in."""
        menu = _menu(self)
        if self._source is not None:
            for style in CiteStyle:
                menu.addAction(term(style.label)).setData(style.value)
        elif self._card is not None and self._card.cite:
            menu.addAction(self.tr("As it stands here")).setData("")
        if menu.isEmpty():
            return
        menu.triggered.connect(self._on_style)
        menu.popup(self.copy.mapToGlobal(QPoint(0, self.copy.height())))

    def _on_style(self, action: QAction) -> None:
        self.copied.emit(str(action.data() or ""))

    # Tags

    def show_tags(self) -> None:
        """Offer the card's other tags, and to add one."""
        if self._card is None:
            return
        menu = _menu(self)
        shown = menu.addAction(self._card.tag)
        shown.setCheckable(True)
        shown.setChecked(True)
        for at, tag in enumerate(self._card.other_tags, start=1):
            action = menu.addAction(_escaped(tag))
            action.setCheckable(True)
            action.setData(("choose", at))
        menu.addSeparator()
        menu.addAction(self.tr("Add a tag…\tShift+F7")).setData(("add", 0))
        if self._card.other_tags:
            away = menu.addMenu(self.tr("Remove a tag"))
            for at, tag in enumerate(self._card.other_tags, start=1):
                away.addAction(_escaped(tag)).setData(("remove", at))
        menu.triggered.connect(self._on_tags)
        menu.popup(self.tags.mapToGlobal(QPoint(0, self.tags.height())))

    def ask_tag(self) -> None:
        """Ask for one more tag."""
        if self._card is not None:
            self._ask.ask(self.tr("Another tag for these words"), "", self.tag_added.emit, self.tags)

    def _on_tags(self, action: QAction) -> None:
        if not action.data():
            return
        what, at = action.data()
        done: dict[str, Callable[[], object]] = {
            "choose": lambda: self.tag_chosen.emit(at),
            "remove": lambda: self.tag_removed.emit(at),
            "add": self.ask_tag,
        }
        done[what]()


def _menu(owner: QWidget) -> QMenu:
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _escaped(words: str) -> str:
    # In a menu, & would mark an access key.
    return words.replace("&", "&&")
