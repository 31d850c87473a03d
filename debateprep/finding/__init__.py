"""Find what an article argues: transparent rules that show their reasons."""

from debateprep.finding.errors import FindingError
from debateprep.finding.sides import SideOffer, Thesis, thesis_side
from debateprep.finding.suggest import suggest, suggest_in

__all__ = ["FindingError", "SideOffer", "Thesis", "suggest", "suggest_in", "thesis_side"]
