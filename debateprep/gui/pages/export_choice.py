"""What is chosen in the Print / Export dialog, and where it is remembered for each topic."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from threading import Lock
from typing import Any, TypeVar

from PySide6.QtCore import QLocale

from debateprep import paths
from debateprep.domain.terms import Side
from debateprep.publishing import PageOptions, Paper
from debateprep.safe_files import FileError, read_bounded, write_whole
from debateprep.services.export import Layout

E = TypeVar("E", bound=StrEnum)

TYPE_SIZES = (9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 16.0, 18.0)
SHEETS = (4, 8)
_FILE = "export.json"
_REMEMBERED = 200
_LARGEST_FILE = 1024 * 1024
# What is kept is read, changed and written as one; two jobs may want to at once.
_keeping = Lock()


@dataclass(frozen=True, slots=True)
class Choice:
    """One state of the options; `side` None means both sides, where a layout has them."""

    layout: Layout = Layout.BRIEF
    side: Side | None = Side.PRO
    paper: Paper = Paper.LETTER
    cards: int = 4
    type_size: float = 11.0
    contents: bool = True
    answers: bool = True
    works_cited: bool = True
    ink_saver: bool = False
    dated: bool = False
    name: str = ""
    school: str = ""

    @property
    def printed_side(self) -> Side | None:
        """Return the side as the layout takes it: a brief has one, a clash sheet none."""
        if self.layout is Layout.BRIEF:
            return self.side or Side.PRO
        return self.side if self.layout is Layout.CARDS else None

    def options(self) -> PageOptions:
        """Return the options that pages are made by."""
        return PageOptions(
            paper=self.paper,
            cards_per_sheet=self.cards,
            type_size=self.type_size,
            ink_saver=self.ink_saver,
            contents=self.contents,
            answers=self.answers,
            works_cited=self.works_cited,
            header_name=self.name.strip(),
            school=self.school.strip(),
            printed_on=_today() if self.dated else None,
        )


def first_choice(settings: Mapping[str, Any]) -> Choice:
    """Return what is chosen before the user chose: name, school and paper from the preferences, else the locale's."""
    imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    paper = Paper.LETTER if imperial else Paper.A4
    return _told(Choice(paper=paper), settings)


def recall(key: str, start: Choice) -> Choice:
    """Return what was chosen last for a topic, `start` where nothing readable is remembered."""
    topics = _read().get("topics")
    found = topics.get(key) if isinstance(topics, dict) else None
    return _told(start, found) if isinstance(found, dict) else start


def remember(key: str, choice: Choice, start: Choice) -> None:
    """Keep what was chosen for a topic; the topics printed longest ago are forgotten.

    A name or school that is as in `start` is left out, so that it follows the preferences.
    """
    with _keeping:
        data = _read()
        old = data.get("topics")
        topics = {name: each for name, each in old.items() if name != key} if isinstance(old, dict) else {}
        told = asdict(choice) | {"side": choice.side.value if choice.side else "both"}
        followed = [word for word in ("name", "school") if getattr(choice, word) == getattr(start, word)]
        topics[key] = {word: value for word, value in told.items() if word not in followed}
        kept = dict(list(topics.items())[-_REMEMBERED:])
        _write(data | {"topics": kept})


def folder() -> str:
    """Return the folder that the last file was saved in, or ""."""
    found = _read().get("folder")
    return found if isinstance(found, str) else ""


def remember_folder(name: str) -> None:
    """Keep the folder that a file was saved in."""
    with _keeping:
        _write(_read() | {"folder": name})


def _told(choice: Choice, data: Mapping[str, Any]) -> Choice:
    """Return the choice with every readable value of `data`; what is damaged or foreign is passed over."""
    side = {"both": None, "pro": Side.PRO, "con": Side.CON}.get(str(data.get("side")), choice.side)
    cards, size = data.get("cards"), data.get("type_size")
    flags = ("contents", "answers", "works_cited", "ink_saver", "dated")
    return replace(
        choice,
        layout=_one_of(Layout, data.get("layout"), choice.layout),
        side=side,
        paper=_one_of(Paper, data.get("paper"), choice.paper),
        cards=cards if cards in SHEETS else choice.cards,
        type_size=float(size) if size in TYPE_SIZES else choice.type_size,
        **{flag: data[flag] for flag in flags if isinstance(data.get(flag), bool)},
        **{word: data[word][:200] for word in ("name", "school") if isinstance(data.get(word), str)},
    )


def _one_of(kind: type[E], value: object, otherwise: E) -> E:
    with suppress(ValueError):
        return kind(str(value))
    return otherwise


def _today() -> date:
    return datetime.now().astimezone().date()


def _read() -> dict[str, Any]:
    try:
        data = json.loads(read_bounded(paths.state() / _FILE, _LARGEST_FILE))
    except (FileError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _write(data: dict[str, Any]) -> None:
    # What is remembered is a comfort: where it cannot be written, nothing is lost and nobody is told.
    with suppress(FileError, OSError):
        place = paths.state() / _FILE
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
