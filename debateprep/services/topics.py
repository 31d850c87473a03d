"""Topics: the resolutions that briefs are built for."""

from dataclasses import replace
from datetime import date

from debateprep.domain.changes import Changes
from debateprep.domain.model import Brief, Topic
from debateprep.domain.terms import Side
from debateprep.services import trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.library import Library


def listed(library: Library, *, archived: bool | None = None) -> list[Topic]:
    """Return every topic, oldest first, or only those that are archived (or are not)."""
    with library.read() as reader:
        return [each for each in reader.all(Topic) if archived in (None, each.archived)]


def find(reader: Reader, wanted: str = "") -> Topic:
    """Return a topic by its number or by words of its name; with no words, the newest that is not archived.

    Raise ServiceError when none or several fit.
    """
    topics = reader.all(Topic)
    if not topics:
        raise ServiceError('There is no topic yet; make one with `debateprep topics add "Resolved: …"`.')
    if not wanted:
        return ([each for each in topics if not each.archived] or topics)[-1]
    if wanted.lstrip("t").isdigit():
        return reader.get(Topic, int(wanted.lstrip("t")))
    words = wanted.casefold()
    fitting = [topic for topic in topics if words in f"{topic.name} {topic.resolution} {topic.sample}".casefold()]
    if len(fitting) != 1:
        what = "No topic is" if not fitting else "Several topics are"
        raise ServiceError(f"{what} called “{wanted}”; give its number from `debateprep topics`.")
    return fitting[0]


def make(edit: Edit, topic: Topic) -> Topic:
    """Store a topic with its two main briefs within an edit."""
    if not topic.resolution.strip():
        raise ServiceError("A topic needs its resolution: “Resolved: …”.")
    made = edit.add(topic)
    for side in (Side.PRO, Side.CON):
        edit.add(Brief(topic_id=made.id, side=side, title=f"{side.label} brief"))
    return made


def add(library: Library, topic: Topic) -> Changes:
    """Make a topic with an empty main brief for each side."""
    with library.edit("New topic") as edit:
        make(edit, topic)
    return edit.changes


def archive(library: Library, number: int, *, archived: bool = True) -> Changes:
    """Put a topic out of the way, whole, or take it back."""
    with library.edit("Archive topic" if archived else "Take topic back") as edit:
        edit.put(replace(edit.get(Topic, number), archived=archived))
    return edit.changes


def set_evidence_since(library: Library, number: int, year: int) -> Changes:
    """Say from which year on evidence counts as fresh for a topic; 0 for no such year."""
    _check_year(year)
    with library.edit("Set evidence year") as edit:
        edit.put(replace(edit.get(Topic, number), evidence_since=year))
    return edit.changes


def _check_year(year: int) -> None:
    if not 0 <= year <= date.max.year:
        raise ServiceError("Give a year in four figures, or 0 for none.")


def put(library: Library, topic: Topic) -> Changes:
    """Keep a topic's words and its evidence year as they are given, in one step."""
    _check_year(topic.evidence_since)
    if not topic.resolution.strip():
        raise ServiceError("A topic needs its resolution: “Resolved: …”.")
    with library.edit("Edit topic") as edit:
        old = edit.get(Topic, topic.id)
        edit.put(replace(topic, uid=old.uid, sample=old.sample, archived=old.archived, notes=old.notes))
    return edit.changes


def change(library: Library, number: int, *, merge: str = "", **fields: str) -> Changes:
    """Change a topic's resolution, name, format, stances or notes; edits with the same `merge` key are one step."""
    if not fields.get("resolution", "-").strip():
        raise ServiceError("A topic needs its resolution: “Resolved: …”.")
    with library.edit("Edit topic", merge=merge) as edit:
        edit.put(replace(edit.get(Topic, number), **fields))  # type: ignore[arg-type]
    return edit.changes


def remove(library: Library, number: int) -> Changes:
    """Move a topic to the trash with its briefs, arguments and kept positions; sources and cards stay."""
    return trash.put(library, Topic, number)


def main_brief(reader: Reader, topic_id: int, side: Side) -> Brief:
    """Return a side's main brief, which gives the numbers; raise ServiceError when it was thrown away."""
    brief = reader.first(Brief, topic_id=topic_id, side=side.value, main=1)
    if brief is None:
        raise ServiceError(f"The {side.label} brief of this topic is in the trash; restore it first.")
    return brief
