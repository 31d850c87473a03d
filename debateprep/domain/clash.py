"""Who answers whom: what may be linked, what is covered, and how answers stand in order."""

from collections.abc import Iterable, Sequence

from debateprep.domain.model import Answer, Argument
from debateprep.domain.pages import Coverage
from debateprep.domain.terms import Side


def reached(answers: Iterable[Answer], start: int) -> set[int]:
    """Return `start` and every argument that following answers from it to what they target leads to."""
    targets: dict[int, list[int]] = {}
    for answer in answers:
        targets.setdefault(answer.answering_id, []).append(answer.target_id)
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(targets.get(here, ()))
    return seen


def reaches(answers: Iterable[Answer], start: int, goal: int) -> bool:
    """Tell whether following answers from `start` to what they target leads to `goal`."""
    return goal in reached(answers, start)


def objection(answers: Sequence[Answer], answering: Argument, target: Argument) -> str:
    """Return why the link may not be made, in a sentence, or "" when it may."""
    if answering.id == target.id:
        return "An argument cannot answer itself."
    if answering.topic_id != target.topic_id:
        return "Both arguments must belong to the same topic."
    if answering.side is not target.side.other or answering.side is Side.NEITHER:
        return f"Only a {target.side.other.label} argument can answer a {target.side.label} argument."
    if any(each.answering_id == answering.id and each.target_id == target.id for each in answers):
        return "That answer is already there."
    if reaches(answers, target.id, answering.id):
        return "That would make a circle: the argument answered already answers this one, directly or through others."
    return ""


def ordered(answers: Iterable[Answer]) -> list[Answer]:
    """Return answers as they are read: by tier, then as the user ranked them."""
    return sorted(answers, key=lambda answer: (answer.tier, answer.rank, answer.id))


def answers_to(answers: Iterable[Answer], target_id: int) -> list[Answer]:
    """Return the answers to one argument, in reading order."""
    return ordered(answer for answer in answers if answer.target_id == target_id)


def coverage(arguments: Iterable[Argument], answers: Iterable[Answer], side: Side) -> Coverage:
    """Count a side's arguments, frontlines included, and those that a live answer targets."""
    own = {argument.id for argument in arguments if argument.side is side}
    return Coverage(side, len(own & {answer.target_id for answer in answers}), len(own))


def groups(answers: Iterable[Answer]) -> dict[tuple[int, str], list[Answer]]:
    """Return the answers that are said once against several targets, by their argument and the group's name."""
    found: dict[tuple[int, str], list[Answer]] = {}
    for answer in sorted(answers, key=lambda each: each.id):
        if answer.grouped_as:
            found.setdefault((answer.answering_id, answer.grouped_as), []).append(answer)
    return {key: members for key, members in found.items() if len(members) > 1}


def cross_applied(answers: Iterable[Answer]) -> frozenset[int]:
    """Return the answers that apply to a further target what was written against another; groups are no such."""
    first: dict[int, Answer] = {}
    found = set()
    for answer in sorted(answers, key=lambda each: each.id):
        home = first.setdefault(answer.answering_id, answer)
        if home is not answer and not (answer.grouped_as and answer.grouped_as == home.grouped_as):
            found.add(answer.id)
    return frozenset(found)
