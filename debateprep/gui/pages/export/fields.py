"""The fields that the options of the Print / Export dialog are made of: lists, lines, boxes, and parts that fold."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def combo(name: str, parent: QWidget, changed: Callable[..., None], items: Iterable[tuple[str, Any]] = ()) -> QComboBox:
    """Return a list to choose from; `items` are words and what they stand for."""
    box = QComboBox(parent)
    box.setAccessibleName(name)
    # The wheel scrolls the options; it must not change one on its way.
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    for words, data in items:
        box.addItem(words, data)
    box.activated.connect(changed)
    return box


def show_data(box: QComboBox, data: Any, words: str = "") -> None:
    """Show what stands for `data`; where the list has no such item, one with `words` is added."""
    blocked = QSignalBlocker(box)
    at = box.findData(data)
    if at < 0 and words:
        box.addItem(words, data)
        at = box.count() - 1
    box.setCurrentIndex(max(0, at))
    del blocked


def refill(box: QComboBox, items: Iterable[tuple[str, Any]], chosen: Any) -> None:
    """Put other items into a list, and show the one that stands for `chosen`, or the first."""
    blocked = QSignalBlocker(box)
    box.clear()
    for words, data in items:
        box.addItem(words, data)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    del blocked


def line(name: str, hint: str, parent: QWidget, changed: Callable[..., None]) -> QLineEdit:
    """Return a line to write in."""
    field = QLineEdit(parent)
    field.setAccessibleName(name)
    field.setAccessibleDescription(hint)
    field.setPlaceholderText(hint)
    field.setToolTip(hint)
    field.setMaxLength(200)
    field.textEdited.connect(changed)
    return field


def check(name: str, tip: str, parent: QWidget, changed: Callable[..., None]) -> QCheckBox:
    """Return a box to tick."""
    box = QCheckBox(name, parent)
    box.setToolTip(tip)
    box.setAccessibleDescription(tip)
    box.toggled.connect(changed)
    return box


def form_layout() -> QFormLayout:
    """Return a layout of rows, each a label and its field."""
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    return form


def add_row(form: QFormLayout, words: str, field: QWidget, parent: QWidget) -> None:
    """Add a row; the letter after "&" in `words` leads to its field."""
    label = QLabel(words, parent)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    if words:
        label.setBuddy(field)
    form.addRow(label, field)


class Fold(QWidget):
    """A part of a form under a title that opens and closes it; the title tells how much in it was chosen."""

    opened = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self.head = QPushButton(title, self)
        self.head.setCheckable(True)
        self.head.setAutoDefault(False)
        self.head.setProperty("look", "fold")
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.head.toggled.connect(self._on_toggled)
        self.body = QWidget(self)
        self.inside = QVBoxLayout(self.body)
        self.inside.setContentsMargins(14, 2, 0, 6)
        self.inside.setSpacing(6)
        self.form = form_layout()
        self.inside.addLayout(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.body)
        self.body.hide()
        self.tell(0)

    def tell(self, chosen: int) -> None:
        """Say in the title how many choices inside are not as usual."""
        sign = "▾" if self.head.isChecked() else "▸"
        words = self.tr("{} · {} chosen").format(self._title, chosen) if chosen else self._title
        self._chosen = chosen
        self.head.setText(f"{sign} {words}")
        state = self.tr("open") if self.head.isChecked() else self.tr("closed")
        self.head.setAccessibleName(f"{words}, {state}")

    def _on_toggled(self, shown: bool) -> None:
        self.body.setVisible(shown)
        self.tell(self._chosen)
        if shown:
            self.opened.emit()
