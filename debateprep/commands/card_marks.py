"""`card mark` and its kin: mark layers and tags of a card, one step a command."""

import argparse
import re
from typing import Any

from debateprep.commands.opening import writing
from debateprep.commands.shell import CommandError, Outcome, done, number_of, one_of, ref, whole
from debateprep.domain import layers
from debateprep.domain.article import Span
from debateprep.domain.changes import Changes
from debateprep.domain.integrity import find
from debateprep.domain.marks import COLOURS, Marks
from debateprep.domain.model import Card
from debateprep.domain.terms import MarkKind
from debateprep.services import marking
from debateprep.storage.library import Library


def declare(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the marking actions to `card`."""
    for name, words in (("mark", "mark words of a card"), ("unmark", "take marks away from words of a card")):
        parser = actions.add_parser(name, help=words, parents=parents)
        parser.set_defaults(run=_mark if name == "mark" else _unmark)
        _card(parser)
        parser.add_argument("words", nargs="?", metavar="WORDS", help="the words as they stand on the card; else all")
        parser.add_argument("--as", dest="kind", type=one_of(MarkKind), metavar="KIND", help=", ".join(MarkKind))
        parser.add_argument("--at", type=_range, metavar="START:END", help="characters of the card, end excluded")
        if name == "mark":
            colours = f"for a highlight: {', '.join(COLOURS)}; for shrink: a size in points"
            parser.add_argument("--value", default="", metavar="V", help=colours)
        _layer(parser)
    suggest = actions.add_parser("underline", help="underline what the tag's words suggest", parents=parents)
    suggest.set_defaults(run=_suggest)
    _card(suggest)
    _layer(suggest)
    _declare_layer(actions, parents)
    _declare_tag(actions, parents)


def _declare_layer(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("layer", help="add, rename, remove or show a layer of marks", parents=parents)
    parser.set_defaults(run=_layers)
    _card(parser)
    do = parser.add_mutually_exclusive_group(required=True)
    do.add_argument("--add", metavar="NAME", help="add an empty layer and show it")
    do.add_argument("--show", metavar="NAME", help="show and print this one")
    do.add_argument("--remove", metavar="NAME", help="delete a layer with its marks")
    do.add_argument("--rename", nargs=2, metavar=("OLD", "NEW"), help="give a layer another name")
    do.add_argument("--copy", nargs=2, metavar=("OLD", "NEW"), help="copy a layer and show the copy")


def _declare_tag(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("tag", help="give a card one more tag, choose or remove one", parents=parents)
    parser.set_defaults(run=_tags)
    _card(parser)
    do = parser.add_mutually_exclusive_group(required=True)
    do.add_argument("--add", metavar="WORDS", help="one more tag")
    do.add_argument("--choose", type=whole, metavar="N", help="show the Nth of the other tags")
    do.add_argument("--remove", type=whole, metavar="N", help="take the Nth of the other tags away")


def _card(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("card", metavar="C", help="a card, as c4")


def _layer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--layer", metavar="NAME", help="the layer, if not the one shown")


def _range(text: str) -> Span:
    match = re.fullmatch(r"(\d+):(\d+)", text, re.ASCII)
    if match is None or int(match[1]) >= int(match[2]):
        raise argparse.ArgumentTypeError(f"“{text}” is not a range like 12:18")
    return Span(int(match[1]), int(match[2]))


def facts(quote: str, found: Marks) -> list[dict[str, Any]]:
    """Return marks for scripts."""
    return [
        {"kind": each.kind.value, "start": each.start, "end": each.end, "value": each.value,
         "words": quote[each.start : each.end]}
        for each in found
    ]  # fmt: skip


def _get(library: Library, number: int) -> Card:
    with library.read() as reader:
        return reader.get(Card, number)


def _index(card: Card, name: str | None) -> int | None:
    if name is None:
        return None
    try:
        return layers.find(layers.of(card), name)
    except LookupError:
        known = ", ".join(f"“{layer.name}”" for layer in layers.of(card))
        raise CommandError(f"This card has no layer “{name}”; it has {known}.") from None


def _place(card: Card, args: argparse.Namespace) -> Span:
    if args.at:
        if args.at.end > len(card.quote):
            raise CommandError(f"The card has {len(card.quote)} characters; give a range within them.")
        at: Span = args.at
        return at
    if not args.words:
        return Span(0, max(1, len(card.quote)))
    found = find(args.words, card.quote)
    if len(found) != 1:
        where = "do not stand on the card" if not found else f"stand on the card {len(found)} times"
        raise CommandError(f"The words “{args.words}” {where}; copy a few more, or give --at START:END.")
    return found[0]


def _marked(library: Library, number: int, changes: Changes) -> Outcome:
    card = _get(library, number)
    layer = layers.of(card)[card.shown_layer]
    return done(f"{changes.step}: {ref('card', number)}", card=number, marks=facts(card.quote, layer.marks))


def _mark(args: argparse.Namespace) -> Outcome:
    kind = args.kind or MarkKind.HIGHLIGHT
    value = args.value or (COLOURS[0] if kind is MarkKind.HIGHLIGHT else "")
    if kind is MarkKind.HIGHLIGHT and value not in COLOURS:
        raise CommandError(f"A highlight's colour is one of: {', '.join(COLOURS)}.")
    number = number_of(args.card, "card")
    with writing(args) as library:
        card = _get(library, number)
        layer = _index(card, args.layer)
        changes = marking.paint(library, number, _place(card, args), kind, value, layer=layer)
        return _marked(library, number, changes)


def _unmark(args: argparse.Namespace) -> Outcome:
    number = number_of(args.card, "card")
    with writing(args) as library:
        card = _get(library, number)
        layer = _index(card, args.layer)
        changes = marking.erase(library, number, _place(card, args), args.kind, layer=layer)
        return _marked(library, number, changes)


def _suggest(args: argparse.Namespace) -> Outcome:
    number = number_of(args.card, "card")
    with writing(args) as library:
        layer = _index(_get(library, number), args.layer)
        changes = marking.underline_suggested(library, number, layer=layer)
        return _marked(library, number, changes)


def _layers(args: argparse.Namespace) -> Outcome:
    number = number_of(args.card, "card")
    with writing(args) as library:
        card = _get(library, number)
        old = args.show or args.remove or (args.rename or args.copy or [None])[0]
        index = _index(card, old) or 0
        if args.add:
            changes = marking.add_layer(library, number, args.add)
        elif args.copy:
            changes = marking.add_layer(library, number, args.copy[1], copied=index)
        elif args.rename:
            changes = marking.rename_layer(library, number, index, args.rename[1])
        elif args.remove:
            changes = marking.remove_layer(library, number, index)
        else:
            changes = marking.show_layer(library, number, index)
        names = [layer.name for layer in layers.of(_get(library, number))]
    return done(f"{changes.step}: {ref('card', number)} has {', '.join(names)}", card=number, layers=names)


def _tags(args: argparse.Namespace) -> Outcome:
    number = number_of(args.card, "card")
    with writing(args) as library:
        if args.add:
            changes = marking.add_tag(library, number, args.add)
        elif args.choose:
            changes = marking.choose_tag(library, number, args.choose)
        else:
            changes = marking.remove_tag(library, number, args.remove)
        tags = list(_get(library, number).tags)
    return done(f"{changes.step}: {ref('card', number)}", card=number, tags=tags)
