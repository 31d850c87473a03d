"""What stands above the article: its title, who wrote it, and what its cite lacks."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from debateprep.domain.model import Source
from debateprep.gui.pages.read_cite import CiteForm, byline, missing_fields
from debateprep.gui.widgets.chips import Chip
from debateprep.gui.widgets.parts import FlatButton, Words, WrapLayout


class ArticleHeader(QWidget):
    """Show a source's title and cite; `changed` carries the fields that were edited."""

    changed = Signal(object)
    removed = Signal()
    title_is_text = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._format = ""
        self._hides_title = False
        self._title = Words("", "ink", 19.0, bold=True, face="serif")
        self._title.setAccessibleName(self.tr("Title"))
        self._byline = Words("", "mute", 9.5)
        self._chips = QWidget()
        self._line = WrapLayout(self._chips)
        self._edit = FlatButton(self.tr("Edit cite"), "plain")
        self._edit.setToolTip(self.tr("Title, authors, publication, date and address"))
        self._edit.clicked.connect(self.edit_cite)
        self._more = FlatButton("⋯", "plain")
        self._more.setAccessibleName(self.tr("More about this source"))
        self._more.setToolTip(self.tr("More about this source"))
        self._more.clicked.connect(self._on_more)
        self.form = CiteForm()
        self.form.hide()
        self.form.done.connect(self._on_done)
        self.form.abandoned.connect(self._close_form)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 24, 10)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._byline)
        column.addWidget(self._chips)
        column.addWidget(self.form)

    def show_source(self, source: Source, *, hides_title: bool, format_key: str) -> None:
        """Show a source, with what its cite lacks in a debate format; `hides_title`: no headline is repeated below."""
        if self._source is not None and self._source.id != source.id:
            self._close_form()
        if source != self._source or format_key != self._format:
            self._source, self._format = source, format_key
            self._title.setText(source.title)
            self._byline.setText(byline(source))
            self._byline.setVisible(bool(byline(source)))
            self._fill_chips(source)
        self._hides_title = hides_title

    def edit_cite(self) -> None:
        """Open the cite's fields."""
        self.edit_field("title")

    def edit_field(self, field: str) -> None:
        """Open the cite's fields with the caret in one."""
        if self._source is not None:
            self.form.open_for(self._source, field)

    def chips(self) -> list[Chip]:
        """Return the chips of what lacks, in order."""
        return [chip for chip in self._chips.findChildren(Chip) if chip.isVisibleTo(self)]

    def _fill_chips(self, source: Source) -> None:
        while item := self._line.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for field, words, why in missing_fields(source, self._format):
            chip = Chip(words, dashed=True, pressable=True, parent=self._chips)
            chip.setToolTip(why)
            chip.setObjectName(field)
            chip.clicked.connect(self._on_chip)
            self._line.addWidget(chip)
            chip.show()
        self._chips.setVisible(self._line.count() > 0)
        self._chips.updateGeometry()

    def _on_chip(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.edit_field(chip.objectName())

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit cite")).triggered.connect(self.edit_cite)
        if self._hides_title:
            menu.addAction(self.tr("The title is a paragraph of the text")).triggered.connect(self.title_is_text)
        menu.addSeparator()
        menu.addAction(self.tr("Move source to trash")).triggered.connect(self.removed)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_done(self, fields: dict[str, object]) -> None:
        self._close_form()
        if fields:
            self.changed.emit(fields)

    def _close_form(self) -> None:
        had_focus = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.form.hide()
        if had_focus:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
