"""Names for what Qt makes by itself inside its controls, where a screen reader would find none."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget


def add_clear_button(field: QLineEdit) -> None:
    """Give a field a button that empties it, with a name."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(QCoreApplication.translate("Names", "Clear"))


def name_lists(root: QWidget) -> None:
    """Give the list of each combo box the name of its box."""
    for box in root.findChildren(QComboBox):
        box.view().setAccessibleName(box.accessibleName())
