"""`import` and `sources`: articles in, and what is known about them."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from debateprep.commands import looking
from debateprep.commands.opening import progress, reading, writing
from debateprep.commands.shell import CommandError, Outcome, counted, done, one_of, partial_date, ref, whole
from debateprep.commands.table import paragraph, table
from debateprep.domain import citation
from debateprep.domain.article import Name, numbered
from debateprep.domain.model import Source, SourceText
from debateprep.domain.terms import BlockKind, Side
from debateprep.errors import DebatePrepError
from debateprep.safe_files import READ_LIMIT
from debateprep.services import imports, positions
from debateprep.services import sources as service
from debateprep.services.imports import Fate, FileReport
from debateprep.services.sources import Imported
from debateprep.storage.library import Library

_FIELDS = ("title", "publication", "url", "qualifications", "issued", "authors", "concludes")


def import_(parser: argparse.ArgumentParser) -> None:
    """Declare `import`."""
    parser.set_defaults(run=_import)
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="an article or a folder of them; - reads pasted text from the keyboard"
    )
    parser.add_argument(
        "--look", action="store_true", help="only show what would come in: its blocks, and what is known"
    )


def _import(args: argparse.Namespace) -> Outcome:
    with writing(args, make=True) as library, progress(args) as ticker:
        if args.look:
            return looking.look(library, [name for name in args.files if name != "-"], ticker)
        files = [_pasted_in(library)] if "-" in args.files else []
        named = [Path(name).expanduser() for name in args.files if name != "-"]
        files += imports.import_many(library, named, ticker).files
        with library.read() as reader:
            numbers = {each.imported.source_id for each in files if each.imported is not None}
            found = {number: reader.get(Source, number) for number in numbers}
    lines: list[str] = []
    for each in files:
        lines += _lines_of(each, found)
    refused = [each.sentence for each in files if each.fate is Fate.REFUSED]
    if len(files) > 1:
        came = sum(each.imported is not None for each in files)
        lines.append(f"Brought in {came} of {counted(len(files), 'file')}.")
    reports = [_told(each, found) for each in files]
    return Outcome({"imported": reports}, lines, refused, chatter=True, code=1 if refused else 0)


def _pasted_in(library: Library) -> FileReport:
    try:
        made = service.import_text(library, _pasted())
    except DebatePrepError as error:
        return FileReport(Path("-"), Fate.REFUSED, str(error))
    return FileReport(Path("-"), Fate.KNOWN if made.known else Fate.ADDED, "", made)


def _lines_of(each: FileReport, found: dict[int, Source]) -> list[str]:
    if each.imported is not None:
        return _report(each.imported, found[each.imported.source_id])
    # What is refused is said on stderr.
    return paragraph(f"Passed over: {each.sentence}") if each.fate is Fate.PASSED_OVER else []


def _told(each: FileReport, found: dict[int, Source]) -> dict[str, Any]:
    facts = {"file": str(each.path), "fate": each.fate.value}
    if each.imported is None:
        return facts | {"error": each.sentence}
    return _facts(str(each.path), each.imported, found[each.imported.source_id]) | facts


def _pasted() -> str:
    if sys.stdin.isatty():
        sys.stderr.write("Paste the article, then end it with Ctrl-D (Ctrl-Z and Enter on Windows):\n")
    data = sys.stdin.buffer.read(READ_LIMIT + 1)
    if len(data) > READ_LIMIT:
        raise CommandError(f"The pasted text is larger than {READ_LIMIT // (1024 * 1024)} MB; paste the part you need.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _facts(name: str, made: Imported, source: Source) -> dict[str, Any]:
    return {
        "file": name,
        "source": made.source_id,
        "ref": ref("source", made.source_id),
        "title": made.title,
        "authors": [author.full for author in source.authors],
        "paragraphs": made.paragraphs,
        "missing": list(citation.missing(source)),
        "known": made.known,
        "recognised": made.recognised,
        "anchored": made.anchored,
        "not_found": list(made.missing),
        "report": list(made.report),
    }


def _report(made: Imported, source: Source) -> list[str]:
    name = ref("source", made.source_id)
    who = ", ".join(author.full for author in source.authors)
    lines = paragraph(f"{name}  “{made.title}”{f' by {who}' if who else ''}, {counted(made.paragraphs, 'paragraph')}")
    missing = citation.missing(source)
    if missing:
        lines += paragraph(f"Not said in the file: {'; '.join(missing)}", "    ")
    for sentence in made.report:
        lines += paragraph(sentence, "    ")
    return [*lines, f"    Next: debateprep positions {name}"]


def sources(parser: argparse.ArgumentParser) -> None:
    """Declare `sources`."""
    parser.set_defaults(run=_sources)
    parser.add_argument("source", nargs="?", metavar="SOURCE", help="its number (s1) or words of its title")
    parser.add_argument("--remove", action="store_true", help="move it to the trash; cards cut from it stay")
    edit = parser.add_argument_group("what is known about it")
    edit.add_argument("--edit", action="store_true", help="change what the options below say")
    edit.add_argument("--title", metavar="WORDS")
    edit.add_argument("--author", dest="authors", action="append", type=_name, metavar="NAME", help=_NAME_HELP)
    edit.add_argument("--publication", metavar="WORDS")
    edit.add_argument(
        "--date", dest="issued", type=_Date, metavar="DATE", help="2024, 2024-03 or 2024-03-07; '' for none"
    )
    edit.add_argument("--url", metavar="URL")
    edit.add_argument("--qualifications", metavar="WORDS", help="who the author is")
    edit.add_argument(
        "--concludes", type=one_of(Side), metavar="SIDE", help="the side it concludes for: pro, con, neither"
    )
    block = parser.add_argument_group("one block of its text")
    block.add_argument("--block", type=whole, metavar="N", help="the block's number")
    block.add_argument("--kind", type=one_of(BlockKind), metavar="KIND", help=f"what it is: {', '.join(BlockKind)}")
    strike = block.add_mutually_exclusive_group()
    strike.add_argument("--strike", dest="struck", action="store_true", default=None, help="strike it out")
    strike.add_argument("--unstrike", dest="struck", action="store_false", default=None, help="take it back in")


_NAME_HELP = '"Family, Given", or a body\'s name; repeatable, in order'


def _name(text: str) -> Name:
    family, comma, given = text.partition(",")
    return Name(family=family.strip(), given=given.strip()) if comma else Name(literal=text.strip())


class _Date:
    """A date that was given, which may be none: argparse's own None says that the option was absent."""

    def __init__(self, text: str) -> None:
        self.value = partial_date(text)


