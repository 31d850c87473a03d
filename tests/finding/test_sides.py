"""The side that an author argues on a resolution: right or "not clear", never wrong on the op-eds."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debateprep import assets
from debateprep.domain.article import Block
from debateprep.domain.terms import BlockKind, Role, Side
from debateprep.finding import Thesis, suggest, suggest_in, thesis_side
from debateprep.reading import read_file
from tests.finding.measuring import HERE, simple_article

PRO, CON, NEITHER = Side.PRO, Side.CON, Side.NEITHER
# What each op-ed argues for on each resolution, by reading. `found` says whether the rules can tell.
CASES = [
    ("opeds/1-library-hours", "Resolved: The town should open its library on Sundays.", PRO, True),
    ("opeds/1-library-hours", "Resolved: Libraries should close on Sundays.", CON, True),
    ("opeds/2-school-phones", "Resolved: Schools should ban phones.", PRO, False),
    ("opeds/2-school-phones", "Resolved: Schools should keep the phone drawer.", PRO, True),
    ("opeds/3-night-buses", "Resolved: The town should restore its late buses.", PRO, True),
    ("opeds/3-night-buses", "Resolved: Late bus services should be cut.", CON, True),
    ("opeds/4-lawns", "Resolved: Associations should abolish lawn rules.", PRO, True),
    ("opeds/5-free-museums", "Resolved: The city museum should be free.", PRO, True),
    ("opeds/5-free-museums", "Resolved: The city museum should not be free.", CON, True),
    ("opeds/5-free-museums", "Resolved: Museums should charge for entry.", CON, False),
    ("opeds/6-river-wall", "Resolved: The region should build the flood wall.", CON, False),
    ("second/1-homework", "Resolved: Primary schools should abolish homework.", PRO, False),
    ("second/2-archive", "Resolved: The archive should destroy its paper originals.", CON, False),
    ("second/3-night-flights", "Resolved: The airport should end its curfew.", CON, False),
    ("second/4-fire-crew", "Resolved: Towns should pay for a professional fire crew.", CON, False),
    ("heldout/1-plain-words", "Resolved: Official letters should be tested on readers.", PRO, False),
    ("heldout/2-tourist-bridge", "Resolved: Cities should limit visitors.", PRO, False),
    ("heldout/3-jury-pay", "Resolved: Jurors should be paid.", PRO, True),
]


def thesis_of(path: Path, resolution: str) -> Thesis:
    article = simple_article(path.read_text("utf-8"))
    return thesis_side(resolution, article.text, suggest(article))


@pytest.mark.parametrize(("name", "resolution", "side", "found"), CASES, ids=lambda value: str(value)[:40])
def test_right_or_not_clear(name: str, resolution: str, side: Side, found: bool) -> None:
    offer = thesis_of(HERE / f"{name}.txt", resolution).offer
    assert offer.side is (side if found else Side.NEITHER)
    assert offer.reason.startswith("Not clear") is not found


# One sentence each, on "Resolved: Schools should ban phones.": what is certain is told, all else is "not clear".
SENTENCES = [
    ("It would be wrong to ban phones in schools.", CON),
    ("It is a mistake to ban phones in our schools.", CON),
    ("Nobody should ban phones in our schools.", CON),
    ("The plan to ban phones is foolish and we must say so.", CON),
    ("A rule to ban phones would be a grave mistake for all.", CON),
    ("We must resist every call to ban phones in schools.", NEITHER),
    ("There is no need to ban phones in our schools at all.", CON),
    ("We should not rush to ban phones in our schools.", NEITHER),
    ("We should think twice before we ban phones in schools.", NEITHER),
    ("Schools should ban phones, and they should do it now.", PRO),
    ("It is right to ban phones in schools.", PRO),
    ("Those who would ban phones must think again.", NEITHER),
    ("Schools that ban phones should be ashamed of it.", NEITHER),
    ("To ban phones is to give up on teaching children.", NEITHER),
    ("Phones are a threat to attention and must go.", PRO),
    ("We must reject the demand to ban phones in schools.", NEITHER),
    ("The minister is wrong to ban phones.", CON),
    ("Parents should oppose attempts to ban phones in schools.", CON),
    ("We must ban phones in schools before it is too late.", PRO),
    ("Phones should never be banned in schools.", CON),
    ("Phones must be banned from every classroom.", PRO),
    ("Instead of trying to ban phones we should teach their use.", NEITHER),
    ("We ought to trust pupils rather than ban phones.", NEITHER),
    ("If we ban phones we must also ban watches.", NEITHER),
    ("The ban on phones is a mistake.", CON),
    ("A ban on phones is absurd and must be dropped.", CON),
    ("We should end the ban on phones.", CON),
    ("A ban on phones is right and reasonable.", PRO),
    ("A drawer is a good phone policy for all of us.", NEITHER),
    ("Phones are less dangerous than the road to school.", NEITHER),
    ("Nobody can say that phones are a threat to pupils.", NEITHER),
    ("We shouldn’t ban phones from our schools.", CON),
    ("Schools must not end their ban on phones this year.", PRO),
    ("It would be wrong not to ban phones in schools.", PRO),
    ("It is time to ban phones in our schools.", PRO),
    ("Schools need to ban phones before the autumn.", PRO),
    ("Let us ban phones in schools for good.", PRO),
]


@pytest.mark.parametrize(("sentence", "side"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_sentence_is_read_right_or_not_at_all(sentence: str, side: Side) -> None:
    found = suggest_in(sentence, (Block(BlockKind.PARAGRAPH, 0, len(sentence)),))
    assert thesis_side("Resolved: Schools should ban phones.", sentence, found).offer.side is side


@pytest.mark.parametrize(
    ("resolution", "sentence", "side"),
    [
        ("Resolved: Cities should abolish bus fares.", "They should charge a fare that is low and fair.", CON),
        ("Resolved: Cities should charge bus fares.", "They should charge a fare that is low and fair.", PRO),
        ("Resolved: The port should charge ships.", "We must protect the ships that feed the port.", CON),
    ],
)
def test_who_charges_a_fare_is_for_the_fare(resolution: str, sentence: str, side: Side) -> None:
    found = suggest_in(sentence, (Block(BlockKind.PARAGRAPH, 0, len(sentence)),))
    assert thesis_side(resolution, sentence, found).offer.side is side


def test_the_samples_own_essays_are_never_offered_to_the_wrong_side() -> None:
    sample = json.loads(assets.path("samples/free-buses.json").read_text(encoding="utf-8"))
    for source, for_free in ((sample["sources"][0], True), (sample["sources"][1], False)):
        article = read_file(assets.path(f"samples/{source['text_file']}"))
        found = suggest(article)
        for resolution, is_free in RESOLUTIONS:
            side = thesis_side(resolution, article.text, found).offer.side
            assert side in (NEITHER, PRO if for_free is is_free else CON), (source["key"], resolution)


RESOLUTIONS = [
    ("Resolved: Cities should make buses free.", True),
    ("Resolved: Cities should not make buses free.", False),
    ("Resolved: Buses should be free.", True),
    ("Resolved: Cities should abolish bus fares.", True),
    ("Resolved: Cities should end the fare box.", True),
    ("Resolved: Cities should keep bus fares.", False),
    ("Resolved: Cities should charge for buses.", False),
    ("Resolved: Cities should charge bus fares.", False),
    ("Resolved: Cities should oppose free buses.", False),
    ("Resolved: Cities should fund free buses.", True),
    ("Resolved: Cities should support the bus pass.", False),
]


def test_the_reason_quotes_the_claim_and_both_cues() -> None:
    offer = thesis_of(HERE / "opeds/1-library-hours.txt", "Resolved: Libraries should close on Sundays.").offer
    assert offer.reason == (
        "“The town should open its library on Sundays, and it should pay for …”"
        " (“open … library”; the resolution: “close”)"
    )


def test_claims_that_lean_both_ways_are_not_clear() -> None:
    text = "The town must keep the pier for its children. The town must close the pier in every storm."
    found = suggest_in(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    offer = thesis_side("Resolved: The town should keep its pier.", text, found).offer
    assert offer.side is Side.NEITHER
    assert "both ways" in offer.reason


def test_the_place_in_the_case_decides_which_side_is_helped() -> None:
    text = "The town must keep the pier for its children."
    found = suggest_in(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    thesis = thesis_side("Resolved: The town should keep its pier.", text, found)
    assert [thesis.helps(role).side for role in Role] == [PRO, PRO, PRO, CON, PRO, CON]
    assert thesis.helps(Role.EVIDENCE, "the harbour board").side is PRO
    assert thesis.helps(Role.CLAIM, "Critics").side is Side.NEITHER
    assert all(thesis.helps(role).reason for role in Role)


@given(st.text(max_size=120), st.text(max_size=200))
@settings(max_examples=100)
def test_any_resolution_on_any_text(resolution: str, text: str) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    offer = thesis_side(resolution, text, suggest_in(text, blocks)).offer
    assert offer.reason
    assert (offer.side is Side.NEITHER) is offer.reason.startswith("Not clear")
