"""What is chosen in the Print / Export dialog, and where it is remembered: for each topic, and as presets."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime
from enum import StrEnum
from threading import Lock
from typing import Any, TypeVar

from PySide6.QtCore import QLocale

from debateprep import paths
from debateprep.domain.citation_styles import CiteStyle
from debateprep.domain.terms import Side
from debateprep.gui.pages.export.shelf import Drawn, Ware, choices_of, formats_of, paper_on, sides_of
from debateprep.publishing import PRESETS, Cells, PageOptions, Paper, Preset, PublishingError, Sides
from debateprep.publishing.map_pdf import Fit
from debateprep.safe_files import FileError, read_bounded, write_whole
from debateprep.services.export import Layout

E = TypeVar("E", bound=StrEnum)

USUAL = "usual"
"""The preset that takes every choice back."""
_FILE = "export.json"
_REMEMBERED = 200
_PRESETS = 100
_LONGEST_NAME = 60
_LARGEST_FILE = 1024 * 1024
_LONGEST = 200
_OF_TOPIC = ("sections", "first_speaker", "header_name", "school", "printed_on", "paper")
"""What a preset leaves alone, as it belongs to the topic, the person or the printer."""
_SURVEYS = (Layout.FLOW, Layout.WORKS, Drawn.MAP)
_SIDES = {"both": None, "pro": Side.PRO, "con": Side.CON}
_OLD_NAMES = {"name": "header_name", "cards": "cells"}
# What is kept is read, changed and written as one; two jobs may want to at once.
_keeping = Lock()


@dataclass(frozen=True, slots=True)
class Choice:
    """One state of the options; `side` None means both sides, where a layout has them.

    `survey` is the side of what shows a topic as a whole (flow sheet, works cited, map): both unless one is chosen.
    `briefs` tells which brief is printed where it is not the main one, as it is in view: it is not remembered.
    `page` is what was chosen for any layout; `options` is what the layout takes of it. `style` None is our own short
    form of works cited. `ending` is the kind of file to save.
    """

    layout: Ware = Layout.BRIEF
    side: Side | None = Side.PRO
    survey: Side | None = None
    briefs: Mapping[Side, int] = field(default_factory=dict)
    page: PageOptions = field(default_factory=lambda: PageOptions(cells=Cells.FOUR))
    dated: bool = False
    style: CiteStyle | None = None
    fit: Fit = Fit.PAGE
    ending: str = "pdf"

    @property
    def printed_side(self) -> Side | None:
        """Return the side as the layout takes it: a brief has one, a clash sheet none."""
        sides = sides_of(self.layout)
        if sides is Sides.ONE:
            return self.side or Side.PRO
        if sides is Sides.NONE:
            return None
        return self.survey if self.layout in _SURVEYS else self.side

    def of_side(self, side: Side | None) -> "Choice":
        """Return the choice with another side for its layout; a layout without the choice leaves it as it was."""
        if sides_of(self.layout) is Sides.NONE or side == self.printed_side:
            return self
        return replace(self, survey=side) if self.layout in _SURVEYS else replace(self, side=side)

    @property
    def brief(self) -> int:
        """Return the further brief to print, 0 for the main one and where a layout shows more than one brief."""
        side = self.printed_side
        return self.briefs.get(side, 0) if side is not None and sides_of(self.layout) is Sides.ONE else 0

    def of_brief(self, number: int) -> "Choice":
        """Return the choice with another brief of the side; its sections are all chosen, as they are others."""
        side = self.printed_side
        if side is None or number == self.brief:
            return self
        return replace(self, briefs={**self.briefs, side: number}, page=replace(self.page, sections=()))

    @property
    def saved_as(self) -> str:
        """Return the ending of the file to save, of those that the layout has."""
        return self.ending if self.ending in formats_of(self.layout) else "pdf"

    @property
    def cite_style(self) -> CiteStyle | None:
        """Return the style of the works cited, where the layout lists them."""
        return self.style if "style" in choices_of(self.layout) else None

    def options(self) -> PageOptions:
        """Return the options that pages are made by: those that the layout has, the others as they usually are."""
        choices = choices_of(self.layout)
        chosen = {name: value for name, value in _values(self.page).items() if name in choices}
        chosen["paper"] = paper_on(self.layout, self.page.paper)
        chosen["printed_on"] = _today() if self.dated else None
        for words in ("header_name", "school"):
            if words in chosen:
                chosen[words] = chosen[words].strip()
        return PageOptions(**chosen)


def first_choice(settings: Mapping[str, Any]) -> Choice:
    """Return what is chosen before the user chose: name, school and paper from the preferences, else the locale's."""
    imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    paper = Paper.LETTER if imperial else Paper.A4
    return _told(Choice(page=PageOptions(paper=paper, cells=Cells.FOUR)), settings)


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
        told = _values(choice.page) | asdict(choice)
        told |= {name: side.value if side else "both" for name, side in _sides(choice).items()}
        followed = [name for name in ("header_name", "school") if getattr(choice.page, name) == _of(start, name)]
        left_out = (*followed, "page", "printed_on", "briefs")
        topics[key] = {word: value for word, value in told.items() if word not in left_out}
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


