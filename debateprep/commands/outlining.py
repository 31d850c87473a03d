"""`brief ACTION` for whole rows: after, indent, outdent, shift, put, split, merge, copies, and further briefs."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from debateprep.commands.build import section_named
from debateprep.commands.opening import reading, topic_of, writing
from debateprep.commands.shell import (
    CommandError,
    Outcome,
    counted,
    done,
    kind_of,
    number_of,
    one_of,
    ref,
    whole,
)
from debateprep.commands.table import table
from debateprep.domain.changes import Changes
from debateprep.domain.model import Argument, Brief, Item, Line, Question
from debateprep.domain.sketch import LAST, Place, Row, item, section
from debateprep.domain.terms import ItemKind, LineKind, Part, QuestionKind, Side
from debateprep.services import branches, briefs, outlining, speaking, topics
from debateprep.storage.library import Library

Actions = Any  # argparse gives its subparsers action no public type
_ROW = "a section (C1, h3), an item (i7) or an argument where it stands (a12)"
Go = Callable[[Library, Sequence[Row]], Changes]


def declare(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    """Add the outline's actions to `brief`."""
    _declare_after(actions, parents)
    for name, words, go, verb in _MANY:
        parser = actions.add_parser(name, help=words, parents=parents)
        parser.set_defaults(run=_many(go, verb))
        parser.add_argument("rows", nargs="+", metavar="ROW", help=_ROW)
    _declare_shift(actions, parents)
    _declare_put(actions, parents)
    _declare_split(actions, parents)
    _declare_copies(actions, parents)
    _declare_briefs(actions, parents)
    _declare_spoken(actions, parents)


def _row(library: Library, args: argparse.Namespace, wanted: str) -> Row:
    kind, number = kind_of(wanted) or ("section", 0)
    if kind == "item":
        return item(number)
    if kind == "argument":
        with library.read() as reader:
            found = reader.first(Item, argument_id=reader.get(Argument, number).id)
        if found is None:
            raise CommandError(f"The argument {wanted} is in no section; `debateprep brief move {wanted} --to C1`.")
        return item(found.id)
    return section(section_named(library, args, wanted).id)


def _rows(library: Library, args: argparse.Namespace) -> list[Row]:
    return [_row(library, args, each) for each in args.rows]


def _many(go: Go, verb: str) -> Callable[[argparse.Namespace], Outcome]:
    def run(args: argparse.Namespace) -> Outcome:
        with writing(args) as library:
            changes = go(library, _rows(library, args))
        return _told(f"{verb} {counted(len(args.rows), 'row')}.", changes)

    return run


def _told(sentence: str, changes: Changes, **data: Any) -> Outcome:
    return done(" ".join([sentence, *changes.notes]), notes=list(changes.notes), **data)


def _freeze(library: Library, rows: Sequence[Row], *, thaw: bool = False) -> Changes:
    if any(row.is_section for row in rows):
        raise CommandError("Name arguments or items; a section has no words of others.")
    return (outlining.thaw if thaw else outlining.freeze)(library, [row.id for row in rows])


_MANY: tuple[tuple[str, str, Go, str], ...] = (
    ("indent", "put rows one step deeper", outlining.indent, "Indented"),
    ("outdent", "put rows one step higher", outlining.outdent, "Outdented"),
    ("duplicate", "put a copy after each row, with arguments of its own", branches.duplicate, "Duplicated"),
    ("merge", "make one row of several of a kind", outlining.merge, "Merged"),
    ("take-out", "move rows to the trash; arguments and cards stay", outlining.remove, "Took out"),
    ("freeze", "let references keep their present words", _freeze, "Froze"),
    ("thaw", "let references follow what is written again", partial(_freeze, thaw=True), "Thawed"),
)


