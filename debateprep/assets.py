"""Find the data files that ship with the program: the one module that knows where they lie."""

from functools import cache
from pathlib import Path

from debateprep.errors import DebatePrepError


class AssetsMissing(DebatePrepError):
    """Say that the installation lacks its data files."""


@cache
def root() -> Path:
    """Return the folder of shipped data: in the wheel `debateprep/_bundle`, in a checkout `resources`."""
    here = Path(__file__).resolve().parent
    for place in (here / "_bundle", here.parent / "resources"):
        if (place / "MARKER").is_file():
            return place
    raise AssetsMissing("DebatePrep's own data files are missing; please install it again.")


def path(name: str) -> Path:
    """Return the path of one shipped file, e.g. "fonts/NotoSans-Regular.ttf"; raise AssetsMissing if absent."""
    found = root() / name
    if not found.exists():
        raise AssetsMissing(f"DebatePrep's own file {name} is missing; please install it again.")
    return found
