"""What the user prefers: declared options, a typed value of them, and the TOML file they are kept in."""

import json
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

from debateprep import paths
from debateprep.safe_files import FileError, write_whole

THEMES = ("system", "light", "dark", "contrast")
RECENT = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's preferences; every field is an option of the file, under its own name.

    `text_size` is in per cent of the normal size, `library` is empty for the default place, `recent` holds the
    libraries opened last, newest first. `initials` are of who cuts cards; `cite_tag` and `cite_full` are the
    templates of debate cites, empty for the defaults. `answer_prefix` stands before what an answer block answers.
    """

    theme: str = "system"
    text_size: int = 100
    words_a_minute: int = 180
    name: str = ""
    school: str = ""
    initials: str = ""
    cite_tag: str = ""
    cite_full: str = ""
    answer_prefix: str = "AT:"
    library: str = ""
    recent: tuple[str, ...] = ()


LIMITS = {"text_size": (80, 200), "words_a_minute": (60, 500)}
"""The lowest and highest value of the options that are numbers."""


def path() -> Path:
    """Return the file of the preferences."""
    return paths.config() / "settings.toml"


def load(file: Path | None = None) -> Settings:
    """Return the preferences; an option that is missing or makes no sense has its default."""
    try:
        data = tomllib.loads((file or path()).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings()
    return checked(data)


def checked(data: dict[str, object]) -> Settings:
    """Return the preferences that data of any kind holds, with defaults for what makes no sense."""
    found: dict[str, object] = {}
    for option in fields(Settings):
        value = data.get(option.name)
        default = option.default
        if isinstance(default, tuple) and isinstance(value, (list, tuple)):
            found[option.name] = tuple(each for each in value if isinstance(each, str))[:RECENT]
        elif isinstance(default, int) and isinstance(value, int) and not isinstance(value, bool):
            low, high = LIMITS[option.name]
            found[option.name] = max(low, min(high, value))
        elif isinstance(default, str) and isinstance(value, str):
            found[option.name] = value
    settings = replace(Settings(), **found)  # type: ignore[arg-type]
    return settings if settings.theme in THEMES else replace(settings, theme="system")


def save(settings: Settings, file: Path | None = None) -> None:
    """Write the preferences, whole or not at all; raise FileError when that cannot be done."""
    file = file or path()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"The folder {file.parent} cannot be made, so your preferences were not kept.") from error
    lines = ["# DebatePrep's preferences; the window writes this file."]
    for option in fields(settings):
        value = getattr(settings, option.name)
        lines.append(f"{option.name} = {_toml(value)}")
    write_whole(file, ("\n".join(lines) + "\n").encode("utf-8", "replace"))


def _toml(value: object) -> str:
    # JSON's strings, numbers and lists are TOML's, but for DEL, which TOML wants escaped too.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False).replace("\x7f", "\\u007f")


def with_recent(settings: Settings, library: Path) -> Settings:
    """Return the preferences with a library as the one opened last."""
    name = str(library)
    return replace(settings, recent=(name, *(each for each in settings.recent if each != name))[:RECENT])