def _sources(args: argparse.Namespace) -> Outcome:
    fields = {name: getattr(args, name) for name in _FIELDS if getattr(args, name) is not None}
    if not args.source:
        if args.remove or args.edit or args.block or fields:
            raise CommandError("Say which source, as s1; `debateprep sources` lists them.")
        return _list(args)
    wishes = [args.remove, args.edit or bool(fields), args.block is not None]
    if sum(wishes) > 1:
        raise CommandError("Do one thing at a time: --edit, --block or --remove.")
    if args.block is None and (args.kind or args.struck is not None):
        raise CommandError("Say which block with --block N; `debateprep sources SOURCE` shows the numbers.")
    for wish, act in zip(wishes, (_remove, _edit, _correct), strict=True):
        if wish:
            return _changed(args, act, fields)
    return _show(args)


def _changed(
    args: argparse.Namespace,
    act: Callable[[Library, Source, argparse.Namespace, dict[str, Any]], str],
    fields: dict[str, Any],
) -> Outcome:
    with writing(args) as library:
        with library.read() as reader:
            source = service.find(reader, args.source)
        sentence = act(library, source, args, fields)
    return done(sentence, source=source.id)


def _remove(library: Library, source: Source, _args: argparse.Namespace, _fields: dict[str, Any]) -> str:
    service.remove(library, source.id)
    return f"Moved “{source.title}” to the trash with its positions; `debateprep undo` brings it back."


