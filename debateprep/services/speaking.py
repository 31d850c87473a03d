"""What is ready to be said about an argument: questions to put, and lines that extend or weigh it."""

from dataclasses import replace

from debateprep.domain import outline
from debateprep.domain.changes import Changes
from debateprep.domain.model import Argument, Line, Question
from debateprep.domain.terms import LineKind, QuestionKind
from debateprep.services import trash
from debateprep.services.errors import ServiceError
from debateprep.storage.library import Library


def ask(
    library: Library,
    argument_id: int,
    words: str,
    *,
    expect: str = "",
    follow_up: str = "",
    kind: QuestionKind = QuestionKind.CROSSFIRE,
    merge: str = "",
) -> Changes:
    """Add a question about an argument, with the answer expected and what follows then."""
    if not words.strip():
        raise ServiceError("A question needs words.")
    with library.edit("Add question", merge=merge) as edit:
        edit.get(Argument, argument_id)
        rank = len(edit.all(Question, argument_id=argument_id))
        edit.add(Question(argument_id=argument_id, kind=kind, ask=words, expect=expect, follow_up=follow_up, rank=rank))
    return edit.changes


def change_question(
    library: Library,
    number: int,
    *,
    ask: str | None = None,
    expect: str | None = None,
    follow_up: str | None = None,
    kind: QuestionKind | None = None,
    merge: str = "",
) -> Changes:
    """Change a question; edits with the same `merge` key become one step."""
    words = {"ask": ask, "expect": expect, "follow_up": follow_up}
    given = {name: value for name, value in words.items() if value is not None}
    if given.get("ask", "x").strip() == "":
        raise ServiceError("A question needs words.")
    with library.edit("Edit question", merge=merge) as edit:
        old = edit.get(Question, number)
        edit.put(replace(old, kind=kind or old.kind, **given))  # type: ignore[arg-type]
    return edit.changes


def say(
    library: Library, argument_id: int, words: str, *, kind: LineKind = LineKind.EXTENSION, merge: str = ""
) -> Changes:
    """Add a line to say of an argument: to extend it, or to weigh its impact in one respect."""
    if not words.strip():
        raise ServiceError("A line needs words.")
    with library.edit("Add line", merge=merge) as edit:
        edit.get(Argument, argument_id)
        rank = len(edit.all(Line, argument_id=argument_id))
        edit.add(Line(argument_id=argument_id, kind=kind, text=words, rank=rank))
    return edit.changes


def change_line(
    library: Library, number: int, *, text: str | None = None, kind: LineKind | None = None, merge: str = ""
) -> Changes:
    """Change a line's words or what it does; edits with the same `merge` key become one step."""
    if text is not None and not text.strip():
        raise ServiceError("A line needs words.")
    with library.edit("Edit line", merge=merge) as edit:
        old = edit.get(Line, number)
        edit.put(replace(old, text=old.text if text is None else text, kind=kind or old.kind))
    return edit.changes


def move_question(library: Library, number: int, index: int) -> Changes:
    """Move a question among those of its argument, 0 first."""
    with library.edit("Move question") as edit:
        moved = edit.get(Question, number)
        for each in outline.placed(edit.all(Question, argument_id=moved.argument_id), moved, index):
            edit.put(each)
    return edit.changes


def move_line(library: Library, number: int, index: int) -> Changes:
    """Move a line among those of its argument, 0 first."""
    with library.edit("Move line") as edit:
        moved = edit.get(Line, number)
        for each in outline.placed(edit.all(Line, argument_id=moved.argument_id), moved, index):
            edit.put(each)
    return edit.changes


def remove_question(library: Library, number: int) -> Changes:
    """Move a question to the trash."""
    return trash.put(library, Question, number)


def remove_line(library: Library, number: int) -> Changes:
    """Move a line to the trash."""
    return trash.put(library, Line, number)
