"""A card from elsewhere in one box: its tag, cite and words are told apart, shown, and can be corrected."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from debateprep.domain import pasting
from debateprep.gui.dialogs.form import FormDialog
from debateprep.gui.forms.paste_card import Ui_PasteCardDialog


class PasteCardDialog(FormDialog):
    """Asks for a card; only its words must be there."""

    def __init__(self, made: Callable[[str, str, str], object], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._made = made
        self.ui = Ui_PasteCardDialog()
        self.ui.setupUi(self)
        self._ok = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Add card"))
        self.ui.box.textChanged.connect(self._on_pasted)
        self._note = self.ui.note.text()
        self.ui.quote.textChanged.connect(self._on_words)
        self.accepted.connect(self._on_accepted)
        self.follow_theme()

    @Slot()
    def _on_pasted(self) -> None:
        # toPlainText would turn no-break spaces into plain ones, and the words must stay what they are.
        found = pasting.split(_raw(self.ui.box.document().toRawText()))
        self._fill(self.ui.tag, found.said(found.tag))
        self._fill(self.ui.cite, found.said(found.cite))
        self.ui.quote.setPlainText(found.said(found.quote))

    @staticmethod
    def _fill(line: QLineEdit, words: str) -> None:
        # What was corrected by hand stays.
        if not line.isModified():
            line.setText(" ".join(words.split()))

    @Slot()
    def _on_words(self) -> None:
        self.ui.note.setText(self._note)

    def accept(self) -> None:
        """Add the card, or say that it has no words yet."""
        if self._words():
            super().accept()
            return
        self.ui.note.setText(self.tr("A card needs the words it quotes; paste them here."))
        self.ui.box.setFocus()

    def _words(self) -> str:
        return _raw(self.ui.quote.document().toRawText()).strip()

    @Slot()
    def _on_accepted(self) -> None:
        fields = self.ui
        self._made(fields.tag.text().strip(), fields.cite.text().strip(), self._words())


def _raw(text: str) -> str:
    return text.replace("\u2029", "\n").replace("\u2028", "\n")
