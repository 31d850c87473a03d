"""Presets of the Print / Export dialog: those that ship and the user's own, to choose, save and forget."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from debateprep.gui.pages.export import choice as export_choice
from debateprep.gui.pages.export.choice import USUAL, Choice
from debateprep.gui.pages.export.shelf import Drawn, Ware
from debateprep.publishing import Preset

_OWN = "own:"


class PresetRow(QWidget):
    """The list of presets (`list`, placed by the form), and the line by which one's own are saved and forgotten.

    `chosen` carries the key of the preset that the user picked, `saved` the name to save the present choices under.
    """

    chosen = Signal(str)
    saved = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._own = export_choice.presets()
        self._ware: Ware = Drawn.MAP
        self.list = QComboBox(parent)
        self.list.setAccessibleName(self.tr("Preset"))
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(8)
        self.list.activated.connect(self._on_activated)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the preset"))
        self.name.setPlaceholderText(self.tr("name, such as “For Ms Ada”"))
        self.name.setMaxLength(60)
        self.name.textChanged.connect(self._enable)
        self.name.returnPressed.connect(self._on_save)
        self.save = QPushButton(self.tr("Save choices"), self)
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self._on_save)
        self.forget = QPushButton(self.tr("Forget preset"), self)
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self._on_forget)
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.name)
        column.addLayout(buttons)
        column.addWidget(self.told)
        self._enable()

    def stops(self) -> list[QWidget]:
        """Return the controls among the rows of the form."""
        return [self.list]

    def inner_stops(self) -> list[QWidget]:
        """Return the controls that save and forget, in the order of Tab."""
        return [self.name, self.save, self.forget]

    def is_useful(self) -> bool:
        """Tell whether presets change anything of the layout."""
        return self.list.count() > 2

    def show_for(self, ware: Ware) -> None:
        """Offer the presets that change something of a layout."""
        self._ware = ware
        kept = self.list.currentData() or ""
        items = {"": (self.tr("None"), ""), USUAL: (self.tr("As usual"), self.tr("Takes every choice back"))}
        items |= {key: (self.tr(each.label), each.about) for key, each in self._fitting().items()}
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        for key, (words, tip) in items.items():
            self.list.addItem(words, key)
            self.list.setItemData(self.list.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        del blocked
        self.show_chosen(kept)

    def show_chosen(self, key: str) -> None:
        """Show a preset as the one chosen, "" for none, without a signal."""
        blocked = QSignalBlocker(self.list)
        self.list.setCurrentIndex(max(0, self.list.findData(key)))
        self.list.setAccessibleDescription(self.list.currentData(Qt.ItemDataRole.ToolTipRole) or "")
        del blocked
        self._enable()

    def applied(self, choice: Choice, start: Choice, key: str) -> Choice:
        """Return the choice with a preset; "As usual" gives what was there before anybody chose."""
        if key == USUAL:
            return export_choice.usual(choice, start)
        found = self._fitting().get(key)
        return export_choice.with_preset(choice, found) if found is not None else choice

    def keep(self, preset: Preset) -> None:
        """Keep a preset of the user's, in place of one of that name, and show it as chosen."""
        export_choice.keep_preset(preset)
        self._own = export_choice.presets()
        self.show_for(self._ware)
        self.show_chosen(_OWN + preset.label)
        self.name.clear()
        self._say(self.tr("Saved as “{}”.").format(preset.label))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, which saves a preset here, from the dialog's button that saves the pages."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fitting(self) -> dict[str, Preset]:
        every = export_choice.shipped() | {_OWN + name: preset for name, preset in self._own.items()}
        return {key: preset for key, preset in every.items() if export_choice.fits(preset, self._ware)}

    def _enable(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip()))
        self.forget.setEnabled(str(self.list.currentData() or "").startswith(_OWN))

    def _say(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _on_activated(self) -> None:
        self._enable()
        self._say("")
        self.chosen.emit(self.list.currentData())

    def _on_save(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.saved.emit(name)

    def _on_forget(self) -> None:
        name = str(self.list.currentData()).removeprefix(_OWN)
        export_choice.forget_preset(name)
        self._own = export_choice.presets()
        self.show_for(self._ware)
        self._say(self.tr("“{}” is forgotten.").format(name))
