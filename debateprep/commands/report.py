"""The report of a fault of ours, for the authors; it stays on the user's machine until the user sends it."""

import platform
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime

from debateprep import __version__, paths


def write(error: Exception, given: Sequence[str]) -> str:
    """Write what went wrong to a new file and return the sentence that names it."""
    sorry = "Something went wrong that should not have; your library is as it was before."
    at = datetime.now(UTC)
    path = paths.reports() / f"debateprep-{at:%Y%m%dT%H%M%S%f}.txt"
    about = f"DebatePrep {__version__}, Python {platform.python_version()}, {platform.platform()}, {at.isoformat()}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        words = [about, f"Arguments: {list(given)!r}", "", *traceback.format_exception(error)]
        path.write_text("\n".join(words), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return f"{sorry} No report could be written: {type(error).__name__}: {error}"
    return f"{sorry} A report for the authors is in {path}."
