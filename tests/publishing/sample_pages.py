"""A small topic of our own, written for these tests: cities and free buses."""

from dataclasses import replace

from debateprep.domain.model import Mark
from debateprep.domain.pages import (
    ArgumentEntry,
    BriefPages,
    CardEntry,
    Cite,
    ClashPages,
    ClashSection,
    Coverage,
    Evidence,
    NoteEntry,
    RebuttalCard,
    RebuttalDeck,
    SectionPage,
    WorkCited,
)
from debateprep.domain.terms import MarkKind, ResponseType, SectionKind, Side, SupportKind

TRIPS = (
    "A fare is a small tax on every errand. When the ride costs nothing, people make the trips that hold a town "
    "together: the clinic, the library, the job across the river. None of these trips is grand, and each of them "
    "is easy to skip when the purse is thin → and ≥ one skipped trip leads to the next ✓."
)
ROAD = "Each rider who leaves the car at home leaves room on the road for the ambulance, the plumber and the van."
PURSE = "But a fare box is not the only purse a city has, and it is the one that falls hardest on those who ride most."


def mark(text: str, words: str, kind: MarkKind, value: str = "") -> Mark:
    start = text.index(words)
    return Mark(kind, start, start + len(words), value)


LET = Cite("Sample essay", "no date", "¶4", incomplete=True)
TRIPS_CARD = Evidence(
    SupportKind.QUOTED,
    TRIPS,
    tag="When the ride costs nothing, people make the trips that matter",
    cite=LET,
    marks=(
        mark(TRIPS, "When the ride costs nothing, people make the trips that hold a town together", MarkKind.UNDERLINE),
        mark(TRIPS, "When the ride costs nothing, people make the trips", MarkKind.HIGHLIGHT, "yellow"),
        mark(TRIPS, "that hold a town together", MarkKind.EMPHASIS),
        mark(TRIPS, "the clinic, the library, the job across the river", MarkKind.UNDERLINE),
        mark(TRIPS, "None of these trips is grand, and", MarkKind.SHRINK, "7"),
        mark(TRIPS, "when the purse is thin", MarkKind.OMIT),
    ),
)
ROAD_CARD = Evidence(
    SupportKind.QUOTED,
    ROAD,
    tag="Drivers gain as well",
    cite=replace(LET, place="¶6"),
    marks=(
        mark(ROAD, "Each rider who leaves the car at home leaves room on the road", MarkKind.UNDERLINE),
        mark(ROAD, "Each rider who leaves the car at home leaves room on the road", MarkKind.HIGHLIGHT),
        mark(ROAD, "the ambulance", MarkKind.EMPHASIS),
    ),
)
PURSE_CARD = Evidence(
    SupportKind.QUOTED,
    PURSE,
    tag="The fare box falls hardest on those who ride most",
    cite=replace(LET, place="¶5"),
    context="the author goes on: “…yet somebody must pay, and the council has not said who.”",
)
REASONING = Evidence(
    SupportKind.REASONING, "A pass for low incomes needs proof of income, and proof costs a morning off work."
)
WANTED = Evidence(
    SupportKind.WANTED,
    "Did ridership rise in cities that dropped the fare? A transport agency's yearly count would show it.",
)
PARAPHRASE = Evidence(
    SupportKind.PARAPHRASE, "The essay holds that a timetable matters more than a price.", cite=replace(LET, place="¶9")
)
REPORTED = Evidence(
    SupportKind.REPORTED,
    "Drivers say that boarding can take up to half of a stop.",
    cite=replace(LET, place="¶8"),
    speaker="the drivers' union",
)


def rebuttal(
    side: Side,
    name: str,
    they: str,
    we: str,
    kind: ResponseType,
    *,
    because: str = "",
    evidence: tuple[Evidence, ...] = (),
    therefore: str = "",
    replies: tuple[tuple[ResponseType, str], ...] = (),
) -> RebuttalCard:
    return RebuttalCard(side, name, "C1.1", they, we, kind, because, evidence, therefore, replies)


