"""Coverage as a table: one side's arguments as rows, the other's as columns, and who answers whom where they meet.

The first row and the first column say of each argument how often it is answered, or that it is a hole.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from debateprep.domain.coverage import Cell, Standing
from debateprep.domain.filters import STRONGEST
from debateprep.domain.terms import Side
from debateprep.gui.words import term

if TYPE_CHECKING:
    from debateprep.domain.model import Answer, Argument

Index = QModelIndex | QPersistentModelIndex
STANDING = Qt.ItemDataRole.UserRole + 1
MEETING = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class Grid:
    """What the table shows; `cells` are by the ids of the Pro and the Con argument."""

    side: Side = Side.PRO
    rows: tuple[Standing, ...] = ()
    columns: tuple[Standing, ...] = ()
    cells: dict[tuple[int, int], Cell] | None = None

    def cell(self, row: Standing, column: Standing) -> Cell:
        """Return the cell of a row and a column."""
        one, other = row.argument.id, column.argument.id
        return (self.cells or {}).get((one, other) if self.side is Side.PRO else (other, one), Cell())

    @cached_property
    def places(self) -> dict[int, tuple[int, int]]:
        """Return where each argument stands in the table, by id: its cell in the first column or the first row."""
        rows = {each.argument.id: (at, 0) for at, each in enumerate(self.rows, 1)}
        return rows | {each.argument.id: (0, at) for at, each in enumerate(self.columns, 1)}


@dataclass(frozen=True, slots=True)
class Meeting:
    """An answer where two arguments meet, with the argument that gives it and the one it is given to."""

    answer: Answer
    answering: Argument
    target: Argument

    @property
    def words(self) -> str:
        """Return the answering side's shape, and the kind of answer in words."""
        return f"{self.answering.side.sign} {term(self.answer.response.value)}"

    @property
    def detail(self) -> str:
        """Return the tier and the strength in words; the first tier and no strength are not said."""
        said = []
        if self.answer.tier > 1:
            said.append(_tr("tier {n}").format(n=self.answer.tier))
        if self.answering.strength:
            said.append(strength_words(self.answering.strength))
        return " · ".join(said)


def strength_words(strength: int) -> str:
    """Return a strength in words, "" for none."""
    return _tr("strength {n}/{most}").format(n=strength, most=STRONGEST) if strength else ""


def named(standing: Standing) -> str:
    """Return an argument's number and short words."""
    return f"{standing.number} {standing.argument.short}".strip()


def answered_words(standing: Standing) -> str:
    """Return how often an argument is answered, or that it is not."""
    other = term(standing.argument.side.other.label)
    if standing.open:
        return _tr("no {side} answer yet").format(side=other)
    words = _tr("1 {side} answer") if standing.answers == 1 else _tr("{n} {side} answers")
    return words.format(n=standing.answers, side=other)


def detail_words(standing: Standing) -> str:
    """Return status, strength, and how it went in rounds."""
    said = [term(standing.argument.status.value), strength_words(standing.argument.strength)]
    if standing.heard:
        words = _tr("heard once") if standing.heard == 1 else _tr("heard {n} times")
        said.append(words.format(n=standing.heard))
        said.append(_tr("our answer worked {n} times").format(n=standing.worked) if standing.worked > 1 else "")
        said.append(_tr("our answer worked") if standing.worked == 1 else "")
    return " · ".join(each for each in said if each)


def label_words(standing: Standing) -> str:
    """Return the labels of an argument in words, "" for none."""
    names = ", ".join(each.name for each in standing.labels)
    return _tr("labels: {names}").format(names=names) if names else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("CoverageModel", text)


class CoverageModel(QAbstractTableModel):
    """The table; its headers are the arguments."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = Grid()

    def set_grid(self, grid: Grid) -> None:
        """Show another moment; the same arguments in the same places keep the table as it is."""
        before, now = self.grid, grid
        if before.side is now.side and before.places == now.places:
            self.grid = grid
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            return
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return a row an argument, and the first."""
        return 0 if parent.isValid() else 1 + len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return a column an argument, and the first."""
        return 0 if parent.isValid() else 1 + len(self.grid.columns)

    def standing(self, row: int, column: int) -> Standing | None:
        """Return the argument of which the first row or the first column tells here."""
        if column == 0 and 1 <= row <= len(self.grid.rows):
            return self.grid.rows[row - 1]
        if row == 0 and 1 <= column <= len(self.grid.columns):
            return self.grid.columns[column - 1]
        return None

    def meetings(self, row: int, column: int) -> tuple[Meeting, ...]:
        """Return the answers in a cell: one, or one each way."""
        if not (1 <= row <= len(self.grid.rows) and 1 <= column <= len(self.grid.columns)):
            return ()
        first, second = self.grid.rows[row - 1], self.grid.columns[column - 1]
        cell = self.grid.cell(first, second)
        pro, con = first.argument, second.argument
        if pro.side is not Side.PRO:
            pro, con = con, pro
        both = ((cell.to_pro, con, pro), (cell.to_con, pro, con))
        return tuple(Meeting(answer, one, two) for answer, one, two in both if answer is not None)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the argument's words, or what the first row or column tells."""
        down = orientation == Qt.Orientation.Vertical
        listed = self.grid.rows if down else self.grid.columns
        if section == 0 and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            side = self.grid.side if down else self.grid.side.other
            return self.tr("{side} answers").format(side=term(side.label))
        if not 1 <= section <= len(listed):
            return None
        standing = listed[section - 1]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return named(standing)
        if role == Qt.ItemDataRole.ToolTipRole:
            place = f"{standing.argument.side.sign} {standing.number} {standing.contention}".strip()
            said = (place, standing.argument.claim, detail_words(standing), label_words(standing))
            return "\n".join(each for each in said if each)
        return standing if role == STANDING else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words, what it tells of, and the whole of it for a screen reader."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        standing, meetings = self.standing(row, column), self.meetings(row, column)
        if role == STANDING:
            return standing
        if role == MEETING:
            return meetings
        if role == Qt.ItemDataRole.DisplayRole and row == column == 0:
            return self.tr("Answers")
        if role == Qt.ItemDataRole.DisplayRole:
            return answered_words(standing) if standing else "\n".join(each.words for each in meetings)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            whole = role == Qt.ItemDataRole.AccessibleTextRole
            return self._read_out(row, column) if whole or standing or meetings else None
        return None

    def _read_out(self, row: int, column: int) -> str:
        standing = self.standing(row, column)
        if standing is not None:
            side = term(standing.argument.side.label)
            said = (answered_words(standing), detail_words(standing), label_words(standing))
            return ". ".join((f"{side} {named(standing)}", *(each for each in said if each)))
        if row == 0 or column == 0:
            return self.tr("Answers")
        told = [self._told(each) for each in self.meetings(row, column)]
        if told:
            return " ".join(told)
        first, second = self.grid.rows[row - 1], self.grid.columns[column - 1]
        return self.tr("{one} and {other} do not meet").format(one=_whole(first), other=_whole(second))

    def _told(self, each: Meeting) -> str:
        words = self.tr("{side} answers “{target}” with “{answer}”: {kind}.").format(
            side=term(each.answering.side.label),
            target=each.target.short,
            answer=each.answer.wording or each.answering.short,
            kind=term(each.answer.response.value),
        )
        return f"{words} {each.detail}".strip()


def _whole(standing: Standing) -> str:
    return f"{term(standing.argument.side.label)} {named(standing)}"
