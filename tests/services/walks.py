"""Random actions through the services, as a user might do them in any order; seeded, so a walk can be repeated."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from debateprep import assets
from debateprep.domain.article import Span
from debateprep.domain.filters import Filter
from debateprep.domain.labels import LabelColour
from debateprep.domain.model import (
    Answer,
    Argument,
    Brief,
    Card,
    Item,
    Mark,
    OwnFormat,
    Position,
    Round,
    SavedFilter,
    Section,
    Source,
    SourceText,
    Support,
    Thing,
    Topic,
)
from debateprep.domain.sketch import Place, Row
from debateprep.domain.terms import (
    ArgumentStatus,
    BlockKind,
    LineKind,
    MarkKind,
    Outcome,
    Part,
    ResponseType,
    Role,
    Side,
    SupportKind,
)
from debateprep.errors import DebatePrepError
from debateprep.reading import read_file
from debateprep.services import (
    answers,
    arguments,
    branches,
    briefs,
    cards,
    formats,
    history,
    outlining,
    positions,
    rounds,
    samples,
    selections,
    sources,
    speaking,
    switching,
    topic_copies,
    topics,
    trash,
)
from debateprep.storage.library import Library
from tests.services.invariants import broken

ESSAYS = [read_file(assets.path(f"samples/{name}.txt")) for name in ("let-the-bus-be-free", "charge-a-fair-fare")]
WORDS = ("tea", "“buses”", "naïve", "50%", "émigré", "🚌 ride", "don't", "ракета", "a\u0301ccent", "plan")
T = TypeVar("T", bound=Thing)


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
            self.throw_away,
            self.bring_back,
            self.bring_back,
            self.add_brief,
            self.insert_section,
            self.insert_after,
            self.move_rows,
            self.move_rows,
            self.indent,
            self.outdent,
            self.shift,
            self.split_section,
            self.split_text,
            self.merge_rows,
            self.duplicate,
            self.copy_and_paste,
            self.paste_text,
            self.freeze,
            self.remove_rows,
            self.answer_with_evidence,
            self.group_answers,
            self.cross_apply,
            self.hear,
            self.speak,
            self.label,
            self.edit_label,
            self.rename_filter,
            self.own_format,
            self.rate,
            self.keep_filter,
            self.change_format,
            self.archive_topic,
            self.duplicate_topic,
            self.use_template,
            self.restore_from_history,
        )

        # Most actions need something to act on.
        self.first = [self.write_answer, self.add_argument, self.add_section, self.import_article, self.add_topic]

    def step(self) -> bool:
        """Do one random action; tell whether it was possible."""
        try:
            (self.first.pop() if self.first else self.random.choice(self.actions))()
        except (DebatePrepError, LookupError):
            return False
        return True

    def words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 6)))

    def side(self) -> Side:
        return self.random.choice((Side.PRO, Side.CON))

    def some(self, thing: type[T]) -> T:
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

    # Outlines

    def rows(self) -> list[Row]:
        with self.library.read() as reader:
            every = [Row("section", each.id) for each in reader.all(Section)]
            every += [Row("item", each.id) for each in reader.all(Item)]
        return self.random.sample(every, k=min(len(every), self.random.randint(1, 3)))

    def place(self) -> Place:
        home = self.some(Section) if self.random.random() < 0.7 else None
        assert home is None or isinstance(home, Section)
        index = self.random.randint(0, 4)
        if home is not None:
            return Place(home.brief_id, home.part, home.id, index)
        return Place(self.some(Brief).id, self.random.choice(list(Part)), None, index)

    def add_brief(self) -> object:
        return briefs.add(self.library, self.some(Topic).id, self.side(), self.words())

    def insert_section(self) -> object:
        return outlining.insert_section(self.library, self.place(), self.words())

    def insert_after(self) -> object:
        return outlining.insert_after(self.library, self.rows()[0], self.words())

    def move_rows(self) -> object:
        return outlining.move(self.library, self.rows(), self.place())

    def indent(self) -> object:
        return outlining.indent(self.library, self.rows())

    def outdent(self) -> object:
        return outlining.outdent(self.library, self.rows())

    def shift(self) -> object:
        return outlining.shift(self.library, self.rows()[:1], self.random.choice((-1, 1)))

    def split_section(self) -> object:
        item = self.some(Item)
        assert isinstance(item, Item)
        at = Row("item", item.id)
        return outlining.split_section(self.library, item.section_id, self.words(), at=at)

    def split_text(self) -> object:
        return outlining.split_text(self.library, self.rows()[0], self.random.randint(1, 6))

    def merge_rows(self) -> object:
        return outlining.merge(self.library, self.rows())

    def duplicate(self) -> object:
        return branches.duplicate(self.library, self.rows())

    def copy_and_paste(self) -> object:
        copied = branches.copy(self.library, self.rows())
        if self.random.random() < 0.3:
            copied, _ = branches.cut(self.library, self.rows())
        return branches.paste(self.library, copied.data, self.place())

    def paste_text(self) -> object:
        text = f"- {self.words()}\n  - {self.words()}\n  - {self.words()}\n- {self.words()}"
        return branches.paste_text(self.library, text, self.place())

    def freeze(self) -> object:
        go = self.random.choice((outlining.freeze, outlining.thaw))
        return go(self.library, [self.some(Item).id])

    def remove_rows(self) -> object:
        return outlining.remove(self.library, self.rows())

    # Clash

    def answer_with_evidence(self) -> object:
        target = self.some(Argument).id
        if self.random.random() < 0.5:
            return answers.from_card(self.library, target, self.some(Card).id)
        return answers.from_position(self.library, target, self.some(Position).id)

    def group_answers(self) -> object:
        if self.random.random() < 0.2:
            return answers.ungroup(self.library, self.some(Answer).id)
        targets = [self.some(Argument).id for _ in range(3)]
        return answers.group(self.library, targets, name=self.words(), claim=self.words())

    def cross_apply(self) -> object:
        return answers.cross_apply(self.library, self.some(Answer).id, self.some(Argument).id, wording=self.words())

    def hear(self) -> object:
        with self.library.read() as reader:
            there = reader.all(Round)
        if not there or self.random.random() < 0.2:
            new = Round(topic_id=self.some(Topic).id, name=self.words(), side=self.side())
            return rounds.add(self.library, new)
        outcome = self.random.choice(list(Outcome))
        return rounds.hear(self.library, there[-1].id, claim=self.words(), answer=self.words(), outcome=outcome)

    def speak(self) -> object:
        argument = self.some(Argument).id
        if self.random.random() < 0.5:
            return speaking.ask(self.library, argument, self.words(), expect=self.words())
        return speaking.say(self.library, argument, self.words(), kind=self.random.choice(list(LineKind)))

    def label(self) -> object:
        go = self.random.choice((selections.add_label, selections.add_label, selections.remove_label))
        return go(self.library, self.random.choice(("crux", "weak")), [("argument", self.some(Argument).id)])

    def edit_label(self) -> object:
        name, turn = self.random.choice(("crux", "weak", "new")), self.random.random()
        if turn < 0.3:
            return selections.make_label(self.library, name)
        if turn < 0.7:
            colour = self.random.choice(list(LabelColour))
            return selections.change_label(self.library, name, new_name=f"{name}er", colour=colour.value)
        return selections.delete_label(self.library, name)

    def rate(self) -> object:
        status = self.random.choice(list(ArgumentStatus))
        return selections.rate(self.library, [self.some(Argument).id], status=status, strength=3)

    def keep_filter(self) -> object:
        wanted = Filter(strength=self.random.randint(0, 5), open=True)
        return selections.save(self.library, self.random.choice("ab"), wanted, topic_id=self.some(Topic).id)

    def rename_filter(self) -> object:
        return selections.rename(self.library, self.some(SavedFilter).id, self.random.choice("abc"))

    def own_format(self) -> object:
        turn = self.random.random()
        if turn < 0.4:
            return formats.make(self.library, self.words())
        if turn < 0.7:
            return formats.copy(self.library, self.random.choice(list(formats.shipped())))
        return formats.remove(self.library, self.some(OwnFormat).key)

    def change_format(self) -> object:
        made = self.random.choice(list(formats.shipped().values()))
        if self.random.random() < 0.3:
            return formats.reset(self.library, made.key)
        return formats.put(self.library, replace(made, name=self.words()))

    def archive_topic(self) -> object:
        return topics.archive(self.library, self.some(Topic).id, archived=self.random.random() < 0.5)

    def duplicate_topic(self) -> object:
        with self.library.read() as reader:
            if len(reader.all(Topic)) > 4:
                raise LookupError("enough topics")
        return topic_copies.duplicate(self.library, self.some(Topic).id)

    def use_template(self) -> object:
        return topic_copies.apply(self.library, self.some(Topic).id, "case")

    def restore_from_history(self) -> object:
        step = self.random.choice(history.steps(self.library))
        return history.restore_deleted(self.library, step.id)

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
        faults = library.faults() + broken(library)
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
