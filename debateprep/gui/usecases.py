"""What the shell asks of the services, off the GUI thread only: they are imported when first called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from debateprep.domain.changes import Changes, Hit
from debateprep.domain.model import Answer, Argument, Card, Item, Position, Source, Topic
from debateprep.domain.terms import ItemKind, PositionStatus
from debateprep.gui.later import later
from debateprep.gui.words import term
from debateprep.progress import Progress

if TYPE_CHECKING:
    from debateprep.services import formats, imports, reviews, samples, sources, topic_copies, topics
    from debateprep.services.reviews import Review
    from debateprep.storage import library as libraries
    from debateprep.storage.edit import Reader
    from debateprep.storage.library import Library
else:
    formats, imports, reviews, samples, sources, topic_copies, topics = (
        later(f"debateprep.services.{name}")
        for name in ("formats", "imports", "reviews", "samples", "sources", "topic_copies", "topics")
    )
    libraries = later("debateprep.storage.library")

FOUND = 100
FOUND_A_KIND = 5


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """A debate format as it is chosen: its key, its name, and its templates by key and name."""

    key: str
    name: str
    templates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """What the bars show: every topic and format, the next steps of undo and redo, and counts of the topic in view."""

    topics: tuple[Topic, ...]
    undo: str
    redo: str
    sources: int = 0
    positions: int = 0
    cards: int = 0
    arguments: int = 0
    answers: int = 0
    formats: tuple[FormatChoice, ...] = ()

    @property
    def shown(self) -> tuple[Topic, ...]:
        """Return the topics that are not put out of the way."""
        return tuple(topic for topic in self.topics if not topic.archived)

    def format_words(self, key: str) -> str:
        """Return the name of a format; one that nobody knows by its key."""
        known = next((each.name for each in self.formats if each.key == key), "")
        return term(known or key.replace("-", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing is shown: its topic (0: any), and the source and offset, the argument, the card, or none."""

    topic_id: int = 0
    source_id: int = 0
    offset: int = -1
    argument_id: int = 0
    card_id: int = 0


