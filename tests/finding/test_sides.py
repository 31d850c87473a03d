"""The side that an author argues on a resolution: right or "not clear", never wrong on the op-eds."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debateprep.domain.article import Block
from debateprep.domain.terms import BlockKind, Role, Side
from debateprep.finding import Thesis, suggest, suggest_in, thesis_side
from tests.finding.measuring import HERE, simple_article

PRO, CON = Side.PRO, Side.CON
# What each op-ed argues for on each resolution, by reading. `found` says whether the rules can tell.
CASES = [
    ("opeds/1-library-hours", "Resolved: The town should open its library on Sundays.", PRO, True),
    ("opeds/1-library-hours", "Resolved: Libraries should close on Sundays.", CON, True),
    ("opeds/2-school-phones", "Resolved: Schools should ban phones.", PRO, False),
    ("opeds/2-school-phones", "Resolved: Schools should keep the phone drawer.", PRO, True),
    ("opeds/3-night-buses", "Resolved: The town should restore its late buses.", PRO, True),
    ("opeds/3-night-buses", "Resolved: Late bus services should be cut.", CON, True),
    ("opeds/4-lawns", "Resolved: Associations should abolish lawn rules.", PRO, False),
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
