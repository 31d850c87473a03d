"""`quickstart`: a library with the samples, and everything printed, in one folder."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from debateprep.commands.opening import library_path, progress
from debateprep.commands.shell import CommandError, Outcome, ref
from debateprep.commands.table import paragraph, table
from debateprep.domain.model import Topic
from debateprep.domain.terms import Side
from debateprep.progress import Progress
from debateprep.publishing import PageOptions
from debateprep.services import export, samples, topics
from debateprep.services.export import Exported, Layout
from debateprep.storage.library import Library

_SHEETS: tuple[tuple[str, Layout, Side | None], ...] = (
    ("pro-brief", Layout.BRIEF, Side.PRO),
    ("con-brief", Layout.BRIEF, Side.CON),
    ("rebuttal-cards", Layout.CARDS, None),
    ("clash-sheet", Layout.CLASH, None),
)


def quickstart(parser: argparse.ArgumentParser) -> None:
    """Declare `quickstart`."""
    parser.set_defaults(run=_quickstart)
    words = "where the PDFs go, and the library unless --library names one (debateprep-quickstart)"
    parser.add_argument("--all", action="store_true", help="every layout of both sample topics, as samples to look at")
    parser.add_argument("folder", nargs="?", default="debateprep-quickstart", metavar="FOLDER", help=words)


def _quickstart(args: argparse.Namespace) -> Outcome:
    folder = Path(args.folder).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"The folder {folder} cannot be made ({error.strerror}); choose another.") from error
    path = library_path(args) if args.library else folder / "library.db"
    there, shipped_keys = path.exists(), samples.keys()
    made: list[tuple[Topic, Layout, Side | None, Exported]] = []
    with Library(path) as library, progress(args) as ticker:
        for key in shipped_keys:
            samples.add(library, key)
        shipped = [topic for topic in topics.listed(library) if topic.sample]
        for index, topic in enumerate(shipped):
            ticker.step(index * len(_SHEETS), len(shipped) * len(_SHEETS), "Printing")
            made += _print(library, topic, folder, ticker)
            if args.all:
                samples_of = folder / "layouts" / topic.sample
                samples_of.mkdir(parents=True, exist_ok=True)
                export.sample_set(library, topic.id, samples_of)
    data = {"folder": str(folder), "library": str(path), "library_was_there": there, "files": _files(made)}
    return Outcome(data, _lines(made, path, there=there), chatter=True)


def _print(
    library: Library, topic: Topic, folder: Path, ticker: Progress
) -> list[tuple[Topic, Layout, Side | None, Exported]]:
    options = PageOptions(printed_on=datetime.now().astimezone().date())
    made = []
    for name, layout, side in _SHEETS:
        path = folder / f"{topic.sample}-{name}.pdf"
        done = export.to_file(library, topic.id, layout, path, side=side, options=options, progress=ticker)
        made.append((topic, layout, side, done))
    return made


def _files(made: list[tuple[Topic, Layout, Side | None, Exported]]) -> list[dict[str, Any]]:
    return [
        {
            "path": str(done.path),
            "size": done.size,
            "topic": topic.id,
            "layout": layout.value,
            "side": side.value if side else None,
        }
        for topic, layout, side, done in made
    ]


def _lines(made: list[tuple[Topic, Layout, Side | None, Exported]], path: Path, *, there: bool) -> list[str]:
    rows = [
        (done.path.name, f"{side.label if side else ''} {layout.label}".strip().capitalize(), topic.short)
        for topic, layout, side, done in made
    ]
    wanted = f'--library "{path}"' if " " in str(path) else f"--library {path}"
    tries = [f"brief --side {side} --topic {ref('topic', made[0][0].id)}" for side in ("pro", "con")]
    return [
        *paragraph(f"Made in {made[0][3].path.parent}:"),
        *table(("File", "What it is", "Topic"), rows, long=(2,)),
        "",
        *paragraph(f"The library {path} {'was there and is kept' if there else 'is new'}. Try next:"),
        *(f"  debateprep {wanted} {words}" for words in (*tries, "coverage", "import YOUR-ARTICLE.txt")),
    ]
