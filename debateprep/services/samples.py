"""The samples that ship: read from data, stored like anything a user makes."""

import json
from collections.abc import Mapping
from typing import Any

from debateprep import assets
from debateprep.domain.article import Article, Name, Span, paragraph_at
from debateprep.domain.changes import Changes
from debateprep.domain.model import (
    Anchor,
    Answer,
    Argument,
    Brief,
    Card,
    Heard,
    Item,
    Label,
    LabelLink,
    Line,
    Mark,
    MarkLayer,
    Position,
    Question,
    Round,
    SavedFilter,
    Section,
    Source,
    SourceText,
    Support,
    Topic,
)
from debateprep.domain.terms import (
    ArgumentStatus,
    ItemKind,
    LineKind,
    MarkKind,
    Outcome,
    Part,
    QuestionKind,
    ResponseType,
    Role,
    SectionKind,
    Side,
    SupportKind,
)
from debateprep.reading import read_file
from debateprep.services import answers, arguments, briefs, cards, selections, topics
from debateprep.services.errors import ServiceError
from debateprep.services.sources import digest_of
from debateprep.storage.edit import Edit
from debateprep.storage.library import Library

Data = Mapping[str, Any]


def keys() -> tuple[str, ...]:
    """Return the keys of the samples that ship."""
    return tuple(sorted(path.stem for path in assets.path("samples").glob("*.json")))


def add(library: Library, key: str) -> Changes:
    """Add a sample as one step; one that is there already is left as it is."""
    if key not in keys():
        raise ServiceError(f"There is no sample “{key}”; there are {', '.join(keys())}.")
    data = json.loads(assets.path(f"samples/{key}.json").read_text(encoding="utf-8"))
    texts = {
        source["key"]: read_file(assets.path(f"samples/{source['text_file']}"))
        for source in data["sources"]
        if source["text_file"]
    }
    with library.edit(f"Add sample {data['topic']['name']}") as edit:
        if edit.first(Topic, sample=key) is None:
            _Loader(edit, data, texts).load()
    return edit.changes


