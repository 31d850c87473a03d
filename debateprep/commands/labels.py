"""`label` and `filters`: keywords, status and strength, and choices of arguments kept under a name."""

import argparse

from debateprep.commands.choosing import add_filter, filter_of
from debateprep.commands.opening import reading, topic_of, writing
from debateprep.commands.shared import shared_options
from debateprep.commands.shell import (
    CommandError,
    Outcome,
    add_topic,
    counted,
    done,
    kind_of,
    number_of,
    one_of,
    ref,
)
from debateprep.commands.table import table
from debateprep.domain.labels import LabelColour, colour_of
from debateprep.domain.terms import ArgumentStatus
from debateprep.services import selections


def label(parser: argparse.ArgumentParser) -> None:
    """Declare `label` with its actions."""
    parser.set_defaults(run=_list)
    actions = parser.add_subparsers(metavar="ACTION", title="actions (list, if nothing is said)")
    shared = [shared_options()]
    actions.add_parser("list", help="list the labels", parents=shared).set_defaults(run=_list)
    for name, words in (("on", "put a label on things"), ("off", "take a label off things")):
        one = actions.add_parser(name, help=words, parents=shared)
        one.set_defaults(run=_put, off=name == "off")
        one.add_argument("label", metavar="LABEL")
        one.add_argument("things", nargs="+", metavar="THING", help="as a12, c4, p3, s1")
    add = actions.add_parser("add", help="make a label that nothing has yet", parents=shared)
    add.set_defaults(run=_add)
    add.add_argument("label", metavar="LABEL")
    add.add_argument("--colour", default="", metavar="COLOUR", help=", ".join(LabelColour))
    colour = actions.add_parser("colour", help="give a label another colour, with its shape", parents=shared)
    colour.set_defaults(run=_recolour)
    colour.add_argument("label", metavar="LABEL")
    colour.add_argument("colour", metavar="COLOUR", help=", ".join(LabelColour))
    rename = actions.add_parser("rename", help="rename a label everywhere", parents=shared)
    rename.set_defaults(run=_rename)
    rename.add_argument("label", metavar="LABEL")
    rename.add_argument("name", metavar="NAME")
    remove = actions.add_parser("remove", help="move a label to the trash, off everything", parents=shared)
    remove.set_defaults(run=_remove)
    remove.add_argument("label", metavar="LABEL")
    rate = actions.add_parser("rate", help="set arguments' status and strength", parents=shared)
    rate.set_defaults(run=_rate)
    rate.add_argument("arguments", nargs="+", metavar="A")
    rate.add_argument("--status", type=one_of(ArgumentStatus), metavar="STATUS", help=", ".join(ArgumentStatus))
    rate.add_argument("--strength", type=int, metavar="N", help="1 (weak) to 5 (strong), 0 for none")


def _things(names: list[str]) -> list[tuple[str, int]]:
    found = [kind_of(name) for name in names]
    if None in found:
        raise CommandError("Name things by letter and number, as a12 or c4.")
    return [each for each in found if each is not None]


def _list(args: argparse.Namespace) -> Outcome:
    with reading(args) as library, library.read() as reader:
        found = [(each, len(selections.labelled(reader, each.name))) for each in selections.labels(reader)]
    data = [
        {"ref": ref("label", each.id), "name": each.name, "colour": colour_of(each).value, "things": count}
        for each, count in found
    ]
    if not found:
        return Outcome({"labels": data}, ["There is no label yet; put one on: debateprep label on crux a12"])
    rows = [(each.name, colour_of(each).value, counted(count, "thing")) for each, count in found]
    return Outcome({"labels": data}, table(("Label", "Colour", "On"), rows, long=(0,)))


def _put(args: argparse.Namespace) -> Outcome:
    things = _things(args.things)
    with writing(args) as library:
        (selections.remove_label if args.off else selections.add_label)(library, args.label, things)
    return done(f"“{args.label}” is {'off' if args.off else 'on'} {counted(len(things), 'thing')}.", label=args.label)


def _add(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        selections.make_label(library, args.label, colour=args.colour)
    return done(f"Made the label “{args.label}”.", label=args.label)


def _recolour(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        selections.change_label(library, args.label, colour=args.colour)
    return done(f"“{args.label}” is {args.colour} now.", label=args.label, colour=args.colour)


def _rename(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        selections.change_label(library, args.label, new_name=args.name)
    return done(f"“{args.label}” is called “{args.name}” now.", label=args.name)


def _remove(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        changes = selections.delete_label(library, args.label)
    return done(" ".join(changes.notes), label=args.label)


def _rate(args: argparse.Namespace) -> Outcome:
    if args.status is None and args.strength is None:
        raise CommandError("Say what: --status ready, --strength 4, or both.")
    numbers = [number_of(name, "argument") for name in args.arguments]
    with writing(args) as library:
        selections.rate(library, numbers, status=args.status, strength=args.strength)
    return done(f"Rated {counted(len(numbers), 'argument')}.", arguments=numbers)


def filters_(parser: argparse.ArgumentParser) -> None:
    """Declare `filters` with its actions."""
    parser.set_defaults(run=_list_filters)
    add_topic(parser)
    actions = parser.add_subparsers(metavar="ACTION", title="actions (list, if nothing is said)")
    about = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    add_topic(about, default=argparse.SUPPRESS)
    parents = [about, shared_options()]
    actions.add_parser("list", help="list the kept filters", parents=parents).set_defaults(run=_list_filters)
    save = actions.add_parser("save", help="keep a filter under a name", parents=parents)
    save.set_defaults(run=_save)
    save.add_argument("name", metavar="NAME")
    save.add_argument("--everywhere", action="store_true", help="for all topics")
    add_filter(save)
    rename = actions.add_parser("rename", help="give a kept filter another name", parents=parents)
    rename.set_defaults(run=_rename_filter)
    rename.add_argument("name", metavar="F", help="as f1")
    rename.add_argument("called", metavar="NAME")
    remove = actions.add_parser("remove", help="move a kept filter to the trash", parents=parents)
    remove.set_defaults(run=_remove_filter)
    remove.add_argument("name", metavar="F", help="as f1")


def _list_filters(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        with library.read() as reader:
            found = selections.saved(reader, topic.id)
    data = [{"ref": ref("savedfilter", each.id), "name": each.name, "terms": dict(each.terms)} for each in found]
    if not found:
        return Outcome({"filters": data}, ["There is no filter yet; keep one: debateprep filters save NAME --open"])
    rows = [
        (ref("savedfilter", each.id), each.name, ", ".join(f"{name} {value}" for name, value in each.terms))
        for each in found
    ]
    return Outcome({"filters": data}, table(("Name", "Called", "Shows"), rows, long=(1, 2)))


def _save(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        topic = topic_of(library, args.topic)
        with library.read() as reader:
            wanted = filter_of(args, reader, topic.id)
        selections.save(library, args.name, wanted, topic_id=None if args.everywhere else topic.id)
    return done(f"Kept the filter “{args.name}”.", name=args.name)


def _rename_filter(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        selections.rename(library, number_of(args.name, "savedfilter"), args.called)
    return done(f"The filter {args.name} is called “{args.called}” now.", name=args.name)


def _remove_filter(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        selections.forget(library, number_of(args.name, "savedfilter"))
    return done(f"Moved the filter {args.name} to the trash.", name=args.name)
