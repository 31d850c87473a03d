"""A topic's words: the resolution, its format, and what each side stands for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from debateprep.domain.model import Topic
from debateprep.gui.forms.topic import Ui_TopicDialog
from debateprep.gui.usecases import FormatChoice
from debateprep.gui.words import term


class TopicDialog(QDialog):
    """Asks for a new topic, or for a given one's words; only the resolution must be there."""

    def __init__(
        self,
        formats: Sequence[FormatChoice],
        made: Callable[[Topic, str], None],
        parent: QWidget | None,
        topic: Topic | None = None,
    ) -> None:
        super().__init__(parent)
        self._made = made
        self._topic = topic or Topic(resolution="")
        self.ui = Ui_TopicDialog()
        self.ui.setupUi(self)
        self._formats = {each.key: each for each in formats}
        for each in formats:
            self.ui.format.addItem(term(each.name), each.key)
        self.ui.format.setCurrentIndex(max(0, self.ui.format.findData(self._topic.format)))
        self.ui.since.setSpecialValueText(self.tr("no year"))
        self.ui.form.setRowVisible(self.ui.template_, topic is None)
        self.ui.format.currentIndexChanged.connect(self._on_format)
        self._on_format()
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
        fields.since.setValue(topic.evidence_since)

    @Slot()
    def _on_format(self) -> None:
        chosen = self._formats.get(str(self.ui.format.currentData()))
        self.ui.template_.clear()
        self.ui.template_.addItem(self.tr("an empty outline"), "")
        for key, name in chosen.templates if chosen else ():
            self.ui.template_.addItem(term(name), key)
        self.ui.template_.setEnabled(self.ui.template_.count() > 1)

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
                evidence_since=fields.since.value(),
            ),
            str(fields.template_.currentData() or ""),
        )