class _Loader:
    """Store one sample's data within an edit, keys turned into ids."""

    def __init__(self, edit: Edit, data: Data, texts: Mapping[str, Article]) -> None:
        self._edit = edit
        self._data = data
        self._texts = texts
        self._sources: dict[str, Source] = {}
        self._positions: dict[str, Position] = {}
        self._cards: dict[str, Card] = {}
        self._arguments: dict[str, Argument] = {}
        self._topic = topics.make(edit, Topic(**data["topic"], sample=data["key"]))

    def load(self) -> None:
        """Store everything, what others refer to first."""
        for source in self._data["sources"]:
            self._sources[source["key"]] = self._source(source)
        for position in self._data["positions"]:
            self._positions[position["key"]] = self._position(position)
        for card in self._data["cards"]:
            self._cards[card["key"]] = self._card(card)
        for argument in self._data["arguments"]:
            self._arguments[argument["key"]] = self._argument(argument)
        for answer in self._data["answers"]:
            self._answer(answer)
        for brief in self._data["briefs"]:
            for section in brief["sections"]:
                self._section(Side(brief["side"]), section)
        self._more()

    def _more(self) -> None:
        for further in self._data["further"]:
            self._further(further)
        self._spoken()
        for label in self._data["labels"]:
            self._label(label)
        for round_ in self._data["rounds"]:
            self._round(round_)
        for kept in self._data["filters"]:
            terms = tuple(kept["terms"].items())
            self._edit.add(SavedFilter(name=kept["name"], topic_id=self._topic.id, terms=terms))

    def _source(self, data: Data) -> Source:
        source = self._edit.add(
            Source(
                kind=data["kind"],
                title=data["title"],
                authors=tuple(Name(**author) for author in data["authors"]),
                qualifications=data["qualifications"],
                publication=data["publication"],
                file_name=data["text_file"] or "",
                concludes=Side(data["concludes"]),
                note=data["note"],
                sample=self._data["key"],
            )
        )
        article = self._texts.get(data["key"])
        if article is not None:
            digest = digest_of(article.text)
            self._edit.add(SourceText(source_id=source.id, text=article.text, blocks=article.blocks, sha256=digest))
        return source

    def _find(self, source: str, quote: str) -> Span:
        start = self._texts[source].text.index(quote)
        return Span(start, start + len(quote))

    def _position(self, data: Data) -> Position:
        source = self._sources[data["source"]]
        span = self._find(data["source"], data["quote"]) if "quote" in data else None
        anchor = Anchor(data["words"], data["sha256"]) if "words" in data else None
        blocks = self._texts[data["source"]].blocks if span else ()
        return self._edit.add(
            Position(
                source_id=source.id,
                topic_id=self._topic.id,
                statement=data["statement"],
                role=Role(data["role"]),
                side=Side(data["side"]),
                speaker=data["speaker"],
                paragraph=paragraph_at(blocks, span.start) if span else data["paragraph"],
                span=span,
                anchor=anchor,
                but=data["but"],
            )
        )

    def _card(self, data: Data) -> Card:
        span = self._find(data["source"], data["quote"])
        marks = tuple(_mark(mark, data["quote"]) for mark in data["marks"])
        return cards.make(
            self._edit,
            self._sources[data["source"]].id,
            span,
            data["tag"],
            topic_id=self._topic.id,
            position_id=self._positions[data["position"]].id if data["position"] else None,
            layers=(MarkLayer(marks=marks),),
        )

    def _argument(self, data: Data) -> Argument:
        said = {name: data[name] for name in ("claim", "name", "warrant", "impact", "notes")}
        status = ArgumentStatus(data.get("status", ArgumentStatus.DRAFT))
        draft = Argument(topic_id=self._topic.id, side=Side(data["side"]), status=status, **said)
        argument = arguments.make(self._edit, draft)
        for rank, support in enumerate(data["supports"]):
            self._edit.add(
                Support(
                    argument_id=argument.id,
                    kind=SupportKind(support["kind"]),
                    card_id=self._cards[support["card"]].id if "card" in support else None,
                    position_id=self._positions[support["position"]].id if "position" in support else None,
                    text=support.get("text", ""),
                    rank=rank,
                )
            )
        return argument

    def _answer(self, data: Data) -> None:
        answers.link(
            self._edit,
            Answer(
                answering_id=self._arguments[data["answering"]].id,
                target_id=self._arguments[data["target"]].id,
                response=ResponseType(data["response"]),
                tier=data["tier"],
                wording=data["wording"],
                grouped_as=data.get("group", ""),
            ),
        )

    def _section(self, side: Side, data: Data, parent: Section | None = None) -> None:
        section = briefs.make_section(
            self._edit,
            self._topic.id,
            side,
            data["title"],
            kind=SectionKind(data["kind"]),
            part=parent.part if parent else Part(data["part"]),
            parent_id=parent.id if parent else None,
        )
        self._items(section, data["items"])
        for child in data.get("sections", ()):
            self._section(side, child, section)

    def _items(self, section: Section, items: list[Data]) -> None:
        for rank, item in enumerate(items):
            if "argument" in item:
                arguments.place(self._edit, self._arguments[item["argument"]], section.id)
            elif "card" in item:
                card = self._cards[item["card"]].id
                self._edit.add(Item(section_id=section.id, kind=ItemKind.CARD, card_id=card, rank=rank))
            else:
                self._edit.add(Item(section_id=section.id, kind=ItemKind.NOTE, text=item["note"], rank=rank))

    def _further(self, data: Data) -> None:
        side = Side(data["side"])
        brief = self._edit.add(Brief(topic_id=self._topic.id, side=side, title=data["title"], main=False))
        for rank, each in enumerate(data["sections"]):
            kind, part = SectionKind(each["kind"]), Part(each["part"])
            section = self._edit.add(Section(brief_id=brief.id, part=part, kind=kind, title=each["title"], rank=rank))
            self._items(section, each["items"])

    def _spoken(self) -> None:
        for rank, each in enumerate(self._data["questions"]):
            said = {name: each[name] for name in ("ask", "expect", "follow_up")}
            argument = self._arguments[each["argument"]].id
            self._edit.add(Question(argument_id=argument, kind=QuestionKind(each["kind"]), rank=rank, **said))
        for rank, each in enumerate(self._data["lines"]):
            argument = self._arguments[each["argument"]].id
            self._edit.add(Line(argument_id=argument, kind=LineKind(each["kind"]), text=each["text"], rank=rank))

    def _label(self, data: Data) -> None:
        label = selections.find_label(self._edit, data["name"]) or self._edit.add(
            Label(name=data["name"], colour=data["colour"])
        )
        known = (
            ("argument", self._arguments, data["arguments"]),
            ("position", self._positions, data.get("positions", ())),
            ("card", self._cards, data.get("cards", ())),
        )
        for kind, made, keys in known:
            for key in keys:
                self._edit.add(LabelLink(label_id=label.id, kind=kind, target_id=made[key].id))

    def _round(self, data: Data) -> None:
        made = self._edit.add(
            Round(topic_id=self._topic.id, name=data["name"], side=Side(data["side"]), notes=data["notes"])
        )
        for each in data["heard"]:
            answering = self._arguments[each["answering"]].id if each["answering"] else None
            argument = self._arguments[each["argument"]].id
            outcome = Outcome(each["outcome"])
            self._edit.add(Heard(round_id=made.id, argument_id=argument, answering_id=answering, outcome=outcome))


def _mark(data: Data, quote: str) -> Mark:
    start = quote.index(data["words"])
    return Mark(MarkKind(data["kind"]), start, start + len(data["words"]), data["value"])
