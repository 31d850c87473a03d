"""Preferences: each is in force and kept as soon as it is changed, so there is nothing to confirm."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from debateprep.gui.forms.preferences import Ui_PreferencesDialog
from debateprep.gui.settings import preferences


class PreferencesDialog(QDialog):
    """Shows and changes the preferences."""

    def __init__(self, library: str, choose: Callable[[], None], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.ui = Ui_PreferencesDialog()
        self.ui.setupUi(self)
        self._choose = choose
        names = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        for key, name in names.items():
            self.ui.theme.addItem(name, key)
        self.ui.library.setText(library)
        self.ui.library.setToolTip(library)
        self.ui.size.lineEdit().setAccessibleName(self.ui.size.accessibleName())
        self.ui.speed.lineEdit().setAccessibleName(self.ui.speed.accessibleName())
        self._show()
        self.ui.theme.activated.connect(self._on_changed)
        self.ui.size.valueChanged.connect(self._on_changed)
        self.ui.speed.valueChanged.connect(self._on_changed)
        self.ui.name.editingFinished.connect(self._on_changed)
        self.ui.school.editingFinished.connect(self._on_changed)
        self.ui.choose.clicked.connect(self._on_choose)
        preferences().changed.connect(self._show)
        self.ui.size.setKeyboardTracking(False)
        self.ui.speed.setKeyboardTracking(False)

    @Slot()
    def _show(self) -> None:
        values, form = preferences().values, self.ui
        form.theme.setCurrentIndex(form.theme.findData(values.theme))
        form.size.setValue(values.text_size)
        form.speed.setValue(values.words_a_minute)
        for field, text in ((form.name, values.name), (form.school, values.school)):
            if not field.isModified():
                field.setText(text)

    @Slot()
    def _on_changed(self) -> None:
        form = self.ui
        preferences().change(
            theme=str(form.theme.currentData()),
            text_size=form.size.value(),
            words_a_minute=form.speed.value(),
            name=form.name.text().strip(),
            school=form.school.text().strip(),
        )

    @Slot()
    def _on_choose(self) -> None:
        self._choose()
