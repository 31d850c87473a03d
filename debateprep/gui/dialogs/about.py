"""About: which version this is, and every work of others in it with its licence."""

from __future__ import annotations

import platform
import sqlite3

from PySide6.QtCore import QEvent, QSize, Qt, Slot, qVersion
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from debateprep import __version__, licences
from debateprep.gui.theme import look, sans

SIZE = QSize(940, 620)


def versions() -> str:
    """Return what a report of a fault should say: this program's version, and those it runs on."""
    parts = (
        f"DebatePrep {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"SQLite {sqlite3.sqlite_version}",
        f"{platform.system()} {platform.release()}",
    )
    return " · ".join(parts)


class AboutDialog(QDialog):
    """The version, and the licences of DebatePrep and of all that it is built on."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About DebatePrep"))
        self._name = QLabel(self.tr("DebatePrep {version}").format(version=__version__))
        self._about = QLabel(
            self.tr("Prepare both sides of a debate, offline. MIT licence; it comes without any warranty.")
        )
        self._about.setWordWrap(True)
        self._versions = QLabel(versions())
        self._versions.setProperty("look", "quiet")
        self._versions.setWordWrap(True)
        self._versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton(self.tr("&Copy versions"))
        self.copy.setToolTip(self.tr("Copy this line, to put it into a report of a fault"))
        self.copy.clicked.connect(self._on_copy)
        self.works = QListWidget()
        self.works.setAccessibleName(self.tr("What DebatePrep is built on"))
        self.works.setWordWrap(True)
        self.works.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("look", "quiet")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("The licence"))
        self._lay_out()
        self.works.currentItemChanged.connect(self._on_chosen)
        for work in (licences.own(), *licences.works()):
            item = QListWidgetItem(work.name)
            item.setToolTip(work.licence)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{work.name}: {work.licence}")
            item.setData(Qt.ItemDataRole.UserRole, work)
            self.works.addItem(item)
        self._set_type()
        self.works.setCurrentRow(0)
        self.resize(SIZE)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("look", "head")
        line = QHBoxLayout()
        line.addWidget(self._versions, 1)
        line.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignBottom)
        top = QVBoxLayout(head)
        top.setContentsMargins(20, 16, 16, 14)
        top.setSpacing(5)
        for each in (self._name, self._about):
            top.addWidget(each)
        top.addLayout(line)
        side = QFrame()
        side.setProperty("look", "side")
        left = QVBoxLayout(side)
        left.setContentsMargins(8, 8, 4, 8)
        left.addWidget(self.works)
        self.works.setProperty("look", "contents")
        right = QVBoxLayout()
        right.setContentsMargins(20, 16, 8, 8)
        right.setSpacing(4)
        for each in (self.title, self.told):
            right.addWidget(each)
        right.addSpacing(6)
        right.addWidget(self.text, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(side, 3)
        body.addLayout(right, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(body, 1)

    def _set_type(self) -> None:
        scale = look().scale
        self._name.setFont(sans(15 * scale, bold=True))
        self.title.setFont(sans(11 * scale, bold=True))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(8.5 * scale)
        self.text.setFont(fixed)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where one can walk through the works."""
        super().showEvent(event)
        self.works.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        work: licences.Work = item.data(Qt.ItemDataRole.UserRole)
        self.title.setText(work.name)
        told = self.tr("{licence} · {authors} · {use}")
        lines = [told.format(licence=work.licence, authors=work.authors, use=work.use), work.note]
        self.told.setText("\n".join(line for line in lines if line))
        self.text.setPlainText(licences.text(work) or self.tr("The text of this licence came with no package here."))

    @Slot()
    def _on_copy(self) -> None:
        QApplication.clipboard().setText(versions())
        self.copy.setText(self.tr("Copied"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "text"):
            self._set_type()
