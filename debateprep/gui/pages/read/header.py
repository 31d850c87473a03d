"""What stands above the article: its title, who wrote it, and what its cite lacks."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from debateprep.domain.model import Source
from debateprep.gui.pages.cite_lacks import Lack, LackChips
from debateprep.gui.pages.read.cite import CiteForm, byline
from debateprep.gui.widgets.chips import Chip
from debateprep.gui.widgets.parts import FlatButton, Words


class ArticleHeader(QWidget):
    """Show a source's title and cite; `changed` carries the fields that were edited."""

    changed = Signal(object)
    removed = Signal()
    title_is_text = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._hides_title = False
        self._title = Words("", "ink", 19.0, bold=True, face="serif")
        self._title.setAccessibleName(self.tr("Title"))
        self._byline = Words("", "mute", 9.5)
        self._chips = LackChips()
        self._chips.wanted.connect(self.edit_field)
        self._edit = FlatButton(self.tr("Edit cite"), "plain")
        self._edit.setToolTip(self.tr("Title, authors, publication, date and address"))
        self._edit.clicked.connect(self.edit_cite)
        self._more = FlatButton("⋯", "plain")
        self._more.setAccessibleName(self.tr("More about this source"))
        self._more.setToolTip(self.tr("More about this source"))
        self._more.clicked.connect(self._on_more)
        self._form: CiteForm | None = None
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 18, 24, 10)
        self._column.setSpacing(2)
        self._column.addLayout(top)
        self._column.addWidget(self._byline)
        self._column.addWidget(self._chips)

    @property
    def form(self) -> CiteForm:
        """Return the cite's fields, which are made when they are first asked for."""
        if self._form is None:
            self._form = CiteForm(self)
            self._form.hide()
            self._form.done.connect(self._on_done)
            self._form.abandoned.connect(self._close_form)
            self._column.addWidget(self._form)
        return self._form

    @property
    def is_editing(self) -> bool:
        """Tell whether the cite's fields stand open."""
        return self._form is not None and self._form.isVisibleTo(self)

    def show_source(self, source: Source, lacks: tuple[Lack, ...], *, hides_title: bool) -> None:
        """Show a source, and what its cite lacks; `hides_title`: no headline is repeated below."""
        if self._source is not None and self._source.id != source.id:
            self._close_form()
        if source != self._source:
            self._source = source
            self._title.setText(source.title)
            self._byline.setText(byline(source))
            self._byline.setVisible(bool(byline(source)))
        self._chips.show_lacks(lacks)
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
        return self._chips.chips()

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
        if self._form is None:
            return
        had_focus = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.form.hide()
        if had_focus:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
