"""The round log: what was heard, what we answered, and how that went."""

from dataclasses import replace

from debateprep.domain.article import PartialDate
from debateprep.domain.changes import Changes
from debateprep.domain.model import Answer, Argument, Heard, Round, Topic
from debateprep.domain.terms import Outcome, ResponseType, Side
from debateprep.services import answers, arguments, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader, those
from debateprep.storage.library import Library


def listed(reader: Reader, topic_id: int) -> list[Round]:
    """Return the rounds debated on a topic, newest first."""
    return list(reversed(reader.all(Round, topic_id=topic_id)))


def heard_in(reader: Reader, topic_id: int) -> list[Heard]:
    """Return everything heard in the rounds on a topic, in the order it was written down."""
    return reader.all(Heard, round_id=those(Round, topic_id=topic_id))


def add(library: Library, new: Round) -> Changes:
    """Note a round; raise ServiceError without a name."""
    with library.edit("Add round") as edit:
        _noted(edit, new)
    return edit.changes


def _noted(edit: Edit, new: Round) -> Round:
    if not new.name.strip():
        raise ServiceError("A round needs a name, as “Round 3”.")
    edit.get(Topic, new.topic_id)
    return edit.add(new)


def change(
    library: Library,
    number: int,
    *,
    name: str | None = None,
    side: Side | None = None,
    tournament: str | None = None,
    opponent: str | None = None,
    judge: str | None = None,
    notes: str | None = None,
    held: PartialDate | None = None,
    merge: str = "",
) -> Changes:
    """Change what is noted of a round."""
    words = {"name": name, "tournament": tournament, "opponent": opponent, "judge": judge, "notes": notes}
    given = {field: value for field, value in words.items() if value is not None}
    if given.get("name", "x").strip() == "":
        raise ServiceError("A round needs a name, as “Round 3”.")
    with library.edit("Edit round", merge=merge) as edit:
        old = edit.get(Round, number)
        edit.put(replace(old, **given, side=side or old.side, held=held or old.held))  # type: ignore[arg-type]
    return edit.changes


def put(library: Library, debated: Round) -> Changes:
    """Keep a round as it is given, in place of what was noted of it; raise ServiceError without a name."""
    if not debated.name.strip():
        raise ServiceError("A round needs a name, as “Round 3”.")
    with library.edit("Edit round") as edit:
        edit.get(Round, debated.id)
        edit.put(debated)
    return edit.changes


def hear(
    library: Library,
    where: int | Round,
    *,
    claim: str = "",
    argument_id: int | None = None,
    answering_id: int | None = None,
    answer: str = "",
    said: str = "",
    outcome: Outcome = Outcome.UNKNOWN,
    notes: str = "",
) -> Changes:
    """Record an argument of the other side heard in a round: new (`claim`), or there already; one step.

    `where` is the id of a round, or one that is noted with it. Our answer is an argument of ours (`answering_id`), a
    new one (`answer`), or only words (`said`). An argument that answered becomes its answer. Without our side known
    for the round, the new claim's side cannot be.
    """
    with library.edit("Record argument heard") as edit:
        debated = edit.get(Round, where) if isinstance(where, int) else _noted(edit, where)
        argument = _argument(edit, debated, claim, argument_id)
        if answer.strip():
            draft = Argument(topic_id=argument.topic_id, side=argument.side.other, claim=answer.strip())
            answering_id = arguments.make(edit, draft).id
        if answering_id is not None and not _answers(edit, answering_id, argument.id):
            link = Answer(answering_id=answering_id, target_id=argument.id, response=ResponseType.NOT_TRUE)
            answers.link(edit, link)
        edit.add(
            Heard(
                round_id=debated.id,
                argument_id=argument.id,
                answering_id=answering_id,
                said=said,
                outcome=outcome,
                notes=notes,
            )
        )
    return edit.changes


def _argument(edit: Edit, where: Round, claim: str, argument_id: int | None) -> Argument:
    if argument_id is not None:
        argument = edit.get(Argument, argument_id)
        if argument.topic_id != where.topic_id:
            raise ServiceError("That argument belongs to another topic than the round.")
        return argument
    if where.side is Side.NEITHER:
        raise ServiceError("Say which side was ours in this round first, so that the argument is put on the other.")
    return arguments.make(edit, Argument(topic_id=where.topic_id, side=where.side.other, claim=claim.strip()))


def _answers(edit: Edit, answering_id: int, target_id: int) -> bool:
    return edit.first(Answer, answering_id=answering_id, target_id=target_id) is not None


def judge(
    library: Library, number: int, outcome: Outcome, *, said: str | None = None, notes: str | None = None
) -> Changes:
    """Say how our answer to what was heard went."""
    with library.edit("Edit argument heard") as edit:
        old = edit.get(Heard, number)
        new_notes = old.notes if notes is None else notes
        edit.put(replace(old, outcome=outcome, said=old.said if said is None else said, notes=new_notes))
    return edit.changes


def remove(library: Library, number: int) -> Changes:
    """Move a round with what was heard in it to the trash; the arguments stay."""
    return trash.put(library, Round, number)


def forget(library: Library, number: int) -> Changes:
    """Move what was heard once to the trash; the argument stays."""
    return trash.put(library, Heard, number)
