"""What the Print / Export dialog has done for it off the GUI thread: previews, pictures of layouts, files, prints."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from debateprep import settings
from debateprep.domain.citation_styles import CiteChoice, CiteStyle
from debateprep.domain.model import Brief
from debateprep.domain.pages import BriefPages
from debateprep.domain.terms import Side
from debateprep.gui.background import Job, courier
from debateprep.gui.page_images import PdfPages
from debateprep.gui.pages.export.choice import Choice
from debateprep.gui.pages.export.shelf import TEXT_FORMATS, Drawn, Ware, choices_of
from debateprep.gui.workspace import Workspace
from debateprep.progress import Progress
from debateprep.publishing import PageOptions
from debateprep.services import briefs, citations, export, maps
from debateprep.services.export import Exported, Layout, Pages, Preview
from debateprep.services.maps import MapOptions

PICTURE_WIDTH = 300
"""The width of a layout's picture in pixels: enough for a tile on a fine screen."""
_SHAPE = 0.8
_KEPT = 90
"""How many pictures are kept, the newest; each takes about 280 kB."""

Said = dict[tuple[Layout, Side | None, int, CiteStyle | None], Pages]
_Key = tuple[Ware, Side | None, int, CiteStyle | None, PageOptions]
Sections = tuple[tuple[str, str], ...]
Files = dict[Side, tuple[Brief, ...]]


@dataclass(frozen=True, slots=True)
class Made:
    """A preview, the briefs of each side, and the sections of the brief as (how the options name it, its title)."""

    preview: Preview
    files: Files
    sections: Sections = ()


@dataclass(slots=True)
class _Task:
    """Work under way: how to stop it."""

    job: Job
    progress: Progress


