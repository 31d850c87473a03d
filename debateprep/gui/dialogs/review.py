"""Look an article over before it is added: its blocks, and what is known about it and from where."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from debateprep.domain.terms import BlockKind
from debateprep.gui.forms.review import Ui_ReviewDialog
from debateprep.gui.models.blocks import BlocksModel
from debateprep.gui.pages.read.cite import names_words, read_date, read_names
from debateprep.gui.words import term
from debateprep.services.reviews import Review, doubts

FIELDS = ("title", "authors", "qualifications", "publication", "issued", "url")


class ReviewDialog(QDialog):
    """Shows one article; `added` is called with the review as it was left."""

    def __init__(self, review: Review, added: Callable[[Review], object], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.review = review
        self._added = added
        self.model = BlocksModel()
        self.ui = Ui_ReviewDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(self.tr("Look over “{name}” before adding").format(name=review.file_name))
        self._ok = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Add article"))
        self._dress_table()
        said = [term(each) for each in doubts(review)]
        if review.known is not None:
            said.append(self.tr("This very text is in the library already."))
        if review.starter:
            said.append(self.tr("Its text will be attached to “{title}”.").format(title=review.starter))
        self.ui.doubts.setText("\n".join(said))
        self.ui.doubts.setVisible(bool(said))
        self.ui.fault.hide()
        for name in FIELDS:
            line = self.line(name)
            line.setText(_shown(review, name))
            line.setCursorPosition(0)
            line.editingFinished.connect(self._on_field)
        self._show(review)
        self.model.corrected.connect(self._show)
        self.ui.buttons.accepted.connect(self._on_add)

    def line(self, name: str) -> QLineEdit:
        """Return the line of a field."""
        found: QLineEdit = getattr(self.ui, name)
        return found

    def where(self, name: str) -> str:
        """Return what is said about where a field was found."""
        label: QLabel = getattr(self.ui, f"{name}Where")
        return label.text()

    def _dress_table(self) -> None:
        blocks = self.ui.blocks
        blocks.setModel(self.model)
        blocks.setItemDelegateForColumn(1, _KindDelegate(blocks))
        blocks.verticalHeader().hide()
        blocks.verticalHeader().setAccessibleName(self.tr("Rows"))
        # One height for all rows, so that none is measured.
        blocks.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        blocks.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        head = blocks.horizontalHeader()
        head.setAccessibleName(self.tr("Columns"))
        head.setHighlightSections(False)
        for column in (0, 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)

    def _show(self, review: Review) -> None:
        self.review = review
        self.model.set_review(review)
        for name in FIELDS:
            label: QLabel = getattr(self.ui, f"{name}Where")
            label.setText(term(review.where(name)))
        empty = not review.article.paragraphs
        self._say(self.tr("Every paragraph is struck out; take one back in.") if empty else "")
        self._ok.setEnabled(not empty)

    @Slot()
    def _on_field(self) -> None:
        self._take_fields()

    def _take_fields(self) -> bool:
        changed: dict[str, object] = {}
        for name in FIELDS:
            written = self.line(name).text().strip()
            if written == _shown(self.review, name):
                continue
            try:
                changed[name] = _read(self.review, name, written)
            except ValueError:
                self._say(self.tr("Write the date as 2024-03-07, 7 March 2024, March 2024 or 2024."))
                return False
        self._show(self.review.corrected(**changed) if changed else self.review)
        return True

    def _say(self, words: str) -> None:
        self.ui.fault.setText(words)
        self.ui.fault.setVisible(bool(words))

    @Slot()
    def _on_add(self) -> None:
        if not self._take_fields():
            self.ui.issued.setFocus()
            return
        if not self.ui.title.text().strip():
            self._say(self.tr("A source needs a title, to be found again."))
            self.ui.title.setFocus()
            return
        self.accept()
        self._added(self.review)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space on a row keeps or strikes out its block, whatever the column."""
        rows = self.ui.blocks
        if event.key() == Qt.Key.Key_Space and rows.hasFocus() and rows.currentIndex().isValid():
            cell = self.model.index(rows.currentIndex().row(), 0)
            kept = self.model.data(cell, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if kept else Qt.CheckState.Checked
            self.model.setData(cell, wanted, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)


def _shown(review: Review, name: str) -> str:
    article = review.article
    if name == "authors":
        return names_words(article.authors)
    if name == "issued":
        return article.issued.words if article.issued else ""
    return str(getattr(article, name))


def _read(review: Review, name: str, written: str) -> object:
    if name == "authors":
        return read_names(written, review.article.authors)
    return read_date(written) if name == "issued" else written


class _KindDelegate(QStyledItemDelegate):
    """Edits what a block is in a list of kinds."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return the list."""
        box = QComboBox(parent)
        box.setAccessibleName(self.tr("What it is"))
        for kind in BlockKind:
            box.addItem(term(kind.value), kind.value)
        box.activated.connect(self._on_chosen)
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the kind."""
        if isinstance(editor, QComboBox):
            with QSignalBlocker(editor):
                editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the kind."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def _on_chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box)
