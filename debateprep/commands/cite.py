"""`cite`: a source in any style, the works cited of a brief, references in and out."""

import argparse
from pathlib import Path
from typing import Any

from debateprep import settings
from debateprep.commands.opening import reading, topic_of, writing
from debateprep.commands.shell import CommandError, Outcome, add_side, add_topic, counted, done, one_of, ref
from debateprep.commands.table import paragraph
from debateprep.domain import citation_checks, citation_dates, citation_reference
from debateprep.domain.article import Name
from debateprep.domain.citation_line import Runs, text_of
from debateprep.domain.citation_reference import DATES, KINDS, NAMES, TEXTS
from debateprep.domain.citation_styles import CiteStyle, DebateCite
from debateprep.domain.citation_template import FIELDS
from debateprep.domain.model import Source
from debateprep.domain.terms import Side
from debateprep.errors import DebatePrepError
from debateprep.services import citations as service
from debateprep.services import sources
from debateprep.services.citations import Cited

_FORMATS = "BibTeX (.bib), RIS (.ris) or CSL-JSON (.json)"
_SETTABLE = ("kind", "qualifications", *TEXTS, *NAMES, *DATES)


def cite(parser: argparse.ArgumentParser) -> None:
    """Declare `cite`."""
    parser.set_defaults(run=_cite)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "Fields of a template:\n" + "\n".join(f"  {{{name}}}  {words}" for name, words in FIELDS.items())
    parser.add_argument("source", nargs="?", metavar="SOURCE", help="its number (s1) or words of its title")
    style = parser.add_argument_group("how")
    style.add_argument("--style", type=one_of(CiteStyle), metavar="STYLE", help=", ".join(CiteStyle))
    style.add_argument("--locator", default="", metavar="PLACE", help="a page or paragraph, for the cite in a text")
    style.add_argument("--template", metavar="T", help="of the debate cite, as “{authors}[, {date}]”")
    style.add_argument("--tag-template", metavar="T", help="of the cite before a card, as “{names} {yy}”")
    style.add_argument("--initials", metavar="AB", help="of who cut the card")
    do = parser.add_argument_group("or instead").add_mutually_exclusive_group()
    do.add_argument("--works", action="store_true", help="the works cited of a brief (--side) or of a topic")
    do.add_argument("--import", dest="files", nargs="+", metavar="FILE", help=f"bring in references: {_FORMATS}")
    do.add_argument("--export", metavar="FILE", help=f"write references to a file: {_FORMATS}")
    do.add_argument("--set", action="append", metavar="FIELD=WORDS", help=f"change SOURCE; {', '.join(_SETTABLE)}")
    parser.add_argument("--replace", action="store_true", help="with --export: write over a file that is there")
    add_side(parser)
    add_topic(parser, default=None)


def _cite(args: argparse.Namespace) -> Outcome:
    if args.files:
        return _import(args)
    if args.export:
        return _export(args)
    if args.works:
        return _works(args)
    if not args.source:
        raise CommandError("Say which source, as s1, or ask for --works; `debateprep sources` lists the sources.")
    return _set(args) if args.set else _one(args)


def _debate(args: argparse.Namespace) -> DebateCite:
    """Return the user's way of citing, with what the options say instead; raise TemplateError for a bad template."""
    usual = service.debate_cite(settings.load())
    chosen = DebateCite(
        usual.tag if args.tag_template is None else args.tag_template,
        usual.full if args.template is None else args.template,
        usual.initials if args.initials is None else args.initials,
    )
    chosen.templates()
    return chosen


def _one(args: argparse.Namespace) -> Outcome:
    debate = _debate(args)
    with reading(args) as library, library.read() as reader:
        source = sources.find(reader, args.source)
    styles = [args.style] if args.style else list(CiteStyle)
    found = [service.cited(source, style, debate, args.locator) for style in styles]
    missing = [chip.words for chip in citation_checks.chips(citation_reference.of_source(source)) if not chip.present]
    data = {"source": source.id, "cites": [_facts(each) for each in found], "missing": missing}
    lines: list[str] = []
    for each in found:
        if len(found) > 1:
            lines.append(each.style.label)
        lines += paragraph(_starred(each.runs), "" if len(found) == 1 else "    ")
        if each.note:
            lines += paragraph(f"In the first note: {_starred(each.note)}", "    ")
        lines += paragraph(f"In {'later notes' if each.note else 'a text'}: {each.in_text}", "    ")
        for hint in each.hints:
            lines += paragraph(hint, "    ")
    if missing:
        lines += paragraph(f"A written cite still wants: {'; '.join(missing)}")
    return Outcome(data, lines)


