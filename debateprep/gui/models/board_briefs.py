"""The briefs of a topic beside the two main ones: which of a side's is shown, and to which others rows can be moved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from debateprep.domain.dossier import Dossier
from debateprep.domain.model import Brief
from debateprep.domain.terms import Part, Side


@dataclass(frozen=True, slots=True)
class OtherBrief:
    """A brief of the topic that is not shown, to which rows can be moved: its sections by id and title."""

    id: int
    side: Side
    title: str
    sections: tuple[tuple[int, str], ...]


def showing(dossier: Dossier, chosen: Mapping[Side, int]) -> Dossier:
    """Return a topic as if each side's chosen brief were its main one; numbers stay those of the main case.

    A choice that is no further brief of its side, any more, is passed over.
    """
    for side, number in chosen.items():
        main = next((each for each in dossier.briefs.values() if each.side is side and each.main), None)
        brief = dossier.briefs.get(number)
        if main is None or brief is None or brief.main or brief.side is not side or number not in dossier.others:
            continue
        swapped = {main.id: replace(main, main=False), number: replace(brief, main=True)}
        others = {key: parts for key, parts in dossier.others.items() if key != number}
        dossier = replace(
            dossier,
            briefs={**dossier.briefs, **swapped},
            outlines={**dossier.outlines, side: dossier.others[number]},
            others={main.id: dossier.outlines[side], **others},
        )
    return dossier


def files(dossier: Dossier) -> dict[Side, tuple[Brief, ...]]:
    """Return each side's briefs, its main one first."""
    found = sorted(dossier.briefs.values(), key=lambda each: (not each.main, each.id))
    return {side: tuple(each for each in found if each.side is side) for side in (Side.PRO, Side.CON)}


def others(dossier: Dossier, main_title: str) -> Iterable[OtherBrief]:
    """Yield the briefs that are not shown; a main one without a title of its own goes by `main_title`."""
    for number, parts in dossier.others.items():
        brief = dossier.briefs[number]
        nodes = [node for top in parts[Part.CASE] for node in top.walk()]
        sections = tuple((node.section.id, node.section.title) for node in nodes)
        yield OtherBrief(number, brief.side, brief.title or main_title, sections)
