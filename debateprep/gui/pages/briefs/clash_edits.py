"""The edits by which arguments meet each other, and what is ready to be said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from debateprep.domain.changes import Changes
from debateprep.domain.model import Answer, Line, Question
from debateprep.domain.suggesting import Offer
from debateprep.domain.terms import Aim, LineKind, QuestionKind, ResponseType
from debateprep.gui.background import Job
from debateprep.gui.pages.briefs.outline_edits import OutlineEdits
from debateprep.services import answers, arguments, speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from debateprep.storage.library import Library


@dataclass(frozen=True)
class Group:
    """Arguments that one answer is to meet together, under a name."""

    targets: tuple[int, ...]
    name: str


class ClashEdits(OutlineEdits):
    """What the desk does with answers, questions and lines."""

    def show_link(self, target: int, answer: int) -> None:
        """Put an answer in view once it is on the board."""
        raise NotImplementedError

    def _show_answer(self, target: int) -> Callable[[Changes], None]:
        return lambda changes: self.show_link(target, changes.new(Answer))

    # Answers

    def drop_answer(self, dropped: int, target: int) -> None:
        """Let an argument that was dropped on one of the other side answer it."""
        self.edit(lambda library: answers.drop(library, dropped, target), self._show_answer(target))

    def group(self, group: Group, claim: str, merge: str, made: Callable[[int], None]) -> Job:
        """Answer several arguments with a new one, said once against all of them."""
        return self.edit(
            lambda library: answers.group(library, group.targets, name=group.name, claim=claim, merge=merge),
            lambda changes: made(changes.new(Answer)),
        )

    def ungroup(self, answer: int) -> None:
        """Let the answers of a group stand by themselves."""
        self.edit(lambda library: answers.ungroup(library, answer))

    def cross_apply(self, answer: int, target: int) -> None:
        """Apply an answer to a further argument; its type and wording there are its own."""
        self.edit(lambda library: answers.cross_apply(library, answer, target), self._show_answer(target))

    def set_tier(self, answer: int, tier: int) -> None:
        """Say how far forward an answer is: 1 is said first."""
        self.edit(lambda library: answers.change(library, answer, tier=tier))

    def set_response(self, answer: int, response: ResponseType) -> None:
        """Change how an answer meets its target."""
        self.edit(lambda library: answers.change(library, answer, response=response))

    # What is offered

    def take(self, argument: int, offer: Offer, aim: Aim) -> None:
        """Let what was offered answer an argument, or support it."""
        if aim is Aim.SUPPORT:
            given = {f"{offer.kind}_id": offer.id}
            self.edit(lambda library: arguments.support(library, argument, **given))  # type: ignore[arg-type]
        else:
            self.edit(lambda library: _answer_with(library, argument, offer), self._show_answer(argument))

    # Questions and lines

    def ask(self, argument: int, words: str, merge: str, made: Callable[[int], None]) -> Job:
        """Add a question about an argument."""
        return self.edit(
            lambda library: speaking.ask(library, argument, words, merge=merge),
            lambda changes: made(changes.new(Question)),
        )

    def set_question(self, number: int, field: str, text: str, merge: str = "") -> None:
        """Change what is asked, expected, or followed up."""
        self.edit(lambda library: speaking.change_question(library, number, merge=merge, **{field: text}))  # type: ignore[arg-type]

    def set_question_kind(self, number: int, kind: QuestionKind) -> None:
        """Say when a question is put."""
        self.edit(lambda library: speaking.change_question(library, number, kind=kind))

    def say(self, argument: int, kind: LineKind, words: str, merge: str, made: Callable[[int], None]) -> Job:
        """Add a line that extends an argument, or weighs its impact."""
        return self.edit(
            lambda library: speaking.say(library, argument, words, kind=kind, merge=merge),
            lambda changes: made(changes.new(Line)),
        )

    def set_line(self, number: int, text: str, merge: str = "") -> None:
        """Change a line's words."""
        self.edit(lambda library: speaking.change_line(library, number, text=text, merge=merge))

    def move_spoken(self, what: str, number: int, index: int) -> None:
        """Put a "question" or a "line" at a place among those of its argument."""
        move = speaking.move_question if what == "question" else speaking.move_line
        self.edit(lambda library: move(library, number, max(0, index)))

    def remove_spoken(self, what: str, number: int) -> None:
        """Move a "question" or a "line" to the trash."""
        remove = speaking.remove_question if what == "question" else speaking.remove_line
        self.edit(lambda library: remove(library, number))


def _answer_with(library: Library, argument: int, offer: Offer) -> Changes:
    if offer.kind == "card":
        return answers.from_card(library, argument, offer.id)
    if offer.kind == "position":
        return answers.from_position(library, argument, offer.id)
    if offer.elsewhere:
        return answers.from_elsewhere(library, argument, offer.id)
    return answers.drop(library, offer.id, argument)


def named(numbers: Sequence[str], count: int) -> str:
    """Return a name for a group of targets: their numbers, or how many they are."""
    known = [number for number in numbers if number]
    return ", ".join(known) if len(known) == count else str(count)
