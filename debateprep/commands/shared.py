"""The little that the door itself needs before any command is chosen; nothing heavy may be imported here."""

import argparse
import unicodedata

_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def shared_options() -> argparse.ArgumentParser:
    """Return the options that stand before or after any command; they set nothing unless given."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    group = shared.add_argument_group("everywhere")
    group.add_argument("--library", metavar="FILE", help="the library to use (else $DEBATEPREP_LIBRARY, else yours)")
    group.add_argument("--json", action="store_true", help="print one JSON document for scripts")
    group.add_argument("--quiet", action="store_true", help="do not confirm what was done, show no progress")
    return shared


def clean(text: str) -> str:
    """Return text that cannot steer a terminal: control and direction characters become U+FFFD."""
    if text.isprintable():
        return text
    return "".join(
        "\ufffd" if (unicodedata.category(letter) == "Cc" and letter != "\n") or letter in _DIRECTIONS else letter
        for letter in text.replace("\t", " ")
    )