def _edit(library: Library, source: Source, _args: argparse.Namespace, fields: dict[str, Any]) -> str:
    if not fields:
        raise CommandError("Say what to change, for example --title; `debateprep sources --help` lists it all.")
    if "issued" in fields:
        fields["issued"] = fields["issued"].value
    if "authors" in fields:
        fields["authors"] = tuple(name for name in fields["authors"] if name.full)
    service.change(library, source.id, **fields)
    return f"Changed source {ref('source', source.id)}."


def _correct(library: Library, source: Source, args: argparse.Namespace, _fields: dict[str, Any]) -> str:
    if args.kind is None and args.struck is None:
        raise CommandError("Say what the block is: --kind caption, or --strike.")
    service.correct_block(library, source.id, args.block - 1, kind=args.kind, struck=args.struck)
    return f"Corrected block {args.block} of {ref('source', source.id)}; paragraph numbers follow."


def _list(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        found = service.listed(library)
        kept = positions.kept(library)
    counts = {source.id: sum(1 for each in kept if each.source_id == source.id) for source, _ in found}
    data = [_about(source, text) | {"kept": counts[source.id]} for source, text in found]
    if not found:
        return Outcome({"sources": data}, ["There is no source yet; bring one in: debateprep import FILE"])
    rows = [
        (
            ref("source", source.id),
            source.title,
            ", ".join(author.full for author in source.authors) or "no author",
            sum(1 for _ in numbered(text.blocks)) if text else "no text",
            counts[source.id],
        )
        for source, text in found
    ]
    return Outcome({"sources": data}, table(("Name", "Title", "Author", "¶", "Kept"), rows, long=(1, 2)))


def _about(source: Source, text: SourceText | None) -> dict[str, Any]:
    return {
        "id": source.id,
        "ref": ref("source", source.id),
        "title": source.title,
        "authors": [author.full for author in source.authors],
        "qualifications": source.qualifications,
        "publication": source.publication,
        "date": source.issued.iso if source.issued else None,
        "url": source.url,
        "concludes": source.concludes.value,
        "file_name": source.file_name,
        "sample": source.sample,
        "missing": list(citation.missing(source)),
        "paragraphs": sum(1 for _ in numbered(text.blocks)) if text else None,
    }


def _show(args: argparse.Namespace) -> Outcome:
    with reading(args) as library, library.read() as reader:
        source = service.find(reader, args.source)
        text = reader.first(SourceText, source_id=source.id)
        cards = len(service.cards_from(reader, source.id))
    data = _about(source, text) | {"cards": cards, "blocks": _blocks(text)}
    lines = paragraph(f"{ref('source', source.id)}  “{source.title}”")
    facts = [
        ("by", ", ".join(author.full for author in source.authors)),
        ("author is", source.qualifications),
        ("published", ", ".join(filter(None, [source.publication, data["date"] or ""]))),
        ("at", source.url),
        ("file", source.file_name),
        ("concludes", source.concludes.value),
        ("missing", "; ".join(data["missing"])),
        ("cards", str(cards)),
    ]
    for name, words in facts:
        if words:
            lines += paragraph(words, f"    {name:<10}", " " * 14)
    lines.append("")
    if text is None:
        lines += paragraph("It has no text yet; `debateprep import FILE` recognises the article and attaches it.")
    for block in data["blocks"]:
        place = f"¶{block['paragraph']}" if block["paragraph"] else "struck" if block["struck"] else block["kind"]
        lines += paragraph(block["text"], f"{block['block']:>4}  {place:<12}", " " * 18)
    return Outcome(data, lines)


def _blocks(text: SourceText | None) -> list[dict[str, Any]]:
    if text is None:
        return []
    numbers = {block: number for number, block in numbered(text.blocks)}
    return [
        {
            "block": index,
            "paragraph": numbers.get(block),
            "kind": block.kind.value,
            "struck": block.struck,
            "page": block.page,
            "start": block.start,
            "end": block.end,
            "text": text.text[block.start : block.end],
        }
        for index, block in enumerate(text.blocks, 1)
    ]