@dataclass(frozen=True, slots=True)
class Added:
    """A topic that was made, and what making it changed."""

    topic_id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file: a sentence for a notice, and the source it became, or its review before it is added."""

    sentence: str
    source_id: int = 0
    changes: Changes | None = None
    review: Review | None = None

    @property
    def failed(self) -> bool:
        """Tell whether the file could not be brought in."""
        return not self.source_id and self.review is None


class UseCases:
    """The services as the shell uses them."""

    def open(self, path: Path) -> tuple[Library, bool]:
        """Open a library, and tell whether it is new; a new one begins with both samples, which undo leaves alone."""
        fresh = not path.expanduser().exists()
        library = libraries.Library(path)
        if fresh:
            try:
                every = samples.keys()
                for key in every:
                    samples.add(library, key)
                library.begin_history()
            except BaseException:
                library.close()
                raise
        return library, fresh

    def overview(self, library: Library, topic_id: int) -> Overview:
        """Return what the bars show."""
        undo, redo = library.next_steps()
        with library.read() as reader:
            every = tuple(reader.all(Topic))
            known = tuple(
                FormatChoice(each.key, each.name, tuple((own.key, own.name) for own in each.templates))
                for each in formats.listed(reader)
            )
            if not any(topic.id == topic_id for topic in every):
                return Overview(every, undo, redo, formats=known)
            kept = reader.all(Position, topic_id=topic_id, status=PositionStatus.KEPT.value)
            cards = reader.all(Card, topic_id=topic_id)
            arguments = {argument.id for argument in reader.all(Argument, topic_id=topic_id)}
            answers = [each for each in reader.all(Answer) if {each.answering_id, each.target_id} <= arguments]
            used = {each.source_id for each in kept} | {card.source_id for card in cards if card.source_id}
            counts = (len(used), len(kept), len(cards), len(arguments), len(answers))
            return Overview(every, undo, redo, *counts, known)

    def undo(self, library: Library) -> Changes:
        """Take back the last step."""
        return library.undo()

    def redo(self, library: Library) -> Changes:
        """Do the last undone step again."""
        return library.redo()

    def back_up(self, library: Library) -> Path:
        """Make a verified backup now, and return where it is."""
        return library.back_up().path

    def add_sample(self, library: Library, key: str) -> Added:
        """Return a sample's topic, added when it is not there."""
        changes = samples.add(library, key)
        with library.read() as reader:
            topic = reader.first(Topic, sample=key)
        return Added(topic.id if topic else 0, changes)

    def new_topic(self, library: Library, topic: Topic, template: str = "") -> Added:
        """Make a topic, with a template of its format."""
        changes = topic_copies.add(library, topic, template)
        return Added(changes.new(Topic), changes)

    def change_topic(self, library: Library, topic: Topic) -> Changes:
        """Keep a topic's words as they are now; the rest of it stays."""
        return topics.put(library, topic)

    def remove_topic(self, library: Library, topic_id: int) -> Changes:
        """Move a topic to the trash; sources and cards stay."""
        return topics.remove(library, topic_id)

    def search(self, library: Library, words: str, topic_id: int) -> list[Hit]:
        """Return what begins like the words, of the topic in view first."""
        kinds = ("position", "card", "argument", "section", "source", "topic", "item")
        with library.read() as reader:
            hits = reader.search(words, kinds, topic_id=None, limit=FOUND, prefix=True)
        hits.sort(key=lambda hit: hit.topic_id not in (None, topic_id))
        taken: Counter[str] = Counter()
        shown = []
        for hit in hits:
            taken[hit.kind] += 1
            if taken[hit.kind] <= FOUND_A_KIND:
                shown.append(hit)
        return shown

    def place_of(self, library: Library, kind: str, number: int) -> Place:
        """Return where something that was found is shown; raise NotFound when it went meanwhile."""
        with library.read() as reader:
            return _place(reader, kind, number)

    def bring_in(self, library: Library, paths: Sequence[Path], progress: Progress) -> list[Brought]:
        """Bring in files and folders one by one; one that cannot be read stops none of the others."""
        alone = self._alone(library, paths)
        if alone is not None:
            return [alone]
        report = imports.import_many(library, paths, progress)
        fate = imports.Fate
        tried = report.of(fate.ADDED, fate.ATTACHED, fate.KNOWN, fate.REFUSED)
        done = [_brought(each.imported) if each.imported else Brought(each.sentence) for each in tried]
        if report.stopped:
            whole = len(tried) + len(report.of(fate.NOT_READ))
            done.append(Brought(f"Stopped after {len(tried)} of {whole} files."))
        passed = report.of(fate.PASSED_OVER)
        if passed and done:
            many = f"{len(passed)} files are no articles by their names and were passed over."
            done.append(Brought(passed[0].sentence if len(passed) == 1 else many))
        return done

    def _alone(self, library: Library, paths: Sequence[Path]) -> Brought | None:
        """Bring in a single file, or return it to be looked over where the reader is unsure; None for all else."""
        if len(paths) != 1 or not paths[0].is_file():
            return None
        found = reviews.review(library, paths).reviews
        if len(found) != 1:
            return None
        return self._or_review(library, found[0])

    @staticmethod
    def _or_review(library: Library, found: Review) -> Brought:
        if reviews.doubts(found):
            return Brought(found.file_name, review=found)
        return _brought(reviews.add(library, found))

    def review(self, library: Library, paths: Sequence[Path]) -> list[Brought]:
        """Read files to be looked over before they are added."""
        found = reviews.review(library, paths)
        ready = [Brought(each.file_name, review=each) for each in found.reviews]
        return ready + [Brought(each.sentence) for each in found.others if each.fate is not imports.Fate.PASSED_OVER]

    def add(self, library: Library, review: Review) -> Brought:
        """Add an article as it was looked over."""
        return _brought(reviews.add(library, review))

    def name_patterns(self) -> str:
        """Return the names that articles bear, as a file dialog takes them."""
        return imports.name_patterns()

    def paste(self, library: Library, text: str) -> list[Brought]:
        """Bring in pasted text."""
        return [self._or_review(library, reviews.review_text(library, text))]


def _brought(done: sources.Imported) -> Brought:
    if done.known:
        sentence = f"“{done.title}” is in the library already."
    elif done.recognised:
        sentence = done.report[0]
    else:
        many = "paragraph" if done.paragraphs == 1 else "paragraphs"
        sentence = " ".join((f"Imported “{done.title}”: {done.paragraphs} {many}.", *done.report))
    return Brought(sentence, done.source_id, done.changes)


def _place(reader: Reader, kind: str, number: int) -> Place:
    if kind == "source":
        return Place(source_id=reader.get(Source, number).id)
    if kind == "topic":
        return Place(topic_id=number)
    if kind == "position":
        position = reader.get(Position, number)
        return Place(position.topic_id or 0, position.source_id, position.span.start if position.span else -1)
    if kind == "card":
        return Place(reader.get(Card, number).topic_id or 0, card_id=number)
    if kind == "argument":
        return Place(reader.get(Argument, number).topic_id, argument_id=number)
    return _place_in_brief(reader, reader.get(Item, number).section_id if kind == "item" else number)


def _place_in_brief(reader: Reader, section_id: int) -> Place:
    # A section is shown by its first argument; one without any by its topic's briefs.
    items = sorted(reader.all(Item, section_id=section_id), key=lambda item: item.rank)
    for item in items:
        if item.kind is ItemKind.ARGUMENT and item.argument_id:
            return Place(reader.get(Argument, item.argument_id).topic_id, argument_id=item.argument_id)
    return Place()
