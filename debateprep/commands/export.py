"""`export`: a layout of a topic as a PDF file, its map also as SVG."""

import argparse
from datetime import date, datetime
from pathlib import Path

from debateprep import settings
from debateprep.commands import export_map
from debateprep.commands.opening import progress, reading, topic_of
from debateprep.commands.shell import CommandError, Outcome, add_side, add_topic, day, whole
from debateprep.domain.citation_styles import CiteChoice, CiteStyle
from debateprep.domain.terms import Side
from debateprep.publishing import PageOptions, Paper
from debateprep.services import citations
from debateprep.services import export as service
from debateprep.services.export import Layout


def export(parser: argparse.ArgumentParser) -> None:
    """Declare `export`."""
    parser.set_defaults(run=_export)
    layouts = [*(layout.value for layout in Layout), export_map.LAYOUT]
    words = "a brief, rebuttal cards, a clash sheet, or the map of the arguments"
    parser.add_argument("--layout", required=True, choices=layouts, help=words)
    parser.add_argument("-o", "--output", required=True, metavar="FILE.pdf", help="an old PDF is replaced whole")
    add_side(parser)
    add_topic(parser)
    pages = parser.add_argument_group("pages")
    pages.add_argument("--paper", type=str.lower, choices=[paper.value for paper in Paper], default="letter")
    pages.add_argument("--cards-per-sheet", type=whole, default=4, metavar="N", help="4 or 8")
    pages.add_argument("--type-size", type=float, default=11.0, metavar="PT", help="of the text, in points (11)")
    pages.add_argument("--ink-saver", action="store_true", help="no coloured areas")
    pages.add_argument("--no-contents", dest="contents", action="store_false", help="leave the contents out")
    pages.add_argument("--no-answers", dest="answers", action="store_false", help="leave the answers out")
    pages.add_argument("--no-works", dest="works", action="store_false", help="leave the works cited out")
    prefix = "what stands before the name of what is answered (AT:)"
    pages.add_argument("--answer-prefix", metavar="WORDS", help=prefix)
    pages.add_argument("--tiled", action="store_true", help="a map at its own size, on pages to glue together")
    styles = [style.value for style in CiteStyle]
    pages.add_argument("--works-style", choices=styles, help="the style of the works cited; else our short form")
    pages.add_argument("--name", default="", metavar="WORDS", help="your name, in the header")
    pages.add_argument("--school", default="", metavar="WORDS", help="your school, in the header")
    pages.add_argument("--date", type=_date, default="today", metavar="DATE", help="YYYY-MM-DD or none; else today")


def _date(text: str) -> date | None:
    if text == "none":
        return None
    return datetime.now().astimezone().date() if text == "today" else day(text)


def _export(args: argparse.Namespace) -> Outcome:
    side = Side(args.side) if args.side else None
    if args.layout == export_map.LAYOUT:
        return export_map.run(args, side)
    layout = Layout(args.layout)
    if layout is Layout.BRIEF and side is None:
        raise CommandError("Say whose brief: --side pro or --side con.")
    path = Path(args.output).expanduser()
    export_map.must_be_replaceable(path)
    options = PageOptions(
        paper=Paper(args.paper),
        cards_per_sheet=args.cards_per_sheet,
        type_size=args.type_size,
        ink_saver=args.ink_saver,
        contents=args.contents,
        answers=args.answers,
        works_cited=args.works,
        header_name=args.name,
        school=args.school,
        printed_on=args.date,
    )
    with reading(args) as library, progress(args) as ticker:
        topic = topic_of(library, args.topic)
        made = service.to_file(
            library,
            topic.id,
            layout,
            path,
            side=side,
            options=options,
            progress=ticker,
            cites=_cites(args),
            answer_prefix=settings.load().answer_prefix if args.answer_prefix is None else args.answer_prefix,
        )
    return export_map.told(made, layout.value, side, topic.id)


def _cites(args: argparse.Namespace) -> CiteChoice | None:
    if not args.works_style:
        return None
    return CiteChoice(CiteStyle(args.works_style), citations.debate_cite(settings.load()))
