"""`formats`: the debate formats, and how to make them one's own."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from debateprep.commands.opening import reading, writing
from debateprep.commands.shared import shared_options
from debateprep.commands.shell import CommandError, Outcome, done
from debateprep.commands.table import paragraph, table
from debateprep.domain import formats as rules
from debateprep.domain.formats import Format
from debateprep.domain.reading_time import clock
from debateprep.domain.terms import Check
from debateprep.services import formats as service


def formats(parser: argparse.ArgumentParser) -> None:
    """Declare `formats`."""
    parser.set_defaults(run=_list)
    actions = parser.add_subparsers(metavar="ACTION", title="actions (list, if nothing is said)")
    shared = [shared_options()]
    actions.add_parser("list", help="list the formats", parents=shared).set_defaults(run=_list)
    show = actions.add_parser("show", help="show one: words, speeches, criteria, templates", parents=shared)
    show.set_defaults(run=_show)
    show.add_argument("format", metavar="FORMAT", help="its key, as public-forum, or words of its name")
    show.add_argument("--toml", action="store_true", help="as the file that `set` reads")
    put = actions.add_parser("set", help="keep a format of your own from a TOML file", parents=shared)
    put.set_defaults(run=_set)
    put.add_argument("file", metavar="FILE", type=Path)
    edit = actions.add_parser("checks", help="choose what is checked in a format", parents=shared)
    edit.set_defaults(run=_checks)
    edit.add_argument("format", metavar="FORMAT")
    edit.add_argument("checks", nargs="*", metavar="CHECK", help=f"of: {', '.join(Check)}")
    new = actions.add_parser("new", help="make a format of your own, with plain words", parents=shared)
    new.set_defaults(run=_new)
    new.add_argument("name", metavar="NAME")
    copy = actions.add_parser("copy", help="make a format of your own from another", parents=shared)
    copy.set_defaults(run=_copy)
    copy.add_argument("format", metavar="FORMAT")
    copy.add_argument("name", nargs="?", default="", metavar="NAME")
    remove = actions.add_parser("remove", help="move a format of your own to the trash", parents=shared)
    remove.set_defaults(run=_remove)
    remove.add_argument("format", metavar="FORMAT")
    reset = actions.add_parser("reset", help="go back to the format that ships", parents=shared)
    reset.set_defaults(run=_reset)
    reset.add_argument("format", metavar="FORMAT")


def _list(args: argparse.Namespace) -> Outcome:
    with reading(args) as library, library.read() as reader:
        found = service.listed(reader)
        own = {each.key for each in found if service.is_own(reader, each.key)}
    data = [{"key": each.key, "name": each.name, "own": each.key in own} for each in found]
    rows = [
        (
            each.key,
            each.name,
            clock(sum(speech.seconds for speech in each.speeches)),
            "yours" if each.key in own else "",
        )
        for each in found
    ]
    return Outcome({"formats": data}, table(("Key", "Name", "Speeches", ""), rows, long=(1,)))


def _show(args: argparse.Namespace) -> Outcome:
    with reading(args) as library, library.read() as reader:
        found = service.find(reader, args.format)
    if args.toml:
        text = rules.dump(found)
        return Outcome({"key": found.key, "toml": text}, text.splitlines())
    return Outcome(_facts(found), _lines(found))


def _facts(found: Format) -> dict[str, Any]:
    return {
        "key": found.key,
        "name": found.name,
        "speeches": [
            {"name": each.name, "side": each.side.value, "kind": each.kind.value, "seconds": each.seconds}
            for each in found.speeches
        ],
        "preparation": {"before": found.preparation_before, "during": found.preparation_during},
        "criteria": [each.name for each in found.criteria],
        "brings": found.brings.value,
        "checks": [each.value for each in Check if each in found.checks],
        "templates": {each.key: each.name for each in found.templates},
    }


def _lines(found: Format) -> list[str]:
    words = found.words
    lines = [*paragraph(f"{found.name} ({found.key})"), *(paragraph(found.note) if found.note else [])]
    lines += ["", *paragraph(f"Sides: {words.pro} and {words.con}.")]
    lines += paragraph(f"Words: {words.contentions}, {words.arguments}, {words.cards}, {words.questions}.")
    rows = [
        (clock(each.seconds), each.name, words.side(each.side) if each.side.sign != "·" else "")
        for each in found.speeches
    ]
    lines += ["", *table(("Time", "Speech", "Side"), rows, long=(1,))]
    if found.preparation_before or found.preparation_during:
        times = f"before {clock(found.preparation_before)}, during the round {clock(found.preparation_during)} a side"
        lines += ["", *paragraph(f"Preparation: {times}.")]
    lines += paragraph(f"You may bring: {found.brings.value}. {found.brings_note}".strip())
    lines += paragraph(f"Judged: {', '.join(each.name for each in found.criteria)}.")
    lines += paragraph(f"Checked: {', '.join(each.value for each in Check if each in found.checks)}.")
    lines += paragraph(f"Templates: {', '.join(f'{each.key} ({each.name})' for each in found.templates) or 'none'}.")
    return lines


def _set(args: argparse.Namespace) -> Outcome:
    try:
        text = args.file.expanduser().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"The file {args.file} cannot be read as text; choose a TOML file.") from error
    made = service.read(text, args.file.stem)
    with writing(args, make=True) as library:
        service.put(library, made)
    return done(f"Keeping the format “{made.name}” ({made.key}) in this library.", key=made.key)


def _checks(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        with library.read() as reader:
            found = service.find(reader, args.format)
        chosen = rules.parse({"key": found.key, "name": found.name, "checks": list(args.checks)}).checks
        service.put(library, replace(found, checks=chosen))
    names = ", ".join(each.value for each in Check if each in chosen) or "nothing"
    return done(f"In {found.name} this is checked: {names}.", key=found.key)


def _new(args: argparse.Namespace) -> Outcome:
    with writing(args, make=True) as library:
        service.make(library, args.name)
    return done(f"Made the format “{args.name}”; debateprep formats show --toml gives the file to edit.")


def _copy(args: argparse.Namespace) -> Outcome:
    with writing(args, make=True) as library:
        with library.read() as reader:
            found = service.find(reader, args.format)
        service.copy(library, found.key, args.name)
    return done(f"Made a copy of {found.name}.", key=found.key)


def _remove(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        with library.read() as reader:
            key = service.find(reader, args.format).key
        changes = service.remove(library, key)
    return done(" ".join(changes.notes), key=key)


def _reset(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        with library.read() as reader:
            key = service.find(reader, args.format).key
        service.reset(library, key)
    return done(f"The format “{key}” is as it ships again.", key=key)
