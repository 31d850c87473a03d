"""Check a brief: its cards' words against their sources, its tags and claims against what they cite."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from debateprep.domain.terms import Side
from debateprep.gui.forms.report import Ui_ReportDialog
from debateprep.gui.latest import Latest
from debateprep.gui.models.report import ReportModel, lines_of
from debateprep.gui.widgets.clip import put_on_clipboard
from debateprep.gui.widgets.files import ask_where
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace
from debateprep.safe_files import write_whole
from debateprep.services import integrity
from debateprep.services.integrity import Report
from debateprep.services.integrity_words import report_text


class ReportDialog(QDialog):
    """Shows the report of one side's brief, and follows what is edited meanwhile."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        # What is read outlives a dialog that is closed meanwhile, and then tells nobody.
        self._owner: QWidget = parent or self
        self._reading = Latest(workspace, self._owner)
        self.finished.connect(self._reading.drop)
        self._report: Report | None = None
        self.model = ReportModel()
        self.ui = Ui_ReportDialog()
        self.ui.setupUi(self)
        for each in (Side.PRO, Side.CON):
            self.ui.side.addItem(f"{each.sign} {term(each.label)}", each.value)
        self.ui.side.setCurrentIndex(self.ui.side.findData(side.value))
        self._dress_table()
        self.ui.side.activated.connect(self._read)
        self.ui.rows.selectionModel().currentRowChanged.connect(self._on_row)
        self.ui.rows.activated.connect(self._open)
        self.ui.open.clicked.connect(self._open)
        self.ui.copy.clicked.connect(self._copy)
        self.ui.save.clicked.connect(self._save)
        workspace.changed.connect(self._read)
        workspace.topic_changed.connect(self._read)
        self._read()

    def _dress_table(self) -> None:
        rows = self.ui.rows
        rows.setModel(self.model)
        rows.verticalHeader().hide()
        # One height for all rows, so that none is measured.
        rows.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        head = rows.horizontalHeader()
        head.setHighlightSections(False)
        head.setAccessibleName(self.tr("Columns"))
        rows.verticalHeader().setAccessibleName(self.tr("Rows"))
        for column in (0, 1, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    @property
    def side(self) -> Side:
        """Return the side whose brief is shown."""
        return Side(str(self.ui.side.currentData()))

    @Slot()
    def _read(self) -> None:
        topic, side = self._workspace.topic_id, self.side
        if not self._workspace.is_open or not topic:
            return
        self._reading.read(partial(integrity.report, topic_id=topic, side=side), self._show)

    def _show(self, report: Report) -> None:
        self._report = report
        self.ui.summary.setText(term(report.summary))
        row = max(0, self.ui.rows.currentIndex().row())
        self.model.set_lines(lines_of(report))
        if self.model.rowCount():
            self.ui.rows.selectRow(min(row, self.model.rowCount() - 1))
        else:
            self.ui.detail.setPlainText(self.tr("This brief cites no card yet."))
            self.ui.open.setEnabled(False)

    @Slot()
    def _on_row(self, current: QModelIndex) -> None:
        line = self.model.line(current.row())
        self.ui.detail.setPlainText(line.detail if line is not None else "")
        self.ui.open.setEnabled(line is not None)
        if line is not None:
            self.ui.open.setText(self.tr("&Open the card") if line.card else self.tr("&Open the argument"))

    @Slot()
    def _open(self) -> None:
        line = self.model.line(self.ui.rows.currentIndex().row())
        if line is None:
            return
        if line.card:
            self._workspace.card_wanted.emit(line.card)
        else:
            self._workspace.argument_wanted.emit(line.argument)
        self.close()

    @Slot()
    def _copy(self) -> None:
        if self._report is not None:
            put_on_clipboard(report_text(self._report))
            self._workspace.notice.emit(self.tr("The report is on the clipboard."))

    @Slot()
    def _save(self) -> None:
        if self._report is not None:
            name = self.tr("check of the {side} brief.txt").format(side=self.side.label)
            ask_where(self, self.tr("Save the report"), name, [self.tr("Text") + " (*.txt)"], "txt", self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the report to a file, whole or not at all."""
        report = self._report
        if report is None:
            return
        data = report_text(report).encode()
        said = self.tr("Saved “{name}”.").format(name=path.name)
        self._workspace.read(self._owner, lambda _library: write_whole(path, data), lambda _done: self._told(said))

    def _told(self, words: str) -> None:
        self._workspace.notice.emit(words)