class ExportWork(QObject):
    """Makes previews, the newest wish only, and writes or prints one thing at a time.

    Every failure comes as one sentence. `started` and `ended` tell when any work does, `stepped` how far it is.
    `begun` carries the bytes of a PDF file with the first page, `drawn` those of the whole, as soon as they are there;
    `previewed` carries a Made. `pictured` carries a layout and the QImage of the top of its first page.
    What the topic says is read once for each layout and side, until `forget`.
    """

    begun = Signal(object)
    drawn = Signal(object)
    previewed = Signal(object)
    preview_failed = Signal(str)
    saved = Signal(object)
    printed = Signal(int)
    failed = Signal(str)
    started = Signal()
    ended = Signal()
    stepped = Signal(int, int, str)
    pictured = Signal(object, object)

    def __init__(self, workspace: Workspace, topic_id: int, words_a_minute: int, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._topic = topic_id
        self._rate = words_a_minute
        self._said: Said = {}
        self._files: list[Files] = []
        self._preview: _Task | None = None
        self._task: _Task | None = None
        self._next: tuple[Choice, bool] | None = None
        self._pictures: dict[_Key, QImage] = {}
        self._wanted: list[Choice] = []
        self._picture: _Task | None = None
        self._courier = courier()

    def forget(self) -> None:
        """Read the topic again for the next preview, as it was edited."""
        self._said, self._files = {}, []
        self._pictures = {}

    def preview(self, choice: Choice, *, hurry: bool = False) -> None:
        """Make the pages of a choice; what was wanted before is given up. With `hurry` the first page comes first."""
        self.stop_pictures()
        self._next = choice, hurry
        if self._preview is None:
            self._begin_preview()
        else:
            self._preview.job.forget()
            self._preview.progress.cancel()

    def picture(self, choices: Iterable[Choice]) -> None:
        """Make a picture for each choice's layout, one after another, once nothing else is under way."""
        self._wanted = list(choices)
        self._next_picture()

    def stop_pictures(self) -> None:
        """Make no more pictures."""
        self._wanted = []
        if self._picture is not None:
            self._picture.job.forget()
            self._picture.progress.cancel()

    def save(self, choice: Choice, path: Path) -> None:
        """Write the file of a choice, whole or not at all; `saved` carries an Exported."""
        progress = self._progress()
        self._begin(partial(self._write, choice, path, progress), progress, self._on_saved)

    def save_class_set(self, choice: Choice, folder: Path) -> None:
        """Write all that a class needs into a folder; `saved` carries the list of Exported."""
        progress = self._progress()
        options = choice.options()
        work = partial(
            export.class_set, self._workspace.library, self._topic, folder, options=options, progress=progress
        )
        self._begin(work, progress, self._on_saved)

    def print_out(self, work: Callable[[Progress], int]) -> None:
        """Run a print; `printed` carries the number of pages."""
        progress = self._progress()
        self._begin(partial(work, progress), progress, self._on_printed)

    def is_working(self) -> bool:
        """Tell whether anything that the user waits for is under way."""
        return self._task is not None or self._preview is not None

    def is_picturing(self) -> bool:
        """Tell whether pictures of layouts are made."""
        return self._picture is not None

    def is_busy(self) -> bool:
        """Tell whether a file is being written or pages are printed."""
        return self._task is not None

    def cancel(self) -> None:
        """Stop what is under way."""
        self.stop_pictures()
        for task in (self._task, self._preview):
            if task is not None:
                task.progress.cancel()
        self._next = None

    def close(self) -> None:
        """Stop, and tell nothing any more."""
        for task in (self._task, self._preview, self._picture):
            if task is not None:
                task.job.forget()
        self.cancel()

    def _progress(self) -> Progress:
        return Progress(self._step)

    def _step(self, done: int, total: int, what: str) -> None:
        # Called in the working thread.
        self._courier.send(self, self._pass_on, done, total, what)

    def _pass_on(self, done: int, total: int, what: str) -> None:
        self.stepped.emit(done, total, what)

    # Previews

    def _begin_preview(self) -> None:
        wanted, self._next = self._next, None
        if wanted is None:
            return
        progress = self._progress()
        job = self._workspace.background.read(self, partial(self._make, *wanted, progress))
        job.done.connect(self.previewed)
        job.failed.connect(self.preview_failed)
        job.broke.connect(self._workspace.broke)
        job.ended.connect(self._on_preview_ended)
        self._preview = _Task(job, progress)
        self.started.emit()

    def _on_preview_ended(self) -> None:
        self._preview = None
        if self._next is not None:
            self._begin_preview()
        else:
            self.ended.emit()
            self._next_picture()

    def _pass_begun(self, progress: Progress, data: bytes) -> None:
        if self._is_wanted(progress):
            self.begun.emit(data)

    def _pass_drawn(self, progress: Progress, data: bytes) -> None:
        if self._is_wanted(progress):
            self.drawn.emit(data)

    def _is_wanted(self, progress: Progress) -> bool:
        return self._preview is not None and self._preview.progress is progress and self._next is None

    def _make(self, choice: Choice, hurry: bool, progress: Progress) -> Made:
        options, side = choice.options(), choice.printed_side
        if isinstance(choice.layout, Drawn):
            drawn = _map_options(choice)
            found = maps.preview(self._workspace.library, self._topic, side=side, options=drawn, progress=progress)
            return Made(found, self._briefs())
        pages = self._pages(choice)
        progress.step(0, 1, "Making pages")
        # Contents would come before what is the first page without them.
        if hurry and not (options.contents and "contents" in choices_of(choice.layout)):
            first = export.thumbnail(pages, choice.layout, side, options)
            self._courier.send(self, self._pass_begun, progress, first)
        whole = partial(self._courier.send, self, self._pass_drawn, progress)
        found = export.preview(pages, options, progress, layout=choice.layout, side=side, drawn=whole)
        return Made(found, self._briefs(), _sections(pages))

    def _briefs(self) -> Files:
        kept = self._files
        if not kept:
            with self._workspace.library.read() as reader:
                kept.append(briefs.files(reader, self._topic))
        return kept[0]

    def _pages(self, choice: Choice) -> Pages:
        assert isinstance(choice.layout, Layout)
        said, key = self._said, (choice.layout, choice.printed_side, choice.brief, choice.cite_style)
        if key not in said:
            mine = settings.load()
            said[key] = export.resolve(
                self._workspace.library,
                self._topic,
                choice.layout,
                choice.printed_side,
                words_a_minute=self._rate,
                cites=CiteChoice(choice.cite_style, citations.debate_cite(mine)) if choice.cite_style else None,
                answer_prefix=mine.answer_prefix,
                brief=choice.brief,
            )
        return said[key]

    # Pictures

    def _next_picture(self) -> None:
        if self._picture is not None or self.is_working():
            return
        while self._wanted:
            choice = self._wanted.pop(0)
            key = choice.layout, choice.printed_side, choice.brief, choice.cite_style, choice.options()
            if key not in self._pictures:
                self._begin_picture(choice, key)
                return
            self.pictured.emit(choice.layout, self._pictures[key])

    def _begin_picture(self, choice: Choice, key: _Key) -> None:
        progress, pictures = Progress(), self._pictures
        job = self._workspace.background.read(self, partial(self._paint, choice, progress))

        def done(picture: object) -> None:
            assert isinstance(picture, QImage)
            pictures[key] = picture
            while len(pictures) > _KEPT:
                del pictures[next(iter(pictures))]
            self.pictured.emit(choice.layout, picture)

        job.done.connect(done)
        # A layout that has nothing to print yet has no picture; choosing it tells why.
        job.failed.connect(lambda _sentence: self.pictured.emit(choice.layout, QImage()))
        job.broke.connect(self._workspace.broke)
        job.ended.connect(self._on_picture_ended)
        self._picture = _Task(job, progress)

    def _on_picture_ended(self) -> None:
        self._picture = None
        self._next_picture()

    def _paint(self, choice: Choice, progress: Progress) -> QImage:
        progress.step(0, 2)
        side = choice.printed_side
        if isinstance(choice.layout, Drawn):
            data = maps.preview(self._workspace.library, self._topic, side=side, progress=progress).data
        else:
            data = export.thumbnail(self._pages(choice), choice.layout, side, choice.options())
        progress.step(1, 2)
        pages = PdfPages(data)
        try:
            scale = PICTURE_WIDTH / pages.sizes[0].width()
            return pages.image(0, scale, 0, round(PICTURE_WIDTH * _SHAPE))
        finally:
            pages.close()

    # Files

    def _write(self, choice: Choice, path: Path, progress: Progress) -> Exported:
        library, side = self._workspace.library, choice.printed_side
        if isinstance(choice.layout, Drawn):
            drawn = _map_options(choice)
            return maps.to_file(library, self._topic, path, side=side, options=drawn, progress=progress)
        mine = settings.load()
        return export.to_file(
            library,
            self._topic,
            choice.layout,
            path,
            side=side,
            options=choice.options(),
            progress=progress,
            words_a_minute=self._rate,
            cites=CiteChoice(choice.cite_style, citations.debate_cite(mine)) if choice.cite_style else None,
            answer_prefix=mine.answer_prefix,
            to=TEXT_FORMATS.get(choice.saved_as),
            brief=choice.brief,
        )

    def _begin(self, work: Callable[[], object], progress: Progress, done: Callable[[object], None]) -> None:
        self.stop_pictures()
        job = self._workspace.background.read(self, work)
        job.done.connect(done)
        job.failed.connect(self.failed)
        job.broke.connect(self._workspace.broke)
        job.ended.connect(self._on_ended)
        self._task = _Task(job, progress)
        self.started.emit()

    def _on_saved(self, done: object) -> None:
        self.saved.emit(done)

    def _on_printed(self, pages: object) -> None:
        assert isinstance(pages, int)
        self.printed.emit(pages)

    def _on_ended(self) -> None:
        self._task = None
        self.ended.emit()


def _map_options(choice: Choice) -> MapOptions:
    options = choice.options()
    return MapOptions(options.paper, choice.fit, options.printed_on)


def _sections(pages: Pages) -> Sections:
    if not isinstance(pages, BriefPages):
        return ()
    found: list[tuple[str, str]] = []
    for section in (*pages.case, *pages.answers, *pages.notes):
        name = section.number or section.title
        if name and name not in [each for each, _ in found]:
            found.append((name, " ".join(part for part in (section.number, section.title) if part)))
    return tuple(found)
