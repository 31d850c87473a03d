"""Random actions through the services, as a user might do them in any order; seeded, so a walk can be repeated."""

import random
from collections.abc import Callable
from pathlib import Path

from debateprep import assets
from debateprep.domain.article import Span
from debateprep.domain.model import (
    Answer,
    Argument,
    Card,
    Item,
    Mark,
    Position,
    Section,
    Source,
    SourceText,
    Support,
    Thing,
    Topic,
)
from debateprep.domain.terms import BlockKind, MarkKind, ResponseType, Role, Side, SupportKind
from debateprep.reading import read_file
from debateprep.services import answers, arguments, briefs, cards, positions, samples, sources, switching, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.errors import LibraryError
from debateprep.storage.library import Library

ESSAYS = [read_file(assets.path(f"samples/{name}.txt")) for name in ("let-the-bus-be-free", "charge-a-fair-fare")]
WORDS = ("tea", "“buses”", "naïve", "50%", "émigré", "🚌 ride", "don't", "ракета", "a\u0301ccent", "plan")


class Walker:
    """Take random steps in a library; an action that the services refuse is no step."""

    def __init__(self, library: Library, seed: int) -> None:
        self.library = library
        self.random = random.Random(seed)
        self.actions: tuple[Callable[[], object], ...] = (
            self.add_topic,
            self.edit_topic,
            self.import_article,
            self.add_argument,
            self.add_argument,
            self.edit_argument,
            self.add_answer,
            self.write_answer,
            self.write_answer,
            self.edit_answer,
            self.switch_side,
            self.add_section,
            self.move_section,
            self.move_item,
            self.add_note,
            self.keep,
            self.dismiss,
            self.edit_position,
            self.mark_position,
            self.argument_from_position,
            self.add_support,
            self.cut_card,
            self.mark_card,
            self.paste_card,
            self.correct_block,
            self.edit_source,
            self.throw_away,
            self.bring_back,
        )

    def step(self) -> bool:
        """Do one random action; tell whether it was possible."""
        try:
            self.random.choice(self.actions)()
        except (ServiceError, LibraryError, LookupError):
            return False
        return True

    def words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 6)))

    def side(self) -> Side:
        return self.random.choice((Side.PRO, Side.CON))

    def some(self, thing: type[Thing]) -> Thing:
        with self.library.read() as reader:
            return self.random.choice(reader.all(thing))

    def add_topic(self) -> object:
        return topics.add(self.library, Topic(resolution=f"Resolved: {self.words()}"))

    def edit_topic(self) -> object:
        return topics.change(self.library, self.some(Topic).id, name=self.words())

    def import_article(self) -> object:
        return sources.import_article(self.library, self.random.choice(ESSAYS), f"{self.words()}.txt")

    def add_argument(self) -> object:
        section = self.random.choice((None, self.some(Section).id)) if self.random.random() < 0.7 else None
        draft = Argument(topic_id=self.some(Topic).id, side=self.side(), claim=self.words())
        return arguments.add(self.library, draft, section_id=section)

    def edit_argument(self) -> object:
        merge = self.random.choice(("", "focus-1"))
        return arguments.change(self.library, self.some(Argument).id, warrant=self.words(), merge=merge)

    def add_answer(self) -> object:
        answering, target = self.some(Argument).id, self.some(Argument).id
        response = self.random.choice(list(ResponseType))
        return answers.add(self.library, Answer(answering_id=answering, target_id=target, response=response))

    def write_answer(self) -> object:
        return answers.write(self.library, self.some(Argument).id, self.words(), impact=self.words())

    def edit_answer(self) -> object:
        return answers.change(self.library, self.some(Answer).id, wording=self.words(), tier=self.random.randint(1, 3))

    def switch_side(self) -> object:
        return switching.switch_side(self.library, self.some(Argument).id)

    def add_section(self) -> object:
        return briefs.add_section(self.library, self.some(Topic).id, self.side(), self.words())

    def move_section(self) -> object:
        return briefs.move_section(self.library, self.some(Section).id, self.random.randint(0, 4))

    def move_item(self) -> object:
        home = self.random.choice((None, self.some(Section).id))
        return briefs.move_item(self.library, self.some(Item).id, self.random.randint(0, 4), section_id=home)

    def add_note(self) -> object:
        return briefs.add_note(self.library, self.some(Section).id, self.words())

    def keep(self) -> object:
        numbers = self.random.sample(range(1, 12), k=self.random.randint(1, 4))
        topic = self.some(Topic).id
        return positions.keep(self.library, self.some(Source).id, numbers, topic_id=topic, side=self.side())

    def dismiss(self) -> object:
        return positions.dismiss(self.library, self.some(Source).id, [self.random.randint(1, 12)])

    def edit_position(self) -> object:
        role = self.random.choice(list(Role))
        return positions.change(self.library, self.some(Position).id, statement=self.words(), role=role)

    def mark_position(self) -> object:
        return positions.mark(self.library, self.some(Source).id, self.span(), topic_id=self.some(Topic).id)

    def argument_from_position(self) -> object:
        return arguments.from_position(self.library, self.some(Position).id, self.side())

    def add_support(self) -> object:
        argument = self.some(Argument).id
        kind = self.random.choice(list(SupportKind))
        if kind.takes_cite:
            return arguments.support(self.library, argument, position_id=self.some(Position).id, kind=kind)
        return arguments.support(self.library, argument, text=self.words(), kind=kind)

    def cut_card(self) -> object:
        return cards.cut(self.library, self.some(Source).id, self.span(), self.words())

    def mark_card(self) -> object:
        card = self.some(Card)
        assert isinstance(card, Card)
        start = self.random.randrange(len(card.quote))
        mark = Mark(MarkKind.HIGHLIGHT, start, self.random.randint(start + 1, len(card.quote)), "yellow")
        return cards.set_marks(self.library, card.id, (mark,))

    def paste_card(self) -> object:
        return cards.paste(self.library, self.words(), self.words(), self.words())

    def correct_block(self) -> object:
        kind = self.random.choice((BlockKind.CAPTION, BlockKind.PARAGRAPH))
        number = self.random.randint(0, 12)
        return sources.correct_block(self.library, self.some(Source).id, number, kind=kind)

    def edit_source(self) -> object:
        return sources.change(self.library, self.some(Source).id, title=self.words(), publication=self.words())

    def throw_away(self) -> object:
        thing = self.random.choice((Topic, Source, Position, Card, Argument, Answer, Support, Section, Item))
        return trash.put(self.library, thing, self.some(thing).id)

    def bring_back(self) -> object:
        each = self.random.choice(trash.content(self.library))
        return trash.restore(self.library, trash.kind(each.kind), each.id)

    def span(self) -> Span:
        text = self.some(SourceText)
        assert isinstance(text, SourceText)
        start = self.random.randrange(len(text.text) - 60)
        return Span(start, start + self.random.randint(5, 60))


def walk(folder: Path, seed: int, actions: int) -> dict[str, object]:
    """Walk, undo all, redo all; return the hashes and faults at each turn."""
    with Library(folder / f"walk-{seed}.db") as library:
        if seed % 2:
            samples.add(library, samples.keys()[seed // 2 % len(samples.keys())])
        first = len(library.history(limit=-1))
        start = library.content_hash()
        walker = Walker(library, seed)
        done = sum(walker.step() for _ in range(actions))
        steps = len(library.history(limit=-1)) - first
        there = library.content_hash()
        faults = library.faults()
        for _ in range(steps):
            library.undo()
        back = library.content_hash()
        faults += library.faults()
        for _ in range(steps):
            library.redo()
        again = library.content_hash()
        faults += library.faults()
    return {
        "seed": seed,
        "done": done,
        "steps": steps,
        "start": start,
        "there": there,
        "back": back,
        "again": again,
        "faults": faults,
    }
