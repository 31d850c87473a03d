"""`export`: a layout of a topic as a PDF file, or as HTML, Markdown or plain text; a class set into a folder."""

import argparse
from datetime import date, datetime
from pathlib import Path

from debateprep import settings
from debateprep.commands import export_map
from debateprep.commands.opening import brief_of, progress, reading, topic_of
from debateprep.commands.shell import CommandError, Outcome, add_brief, add_side, add_topic, day, whole
from debateprep.commands.written import lacking, must_be_replaceable, told
from debateprep.domain.citation_styles import CiteChoice, CiteStyle
from debateprep.domain.terms import Side
from debateprep.publishing import (
    PRESETS,
    SHELF,
    CardText,
    Cells,
    Duplex,
    Format,
    Level,
    PageOptions,
    Paper,
    Sides,
)
from debateprep.services import citations
from debateprep.services import export as service
from debateprep.services.export import Layout

_CLASS_SET = "class-set"
_REPLACED: dict[Format | None, tuple[tuple[bytes, ...], str]] = {
    None: ((b"%PDF-",), "is not a PDF"),
    Format.HTML: ((b"<!DOCTYPE html>",), "is not an HTML page of ours"),
}
_FORMATS = {".html": Format.HTML, ".htm": Format.HTML, ".md": Format.MARKDOWN, ".txt": Format.TEXT}


def export(parser: argparse.ArgumentParser) -> None:
    """Declare `export`."""
    parser.set_defaults(run=_export)
    kinds = [layout.value for layout in Layout]
    parser.add_argument(
        "--layout", required=True, choices=[*kinds, _CLASS_SET, export_map.LAYOUT], help="what is printed"
    )
    words = "a .pdf, or .html, .md, .txt of the same; a folder for a class set; an old PDF is replaced whole"
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help=words)
    parser.add_argument("--preset", choices=list(PRESETS), help="several choices at once, such as large-print")
    parser.add_argument("--replace", action="store_true", help="write over an old file of another kind too")
    add_side(parser)
    add_brief(parser)
    add_topic(parser)
    _add_pages(parser.add_argument_group("pages"))
    _add_reading(parser.add_argument_group("reading and ink"))
    _add_cut(parser.add_argument_group("cards and class sheets"))


