"""`undo`, `redo`, `history` and `trash`: nothing is gone at once."""

import argparse

from debateprep.commands.opening import reading, writing
from debateprep.commands.shell import CommandError, Outcome, counted, done, kind_of, ref, whole
from debateprep.commands.table import table
from debateprep.domain.model import Thing
from debateprep.services import history as steps
from debateprep.services import trash as bin_
from debateprep.storage.library import KEPT_DAYS


def undo(parser: argparse.ArgumentParser) -> None:
    """Declare `undo`."""
    parser.set_defaults(run=lambda args: _walk(args, undoing=True))
    parser.add_argument("steps", nargs="?", type=whole, default=1, metavar="N", help="how many steps (1)")


def redo(parser: argparse.ArgumentParser) -> None:
    """Declare `redo`."""
    parser.set_defaults(run=lambda args: _walk(args, undoing=False))
    parser.add_argument("steps", nargs="?", type=whole, default=1, metavar="N", help="how many steps (1)")


def _walk(args: argparse.Namespace, *, undoing: bool) -> Outcome:
    go, word = (steps.undo, "Undone") if undoing else (steps.redo, "Done again")
    with writing(args) as library:
        walked = go(library, args.steps)
    names = [changes.step for changes in walked]
    lines = [f"{word}: {name}" for name in names]
    if len(names) < args.steps:
        lines.append(f"There were no more steps: {len(names)} of {args.steps}.")
    return Outcome({"steps": names, "asked": args.steps}, lines, chatter=True)


def history(parser: argparse.ArgumentParser) -> None:
    """Declare `history`."""
    parser.set_defaults(run=_history)
    parser.add_argument("--limit", type=whole, default=20, metavar="N", help="how many steps (20)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--show", type=int, metavar="N", help="what a step touched")
    what.add_argument("--to", type=int, metavar="N", help="go to the point just after a step; 0 for before all")
    what.add_argument("--restore", type=int, metavar="N", help="bring back what a step threw away; later work stays")


def _go_to(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        walked = steps.go_to(library, args.to)
    names = [changes.step for changes in walked]
    lines = [f"Undone or done again: {name}" for name in names] or ["You are there already."]
    return Outcome({"steps": names}, lines, chatter=True)


def _restore(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        changes = steps.restore_deleted(library, args.restore)
    count = sum(len(numbers) for numbers in changes.ids.values())
    return done(" ".join([f"Brought back {counted(count, 'thing')}.", *changes.notes]), things=count)


def _shown(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        found = steps.detail(library, args.show)
    touched = [{"kind": e.kind, "id": e.id, "title": e.title, "how": e.how.value} for e in found.touched]
    data = {"id": found.step.id, "step": found.step.name, "undone": found.step.undone, "touched": touched}
    rows = [(_name(each.kind, each.id), each.kind, each.title, each.how.value) for each in found.touched]
    return Outcome(data, [found.step.name, *table(("Name", "Kind", "Title", "How"), rows, long=(2,))])


def _history(args: argparse.Namespace) -> Outcome:
    for wanted, run in ((args.to, _go_to), (args.restore, _restore), (args.show, _shown)):
        if wanted is not None:
            return run(args)
    with reading(args) as library:
        found = steps.steps(library, args.limit)
    data = [{"id": step.id, "step": step.name, "at": step.at, "undone": step.undone} for step in found]
    if not found:
        return Outcome({"steps": data}, ["There are no steps yet."])
    rows = [(step.id, step.at[:19].replace("T", " "), step.name, "undone" if step.undone else "") for step in found]
    return Outcome({"steps": data}, table(("N", "When (UTC)", "Step", ""), rows, long=(2,)))


def trash(parser: argparse.ArgumentParser) -> None:
    """Declare `trash`."""
    parser.set_defaults(run=_trash)
    words = "list (if nothing is said), restore or put"
    parser.add_argument("action", nargs="?", choices=("list", "restore", "put"), default="list", help=words)
    parser.add_argument("thing", nargs="*", metavar="KIND ID", help="what, as `argument 12` or a12")


def _trash(args: argparse.Namespace) -> Outcome:
    if args.action == "list":
        return _content(args)
    thing, kind, number = _named(args.thing)
    with writing(args) as library:
        if args.action == "restore":
            bin_.restore(library, thing, number)
            return done(f"Restored {kind} {number}.", kind=kind, id=number)
        bin_.put(library, thing, number)
        sentence = f"Moved {kind} {number} to the trash; `debateprep trash restore {kind} {number}` brings it back."
        return done(sentence, kind=kind, id=number)


def _named(words: list[str]) -> tuple[type[Thing], str, int]:
    short = kind_of(words[0]) if len(words) == 1 else None
    if short is not None:
        return bin_.kind(short[0]), *short
    if len(words) != 2 or not words[1].isascii() or not words[1].isdigit():
        raise CommandError("Say what is meant by kind and number, as `argument 12`, or by its short name, as a12.")
    return bin_.kind(words[0].casefold()), words[0].casefold(), int(words[1])


def _content(args: argparse.Namespace) -> Outcome:
    if args.thing:
        raise CommandError("`debateprep trash` lists everything; `debateprep trash restore KIND ID` brings one back.")
    with reading(args) as library:
        found = bin_.content(library)
    data = [{"kind": each.kind, "id": each.id, "title": each.title, "deleted_at": each.deleted_at} for each in found]
    if not found:
        return Outcome({"trash": data}, ["The trash is empty."])
    rows = [
        (_name(each.kind, each.id), each.kind, each.title, each.deleted_at[:16].replace("T", " ")) for each in found
    ]
    count = f"{counted(len(found), 'thing')}; each stays at least {KEPT_DAYS} days."
    lines = [*table(("Name", "Kind", "Title", "Since (UTC)"), rows, long=(2,)), "", count]
    return Outcome({"trash": data}, lines)


def _name(kind: str, number: int) -> str:
    try:
        return ref(kind, number)
    except KeyError:
        return str(number)
