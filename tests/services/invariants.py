"""What must be true of a library after anything that anyone did: said plainly, with no rule of the program's own."""

from debateprep.domain.model import Answer, Argument, Brief, Item, Section
from debateprep.domain.terms import Side
from debateprep.storage.library import Library


def broken(library: Library) -> list[str]:
    """Return every sentence that is not true of the live things."""
    with library.read() as reader:
        arguments = {each.id: each for each in reader.all(Argument)}
        answers = reader.all(Answer)
        briefs = {each.id: each for each in reader.all(Brief)}
        sections = {each.id: each for each in reader.all(Section)}
        items = reader.all(Item)
    return [
        *_answers(arguments, answers),
        *_sections(briefs, sections),
        *_items(arguments, {each.id for each in answers}, briefs, sections, items),
    ]


def _answers(arguments: dict[int, Argument], answers: list[Answer]) -> list[str]:
    found = []
    for each in answers:
        ends = [arguments.get(each.answering_id), arguments.get(each.target_id)]
        if None in ends:
            found.append(f"answer {each.id} has no end")
        elif {end.side for end in ends if end} != {Side.PRO, Side.CON} or len({e.topic_id for e in ends if e}) != 1:
            found.append(f"answer {each.id} is not between opposite sides of one topic")
    pairs = [(each.answering_id, each.target_id) for each in answers]
    if len(pairs) != len(set(pairs)):
        found.append("an answer is there twice")
    left = set(pairs)
    while left:
        answering = {one for one, _ in left}
        kept = {pair for pair in left if pair[1] in answering}
        if kept == left:
            return [*found, "answers go round in a circle"]
        left = kept
    return found


def _sections(briefs: dict[int, Brief], sections: dict[int, Section]) -> list[str]:
    found = []
    for each in sections.values():
        if each.brief_id not in briefs:
            found.append(f"section {each.id} is in no brief")
        above, steps = each, 0
        while above.parent_id is not None and above.parent_id in sections and steps <= len(sections):
            above, steps = sections[above.parent_id], steps + 1
        if steps > len(sections):
            found.append(f"section {each.id} stands in itself")
        if each.parent_id is not None:
            parent = sections.get(each.parent_id)
            if parent is None:
                found.append(f"section {each.id} stands in nothing")
            elif (parent.brief_id, parent.part) != (each.brief_id, each.part):
                found.append(f"section {each.id} is not where its parent is")
    return found


def _items(
    arguments: dict[int, Argument],
    answers: set[int],
    briefs: dict[int, Brief],
    sections: dict[int, Section],
    items: list[Item],
) -> list[str]:
    found = []
    for each in items:
        if each.section_id not in sections:
            found.append(f"item {each.id} stands in nothing")
            continue
        brief = briefs[sections[each.section_id].brief_id]
        argument = arguments.get(each.argument_id or 0)
        if each.argument_id is not None and argument is None:
            found.append(f"item {each.id} refers to nothing")
        if argument is not None and (argument.topic_id, argument.side) != (brief.topic_id, brief.side):
            found.append(f"item {each.id} shows an argument of another side or topic")
        if each.answer_id is not None and each.answer_id not in answers:
            found.append(f"item {each.id} refers to no answer")
    return found
