"""`topics`: the resolutions, and the samples that ship."""

import argparse
from dataclasses import replace
from typing import Any

from debateprep.commands.opening import reading, topic_of, writing
from debateprep.commands.shared import shared_options
from debateprep.commands.shell import CommandError, Outcome, done, ref
from debateprep.commands.table import table
from debateprep.domain.model import Topic
from debateprep.services import answers, samples, topic_copies
from debateprep.services import topics as service

_FIELDS = ("name", "format", "pro_stance", "con_stance", "notes")


def topics(parser: argparse.ArgumentParser) -> None:
    """Declare `topics`."""
    parser.set_defaults(run=_list)
    actions = parser.add_subparsers(metavar="ACTION", title="actions (list, if nothing is said)")
    shared = shared_options()
    actions.add_parser("list", help="list the topics", parents=[shared]).set_defaults(run=_list)
    add = actions.add_parser("add", help="make a topic with two empty briefs", parents=[shared])
    add.set_defaults(run=_add)
    add.add_argument("resolution", metavar="RESOLUTION", help='"Resolved: …"')
    add.add_argument("--template", default="", metavar="KEY", help="an outline of the format to begin with, as case")
    _add_fields(add)
    edit = actions.add_parser("edit", help="change a topic's words", parents=[shared])
    edit.set_defaults(run=_edit)
    edit.add_argument("topic", metavar="T", help="its number (t2) or words of its name")
    edit.add_argument("--resolution", metavar="WORDS")
    since = "evidence from before this year counts as old; 0 for none"
    edit.add_argument("--evidence-since", type=int, metavar="YEAR", help=since)
    _add_fields(edit)
    remove = actions.add_parser("remove", help="move a topic to the trash with its briefs", parents=[shared])
    remove.set_defaults(run=_remove)
    remove.add_argument("topic", metavar="T", help="its number (t2) or words of its name")
    _declare_more(actions, shared)
    shipped = actions.add_parser("samples", help="add the sample topics that ship", parents=[shared])
    shipped.set_defaults(run=_samples)
    shipped.add_argument("keys", nargs="*", metavar="KEY", help=f"{', '.join(samples.keys())}; else all")


def _declare_more(actions: Any, shared: argparse.ArgumentParser) -> None:
    for name, words, run in (
        ("archive", "put a topic out of the way, whole", _archive),
        ("unarchive", "take a topic back", _archive),
        ("duplicate", "copy a topic with its briefs; evidence is shared", _duplicate),
        ("templates", "show what outlines its format offers; add one", _templates),
    ):
        parser = actions.add_parser(name, help=words, parents=[shared])
        parser.set_defaults(run=run, archived=name == "archive")
        parser.add_argument("topic", metavar="T", help="its number (t2) or words of its name")
        if name == "duplicate":
            parser.add_argument("--name", default="", metavar="WORDS")
            parser.add_argument("--outline", action="store_true", help="the outline and notes alone")
        if name == "templates":
            parser.add_argument("--add", default="", metavar="KEY", help="put this outline into both briefs")


