"""Export map: which file, how much of the map, and how it comes onto paper; told in words before it is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from debateprep.domain.argument_map import ArgumentMap
from debateprep.errors import DebatePrepError
from debateprep.gui.background import Job
from debateprep.gui.dialogs.form import FormDialog
from debateprep.gui.forms.map_export import Ui_MapExportDialog
from debateprep.gui.later import later
from debateprep.gui.map_paint import export_png
from debateprep.gui.pages.export import choice as export_choice
from debateprep.gui.widgets.files import ask_where
from debateprep.gui.workspace import Workspace
from debateprep.progress import Progress
from debateprep.publishing import Paper, PublishingError
from debateprep.publishing.map_drawing import MapDrawing
from debateprep.publishing.map_layout import hidden_below
from debateprep.publishing.map_pdf import Fit, Plan, plan
from debateprep.safe_files import write_whole

if TYPE_CHECKING:
    from debateprep.services import maps
else:
    maps = later("debateprep.services.maps")

PNG = "png"
SMALL_TYPE = 6.0
"""Claims smaller than this on paper, in points, are hard to read."""
LINES = 3
Drawings = dict[tuple[str, bool], MapDrawing]
"""Drawings by the part they show, and whether they leave letters to other fonts."""


class WrongName(DebatePrepError):
    """Say that a file's name ends otherwise than its format."""


