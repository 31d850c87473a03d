"""Every layout with pages of our own topic, for the tests that look at all of them."""

from datetime import date
from typing import Any

from debateprep.domain.pages import BriefPages, SectionPage, TopicPages
from debateprep.domain.terms import SectionKind, Side
from debateprep.publishing import SHELF, Cells, Duplex, Kind, Level, Needs, PageOptions, Pages, Paper, Sides
from debateprep.services.formats import shipped
from tests.publishing import sample_pages as sample

CON_BRIEF = BriefPages(
    sample.TOPIC,
    sample.RESOLUTION,
    Side.CON,
    "Keep the fare and run more buses",
    "Con brief",
    sample.BRIEF.notice,
    (
        SectionPage(
            "C1",
            SectionKind.CONTENTION,
            "Somebody pays for the free ride",
            (sample.CON_ARGUMENT, sample.CON_OPEN),
        ),
    ),
    (),
    (),
    sample.WORKS,
    sample.COVERAGE,
    120,
)
TOPIC = TopicPages(
    sample.TOPIC,
    sample.RESOLUTION,
    shipped()["public-forum"],
    sample.BRIEF,
    CON_BRIEF,
    sample.CLASH,
    sample.DECK,
    sample.WORKS,
)
Case = tuple[Pages, PageOptions, Kind, Side | None]
DAY = date(2026, 11, 23)


def pages_for(kind: Kind, side: Side | None = None, topic: TopicPages = TOPIC) -> Pages:
    needs = SHELF[kind].needs
    if needs is Needs.BRIEF:
        return topic.brief(side or Side.PRO)
    if needs is Needs.DECK:
        return topic.deck
    return topic.clash if needs is Needs.CLASH else topic


def case(kind: Kind, **options: Any) -> Case:
    side = Side.PRO if SHELF[kind].sides is Sides.ONE else None
    return pages_for(kind, side), PageOptions(**options), kind, side


CASES: dict[str, Case] = {
    **{kind.value: case(kind, printed_on=DAY, header_name="A. Student") for kind in Kind},
    "brief-black": case(Kind.BRIEF, black=True, paper=Paper.A4, contents=False),
    "brief-cover": case(Kind.BRIEF, cover=True, page_each=True, justified=True, hyphens=True),
    "brief-large": case(Kind.BRIEF, large=True, dyslexia=True, contents=False),
    "brief-two-up": case(Kind.BRIEF, two_up=True),
    "cards-8": case(Kind.CARDS, cells=Cells.EIGHT, paper=Paper.A4),
    "cards-3x5": case(Kind.CARDS, cells=Cells.INDEX_3X5, ruler=True),
    "cards-4x6": case(Kind.CARDS, cells=Cells.INDEX_4X6, duplex=Duplex.LONG),
    "cards-duplex": case(Kind.CARDS, duplex=Duplex.LONG, ruler=True),
    "cards-black": case(Kind.CARDS, black=True),
    "clash-black": case(Kind.CLASH, black=True, paper=Paper.A4),
    "class-a": case(Kind.CLASS, level=Level.A, paper=Paper.A4),
    "class-key": case(Kind.CLASS, key=True),
    "strips-key": case(Kind.STRIPS, key=True),
    "flow-legal": case(Kind.FLOW, paper=Paper.LEGAL, first_speaker="Con"),
    "flow-a3": case(Kind.FLOW, paper=Paper.A3),
}
