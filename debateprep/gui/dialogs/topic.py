"""A topic's words: the resolution, its format, and what each side stands for."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from debateprep.domain.model import Topic
from debateprep.gui.forms.topic import Ui_TopicDialog


class TopicDialog(QDialog):
    """Asks for a new topic, or for a given one's words; only the resolution must be there."""

    def __init__(
        self,
        formats: Mapping[str, str],
        made: Callable[[Topic], None],
        parent: QWidget | None,
        topic: Topic | None = None,
    ) -> None:
        super().__init__(parent)
        self._made = made
        self._topic = topic or Topic(resolution="")
        self.ui = Ui_TopicDialog()
        self.ui.setupUi(self)
        for key, name in formats.items():
            self.ui.format.addItem(name, key)
        self._ok = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Make topic"))
        self._ok.setProperty("look", "primary")
        if topic is not None:
            self.setWindowTitle(self.tr("Edit topic"))
            self._ok.setText(self.tr("Keep changes"))
            self._fill(topic)
        self.ui.resolution.textChanged.connect(self._on_changed)
        self.accepted.connect(self._on_accepted)
        self._on_changed()

    def _fill(self, topic: Topic) -> None:
        fields = self.ui
        fields.resolution.setText(topic.resolution)
        fields.name.setText(topic.name)
        fields.format.setCurrentIndex(fields.format.findData(topic.format))
        fields.pro.setText(topic.pro_stance)
        fields.con.setText(topic.con_stance)

    @Slot()
    def _on_changed(self) -> None:
        self._ok.setEnabled(bool(self.ui.resolution.text().strip()))

    @Slot()
    def _on_accepted(self) -> None:
        fields = self.ui
        self._made(
            replace(
                self._topic,
                resolution=fields.resolution.text().strip(),
                name=fields.name.text().strip(),
                format=str(fields.format.currentData()),
                pro_stance=fields.pro.text().strip(),
                con_stance=fields.con.text().strip(),
            )
        )
