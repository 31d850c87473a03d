"""Find what an article argues: transparent rules that show their reasons."""

from debateprep.finding.errors import FindingError
from debateprep.finding.suggest import suggest, suggest_in

__all__ = ["FindingError", "suggest", "suggest_in"]