class MapExportDialog(FormDialog):
    """Asks how a map is to be exported, and writes it.

    `shown` is the part of the map in view and `folded` what is folded in it.
    """

    def __init__(
        self, workspace: Workspace, whole: ArgumentMap, shown: ArgumentMap, folded: frozenset[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_MapExportDialog()
        self.ui.setupUi(self)
        self._workspace = workspace
        self._topic = whole.topic
        self._drawings: Drawings = {}
        self._folder = ""
        self._progress: Progress | None = None
        self._save = self.ui.buttons.button(QDialogButtonBox.StandardButton.Save)
        self._save.setText(self.tr("Save…"))
        self._save.setEnabled(False)
        self._save.clicked.connect(self._on_save)
        self._fill()
        self.ui.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        for box in (self.ui.format, self.ui.part, self.ui.fit, self.ui.paper, self.ui.scale):
            box.currentIndexChanged.connect(self._show)
        self._show()
        self.follow_theme()
        job = workspace.background.read(self, partial(_draw, whole, shown, folded))
        self._follow(job)
        job.done.connect(self._on_drawn)

    def _fill(self) -> None:
        form = self.ui
        for name, key in (
            (self.tr("PDF, to print"), "pdf"),
            (self.tr("SVG, to edit as a drawing"), "svg"),
            (self.tr("PNG, a picture"), PNG),
        ):
            form.format.addItem(name, key)
        form.part.addItem(self.tr("The whole map"), "whole")
        form.part.addItem(self.tr("What is in view, folded as it is"), "shown")
        form.fit.addItem(self.tr("All of it on one page"), Fit.PAGE.value)
        form.fit.addItem(self.tr("At its own size, on pages to glue together"), Fit.TILES.value)
        form.paper.addItem(self.tr("Letter"), Paper.LETTER.value)
        form.paper.addItem(self.tr("A4"), Paper.A4.value)
        for scale in (1, 2, 3, 4):
            form.scale.addItem(self.tr("{} times its own size").format(scale), scale)
        form.scale.setCurrentIndex(1)

    # What will come of it

    @Slot(object)
    def _on_drawn(self, found: tuple[Drawings, str]) -> None:
        self._drawings, self._folder = found
        self._show()

    @property
    def kind(self) -> str:
        """Return the file's format: "pdf", "svg" or "png"."""
        return str(self.ui.format.currentData())

    def _drawing(self) -> MapDrawing | None:
        return self._drawings.get((str(self.ui.part.currentData()), self.kind != "pdf"))

    @Slot()
    def _show(self) -> None:
        form, kind = self.ui, self.kind
        form.form.setRowVisible(form.fit, kind == "pdf")
        form.form.setRowVisible(form.paper, kind == "pdf")
        form.form.setRowVisible(form.scale, kind == PNG)
        self._tell("")
        drawing = self._drawing()
        self._save.setEnabled(drawing is not None and self._progress is None)
        if drawing is not None:
            self._tell(self._told(drawing))

    def _told(self, drawing: MapDrawing) -> str:
        form = self.ui
        if self.kind == PNG:
            scale = int(form.scale.currentData())
            wide, high = round(drawing.width * scale), round(drawing.height * scale)
            return self.tr("{} × {} pixels.").format(f"{wide:,}", f"{high:,}")
        if self.kind == "svg":
            return self.tr("One drawing that can be made any size; its text stays text.")
        try:
            found = plan(drawing, Paper(form.paper.currentData()), Fit(form.fit.currentData()))
        except PublishingError as error:
            self._save.setEnabled(False)
            return str(error)
        return " ".join(part for part in (self._pages(found), self._lacking(drawing)) if part)

    def _lacking(self, drawing: MapDrawing) -> str:
        names = ", ".join(f"U+{ord(letter):04X}" for letter in drawing.missing[:8])
        return self.tr("No font has these, so they are printed by number: {}.").format(names) if names else ""

    def _pages(self, found: Plan) -> str:
        size = f"{found.type_size:.1f}"
        if found.pages > 1:
            words = self.tr("{pages} pages, {rows} × {columns}, with marks to glue them by; claims of {size} points.")
            return words.format(pages=found.pages, rows=found.rows, columns=found.columns, size=size)
        if found.type_size < SMALL_TYPE:
            words = self.tr("1 page, with claims of {} points: small. Pages to glue together keep them large.")
            return words.format(size)
        return self.tr("1 page, with claims of {} points.").format(size)

    @Slot(str)
    def _tell(self, words: str) -> None:
        told = self.ui.told
        # Room for what is said of any choice, so that nothing jumps between them.
        told.setMinimumHeight(LINES * told.fontMetrics().lineSpacing() + 4)
        told.setText(words)

    # Saving

    @Slot()
    def _on_save(self) -> None:
        kind = self.kind
        kinds, name = [self.tr("{} files").format(kind.upper()) + f" (*.{kind})"], maps.file_name(self._topic, kind)
        ask_where(self, self.tr("Save map"), name, kinds, kind, self.save_to, self._folder)

    def save_to(self, path: Path) -> None:
        """Write the file that was named."""
        drawing = self._drawing()
        if drawing is None or self._progress is not None:
            return
        kind = self.kind
        self._progress = progress = Progress()
        self._show()
        self._tell(self.tr("Saving…"))
        if kind == PNG:
            scale = int(self.ui.scale.currentData())
            job = self._workspace.background.read(self, partial(_write_png, path, drawing, scale))
        else:
            paper, fit = Paper(self.ui.paper.currentData()), Fit(self.ui.fit.currentData())
            job = self._workspace.background.read(self, partial(_write, path, kind, drawing, paper, fit, progress))
        job.ended.connect(self._on_ended)
        self._follow(job)
        job.done.connect(self._on_saved)

    def _follow(self, job: Job) -> None:
        job.failed.connect(self._tell)
        job.broke.connect(self._workspace.broke)

    @Slot()
    def _on_ended(self) -> None:
        # Its words stay: what went wrong, or nothing when the dialog goes.
        self._progress = None
        self._save.setEnabled(True)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        keep = partial(export_choice.remember_folder, str(path.parent.absolute()))
        self._workspace.background.read(self._workspace, keep)
        self._workspace.notice.emit(self.tr("Saved “{}”.").format(path.name))
        self.accept()

    def reject(self) -> None:
        """Close; while a file is written, stop that first."""
        if self._progress is not None:
            self._progress.cancel()
        else:
            super().reject()


def _draw(whole: ArgumentMap, shown: ArgumentMap, folded: frozenset[str]) -> tuple[Drawings, str]:
    parts = {"whole": (whole, {}), "shown": (shown.folded(folded), hidden_below(shown, folded))}
    drawings: Drawings = {}
    for name, (part, hidden) in parts.items():
        strict = drawings[name, False] = maps.drawing(part, hidden)
        drawings[name, True] = maps.drawing(part, hidden, any_letter=True) if strict.missing else strict
    remembered = export_choice.folder()
    return drawings, remembered if remembered and Path(remembered).is_dir() else ""


def _write(path: Path, kind: str, drawing: MapDrawing, paper: Paper, fit: Fit, progress: Progress) -> Path:
    _check(path, kind)
    maps.write(path, drawing, maps.MapOptions(paper, fit), progress)
    return path


def _write_png(path: Path, drawing: MapDrawing, scale: int) -> Path:
    _check(path, PNG)
    write_whole(path, export_png(drawing, scale))
    return path


def _check(path: Path, kind: str) -> None:
    if path.suffix.lower() != f".{kind}":
        raise WrongName(f"This file is a {kind.upper()}; end its name in .{kind}.")
