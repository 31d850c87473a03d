"""Works cited in any style, and references in from and out to other programs."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QWidget

from debateprep.domain.citation_styles import CiteStyle
from debateprep.domain.terms import Side
from debateprep.gui.forms.works import Ui_WorksDialog
from debateprep.gui.latest import Latest
from debateprep.gui.pages.cards.desk import html_of
from debateprep.gui.settings import preferences
from debateprep.gui.widgets.clip import put_on_clipboard
from debateprep.gui.widgets.files import ask_for, ask_where
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace
from debateprep.services import citations
from debateprep.services.citations import Cited, ImportedReferences, WrittenReferences, debate_cite

FILES = (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json"))


class WorksDialog(QDialog):
    """Shows the works cited of a topic's briefs, and follows what is edited meanwhile."""

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        # What is read outlives a dialog that is closed meanwhile, and then tells nobody.
        self._owner: QWidget = parent or self
        self._reading = Latest(workspace, self._owner)
        self.finished.connect(self._reading.drop)
        self._cited: list[Cited] = []
        self.ui = Ui_WorksDialog()
        self.ui.setupUi(self)
        for style in CiteStyle:
            self.ui.style.addItem(term(style.label), style.value)
        self.ui.side.addItem(self.tr("both briefs"), "")
        for side in (Side.PRO, Side.CON):
            words = self.tr("the {side} brief").format(side=f"{side.sign} {term(side.label)}")
            self.ui.side.addItem(words, side.value)
        self.ui.style.activated.connect(self._read)
        self.ui.side.activated.connect(self._read)
        self.ui.copy.clicked.connect(self._copy)
        self.ui.save.clicked.connect(self._save)
        self.ui.bring.clicked.connect(self.ask_references)
        workspace.changed.connect(self._read)
        workspace.topic_changed.connect(self._read)
        self._read()

    @property
    def _style(self) -> CiteStyle:
        return CiteStyle(str(self.ui.style.currentData()))

    @property
    def _side(self) -> Side | None:
        value = str(self.ui.side.currentData() or "")
        return Side(value) if value else None

    @Slot()
    def _read(self) -> None:
        topic, side, style = self._workspace.topic_id, self._side, self._style
        debate = debate_cite(preferences().values)
        if not self._workspace.is_open or not topic:
            return
        self._reading.read(lambda library: citations.works_cited(library, topic, side, style, debate), self._show)

    def _show(self, cited: list[Cited]) -> None:
        self._cited = cited
        self.ui.works.clear()
        cursor = QTextCursor(self.ui.works.document())
        hanging = QTextBlockFormat()
        hanging.setLeftMargin(28)
        hanging.setTextIndent(-28)
        hanging.setBottomMargin(8)
        plain, italic = QTextCharFormat(), QTextCharFormat()
        italic.setFontItalic(True)
        for at, each in enumerate(cited):
            if at:
                cursor.insertBlock()
            cursor.setBlockFormat(hanging)
            for run in each.runs:
                cursor.insertText(run.text, italic if run.italic else plain)
        if not cited:
            cursor.insertText(self.tr("No source is cited there yet."))
        hints = dict.fromkeys(term(hint) for each in cited for hint in each.hints)
        self.ui.hints.setText("\n".join(hints))
        self.ui.hints.setVisible(bool(hints))
        for button in (self.ui.copy, self.ui.save):
            button.setEnabled(bool(cited))

    @Slot()
    def _copy(self) -> None:
        plain = "\n".join(each.text for each in self._cited)
        put_on_clipboard(plain, "".join(f"<p>{html_of(each)}</p>" for each in self._cited))
        self._workspace.notice.emit(self.tr("The works cited are on the clipboard."))

    # References

    @Slot()
    def _save(self) -> None:
        filters = [f"{name} (*.{ending})" for name, ending in FILES]
        ask_where(self, self.tr("Save references"), "references.bib", filters, "bib", self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the references of the list to a file; its ending tells the format."""
        topic, side = self._workspace.topic_id, self._side
        self._workspace.read(
            self._owner, lambda library: citations.export_file(library, path, topic_id=topic, side=side), self._on_saved
        )

    def _on_saved(self, made: WrittenReferences) -> None:
        said = self.tr("Saved {n} references in “{name}” as {format}.")
        self._workspace.notice.emit(said.format(n=made.count, name=made.path.name, format=made.format.label))

    @Slot()
    def ask_references(self) -> None:
        """Ask for a file of references to bring in."""
        endings = " ".join(f"*.{ending}" for _, ending in FILES)
        ask_for(self, self.tr("Import references"), self.tr("References") + f" ({endings})", self.bring)

    def bring(self, path: Path) -> None:
        """Bring in a file of references as sources without text."""
        self._workspace.edit(self._owner, lambda library: citations.import_file(library, path), self._on_brought)

    def _on_brought(self, made: ImportedReferences) -> None:
        self._workspace.notice.emit(" ".join(term(each) for each in made.report))
