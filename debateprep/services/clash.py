"""The clash of a topic as pages show it: faults with their reasons, and coverage."""

from collections.abc import Iterable

from debateprep.domain import checks, coverage
from debateprep.domain.checks import Finding
from debateprep.domain.coverage import Matrix
from debateprep.domain.dossier import Dossier
from debateprep.domain.filters import EVERYTHING, Filter
from debateprep.domain.reading_time import DEFAULT_WORDS_A_MINUTE, seconds
from debateprep.domain.terms import Check, Side
from debateprep.services import briefs, formats, integrity
from debateprep.services.pages import PageMaker
from debateprep.storage.edit import Reader


def matrix(reader: Reader, topic_id: int, wanted: Filter = EVERYTHING) -> Matrix:
    """Return who answers whom on a topic, of the arguments that fit a filter."""
    return coverage.matrix(dossier_for(reader, topic_id, wanted), wanted)


def dossier_for(reader: Reader, topic_id: int, wanted: Filter) -> Dossier:
    """Return all of a topic with what a filter asks for; cards are checked only where it asks for that."""
    dossier = briefs.dossier(reader, topic_id)
    return dossier if wanted.verified is None else integrity.checked(reader, dossier)


def faults(
    reader: Reader,
    topic_id: int,
    *,
    wanted: Iterable[Check] | None = None,
    words_a_minute: int = DEFAULT_WORDS_A_MINUTE,
) -> list[Finding]:
    """Return what is wrong with a topic's clash: all that its format looks at, or what is wanted."""
    return faults_of(reader, briefs.dossier(reader, topic_id), wanted=wanted, words_a_minute=words_a_minute)


def faults_of(
    reader: Reader,
    dossier: Dossier,
    *,
    wanted: Iterable[Check] | None = None,
    words_a_minute: int = DEFAULT_WORDS_A_MINUTE,
) -> list[Finding]:
    """Return the same of a topic that was read already."""
    maker = PageMaker(dossier, words_a_minute)
    takes = {side: seconds(maker.case_words(side), words_a_minute) for side in (Side.PRO, Side.CON)}
    return checks.find(dossier, formats.of(reader, dossier.topic.format), takes, wanted)