def _declare_after(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("after", help="add a row right after another", parents=parents)
    parser.set_defaults(run=_after)
    parser.add_argument("row", metavar="ROW", help=_ROW)
    parser.add_argument("text", metavar="WORDS", help="a title beside a section; a claim or note beside an item")
    parser.add_argument("--note", action="store_true", help="a note, not an argument")


def _after(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        kind = ItemKind.NOTE if args.note else None
        changes = outlining.insert_after(library, _row(library, args, args.row), args.text, kind=kind)
    made = [ref(kind, number) for kind, number in changes.created]
    return _told(f"Added “{args.text}” ({', '.join(made)}).", changes, made=made)


def _declare_shift(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    for name, by in (("up", -1), ("down", 1)):
        parser = actions.add_parser(name, help=f"move rows one place {name}", parents=parents)
        parser.set_defaults(run=_many(partial(outlining.shift, by=by), f"Moved {name}"))
        parser.add_argument("rows", nargs="+", metavar="ROW", help=_ROW)


def _declare_put(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    words = "move rows to a section or to the top, also of another brief, side or topic"
    parser = actions.add_parser("put", help=words, parents=parents)
    parser.set_defaults(run=_put)
    parser.add_argument("rows", nargs="+", metavar="ROW", help=_ROW)
    _add_place(parser)
    paste = actions.add_parser("paste", help="paste what `copy --json` gave, or lines, from stdin", parents=parents)
    paste.set_defaults(run=_paste)
    _add_place(paste)


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", dest="section", metavar="H", help="the section, as h3; else the top of the brief")
    parser.add_argument("--brief", metavar="B", help="the brief, as b2; else the main one of --to-side")
    parser.add_argument("--to-side", choices=[Side.PRO.value, Side.CON.value], help="the side whose brief it is")
    parser.add_argument("--part", type=one_of(Part), default=Part.CASE, metavar="PART", help=", ".join(Part))
    parser.add_argument("--place", type=whole, metavar="N", help="1 is first; else last")


def _place(library: Library, args: argparse.Namespace) -> Place:
    index = args.place - 1 if args.place else LAST
    if args.section:
        found = section_named(library, args, args.section)
        return Place(found.brief_id, found.part, found.id, index)
    with library.read() as reader:
        if args.brief:
            return Place(reader.get(Brief, number_of(args.brief, "brief")).id, args.part, None, index)
        side = args.to_side or args.side
        if not side:
            raise CommandError("Say where to: --to h3, --brief b2, or --to-side pro.")
        return outlining.place_at(reader, topics.find(reader, args.topic).id, Side(side), args.part, index)


def _put(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        changes = outlining.move(library, _rows(library, args), _place(library, args))
    return _told(f"Moved {counted(len(args.rows), 'row')}.", changes)


def _paste(args: argparse.Namespace) -> Outcome:
    text = sys.stdin.read()
    with writing(args) as library:
        place = _place(library, args)
        ours = text.lstrip().startswith("{")
        changes = branches.paste(library, text, place) if ours else branches.paste_text(library, text, place)
    return _told(f"Pasted {counted(len(changes.created), 'thing')}.", changes)


def _declare_split(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("split", help="split a section at a row, or a row's words", parents=parents)
    parser.set_defaults(run=_split)
    parser.add_argument("row", metavar="ROW", help=_ROW)
    parser.add_argument("--at", metavar="ROW", help="of a section: the first row of the new one")
    parser.add_argument("--title", metavar="WORDS", help="of a section: the title of the new one")
    parser.add_argument("--before", metavar="WORDS", help="of a row: the words that begin its second half")


def _split(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        row = _row(library, args, args.row)
        if args.before:
            with library.read() as reader:
                words = outlining.words_of(reader, row)
            if args.before not in words:
                raise CommandError(f"“{args.before}” does not stand in “{words}”.")
            changes = outlining.split_text(library, row, words.index(args.before))
        elif args.title and row.is_section:
            at = _row(library, args, args.at) if args.at else None
            changes = outlining.split_section(library, row.id, args.title, at=at)
        else:
            raise CommandError("Say how: --before WORDS, or for a section --title TITLE --at ROW.")
    return _told(f"Split {args.row}.", changes)


def _declare_copies(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    for name, words in (
        ("copy", "print rows as text, or with --json to paste"),
        ("cut", "copy, and move to the trash"),
    ):
        parser = actions.add_parser(name, help=words, parents=parents)
        parser.set_defaults(run=_copy if name == "copy" else _cut)
        parser.add_argument("rows", nargs="+", metavar="ROW", help=_ROW)


def _copy(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        found = branches.copy(library, _rows(library, args))
    return _clipped(found.data, found.text)


def _cut(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        found, _ = branches.cut(library, _rows(library, args))
    return _clipped(found.data, found.text)


def _clipped(data: str, text: str) -> Outcome:
    return Outcome(json.loads(data), text.splitlines())


def _declare_briefs(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("briefs", help="list the topic's briefs", parents=parents)
    parser.set_defaults(run=_list)
    new = actions.add_parser("new", help="add a further brief to --side", parents=parents)
    new.set_defaults(run=_new)
    new.add_argument("title", metavar="TITLE")
    main = actions.add_parser("main", help="let a brief give the numbers of its side", parents=parents)
    main.set_defaults(run=_main)
    main.add_argument("brief", metavar="B")


def _list(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        with library.read() as reader:
            found = reader.all(Brief, topic_id=topic.id)
    data = [{"ref": ref("brief", e.id), "side": e.side.value, "title": e.title, "main": e.main} for e in found]
    rows = [(ref("brief", each.id), each.side.label, each.title, "main" if each.main else "") for each in found]
    return Outcome({"briefs": data}, table(("Name", "Side", "Title", ""), rows, long=(2,)))


def _new(args: argparse.Namespace) -> Outcome:
    if not args.side:
        raise CommandError("Say whose brief: --side pro or --side con.")
    with writing(args) as library:
        changes = briefs.add(library, topic_of(library, args.topic).id, Side(args.side), args.title)
    return done(f"Added the brief “{args.title}” ({ref('brief', changes.new(Brief))}).", brief=changes.new(Brief))


def _main(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        briefs.make_main(library, number_of(args.brief, "brief"))
    return done(f"{args.brief} is the main brief of its side now.", brief=args.brief)


def _declare_spoken(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    ask = actions.add_parser("question", help="add a question to put about an argument", parents=parents)
    ask.set_defaults(run=_ask)
    ask.add_argument("argument", metavar="A")
    ask.add_argument("words", metavar="QUESTION")
    ask.add_argument("--expect", default="", metavar="WORDS", help="the answer expected")
    ask.add_argument("--then", default="", metavar="WORDS", help="what follows then")
    ask.add_argument("--kind", type=one_of(QuestionKind), default=QuestionKind.CROSSFIRE, help=", ".join(QuestionKind))
    say = actions.add_parser("line", help="add a line that extends or weighs an argument", parents=parents)
    say.set_defaults(run=_say)
    say.add_argument("argument", metavar="A")
    say.add_argument("words", metavar="LINE")
    say.add_argument("--kind", type=one_of(LineKind), default=LineKind.EXTENSION, help=", ".join(LineKind))


def _ask(args: argparse.Namespace) -> Outcome:
    argument = number_of(args.argument, "argument")
    with writing(args) as library:
        changes = speaking.ask(library, argument, args.words, expect=args.expect, follow_up=args.then, kind=args.kind)
    name = ref("question", changes.new(Question))
    return done(f"Added the question {name} to {args.argument}.", question=name)


def _say(args: argparse.Namespace) -> Outcome:
    argument = number_of(args.argument, "argument")
    with writing(args) as library:
        changes = speaking.say(library, argument, args.words, kind=args.kind)
    name = ref("line", changes.new(Line))
    return done(f"Added the line {name} ({args.kind}) to {args.argument}.", line=name)
