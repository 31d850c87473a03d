"""The check of a brief as a table: a row for each use of a card, then one for each claim that says too much."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from debateprep.gui.verdicts import verdict_words
from debateprep.gui.words import term
from debateprep.services.integrity import Report
from debateprep.services.integrity_words import row_lines

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of the table; `detail` is all that was found, `card` the card it leads to or 0, else the argument."""

    place: str
    what: str
    verdict: str
    cautions: int
    detail: str
    card: int = 0
    argument: int = 0


def lines_of(report: Report) -> tuple[ReportLine, ...]:
    """Return a report's lines, what is to be looked at first and otherwise in the brief's order."""
    found = []
    for row in report.rows:
        verdict = verdict_words(row.trust.check.verdict)
        what = row.trust.card.tag or " ".join(row.trust.card.quote.split())[:80]
        detail = "\n".join(row_lines(row))
        found.append(
            (row.sound, ReportLine(row.number, what, verdict, len(row.cautions), detail, card=row.trust.card.id))
        )
    for claim in report.claims:
        detail = "\n".join([claim.claim, *(f"    {term(each.sentence)}" for each in claim.findings)])
        said = QCoreApplication.translate("Report", "claim")
        line = ReportLine(claim.number, claim.claim, said, len(claim.findings), detail, argument=claim.argument_id)
        found.append((False, line))
    return tuple(line for _, line in sorted(found, key=lambda pair: pair[0]))


class ReportModel(QAbstractTableModel):
    """The lines of one report."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ReportLine, ...] = ()

    def set_lines(self, lines: tuple[ReportLine, ...]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> ReportLine | None:
        """Return the line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return the four columns."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's name."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal or not 0 <= section < 4:
            return None
        return (self.tr("Place"), self.tr("Words"), self.tr("Card"), self.tr("To look at"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            many = str(line.cautions) if line.cautions else "–"
            return (line.place or "–", line.verdict, " ".join(line.what.split()), many)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.detail
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (line.place, line.verdict, line.what) if part)
        return None
