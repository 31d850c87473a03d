"""`map`: the argument tree of a topic, as lines or as a drawing."""

import argparse
from pathlib import Path

from debateprep.commands.opening import reading, topic_of
from debateprep.commands.shell import CommandError, Outcome, add_topic, kind_of, ref
from debateprep.commands.table import paragraph
from debateprep.domain import argument_map
from debateprep.domain.argument_map import ArgumentMap, MapNode
from debateprep.domain.terms import Side
from debateprep.publishing.map_svg import svg
from debateprep.safe_files import write_whole
from debateprep.services import briefs

_NAMED = ("argument", "section", "support")


def map_(parser: argparse.ArgumentParser) -> None:
    """Declare `map`."""
    parser.set_defaults(run=_map)
    add_topic(parser)
    parser.add_argument("--focus", metavar="A|H", help="only the branch of an argument (a12) or a section (h3)")
    parser.add_argument("--fold", nargs="+", default=[], metavar="A|H", help="hide what hangs on these")
    parser.add_argument("--evidence", action="store_true", help="show what arguments rest on")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="draw it into this file")


def _key(name: str) -> str:
    kind, number = kind_of(name) or ("", 0)
    if kind not in _NAMED:
        raise CommandError(f"“{name}” stands on no map; name an argument (a12) or a section (h3).")
    return f"{kind}:{number}"


def _map(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        with library.read() as reader:
            dossier = briefs.dossier(reader, topic.id)
    focus = _key(args.focus) if args.focus else ""
    drawn = argument_map.build(dossier, focus=focus, folded=map(_key, args.fold), evidence=args.evidence)
    data = {"topic": topic.id, "nodes": [_facts(node) for node in drawn.nodes], "cross_links": len(drawn.links)}
    if args.svg is None:
        return Outcome(data, _lines(drawn))
    write_whole(args.svg.expanduser(), svg(drawn).encode())
    return Outcome({**data, "path": str(args.svg)}, [f"Drew {len(drawn.nodes)} boxes: {args.svg}"])


def _facts(node: MapNode) -> dict[str, object]:
    return {
        "key": node.key,
        "parent": node.parent,
        "tie": node.tie.value,
        "side": node.side.value,
        "title": node.title,
        "number": node.number,
        "hidden": node.hidden,
    }


def _lines(drawn: ArgumentMap) -> list[str]:
    lines: list[str] = []
    depths: list[int] = []
    for node in drawn.nodes:
        depths.append(0 if node.parent < 0 else depths[node.parent] + 1)
        sign = "" if node.parent < 0 else f"{node.tie.sign} "
        side = f"{node.side.sign} " if node.side is not Side.NEITHER else ""
        how = f" ({node.response})" if node.response else ""
        more = f" (+{node.hidden} folded)" if node.hidden else ""
        name = f" [{ref(node.kind, node.id)}]"
        indent = "  " * min(depths[-1], 20)
        lines += paragraph(f"{sign}{side}{node.number} {node.title}{how}{more}{name}".replace("  ", " "), indent)
    if drawn.links:
        lines += ["", "Across:"]
    for link in drawn.links:
        one, two = drawn.nodes[link.answering], drawn.nodes[link.target]
        lines += paragraph(f"{one.title} answers {two.title} ({link.response})", "  ", "    ")
    return lines
