"""The one road across: an argument taken to the other side of its topic, and what it lets go of on the way."""

from dataclasses import dataclass, field, replace

from debateprep.domain.model import Answer, Argument, Heard, Item
from debateprep.domain.terms import Side
from debateprep.services import trash
from debateprep.storage.edit import Edit, Reader


def was_heard(reader: Reader, number: int) -> bool:
    """Tell whether the round log says that an argument was heard, or that it answered what was heard."""
    return reader.first(Heard, argument_id=number) is not None or reader.first(Heard, answering_id=number) is not None


@dataclass(slots=True)
class Crossing:
    """Takes arguments across within an edit, and tells of all of them together.

    What an argument rests on goes with it: supports, questions, lines, labels, status. Answers hold between opposite
    sides only, so its links go to the trash, and with them an argument that answered nothing else and stands nowhere.
    Its places on the side it leaves go too, but for `moved`: the items that move along.
    """

    edit: Edit
    moved: set[int]
    _crossed: list[Argument] = field(default_factory=list)
    _links: int = 0
    _unused: int = 0
    _places: int = 0

    def take(self, argument: Argument, side: Side) -> Argument:
        """Take one argument to a side and return it; what was heard in a round must not be taken."""
        edit, number = self.edit, argument.id
        mine = edit.all(Answer, answering_id=number)
        theirs = edit.all(Answer, target_id=number)
        for link in (*mine, *theirs):
            trash.move(edit, Answer, link.id)
        self._links += len(mine) + len(theirs)
        for link in theirs:
            self._discard_unused(link.answering_id)
        for each in edit.all(Item, argument_id=number):
            if each.id not in self.moved:
                trash.move(edit, Item, each.id)
                self._places += 1
        self._crossed.append(argument)
        return edit.put(replace(argument, side=side))

    def _discard_unused(self, number: int) -> None:
        # An answer that stands in no section and answers nothing else would be nowhere to be seen.
        edit = self.edit
        waiting = [number]
        while waiting:
            here = waiting.pop()
            tied = edit.first(Item, argument_id=here) or edit.first(Answer, answering_id=here)
            if tied is not None or was_heard(edit, here) or edit.first(Argument, id=here) is None:
                continue
            waiting += [each.answering_id for each in edit.all(Answer, target_id=here)]
            trash.move(edit, Argument, here)
            self._unused += 1

    def tell(self) -> None:
        """Note what was let go of, in sentences for the user; nothing is noted when nothing was."""
        if not self._crossed:
            return
        one = len(self._crossed) == 1
        who = f"“{self._crossed[0].short}”" if one else f"{len(self._crossed)} arguments"
        if self._links:
            let_go = "1 answer" if self._links == 1 else f"{self._links} answers"
            self.edit.notes.append(f"{who} let go of {let_go}, for answers hold between opposite sides only.")
        if self._unused:
            gone = "An answer" if self._unused == 1 else f"{self._unused} answers"
            verb = "is" if self._unused == 1 else "are"
            self.edit.notes.append(f"{gone} written for nothing else {verb} in the trash.")
        if self._places:
            left = "1 other place" if self._places == 1 else f"{self._places} other places"
            self.edit.notes.append(f"{who} left {left} on the {self._crossed[0].side.label} side.")
