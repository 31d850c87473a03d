"""`brief ACTION`: build a side's brief, one step a command."""

import argparse
from typing import Any

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
from debateprep.domain.model import Argument, Card, Item, Section, Support
from debateprep.domain.terms import ItemKind, SectionKind, Side, SupportKind
from debateprep.services import answers, arguments, briefs, cards, positions, sources, speaking
from debateprep.storage.library import Library

Actions = Any  # argparse gives its subparsers action no public type
_PLACE = "the contention it goes to: C1, h3, or words of its title"


def declare(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    """Add the building actions to `brief`."""
    for declare_one in (_contention, _argument, _support, _card, _cards, _note, _edit, _move, _rename, _remove):
        declare_one(actions, parents)


def _side(args: argparse.Namespace) -> Side:
    if not args.side:
        raise CommandError("Say whose brief: --side pro or --side con.")
    return Side(args.side)


def section_named(library: Library, args: argparse.Namespace, wanted: str) -> Section:
    """Return the section that was named: h3, a number as C1 in the brief of --side, or words of its title."""
    named = kind_of(wanted)
    with library.read() as reader:
        if named is not None and named[0] == "section":
            return reader.get(Section, named[1])
    topic = topic_of(library, args.topic)
    side = _side(args)
    with library.read() as reader:
        return briefs.find_section(reader, topic.id, side, wanted)


def _contention(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("contention", help="add a section to the case", parents=parents)
    parser.set_defaults(run=_add_contention)
    parser.add_argument("title", metavar="TITLE")
    parser.add_argument("--in", dest="section", metavar="C1", help="make it a part of this contention")
    kinds = f"what it is (contention): {', '.join(SectionKind)}"
    parser.add_argument("--kind", type=one_of(SectionKind), metavar="KIND", help=kinds)


def _add_contention(args: argparse.Namespace) -> Outcome:
    side = _side(args)
    with writing(args) as library:
        topic = topic_of(library, args.topic)
        parent = section_named(library, args, args.section).id if args.section else None
        kind = args.kind or (SectionKind.SUBPOINT if parent else SectionKind.CONTENTION)
        changes = briefs.add_section(library, topic.id, side, args.title, kind=kind, parent_id=parent)
    name = ref("section", changes.new(Section))
    sentence = f"Added the {kind} “{args.title}” ({name}) to the {side.label} brief of “{topic.short}”."
    return done(sentence, section=changes.new(Section), ref=name, topic=topic.id)


def _argument(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("argument", help="add an argument, or make one of a kept position", parents=parents)
    parser.set_defaults(run=_add_argument)
    parser.add_argument("claim", nargs="?", metavar="CLAIM")
    parser.add_argument("--from", dest="position", metavar="P", help="a kept position, as p3: its claim and support")
    parser.add_argument("--in", dest="section", metavar="C1", help=_PLACE)
    for name, words in (("warrant", "because …"), ("impact", "therefore …"), ("name", "a short name")):
        parser.add_argument(f"--{name}", default="", metavar="WORDS", help=words)


def _add_argument(args: argparse.Namespace) -> Outcome:
    side = _side(args)
    if bool(args.claim) == bool(args.position):
        raise CommandError('Give either a claim, as "Claim", or a kept position, as --from p3.')
    if args.position and (args.warrant or args.impact or args.name):
        raise CommandError("Make the argument first; `debateprep brief edit a12 --warrant …` adds the rest.")
    with writing(args) as library:
        section = section_named(library, args, args.section).id if args.section else None
        if args.position:
            number = number_of(args.position, "position")
            changes = arguments.from_position(library, number, side, section_id=section)
        else:
            draft = Argument(
                topic_id=topic_of(library, args.topic).id,
                side=side,
                claim=args.claim,
                name=args.name,
                warrant=args.warrant,
                impact=args.impact,
            )
            changes = arguments.add(library, draft, section_id=section)
        with library.read() as reader:
            made = reader.get(Argument, changes.new(Argument))
    name = ref("argument", made.id)
    return done(f"Added the {side.label} argument {name}: {made.claim}", argument=made.id, ref=name)


def _support(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("support", help="rest an argument on something", parents=parents)
    parser.set_defaults(run=_add_support)
    parser.add_argument("argument", metavar="ARGUMENT", help="as a12")
    on = parser.add_mutually_exclusive_group(required=True)
    on.add_argument("--position", metavar="P", help="a kept position, as p3")
    on.add_argument("--card", metavar="C", help="a card, as c4")
    on.add_argument("--reasoning", metavar="WORDS", help="our own reasoning")
    on.add_argument("--wanted", metavar="WORDS", help="what evidence is still wanted for")
    parser.add_argument("--text", default="", metavar="WORDS", help="other words for a position's statement")
    kinds = f"else chosen by what it is: {', '.join(SupportKind)}"
    parser.add_argument("--kind", type=one_of(SupportKind), metavar="KIND", help=kinds)


def _add_support(args: argparse.Namespace) -> Outcome:
    number = number_of(args.argument, "argument")
    with writing(args) as library:
        changes = arguments.support(
            library,
            number,
            position_id=number_of(args.position, "position") if args.position else None,
            card_id=number_of(args.card, "card") if args.card else None,
            text=args.reasoning or args.wanted or args.text,
            kind=args.kind or (SupportKind.WANTED if args.wanted else None),
        )
        with library.read() as reader:
            made = reader.get(Support, changes.new(Support))
    name = ref("support", made.id)
    return done(f"Supported {ref('argument', number)}: {made.kind} ({name}).", support=made.id, kind=made.kind.value)


def _card(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser(
        "card", help="cut a card, keep one from elsewhere, or put one in place", parents=parents
    )
    parser.set_defaults(run=_add_card)
    parser.add_argument("what", nargs="?", metavar="P|C", help="a kept position to cut (p3), or a card to place (c4)")
    parser.add_argument("--in", dest="section", metavar="C1", help=f"for a card: {_PLACE}")
    parser.add_argument("--tag", default="", metavar="WORDS", help="what the card shows")
    parser.add_argument("--source", metavar="S", help="the source to cut from, with --words")
    parser.add_argument("--words", metavar="WORDS", help="the words to cut, as they stand in the source")
    parser.add_argument("--paste", action="store_true", help="a card from elsewhere, with --cite and --quote")
    parser.add_argument("--cite", default="", metavar="WORDS", help="where it comes from")
    parser.add_argument("--quote", default="", metavar="WORDS", help="its words")


def _add_card(args: argparse.Namespace) -> Outcome:
    named = kind_of(args.what) if args.what else None
    if named is not None and named[0] == "card":
        return _place_card(args, named[1])
    if args.section:
        raise CommandError("Cut the card first; `debateprep brief card c4 --in C1` puts it in its place.")
    with writing(args) as library:
        changes = _cut(library, args)
        with library.read() as reader:
            made = reader.get(Card, changes.new(Card))
    name = ref("card", made.id)
    return done(f"Made the card {name}: {made.tag}", card=made.id, ref=name, quote=made.quote)


def _cut(library: Library, args: argparse.Namespace) -> Changes:
    if args.what:
        return cards.cut_position(library, number_of(args.what, "position"), args.tag)
    if not args.tag.strip():
        raise CommandError("A card needs a tag: --tag says what it shows.")
    topic = topic_of(library, args.topic)
    if args.paste:
        return cards.paste(library, args.tag, args.cite, args.quote, topic_id=topic.id)
    if not args.source or not args.words:
        raise CommandError("Say what to cut: a position (p3), --source S --words WORDS, or --paste.")
    with library.read() as reader:
        source = sources.find(reader, args.source)
        span = positions.find_words(reader, source.id, args.words)
    return cards.cut(library, source.id, span, args.tag, topic_id=topic.id)


def _place_card(args: argparse.Namespace, number: int) -> Outcome:
    if not args.section:
        raise CommandError("Say where the card goes: --in C1 --side pro.")
    with writing(args) as library:
        section = section_named(library, args, args.section)
        changes = briefs.add_card(library, section.id, number)
    sentence = f"Put {ref('card', number)} into “{section.title}”."
    return done(sentence, card=number, item=changes.new(Item))


def _cards(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("cards", help="list the topic's cards", parents=parents)
    parser.set_defaults(run=_list_cards)


def _list_cards(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        found = cards.listed(library, topic_id=topic.id)
    data = [
        {
            "id": card.id,
            "ref": ref("card", card.id),
            "tag": card.tag,
            "quote": card.quote,
            "cite": card.cite,
            "source": card.source_id,
            "paragraph": card.paragraph,
        }
        for card in found
    ]
    if not found:
        return Outcome({"cards": data}, ["There is no card yet; cut one of a kept position: debateprep brief card p3"])
    rows = [(ref("card", card.id), card.tag, f"“{card.quote}”") for card in found]
    lines = [*table(("Name", "Tag", "Its words"), rows, long=(1, 2)), "", counted(len(found), "card") + "."]
    return Outcome({"cards": data}, lines)


def _note(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("note", help="add a note to a section", parents=parents)
    parser.set_defaults(run=_add_note)
    parser.add_argument("text", metavar="WORDS")
    parser.add_argument("--in", dest="section", required=True, metavar="C1", help=_PLACE)


def _add_note(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        section = section_named(library, args, args.section)
        changes = briefs.add_note(library, section.id, args.text)
    number = changes.new(Item)
    return done(f"Added a note to “{section.title}” ({ref('item', number)}).", item=number)


def _edit(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("edit", help="change an argument, a card's tag or cite, or a support", parents=parents)
    parser.set_defaults(run=_change)
    parser.add_argument("what", metavar="A|C|E", help="an argument (a12), a card (c4) or a support (e5)")
    for name in ("claim", "name", "warrant", "impact", "notes"):
        parser.add_argument(f"--{name}", metavar="WORDS", help="of an argument")
    for name in ("tag", "cite"):
        parser.add_argument(f"--{name}", metavar="WORDS", help="of a card")
    parser.add_argument("--text", metavar="WORDS", help="of a support")
    parser.add_argument(
        "--kind", type=one_of(SupportKind), metavar="KIND", help=f"of a support: {', '.join(SupportKind)}"
    )


_EDITABLE: dict[str, tuple[Any, tuple[str, ...]]] = {
    "argument": (arguments.change, ("claim", "name", "warrant", "impact", "notes")),
    "card": (cards.change, ("tag", "cite")),
    "support": (arguments.change_support, ("text", "kind")),
}


def _change(args: argparse.Namespace) -> Outcome:
    kind, number = kind_of(args.what) or ("", 0)
    if kind not in _EDITABLE:
        raise CommandError("Name an argument (a12), a card (c4) or a support (e5); `debateprep brief` shows them.")
    change, names = _EDITABLE[kind]
    every = {name for _, more in _EDITABLE.values() for name in more}
    fields = {name: getattr(args, name) for name in every if getattr(args, name) is not None}
    wrong = sorted(set(fields) - set(names))
    if not fields or wrong:
        options = ", ".join(f"--{name}" for name in names)
        raise CommandError(f"What can be changed of {args.what}: {options}.")
    with writing(args) as library:
        change(library, number, **fields)
    return done(f"Changed {kind} {args.what}.", kind=kind, id=number)


def _move(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    words = "move an argument, item or section; an argument outside the outline is put in"
    parser = actions.add_parser("move", help=words, parents=parents)
    parser.set_defaults(run=_move_it)
    parser.add_argument("what", metavar="WHAT", help="an argument (a12), an item (i7), or a section (C1, h3)")
    parser.add_argument("--to", dest="section", metavar="C2", help=_PLACE)
    parser.add_argument("--place", type=whole, metavar="N", help="1 is first; else last")


_LAST = 1_000_000


def _move_it(args: argparse.Namespace) -> Outcome:
    if not args.section and not args.place:
        raise CommandError("Say where it goes: --to C2, --place 1, or both.")
    index = args.place - 1 if args.place else _LAST
    kind, number = kind_of(args.what) or ("section", 0)
    with writing(args) as library:
        if kind == "section":
            if args.section:
                raise CommandError("A section is moved among its neighbours: --place 1.")
            briefs.move_section(library, section_named(library, args, args.what).id, index)
        elif kind in ("argument", "item"):
            _move_item(library, args, kind, number, index)
        else:
            raise CommandError("Name an argument (a12), an item (i7) or a section (C1, h3).")
    return done(f"Moved {args.what}.", what=args.what)


def _move_item(library: Library, args: argparse.Namespace, kind: str, number: int, index: int) -> None:
    if kind == "argument":
        with library.read() as reader:
            # Without --side, the argument's own side says which brief is meant.
            args.side = args.side or reader.get(Argument, number).side.value
            item = reader.first(Item, argument_id=number, kind=ItemKind.ARGUMENT.value)
    else:
        with library.read() as reader:
            item = reader.get(Item, number)
    section = section_named(library, args, args.section) if args.section else None
    if item is not None:
        briefs.move_item(library, item.id, index, section_id=section.id if section else None)
        return
    if section is None:
        raise CommandError(f"The argument {args.what} is in no section yet; say --to C1.")
    if args.place:
        raise CommandError("Put it in with --to C1 first; then --place moves it.")
    briefs.add_argument(library, section.id, number)


def _rename(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("rename", help="change a section's title", parents=parents)
    parser.set_defaults(run=_rename_it)
    parser.add_argument("section", metavar="C1", help=_PLACE)
    parser.add_argument("title", metavar="TITLE")


def _rename_it(args: argparse.Namespace) -> Outcome:
    if not args.title.strip():
        raise CommandError("A section needs a title.")
    with writing(args) as library:
        section = section_named(library, args, args.section)
        briefs.rename_section(library, section.id, args.title)
    return done(f"Renamed “{section.title}” to “{args.title}”.", section=section.id)


_REMOVES: dict[str, Any] = {
    "argument": arguments.remove,
    "support": arguments.remove_support,
    "answer": answers.remove,
    "card": cards.remove,
    "position": positions.remove,
    "section": briefs.remove_section,
    "item": briefs.remove_item,
    "question": speaking.remove_question,
    "line": speaking.remove_line,
}


def _remove(actions: Actions, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("remove", help="move something to the trash", parents=parents)
    parser.set_defaults(run=_remove_it)
    words = "a12, c4, p3, e5, r2, q1, l1, i7 (its place only), or a section: C1, h3"
    parser.add_argument("what", metavar="WHAT", help=words)


def _remove_it(args: argparse.Namespace) -> Outcome:
    kind, number = kind_of(args.what) or ("section", 0)
    if kind not in _REMOVES:
        raise CommandError(f"A {kind} is removed by its own command: debateprep {kind}s.")
    with writing(args) as library:
        if kind == "section":
            number = section_named(library, args, args.what).id
        _REMOVES[kind](library, number)
    return done(f"Moved {kind} {args.what} to the trash; `debateprep undo` brings it back.", kind=kind, id=number)