def _facts(cited: Cited) -> dict[str, Any]:
    return {
        "source": cited.source_id,
        "ref": ref("source", cited.source_id),
        "style": cited.style.value,
        "text": cited.text,
        "runs": [[run.text, run.italic] for run in cited.runs],
        "in_text": cited.in_text,
        "note": text_of(cited.note),
        "hints": list(cited.hints),
    }


def _starred(runs: Runs) -> str:
    """Return an entry with asterisks around what is to be in italics, as Markdown has it."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)


def _side(args: argparse.Namespace) -> Side | None:
    return Side(args.side) if args.side else None


def _works(args: argparse.Namespace) -> Outcome:
    style, debate = args.style or CiteStyle.MLA, _debate(args)
    with reading(args) as library:
        topic = topic_of(library, args.topic or "")
        found = service.works_cited(library, topic.id, _side(args), style, debate)
    data = {"topic": topic.id, "style": style.value, "works": [_facts(each) for each in found]}
    if not found:
        return Outcome(data, ["No source is cited there yet."])
    lines = [style.heading, ""]
    for each in found:
        lines += paragraph(_starred(each.runs), "", "    ")
    return Outcome(data, lines)


def _import(args: argparse.Namespace) -> Outcome:
    reports: list[dict[str, Any]] = []
    lines: list[str] = []
    errors: list[str] = []
    with writing(args, make=True) as library:
        for name in args.files:
            try:
                made = service.import_file(library, Path(name).expanduser())
            except DebatePrepError as error:
                errors.append(str(error))
                reports.append({"file": name, "error": str(error)})
                continue
            known = [{"title": title, "source": number} for title, number in made.known]
            reports.append({"file": name, "added": list(made.added), "known": known, "report": list(made.report)})
            for sentence in made.report:
                lines += paragraph(sentence, "", "    ")
    return Outcome({"imported": reports}, lines, errors, chatter=True, code=1 if errors else 0)


def _export(args: argparse.Namespace) -> Outcome:
    path = Path(args.export).expanduser()
    if path.exists() and not args.replace:
        raise CommandError(f"The file {path} is there already and would be lost; choose another name, or --replace.")
    with reading(args) as library:
        asked = args.topic is not None or args.side
        topic = topic_of(library, args.topic or "").id if asked else None
        numbers = None
        if args.source:
            with library.read() as reader:
                numbers = [sources.find(reader, args.source).id]
        made = service.export_file(library, path, topic_id=topic, side=_side(args), numbers=numbers)
    sentence = f"Wrote {counted(made.count, 'reference')} to {made.path} as {made.format.label}."
    return done(sentence, path=str(made.path), format=made.format.label, count=made.count)


def _set(args: argparse.Namespace) -> Outcome:
    fields = dict(_field(each) for each in args.set)
    with writing(args) as library:
        with library.read() as reader:
            source: Source = sources.find(reader, args.source)
        service.change(library, source.id, fields)
    return done(f"Changed {', '.join(sorted(fields))} of {ref('source', source.id)}.", source=source.id)


def _field(words: str) -> tuple[str, object]:
    name, equals, value = words.partition("=")
    name, value = name.strip(), value.strip()
    if not equals or name not in _SETTABLE:
        raise CommandError(f"“{words}” sets no field; write FIELD=WORDS with one of {', '.join(_SETTABLE)}.")
    if name == "kind" and value not in KINDS:
        raise CommandError(f"“{value}” is no kind of source; the kinds are {', '.join(KINDS)}.")
    if name == "title" and not value:
        raise CommandError("A source needs a title, to be found again.")
    if name in DATES:
        return name, citation_dates.read(value)
    if name in NAMES:
        return name, tuple(_name(each) for each in value.split(";") if each.strip())
    return name, value


def _name(words: str) -> Name:
    parts = [part.strip() for part in words.split(",")]
    if len(parts) == 1:
        return Name(literal=parts[0].strip('"“”'))
    return Name(parts[0], parts[1], "", ", ".join(parts[2:]))
