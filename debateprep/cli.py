"""The command line: parse, dispatch, print, and turn every failure into one sentence and an exit code."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from debateprep import __version__
from debateprep.commands.shared import clean, shared_options
from debateprep.errors import DebatePrepError

FINE, FAILED, INTERRUPTED, BROKEN = 0, 1, 130, 70

# Command: module of debateprep.commands, the function in it that declares its arguments, and its line of help.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "quickstart": ("quickstart", "quickstart", "try it: a library with two sample topics, printed as PDF"),
    "import": (
        "sources",
        "import_",
        "bring in articles: Word, PDF, e-book, RTF, text, a saved page, or - for pasted text",
    ),
    "sources": ("sources", "sources", "list sources; show and correct one"),
    "positions": ("positions", "positions", "what an article argues: suggested, kept, dismissed, marked by hand"),
    "topics": ("topics", "topics", "list, add and edit topics; add the samples"),
    "formats": ("formats", "formats", "debate formats: words, speeches, what is checked; make them your own"),
    "brief": ("brief", "brief", "show a side's brief and build it"),
    "card": ("card", "card", "mark cards and check them: words, tags, context; report on a brief; reading time"),
    "answer": ("answer", "answer", "answer an argument of the other side"),
    "coverage": ("clash", "coverage", "what is answered on each side, and what is still open"),
    "suggest": ("rounds", "suggest", "what could answer an argument, or support it, with the words they share"),
    "round": ("rounds", "round_", "the round log: what was heard, what we answered, how it went"),
    "label": ("labels", "label", "labels on arguments, cards, positions and sources; status and strength"),
    "filters": ("labels", "filters_", "filters kept under a name, for coverage"),
    "clash": ("clash", "clash", "what is wrong with a topic's clash, with reasons: open arguments, double turns …"),
    "cite": ("cite", "cite", "cite a source in any style; works cited; BibTeX, RIS and CSL-JSON in and out"),
    "search": ("search", "search", "find words in everything"),
    "export": ("export", "export", "print a brief, rebuttal cards or a clash sheet to PDF"),
    "undo": ("history", "undo", "take back the last steps"),
    "redo": ("history", "redo", "do undone steps again"),
    "history": ("history", "history", "list the steps, newest first; go back to one; bring back what one threw away"),
    "trash": ("history", "trash", "what was removed, and how it comes back"),
    "backup": ("care", "backup", "back the library up now; list the backups"),
    "restore": ("care", "restore", "go back to a backup"),
    "check": ("care", "check", "check that the library is sound"),
}

_EPILOG = """\
Things are named by a letter and a number, as the lists show them: t1 a topic, s1 a source,
p3 a position, c4 a card, a12 an argument, e5 a support, r2 an answer, i7 an item.

Begin with:  debateprep quickstart
"""

_WELCOME = """\
DebatePrep {version}: an article in, two briefs that answer each other, PDFs out. Offline.

  debateprep quickstart          make a folder with two sample topics, printed as PDF
  debateprep import ARTICLE.txt  bring in an article of your own
  debateprep --help              all commands
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 a failure, 2 wrong usage, 70 a fault of ours, 130 stopped."""
    _never_fail_to_print()
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(given)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        return _hung_up()
    except KeyboardInterrupt:
        return _fail("Stopped; nothing was left half done.", INTERRUPTED)
    except DebatePrepError as error:
        return _fail(str(error), FAILED)
    except Exception as error:  # noqa: BLE001 - the one place where a fault of ours becomes a sentence and a report
        return _fail(_module("report").write(error, given), BROKEN)


def _run(given: list[str]) -> int:
    try:
        args = _parser(given).parse_args(given)
    except SystemExit as end:
        return int(end.code or 0)
    if "run" not in args:
        return _window(args)
    outcome = args.run(args)
    _module("printing").show(outcome, args)
    for sentence in outcome.errors:
        _fail(sentence, FAILED)
    return int(outcome.code)


def _window(args: argparse.Namespace) -> int:
    """Open the window; where that cannot be, `app` says why, and the command line introduces itself."""
    app = importlib.import_module("debateprep.app")
    code: int = app.run(Path(args.library) if args.library else None, safe=args.safe)
    if code == FAILED:
        print(_WELCOME.format(version=__version__), end="")
    return code


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="debateprep",
        description="Prepare both sides of a debate offline. Without a command, the window opens.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[shared_options()],
    )
    # Here alone they have defaults: parsers share their parents' options, and a command must not reset them.
    parser.set_defaults(library="", json=False, quiet=False)
    parser.add_argument("--safe", action="store_true", help="open the window as if for the first time")
    parser.add_argument("--version", action="version", version=f"debateprep {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", required=False)
    shared = shared_options()
    chosen = _chosen(given)
    for name, (module, function, words) in COMMANDS.items():
        command = commands.add_parser(
            name, help=words, description=words[0].upper() + words[1:] + ".", parents=[shared]
        )
        if name == chosen:
            getattr(_module(module), function)(command)
    return parser


def _module(name: str) -> ModuleType:
    # Only what is chosen is imported: `--help` and `search` must not wait for what other commands need.
    return importlib.import_module(f"debateprep.commands.{name}")


def _chosen(given: Sequence[str]) -> str:
    """Return the command among the words, passing over the options before it."""
    words = iter(given)
    for word in words:
        if word == "--library" or (len(word) > len("--") and "--library".startswith(word)):
            next(words, None)
        elif not word.startswith("-"):
            return word
    return ""


def _fail(sentence: str, code: int) -> int:
    try:
        print(f"debateprep: {clean(sentence)}", file=sys.stderr)
    except OSError:  # Nobody listens to stderr; the exit code still tells.
        return code
    return code


def _never_fail_to_print() -> None:
    # A console that lacks ¶ or ■ shows "?" instead of stopping the program.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _hung_up() -> int:
    # Whoever read our output has read enough (`| head`); Python would complain once more while it closes stdout.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE
