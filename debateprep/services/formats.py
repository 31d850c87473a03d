"""Debate formats: those that ship, and the user's own in their place or beside them."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from itertools import count

from debateprep import assets
from debateprep.domain import formats
from debateprep.domain.changes import Changes
from debateprep.domain.formats import Format, FormatError
from debateprep.domain.model import OwnFormat, Topic
from debateprep.services import trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.library import Library

_FORMER = {"parliamentary": "british-parliamentary"}
"""Keys that topics of earlier versions have, and the formats that they mean now."""


@cache
def shipped() -> dict[str, Format]:
    """Return the formats that ship, by key, in the order of their names."""
    files = assets.path("formats").glob("*.toml")
    found = [read(file.read_text(encoding="utf-8"), file.stem) for file in files]
    return {made.key: made for made in sorted(found, key=lambda each: each.name)}


def read(text: str, key: str = "") -> Format:
    """Return the format that TOML describes; raise FormatError saying what is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"This is not TOML: {error}.") from error
    return formats.parse(data, key)


def listed(reader: Reader) -> list[Format]:
    """Return every format as this library has it, by name."""
    return sorted((shipped() | _own(reader)).values(), key=lambda each: (each.name.casefold(), each.key))


def _own(reader: Reader) -> dict[str, Format]:
    found = {}
    for own in reader.all(OwnFormat):
        try:
            found[own.key] = read(own.text, own.key)
        except FormatError:
            # Written by a version that knew more: the shipped one stands in until it is understood again.
            continue
    return found


def of(reader: Reader, key: str) -> Format:
    """Return a format by its key; one that nobody knows has the plain words and no speeches."""
    known = shipped() | _own(reader)
    return (
        known.get(key)
        or known.get(_FORMER.get(key, ""))
        or Format(key, key.replace("-", " ").capitalize() or "No format")
    )


def of_topic(reader: Reader, topic_id: int) -> Format:
    """Return the format of a topic."""
    return of(reader, reader.get(Topic, topic_id).format)


def find(reader: Reader, wanted: str) -> Format:
    """Return a format by its key or words of its name; raise ServiceError when none or several fit."""
    known = listed(reader)
    folded = wanted.casefold()
    fitting = [each for each in known if each.key == folded] or [
        each for each in known if folded in each.name.casefold()
    ]
    if len(fitting) != 1:
        what = "No format is" if not fitting else "Several formats are"
        raise ServiceError(f"{what} called “{wanted}”; there are {', '.join(each.key for each in known)}.")
    return fitting[0]


def is_own(reader: Reader, key: str) -> bool:
    """Tell whether a format is the user's own."""
    return reader.first(OwnFormat, key=key) is not None


def put(library: Library, made: Format) -> Changes:
    """Keep a format in the library: in place of the shipped one with its key, or as a new one."""
    formats.parse(tomllib.loads(formats.dump(made)))
    with library.edit("Change format") as edit:
        old = edit.first(OwnFormat, key=made.key)
        new = OwnFormat(id=old.id if old else 0, uid=old.uid if old else "", key=made.key, text=formats.dump(made))
        if old is None:
            edit.add(new)
        else:
            edit.put(new)
    return edit.changes


def make(library: Library, name: str) -> Changes:
    """Make a new format with plain words, without speeches yet; its key comes from its name."""
    with library.edit("New format") as edit:
        _add(edit, Format("", _named(edit, name)))
    return edit.changes


def copy(library: Library, key: str, name: str = "") -> Changes:
    """Make a format of one's own that begins as a copy of another."""
    with library.edit("Duplicate format") as edit:
        old = of(edit, key)
        _add(edit, replace(old, name=_named(edit, name or f"{old.name} (copy)")))
    return edit.changes


def _add(edit: Edit, made: Format) -> None:
    gone = [each.id for each in edit.trashed() if each.kind == OwnFormat.__name__.casefold()]
    own = [*edit.all(OwnFormat), *(edit.get(OwnFormat, number, trashed=True) for number in gone)]
    known = {*shipped(), *_FORMER, *(each.key for each in own)}
    base = "-".join(re.findall("[a-z0-9]+", made.name.casefold())) or "format"
    key = next(each for n in count(1) if (each := base if n == 1 else f"{base}-{n}") not in known)
    edit.add(OwnFormat(key=key, text=formats.dump(replace(made, key=key))))


def _named(reader: Reader, name: str) -> str:
    wanted = " ".join(name.split())
    if not wanted:
        raise ServiceError("A format needs a name.")
    if any(each.name.casefold() == wanted.casefold() for each in listed(reader)):
        raise ServiceError(f"There is a format “{wanted}” already; give this one another name.")
    return wanted


def remove(library: Library, key: str) -> Changes:
    """Move a format of the user's own to the trash; topics that have it keep its key, and have plain words meanwhile.

    Raise ServiceError for a format that ships: it can be changed and reset, not thrown away.
    """
    with library.edit("Move format to trash") as edit:
        if key in shipped():
            raise ServiceError("A format that ships stays; change it, or put it back to what ships.")
        own = edit.first(OwnFormat, key=key)
        if own is None:
            raise ServiceError(f"There is no format “{key}” of yours.")
        name, used = of(edit, key).name, len(edit.all(Topic, format=key))
        trash.move(edit, OwnFormat, own.id)
        topics = "1 topic has" if used == 1 else f"{used} topics have"
        after = f" {topics} plain words until another is chosen." if used else ""
        edit.notes.append(f"The format “{name}” is in the trash.{after}")
    return edit.changes


def reset(library: Library, key: str) -> Changes:
    """Take a format of the user's away, so that the shipped one with its key counts again."""
    with library.edit("Reset format") as edit:
        own = edit.first(OwnFormat, key=key)
        if own is None or key not in shipped():
            raise ServiceError(f"The format “{key}” is as it ships; there is nothing to reset.")
        trash.move(edit, OwnFormat, own.id)
    return edit.changes
