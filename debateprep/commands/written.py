"""What every export tells of the file it wrote, and what it refuses to write over."""

from pathlib import Path

from debateprep.commands.shell import CommandError, Outcome
from debateprep.domain.terms import Side
from debateprep.publishing import pack_hint
from debateprep.services.export import Exported

_LONGEST = 15


def told(made: Exported, layout: str, side: Side | None, topic: int) -> Outcome:
    """Return what is said of a file that was written."""
    data = {
        "path": str(made.path),
        "size": made.size,
        "layout": layout,
        "side": side.value if side else None,
        "topic": topic,
        "missing_characters": list(made.missing),
    }
    return Outcome(data, [f"Wrote {made.path} ({made.size / 1000:.0f} kB).", *lacking(made.missing)], chatter=True)


def lacking(missing: tuple[str, ...]) -> list[str]:
    """Return what is said about characters that no font has, and the pack that has them."""
    if not missing:
        return []
    names = ", ".join(f"U+{ord(letter):04X}" for letter in missing)
    lines = [f"No font has these characters, so they are printed by number: {names}."]
    hint = pack_hint(missing)
    return [*lines, hint] if hint else lines


def must_be_replaceable(path: Path, beginnings: tuple[bytes, ...], otherwise: str) -> None:
    """Refuse to write over a file that begins otherwise: a slip of the pen must not cost a library or an article.

    `otherwise` says what the file there is, as "is not a PDF". Without beginnings nothing is replaceable.
    """
    try:
        with path.open("rb") as handle:
            there = handle.read(_LONGEST)
    except OSError:  # Not there, or not to be opened: writing it says what is wrong.
        return
    if there and not there.startswith(beginnings):
        raise CommandError(f"The file {path} {otherwise} and would be lost; choose another name, or add --replace.")
