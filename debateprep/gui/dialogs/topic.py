"""New topic: the resolution, its format, and what each side stands for."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from debateprep.domain.model import Topic
from debateprep.gui.forms.topic import Ui_TopicDialog


class TopicDialog(QDialog):
    """Asks for a topic; only the resolution must be there."""

    def __init__(self, formats: Mapping[str, str], made: Callable[[Topic], None], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._made = made
        self.ui = Ui_TopicDialog()
        self.ui.setupUi(self)
        for key, name in formats.items():
            self.ui.format.addItem(name, key)
        self._ok = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Make topic"))
        self.ui.resolution.textChanged.connect(self._on_changed)
        self.accepted.connect(self._on_accepted)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._ok.setEnabled(bool(self.ui.resolution.text().strip()))

    @Slot()
    def _on_accepted(self) -> None:
        fields = self.ui
        self._made(
            Topic(
                resolution=fields.resolution.text().strip(),
                name=fields.name.text().strip(),
                format=str(fields.format.currentData()),
                pro_stance=fields.pro.text().strip(),
                con_stance=fields.con.text().strip(),
            )
        )