def _add_pages(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--paper", type=str.lower, choices=[paper.value for paper in Paper], default="letter")
    group.add_argument("--margin", type=float, default=0.0, metavar="MM", help="in millimetres; else the layout's own")
    group.add_argument("--cover", action="store_true", help="a cover before a brief")
    group.add_argument("--no-contents", dest="contents", action="store_false", help="leave the contents out")
    group.add_argument("--no-answers", dest="answers", action="store_false", help="leave the answers out")
    group.add_argument("--no-works", dest="works", action="store_false", help="leave the works cited out")
    group.add_argument("--section", action="append", default=[], metavar="C1", help="only these sections of a brief")
    group.add_argument("--page-each", action="store_true", help="each contention on a page of its own")
    group.add_argument("--two-up", action="store_true", help="two pages on a sheet")
    group.add_argument("--tiled", action="store_true", help="a map at its own size, on pages to glue together")
    prefix = "what stands before the name of what is answered (AT:)"
    group.add_argument("--answer-prefix", metavar="WORDS", help=prefix)
    styles = [style.value for style in CiteStyle]
    group.add_argument("--works-style", choices=styles, help="the style of the works cited; else our short form")
    group.add_argument("--name", default="", metavar="WORDS", help="your name, at the foot of the pages")
    group.add_argument("--school", default="", metavar="WORDS", help="your school, at the foot of the pages")
    group.add_argument("--date", type=_date, default="today", metavar="DATE", help="YYYY-MM-DD or none; else today")
    group.add_argument("--first", default="", metavar="WHO", help="who speaks first, on a flow sheet")


def _add_reading(group: argparse._ArgumentGroup) -> None:
    texts = [text.value for text in CardText]
    group.add_argument("--text", choices=texts, default="whole", help="how much of a card is printed")
    group.add_argument("--type-size", type=float, default=11.0, metavar="PT", help="of the text, in points (11)")
    group.add_argument("--smallest", type=float, default=6.0, metavar="PT", help="the least size of shrunken text (6)")
    group.add_argument("--large", action="store_true", help="large print, at least 18 points")
    group.add_argument("--dyslexia", action="store_true", help="sans, no italics, open letters and lines")
    group.add_argument("--justified", action="store_true", help="both edges of the text straight")
    group.add_argument("--hyphens", action="store_true", help="part words at the ends of lines")
    group.add_argument("--ink-saver", action="store_true", help="no coloured areas")
    group.add_argument("--black", action="store_true", help="no colour: everything is told apart in black and white")


def _add_cut(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--cards-per-sheet", type=whole, default=4, metavar="N", help="4 or 8")
    group.add_argument("--cells", choices=[cells.value for cells in Cells], help="4 or 8 a sheet, or index cards")
    flips = {"long": Duplex.LONG, "short": Duplex.SHORT, "off": Duplex.OFF}
    group.add_argument(
        "--duplex", choices=list(flips), default="off", help="cards with backs, for the edge it turns on"
    )
    group.add_argument("--ruler", action="store_true", help="a ruler to test the printer with")
    levels = [level.value for level in Level]
    group.add_argument("--level", choices=levels, default="B", help="how much help a handout gives (A most)")
    group.add_argument("--key", action="store_true", help="the key instead of the handout or the strips")


def _date(text: str) -> date | None:
    if text == "none":
        return None
    return datetime.now().astimezone().date() if text == "today" else day(text)


def _export(args: argparse.Namespace) -> Outcome:
    if args.layout == _CLASS_SET:
        return _export_class_set(args)
    if args.layout == export_map.LAYOUT:
        return export_map.run(args, Side(args.side) if args.side else None)
    layout = Layout(args.layout)
    one_sided = SHELF[layout].sides is Sides.ONE
    if one_sided and not args.side and not args.brief:
        raise CommandError(f"Say whose {layout.label.lower()}: --side pro or --side con.")
    if args.brief and not one_sided:
        raise CommandError(f"The {layout.label.lower()} is not of one brief; leave --brief out.")
    path = Path(args.output).expanduser()
    to = _FORMATS.get(path.suffix.lower())
    if not args.replace:
        must_be_replaceable(path, *_REPLACED.get(to, ((), "is there already")))
    options = _options(args)
    if args.preset:
        options = PRESETS[args.preset].applied(options, layout)
    with reading(args) as library, progress(args) as ticker:
        topic = topic_of(library, args.topic)
        side, brief = brief_of(library, topic.id, args)
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
            to=to,
            brief=brief,
        )
    return told(made, layout.value, side, topic.id)


def _export_class_set(args: argparse.Namespace) -> Outcome:
    folder = Path(args.output).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"The folder {folder} cannot be made ({error.strerror}); choose another.") from error
    with reading(args) as library, progress(args) as ticker:
        topic = topic_of(library, args.topic)
        made = service.class_set(library, topic.id, folder, options=_options(args), progress=ticker)
    data = {"folder": str(folder), "topic": topic.id, "files": [str(each.path) for each in made]}
    lines = [f"Wrote {len(made)} files into {folder}.", *lacking(made[0].missing if made else ())]
    return Outcome(data, lines, chatter=True)


def _options(args: argparse.Namespace) -> PageOptions:
    return PageOptions(
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
        black=args.black,
        text=CardText(args.text),
        cells=Cells(args.cells) if args.cells else None,
        duplex={"long": Duplex.LONG, "short": Duplex.SHORT}.get(args.duplex, Duplex.OFF),
        ruler=args.ruler,
        level=Level(args.level),
        key=args.key,
        sections=tuple(args.section),
        margin=args.margin,
        large=args.large,
        dyslexia=args.dyslexia,
        justified=args.justified,
        hyphens=args.hyphens,
        cover=args.cover,
        page_each=args.page_each,
        two_up=args.two_up,
        smallest=args.smallest,
        first_speaker=args.first,
    )


def _cites(args: argparse.Namespace) -> CiteChoice | None:
    if not args.works_style:
        return None
    return CiteChoice(CiteStyle(args.works_style), citations.debate_cite(settings.load()))
