"""Debate formats as data: a format's words, speeches, criteria, checks and templates, read from TOML and written back.

Nothing here knows a format by name; those that ship are files, and a library may hold the user's own.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeVar

from debateprep.domain.terms import Brings, Check, Part, SectionKind, Side, SpeechKind
from debateprep.errors import DebatePrepError

E = TypeVar("E", bound=StrEnum)
Data = Mapping[str, Any]

LONGEST_SPEECH = 60 * 60
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class FormatError(DebatePrepError):
    """Say what in a format's data cannot be understood."""


@dataclass(frozen=True, slots=True)
class Words:
    """How a format calls things, each in lower case but for the sides; `cards` and the like are the plurals."""

    resolution: str = "resolution"
    pro: str = "Pro"
    con: str = "Con"
    case: str = "case"
    contention: str = "contention"
    contentions: str = "contentions"
    argument: str = "argument"
    arguments: str = "arguments"
    card: str = "card"
    cards: str = "cards"
    answer: str = "answer"
    answers: str = "answers"
    question: str = "crossfire question"
    questions: str = "crossfire questions"

    def side(self, side: Side) -> str:
        """Return the name of a side."""
        return {Side.PRO: self.pro, Side.CON: self.con}.get(side, side.label)


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech of a round, in order; `case` marks the one in which a side reads its case."""

    name: str
    side: Side
    kind: SpeechKind
    seconds: int
    case: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """What judges look at, with what is meant."""

    name: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A section of a template, with the sections in it; `prompt` says what belongs there."""

    title: str
    kind: SectionKind = SectionKind.CONTENTION
    part: Part = Part.CASE
    side: Side = Side.NEITHER
    prompt: str = ""
    sections: tuple["SectionPlan", ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """An outline to begin with; a section of neither side is put into both briefs."""

    key: str
    name: str
    sections: tuple[SectionPlan, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A debate format, whole. Times are in seconds; `brings_note` says more about what may be brought."""

    key: str
    name: str
    note: str = ""
    words: Words = field(default_factory=Words)
    speeches: tuple[Speech, ...] = ()
    preparation_before: int = 0
    preparation_during: int = 0
    criteria: tuple[Criterion, ...] = ()
    brings: Brings = Brings.PAPERS
    brings_note: str = ""
    written_cites: bool = False
    checks: frozenset[Check] = frozenset(Check)
    templates: tuple[Template, ...] = ()

    @property
    def seconds(self) -> int:
        """Return how long all speeches take."""
        return sum(speech.seconds for speech in self.speeches)

    def case_seconds(self, side: Side) -> int:
        """Return how long a side may read its case, 0 when the format does not say."""
        return sum(speech.seconds for speech in self.speeches if speech.case and speech.side is side)

    def flow(self, side: Side) -> tuple[Speech, ...]:
        """Return the speeches in which a side's case is argued over, in order: its own first, questions left out.

        Own speeches before the other side has spoken say nothing more of it. Without speeches there is none.
        """
        spoken = [speech for speech in self.speeches if speech.kind is not SpeechKind.QUESTIONS]
        first = next((at for at, each in enumerate(spoken) if each.case and each.side is side), 0)
        after = spoken[first + 1 :]
        while after and after[0].side is side:
            after.pop(0)
        return (*spoken[first : first + 1], *after)

    def template(self, key: str) -> Template | None:
        """Return a template by its key."""
        return next((each for each in self.templates if each.key == key), None)


# Reading


def parse(data: Data, key: str = "") -> Format:
    """Return the format that data describes; raise FormatError naming what is wrong.

    `key` is used where the data gives none. What is absent has its default; a name is never assumed.
    """
    own = _text(data, "key", key)
    if not _KEY.fullmatch(own):
        raise FormatError(
            f"“{own}” cannot be the key of a format; use small letters, digits and hyphens, as “my-club”."
        )
    known = {each.name for each in fields(Format)} - {"speeches", "criteria", "templates"}
    _only(data, known | {"speech", "criterion", "template"}, f"the format “{own}”")
    name = _text(data, "name")
    if not name.strip():
        raise FormatError(f"The format “{own}” needs a name.")
    made = Format(
        key=own,
        name=name,
        note=_text(data, "note"),
        words=_words(_table(data, "words")),
        speeches=tuple(_speech(each) for each in _tables(data, "speech")),
        preparation_before=_time(data, "preparation_before"),
        preparation_during=_time(data, "preparation_during"),
        criteria=tuple(
            Criterion(_named(each, "criterion"), _text(each, "means")) for each in _tables(data, "criterion")
        ),
        brings=_one_of(Brings, data.get("brings", Brings.PAPERS.value), "brings"),
        brings_note=_text(data, "brings_note"),
        written_cites=_flag(data, "written_cites"),
        checks=_checks(data),
        templates=tuple(_template(each) for each in _tables(data, "template")),
    )
    keys = [each.key for each in made.templates]
    if len(keys) != len(set(keys)):
        raise FormatError(f"Two templates of the format “{own}” have the same key.")
    return made


def _words(data: Data) -> Words:
    _only(data, {each.name for each in fields(Words)}, "words")
    said = {name: _text(data, name) for name in data}
    empty = next((name for name, value in said.items() if not value.strip()), None)
    if empty is not None:
        raise FormatError(f"The word for “{empty}” is empty.")
    return Words(**said)


def _speech(data: Data) -> Speech:
    _only(data, {each.name for each in fields(Speech)}, "a speech")
    name = _named(data, "speech")
    return Speech(
        name,
        _one_of(Side, data.get("side", Side.NEITHER.value), f"the side of “{name}”"),
        _one_of(SpeechKind, data.get("kind", SpeechKind.CONSTRUCTIVE.value), f"the kind of “{name}”"),
        _time(data, "seconds"),
        _flag(data, "case"),
    )


def _criterion(data: Data) -> Criterion:
    return Criterion(_named(data, "criterion"), _text(data, "means"))


def _template(data: Data) -> Template:
    _only(data, {"key", "name", "section"}, "a template")
    name = _named(data, "template")
    key = _text(data, "key")
    if not _KEY.fullmatch(key):
        raise FormatError(f"The template “{name}” needs a key of small letters, digits and hyphens.")
    return Template(key, name, tuple(_section(each) for each in _tables(data, "section")))


def _section(data: Data) -> SectionPlan:
    _only(data, {"title", "kind", "part", "side", "prompt", "section"}, "a section of a template")
    title = _text(data, "title")
    if not title.strip():
        raise FormatError("A section of a template needs a title.")
    return SectionPlan(
        title,
        _one_of(SectionKind, data.get("kind", SectionKind.CONTENTION.value), f"the kind of “{title}”"),
        _one_of(Part, data.get("part", Part.CASE.value), f"the part of “{title}”"),
        _one_of(Side, data.get("side", Side.NEITHER.value), f"the side of “{title}”"),
        _text(data, "prompt"),
        tuple(_section(each) for each in _tables(data, "section")),
    )


def _checks(data: Data) -> frozenset[Check]:
    given = data.get("checks", [each.value for each in Check])
    if not isinstance(given, list):
        raise FormatError("The checks of a format are a list of their names.")
    return frozenset(_one_of(Check, each, "the checks") for each in given)


def _only(data: Data, known: set[str], where: str) -> None:
    wrong = sorted(set(data) - known)
    if wrong:
        raise FormatError(f"“{wrong[0]}” means nothing in {where}; it may have {', '.join(sorted(known))}.")


def _named(data: Data, what: str) -> str:
    name = _text(data, "name")
    if not name.strip():
        raise FormatError(f"A {what} needs a name.")
    return name


def _text(data: Data, name: str, default: str = "") -> str:
    value = data.get(name, default)
    if not isinstance(value, str):
        raise FormatError(f"“{name}” must be words, in quotation marks.")
    return value


def _time(data: Data, name: str) -> int:
    value = data.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LONGEST_SPEECH:
        raise FormatError(f"“{name}” must be a whole number of seconds, at most {LONGEST_SPEECH}.")
    return value


def _flag(data: Data, name: str) -> bool:
    value = data.get(name, False)
    if not isinstance(value, bool):
        raise FormatError(f"“{name}” must be true or false.")
    return value


def _table(data: Data, name: str) -> Data:
    value = data.get(name, {})
    if not isinstance(value, Mapping):
        raise FormatError(f"“{name}” must be a table.")
    return value


def _tables(data: Data, name: str) -> Sequence[Data]:
    value = data.get(name, [])
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        raise FormatError(f"“{name}” must be a list of tables, each under [[{name}]].")
    return value


def _one_of(kind: type[E], value: object, where: str) -> E:
    try:
        return kind(str(value))
    except ValueError:
        choices = ", ".join(each.value for each in kind)
        raise FormatError(f"“{value}” is not possible for {where}; choose of: {choices}.") from None


# Writing


def dump(made: Format) -> str:
    """Return a format as TOML that `parse` reads back to the same."""
    lines = [f"key = {_quoted(made.key)}", f"name = {_quoted(made.name)}"]
    plain = ("note", "preparation_before", "preparation_during", "brings", "brings_note", "written_cites")
    lines += [f"{name} = {_quoted(getattr(made, name))}" for name in plain]
    lines.append(f"checks = {_quoted([each.value for each in Check if each in made.checks])}")
    lines += ["", "[words]", *_fields(made.words)]
    for speech in made.speeches:
        lines += ["", "[[speech]]", *_fields(speech)]
    for criterion in made.criteria:
        lines += ["", "[[criterion]]", *_fields(criterion)]
    for template in made.templates:
        lines += ["", "[[template]]", f"key = {_quoted(template.key)}", f"name = {_quoted(template.name)}"]
        for section in template.sections:
            lines += _section_lines(section, "template.section")
    return "\n".join(lines) + "\n"


def _fields(value: Words | Speech | Criterion) -> list[str]:
    return [f"{each.name} = {_quoted(getattr(value, each.name))}" for each in fields(value)]


def _section_lines(section: SectionPlan, path: str) -> list[str]:
    lines = ["", f"[[{path}]]"]
    lines += [f"{name} = {_quoted(getattr(section, name))}" for name in ("title", "kind", "part", "side", "prompt")]
    for each in section.sections:
        lines += _section_lines(each, f"{path}.section")
    return lines


def _quoted(value: object) -> str:
    # JSON's strings, numbers and lists are TOML's, but for DEL, which TOML wants escaped too.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