# Presets


def presets() -> dict[str, Preset]:
    """Return the user's own presets by name, in order of the alphabet; what is damaged is passed over."""
    kept = _read().get("presets")
    found: dict[str, Preset] = {}
    for name, data in sorted(kept.items(), key=lambda each: each[0].casefold()) if isinstance(kept, dict) else ():
        if isinstance(data, dict) and name.strip():
            read = _values(_page_told(PageOptions(cells=Cells.FOUR), data))
            found[name] = Preset(name, "", {word: read[word] for word in data if word in read})
    return found


def preset_of(choice: Choice, name: str) -> Preset:
    """Return a preset of that name with the choices that the layout has; those of topic and person are left out."""
    wanted = choices_of(choice.layout).difference(_OF_TOPIC)
    return Preset(name, "", {word: value for word, value in _values(choice.page).items() if word in wanted})


def keep_preset(preset: Preset) -> None:
    """Keep a preset of the user's under its name, in place of one of that name; the first hundred are kept."""
    with _keeping:
        data = _read()
        old = data.get("presets")
        kept = dict(old) if isinstance(old, dict) else {}
        kept[preset.label[:_LONGEST_NAME]] = dict(preset.options)
        _write(data | {"presets": dict(list(kept.items())[-_PRESETS:])})


def forget_preset(name: str) -> None:
    """Forget a preset of the user's; one that is not there is forgotten already."""
    with _keeping:
        data = _read()
        old = data.get("presets")
        if isinstance(old, dict):
            _write(data | {"presets": {key: value for key, value in old.items() if key != name}})


def fits(preset: Preset, ware: Ware) -> bool:
    """Tell whether a preset changes anything of a ware."""
    return not isinstance(ware, Drawn) and preset.fits(ware)


def with_preset(choice: Choice, preset: Preset) -> Choice:
    """Return the choice with what a preset chooses, as far as the layout has it."""
    if isinstance(choice.layout, Drawn):
        return choice
    return replace(choice, page=preset.applied(choice.page, choice.layout))


def usual(choice: Choice, start: Choice) -> Choice:
    """Return the choice with every option of the layout as it is before anybody chooses."""
    names = choices_of(choice.layout).difference(("printed_on",))
    back = {name: value for name, value in _values(start.page).items() if name in names}
    return replace(choice, page=replace(choice.page, **back), style=start.style, fit=start.fit, dated=start.dated)


def shipped() -> dict[str, Preset]:
    """Return the presets that come with the program, by name."""
    return dict(PRESETS)


# Reading


def _values(page: PageOptions) -> dict[str, Any]:
    return {each.name: getattr(page, each.name) for each in fields(page) if each.name != "cards_per_sheet"}


def _sides(choice: Choice) -> dict[str, Any]:
    return {"side": choice.side, "survey": choice.survey}


def _of(choice: Choice, name: str) -> object:
    return getattr(choice.page, name)


def _told(choice: Choice, data: Mapping[str, Any]) -> Choice:
    """Return the choice with every readable value of `data`; what is damaged or foreign is passed over."""
    sides = {name: _SIDES.get(str(data.get(name)), side) for name, side in _sides(choice).items()}
    drawn = str(data.get("layout")) == Drawn.MAP.value
    ending = data.get("ending")
    return replace(
        choice,
        layout=Drawn.MAP if drawn else _one_of(Layout, data.get("layout"), choice.layout),
        **sides,
        page=_page_told(choice.page, {_OLD_NAMES.get(name, name): value for name, value in data.items()}),
        dated=data["dated"] if isinstance(data.get("dated"), bool) else choice.dated,
        style=_one_of(CiteStyle, data.get("style"), choice.style),
        fit=_one_of(Fit, data.get("fit"), choice.fit),
        ending=ending if isinstance(ending, str) and ending.isalpha() else choice.ending,
    )


def _page_told(page: PageOptions, data: Mapping[str, Any]) -> PageOptions:
    for name, usually in _values(page).items():
        found = _like(usually, data[name]) if name in data else None
        if found is not None:
            # One value that no layout can keep must not take the others with it.
            with suppress(PublishingError):
                page = replace(page, **{name: found})
    return page


def _like(usually: object, value: object) -> Any:
    """Return a value read from JSON as one of the same kind as the usual one, or None."""
    if isinstance(usually, StrEnum):
        return _one_of(type(usually), value, None)
    if isinstance(usually, bool):
        return value if isinstance(value, bool) else None
    if isinstance(usually, float):
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    if isinstance(usually, tuple):
        return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list | tuple) else None
    return value[:_LONGEST] if isinstance(usually, str) and isinstance(value, str) else None


def _one_of(kind: type[E], value: object, otherwise: Any) -> Any:
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