CON_LITTLE = rebuttal(
    Side.CON,
    "The trips that matter",
    "When the ride costs nothing, people make the trips that matter",
    "Most riders would pay anyway, so little changes",
    ResponseType.LESS_IMPORTANT,
    evidence=(PARAPHRASE,),
    therefore="So weigh the timetable first.",
    replies=((ResponseType.NOT_TRUE, "The trips that are lost are the ones that a fare prices out"),),
)
CON_DRIVERS = rebuttal(
    Side.CON,
    "Drivers gain as well",
    "Free buses clear the road for those who must drive",
    "The new riders come mostly from walking and cycling.",
    ResponseType.NOT_TRUE,
    because="The essay says each rider who leaves a car makes room; it does not say how many will.",
    evidence=(WANTED,),
    therefore="So the road gain is asserted, not shown.",
)
PRO_SHRINK = rebuttal(
    Side.PRO,
    "Service would shrink",
    "Free travel must be paid for, or fewer buses run",
    "The city already pays for roads that are free to use.",
    ResponseType.DIFFERENT_CASE,
    evidence=(PURSE_CARD,),
    therefore="So paying is a choice of purse, not a reason to charge.",
)
PRO_LITTLE = rebuttal(
    Side.PRO,
    "Little changes",
    "Most riders would pay anyway",
    "The trips at stake are those that a fare prices out.",
    ResponseType.LESS_IMPORTANT,
    because="A count of those who ride today cannot see those who stay at home.",
    evidence=(TRIPS_CARD, REASONING),
    therefore="So count lost trips, not those that go ahead.",
    replies=((ResponseType.WEAK_SOURCE, "Ask: which count, and who was asked?"),),
)

TRIPS_ARGUMENT = ArgumentEntry(
    "C1.1",
    Side.PRO,
    "The trips that matter",
    "When the ride costs nothing, people make the trips that matter",
    "A price at the door stops the short trip first.",
    "Fewer missed appointments, and a town that meets.",
    (TRIPS_CARD,),
    (CON_LITTLE,),
)
DRIVERS_ARGUMENT = ArgumentEntry(
    "C1.2", Side.PRO, "Drivers gain as well", "Drivers gain as well", "", "", (ROAD_CARD, REPORTED), (CON_DRIVERS,)
)
PURSE_ARGUMENT = ArgumentEntry(
    "C2.1",
    Side.PRO,
    "The wrong purse",
    "Fares fall hardest on those who ride most",
    "",
    "",
    (PURSE_CARD, REASONING, WANTED),
)
CON_ARGUMENT = ArgumentEntry(
    "C1.1",
    Side.CON,
    "Service would shrink",
    "Free travel must be paid for, or fewer buses run",
    "A budget that loses its fares cuts its late buses first.",
    "",
    (PARAPHRASE,),
    (PRO_SHRINK,),
)
CON_OPEN = replace(
    CON_ARGUMENT, number="C1.2", name="Crowding", claim="Buses would be full at the wrong hour", answers=()
)

WORKS = (
    WorkCited("Sample essay. “Let the bus be free.” DebatePrep.", ("no date: check what has changed since",)),
    WorkCited("Sample essay. “Pay your way.” DebatePrep, 2026."),
)
COVERAGE = (Coverage(Side.PRO, 2, 3), Coverage(Side.CON, 1, 2))
TOPIC = "Cities should make buses free"
RESOLUTION = "Resolved: Cities should make buses free."

BRIEF = BriefPages(
    TOPIC,
    RESOLUTION,
    Side.PRO,
    "Drop the fare on every city bus",
    "Pro brief",
    "All quotations come from one essay that argues Pro. Con is our reasoning and the author's admissions.",
    (
        SectionPage(
            "C1", SectionKind.CONTENTION, "Free buses hold a town together", (TRIPS_ARGUMENT, DRIVERS_ARGUMENT)
        ),
        SectionPage("C2", SectionKind.CONTENTION, "The fare box is the wrong purse", (PURSE_ARGUMENT,)),
    ),
    (SectionPage("", SectionKind.BLOCK, "If they say it costs too much", (PRO_SHRINK, PRO_LITTLE)),),
    (
        SectionPage(
            "",
            SectionKind.CUSTOM,
            "For the team",
            (NoteEntry("Ask in crossfire who pays.\nWrite the number down."), CardEntry(PARAPHRASE)),
        ),
    ),
    WORKS,
    COVERAGE,
    390,
)
DECK = RebuttalDeck(TOPIC, RESOLUTION, (CON_DRIVERS, CON_LITTLE, PRO_SHRINK, PRO_LITTLE))
CLASH = ClashPages(
    TOPIC,
    RESOLUTION,
    "Drop the fare on every city bus",
    "Keep the fare and run more buses",
    BRIEF.notice,
    (
        ClashSection("C1", "Free buses hold a town together", (TRIPS_ARGUMENT, DRIVERS_ARGUMENT)),
        ClashSection("C2", "The fare box is the wrong purse", (PURSE_ARGUMENT,)),
    ),
    (ClashSection("C1", "Somebody pays for the free ride", (CON_ARGUMENT, CON_OPEN)),),
    COVERAGE,
    WORKS,
)
