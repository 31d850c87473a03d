"""Print an outcome: lines for people, or one JSON document for scripts."""

import argparse
import json
import sys

from debateprep.commands.shared import clean
from debateprep.commands.shell import Outcome


def show(outcome: Outcome, args: argparse.Namespace) -> None:
    """Write an outcome to stdout as the options ask for it."""
    if args.json:
        # A console without Unicode still gets every character, escaped.
        plain = (sys.stdout.encoding or "").lower().replace("-", "") not in ("utf8", "utf8sig")
        sys.stdout.write(json.dumps(outcome.data, ensure_ascii=plain, indent=2) + "\n")
    elif not (args.quiet and outcome.chatter):
        for line in outcome.lines:
            sys.stdout.write(clean(line) + "\n")
