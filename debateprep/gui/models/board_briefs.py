"""The briefs of a topic that are not shown, to which rows can be moved."""

from collections.abc import Iterable
from dataclasses import dataclass

from debateprep.domain.dossier import Dossier
from debateprep.domain.terms import Part, Side


@dataclass(frozen=True, slots=True)
class OtherBrief:
    """A brief of the topic that is not shown, to which rows can be moved: its sections by id and title."""

    id: int
    side: Side
    title: str
    sections: tuple[tuple[int, str], ...]


def others(dossier: Dossier, main_title: str) -> Iterable[OtherBrief]:
    """Yield the briefs that are not shown; a main one without a title of its own goes by `main_title`."""
    for number, parts in dossier.others.items():
        brief = dossier.briefs[number]
        nodes = [node for top in parts[Part.CASE] for node in top.walk()]
        sections = tuple((node.section.id, node.section.title) for node in nodes)
        yield OtherBrief(number, brief.side, brief.title or main_title, sections)