def _archive(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        topic = topic_of(library, args.topic)
        service.archive(library, topic.id, archived=args.archived)
    what = "is archived" if args.archived else "is back"
    return done(f"“{topic.short}” {what}.", topic=topic.id, archived=args.archived)


def _duplicate(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        topic = topic_of(library, args.topic)
        changes = topic_copies.duplicate(library, topic.id, args.name, arguments_too=not args.outline)
    name = ref("topic", changes.new(Topic))
    return done(f"Copied “{topic.short}” ({name}).", topic=changes.new(Topic))


def _templates(args: argparse.Namespace) -> Outcome:
    if args.add:
        with writing(args) as library:
            topic = topic_of(library, args.topic)
            topic_copies.apply(library, topic.id, args.add)
        return done(f"Added the outline “{args.add}” to both briefs of “{topic.short}”.", topic=topic.id)
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        found = topic_copies.offered(library, topic.id)
    data = [{"key": each.template.key, "name": each.template.name, "pro": each.pro, "con": each.con} for each in found]
    rows = [(each.template.key, each.template.name, each.pro, each.con) for each in found]
    return Outcome({"templates": data}, table(("Key", "Name", "Pro", "Con"), rows, long=(1,)))


def _add_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", metavar="WORDS", help="a short name for lists")
    parser.add_argument("--format", metavar="FORMAT", help="the debate format, e.g. public-forum")
    parser.add_argument("--pro-stance", metavar="WORDS", help="what Pro stands for in a few words")
    parser.add_argument("--con-stance", metavar="WORDS", help="what Con stands for in a few words")
    parser.add_argument("--notes", metavar="WORDS")


def _given(args: argparse.Namespace, *names: str) -> dict[str, str]:
    return {name: getattr(args, name) for name in names if getattr(args, name) is not None}


def _list(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        found = service.listed(library)
        with library.read() as reader:
            covered = {topic.id: answers.coverage(reader, topic.id) for topic in found}
    data = [
        {
            "id": topic.id,
            "ref": ref("topic", topic.id),
            "resolution": topic.resolution,
            "name": topic.name,
            "format": topic.format,
            "pro_stance": topic.pro_stance,
            "con_stance": topic.con_stance,
            "notes": topic.notes,
            "sample": topic.sample,
            "archived": topic.archived,
            "evidence_since": topic.evidence_since,
            "coverage": {each.side.value: [each.answered, each.total] for each in covered[topic.id]},
        }
        for topic in found
    ]
    if not found:
        return Outcome({"topics": data}, ['There is no topic yet; make one: debateprep topics add "Resolved: …"'])
    rows = [
        (
            ref("topic", topic.id),
            f"{topic.short} (archived)" if topic.archived else topic.short,
            *(f"{each.answered} of {each.total}" for each in covered[topic.id]),
        )
        for topic in found
    ]
    return Outcome({"topics": data}, table(("Name", "Topic", "Pro answered", "Con answered"), rows, long=(1,)))


def _add(args: argparse.Namespace) -> Outcome:
    with writing(args, make=True) as library:
        topic = replace(Topic(resolution=args.resolution), **_given(args, *_FIELDS))  # type: ignore[arg-type]
        changes = topic_copies.add(library, topic, args.template)
    number = changes.new(Topic)
    return done(f"Made topic {ref('topic', number)}: {args.resolution}", topic=number, ref=ref("topic", number))


def _edit(args: argparse.Namespace) -> Outcome:
    fields = _given(args, "resolution", *_FIELDS)
    if not fields and args.evidence_since is None:
        raise CommandError("Say what to change, for example --name; `debateprep topics edit --help` lists it all.")
    if "resolution" in fields and not fields["resolution"].strip():
        raise CommandError("A topic needs its resolution: “Resolved: …”.")
    with writing(args) as library:
        topic = topic_of(library, args.topic)
        if fields:
            service.change(library, topic.id, **fields)
        if args.evidence_since is not None:
            service.set_evidence_since(library, topic.id, args.evidence_since)
    return done(f"Changed topic {ref('topic', topic.id)}.", topic=topic.id)


def _remove(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        topic = topic_of(library, args.topic)
        service.remove(library, topic.id)
    sentence = f"Moved topic {ref('topic', topic.id)} “{topic.short}” to the trash; `debateprep undo` brings it back."
    return done(sentence, topic=topic.id)


def _samples(args: argparse.Namespace) -> Outcome:
    wanted = args.keys or samples.keys()
    with writing(args, make=True) as library:
        added = {key: bool(samples.add(library, key)) for key in wanted}
    lines = [
        f"Added the sample {key}." if new else f"The sample {key} was there already." for key, new in added.items()
    ]
    return Outcome({"samples": [{"key": key, "added": new} for key, new in added.items()]}, lines, chatter=True)
