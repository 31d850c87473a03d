"""Where the program keeps things: the one module that asks appdirs, with overrides for tests and portable use."""

import os
from hashlib import sha256
from pathlib import Path

import appdirs

APP = "DebatePrep"


def _home(kind: str) -> Path:
    override = os.environ.get("DEBATEPREP_HOME")
    if override:
        return Path(override).expanduser() / kind
    # appauthor=False keeps Windows from doubling the name; changing it later would move users' data.
    folder = appdirs.user_state_dir if kind == "state" else appdirs.user_data_dir
    return Path(str(folder(APP, appauthor=False)))


def config() -> Path:
    """Return the folder of what the user prefers."""
    override = os.environ.get("DEBATEPREP_HOME")
    if override:
        return Path(override).expanduser() / "config"
    return Path(str(appdirs.user_config_dir(APP, appauthor=False)))


def state() -> Path:
    """Return the folder of what the program remembers by itself, such as the window's place."""
    return _home("state")


def default_library() -> Path:
    """Return the library to open: DEBATEPREP_LIBRARY if set, else the one in the user's data folder."""
    named = os.environ.get("DEBATEPREP_LIBRARY")
    return Path(named).expanduser() if named else _home("data") / "library" / "library.db"


def fonts() -> Path:
    """Return the folder of the optional fonts that the user adds."""
    return _home("data") / "fonts"


def backups(library: Path) -> Path:
    """Return the folder of a library's backups, outside the library's own folder."""
    key = sha256(str(library.resolve()).encode()).hexdigest()[:8]
    return _home("state") / "backups" / f"{library.stem}-{key}"


def doorbell(library: Path) -> str:
    """Return the name by which the window of a library is called; it tells nothing of where the library is."""
    return f"debateprep-{sha256(str(library.expanduser().resolve()).encode()).hexdigest()[:24]}"


def reports() -> Path:
    """Return the folder of the reports that are written when the program itself fails."""
    return _home("state") / "reports"
