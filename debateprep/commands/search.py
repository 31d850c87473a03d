"""`search`: find words in everything."""

import argparse

from debateprep.commands.opening import reading, topic_of
from debateprep.commands.shell import LETTERS, Outcome, add_topic, counted, ref, whole
from debateprep.commands.table import table
from debateprep.services import search as searching


def search(parser: argparse.ArgumentParser) -> None:
    """Declare `search`."""
    parser.set_defaults(run=_run)
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what to find; all the words, or else any of them")
    add_topic(parser, help="only in this topic (and in sources, which belong to none)")
    parser.add_argument("--kind", action="append", choices=searching.KINDS, help="only things of this kind; repeatable")
    parser.add_argument("--limit", type=whole, default=20, metavar="N", help="how many at most (20)")


def _run(args: argparse.Namespace) -> Outcome:
    words = " ".join(args.words)
    with reading(args) as library:
        topic_id = topic_of(library, args.topic).id if args.topic else None
        kinds = tuple(args.kind) if args.kind else searching.KINDS
        hits = searching.find(library, words, kinds=kinds, topic_id=topic_id, limit=args.limit)
    found = [
        {
            "kind": hit.kind,
            "id": hit.id,
            "ref": ref(hit.kind, hit.id),
            "topic": hit.topic_id,
            "title": hit.title,
            "snippet": hit.marked("[", "]"),
        }
        for hit in hits
    ]
    if not hits:
        return Outcome({"words": words, "hits": found}, [f"Nothing is found for “{words}”; try fewer or other words."])
    rows = [(f"{LETTERS[hit.kind]}{hit.id}", hit.kind, hit.title, hit.marked("[", "]")) for hit in hits]
    lines = [
        *table(("Name", "Kind", "Title", "Where"), rows, long=(2, 3)),
        "",
        f"{counted(len(hits), 'match', 'matches')}.",
    ]
    return Outcome({"words": words, "hits": found}, lines)
