"""Values to rows and back: one mapping a thing, derived from its fields; a row is a plain dict of SQL values."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import Table

from debateprep.domain import model
from debateprep.domain.article import Block, Name, PartialDate, Span
from debateprep.domain.model import Anchor, Frozen, Mark, MarkLayer, Thing
from debateprep.domain.terms import BlockKind, MarkKind
from debateprep.storage import tables

T = TypeVar("T", bound=Thing)
Row = dict[str, Any]


@dataclass(frozen=True)
class Codec:
    """How one field crosses: the columns it takes, and the way there and back (one value a column)."""

    columns: tuple[str, ...]
    encode: Callable[[Any], tuple[Any, ...]]
    decode: Callable[..., Any]


def _as_it_is(value: Any) -> tuple[Any, ...]:
    return (value,)


def _as_it_was(value: Any) -> Any:
    return value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parts(name: Name) -> list[str]:
    parts = [name.family, name.given, name.literal]
    return [*parts, name.suffix] if name.suffix else parts


def _names(text: str) -> tuple[Name, ...]:
    return tuple(Name(*parts) for parts in json.loads(text or "[]"))


def _blocks(text: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind(kind), *rest) for kind, *rest in json.loads(text or "[]"))


def _layers(text: str) -> tuple[MarkLayer, ...]:
    return tuple(
        MarkLayer(name, tuple(Mark(MarkKind(kind), *rest) for kind, *rest in marks), bool(shown))
        for name, marks, *shown in json.loads(text or "[]")
    )


def _layer(layer: MarkLayer) -> list[object]:
    marks = [[mark.kind.value, mark.start, mark.end, mark.value] for mark in layer.marks]
    return [layer.name, marks, 1] if layer.shown else [layer.name, marks]


def _frozen(value: Frozen | None) -> tuple[str | None]:
    if value is None:
        return (None,)
    marks = [[mark.kind.value, mark.start, mark.end, mark.value] for mark in value.marks]
    return (_json({name: getattr(value, name) for name in _FROZEN_TEXTS if getattr(value, name)} | {"marks": marks}),)


def _thawed(text: str | None) -> Frozen | None:
    if text is None:
        return None
    data = json.loads(text)
    marks = tuple(Mark(MarkKind(kind), *rest) for kind, *rest in data.pop("marks"))
    return Frozen(**data, marks=marks)


_FROZEN_TEXTS = tuple(field.name for field in fields(Frozen) if field.name != "marks")


def _pairs(name: str) -> Codec:
    return _packed(name, list, lambda text: tuple((k, v) for k, v in json.loads(text or "[]")))


def _pair(first: str, second: str, kind: type, names: tuple[str, str]) -> Codec:
    return Codec(
        (first, second),
        lambda value: (None, None) if value is None else tuple(getattr(value, name) for name in names),
        lambda one, two: None if one is None else kind(one, two),
    )


def _packed(name: str, pack: Callable[[Any], object], unpack: Callable[[str], Any]) -> Codec:
    return Codec((name,), lambda value: (_json(pack(value)),), unpack)


def _date(name: str) -> Codec:
    return Codec(
        (name,),
        lambda value: (None if value is None else value.iso,),
        lambda text: None if text is None else PartialDate(*(int(part) for part in text.split("-"))),
    )


_BY_FIELD: dict[str, Callable[[], Codec]] = {
    "span": lambda: _pair("span_start", "span_end", Span, ("start", "end")),
    "anchor": lambda: _pair("anchor_words", "anchor_sha256", Anchor, ("words", "sha256")),
    "authors": lambda: _packed("authors", lambda names: [_parts(name) for name in names], _names),
    "details": lambda: _pairs("details"),
    "terms": lambda: _pairs("terms"),
    "frozen": lambda: Codec(("frozen",), _frozen, _thawed),
    "blocks": lambda: _packed(
        "blocks", lambda blocks: [[b.kind.value, b.start, b.end, b.struck, b.page] for b in blocks], _blocks
    ),
    "layers": lambda: _packed("layers", lambda layers: [_layer(layer) for layer in layers], _layers),
    "other_tags": lambda: _packed("other_tags", list, lambda text: tuple(json.loads(text or "[]"))),
    "report": lambda: _packed("report", list, lambda text: tuple(json.loads(text or "[]"))),
    "issued": lambda: _date("issued"),
    "accessed": lambda: _date("accessed"),
    "held": lambda: _date("held"),
}


def _codec(name: str, hint: Any) -> Codec:
    if name in _BY_FIELD:
        return _BY_FIELD[name]()
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Codec((name,), lambda value: (value.value,), hint)
    if hint is bool:
        return Codec((name,), lambda value: (int(value),), bool)
    return Codec((name,), _as_it_is, _as_it_was)


@dataclass(frozen=True)
class Kind:
    """One kind of thing: its type, its tables, and how each field crosses."""

    type: type[Thing]
    name: str
    table: Table
    body: Table | None
    codecs: Mapping[str, Codec]

    @cached_property
    def _plain(self) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
        # Bulk imports spend much of their time here: fields that cross as they are are fetched in one call.
        names = tuple(name for name, codec in self.codecs.items() if codec.encode is _as_it_is)
        return names, attrgetter(*names)

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """Return the tables a value takes a row in, owner first."""
        return (self.table,) if self.body is None else (self.table, self.body)

    def encode(self, value: Thing) -> Row:
        """Return the value as columns, of all its tables together."""
        names, fetch = self._plain
        row: Row = dict(zip(names, fetch(value), strict=True))
        for name, codec in self.codecs.items():
            if codec.encode is not _as_it_is:
                row.update(zip(codec.columns, codec.encode(getattr(value, name)), strict=True))
        return row

    @cached_property
    def _decoders(self) -> tuple[tuple[str, ...], tuple[tuple[str, Codec], ...]]:
        plain = tuple(name for name, codec in self.codecs.items() if codec.decode is _as_it_was)
        return plain, tuple((name, codec) for name, codec in self.codecs.items() if codec.decode is not _as_it_was)

    def decode(self, row: Mapping[str, Any]) -> Any:
        """Return the value of a row of all its tables joined."""
        plain, coded = self._decoders
        values = {name: row[name] for name in plain}
        for name, codec in coded:
            values[name] = codec.decode(*[row[column] for column in codec.columns])
        return self.type(**values)


_TABLE_NAMES = {
    model.SourceText: "source_text",
    model.LabelLink: "label_link",
    model.PositionLink: "position_link",
    model.ImportBatch: "import_batch",
    model.SavedFilter: "saved_filter",
    model.OwnFormat: "own_format",
}
_TYPES: tuple[type[Thing], ...] = (
    model.Topic,
    model.Source,
    model.SourceText,
    model.Position,
    model.PositionLink,
    model.Card,
    model.Argument,
    model.Support,
    model.Answer,
    model.Brief,
    model.Section,
    model.Item,
    model.Question,
    model.Line,
    model.Round,
    model.Heard,
    model.SavedFilter,
    model.OwnFormat,
    model.Label,
    model.LabelLink,
    model.ImportBatch,
)


def _kind(thing: type[Thing]) -> Kind:
    hints = get_type_hints(thing)
    table = tables.metadata.tables[_TABLE_NAMES.get(thing, thing.__name__.casefold())]
    codecs = {field.name: _codec(field.name, hints[field.name]) for field in fields(thing)}
    return Kind(thing, thing.__name__.casefold(), table, tables.card_body if thing is model.Card else None, codecs)


_KINDS = {thing: _kind(thing) for thing in _TYPES}
_BY_NAME = {kind.name: kind for kind in _KINDS.values()}
_BY_TABLE = {table.name: kind for kind in _KINDS.values() for table in kind.all_tables}


def kinds() -> tuple[Kind, ...]:
    """Return every kind of thing."""
    return tuple(_KINDS.values())


def kind_of(thing: type[Thing]) -> Kind:
    """Return the mapping of a type of thing."""
    return _KINDS[thing]


def kind_named(name: str) -> Kind:
    """Return the kind by its name in lower case; raise KeyError for a word that is none."""
    return _BY_NAME[name]


def kind_of_table(table: str) -> Kind:
    """Return the kind that owns rows of a table."""
    return _BY_TABLE[table]
