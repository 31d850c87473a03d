"""The overclaim check: right on hand-made pairs, and quiet on the samples, whose tags are fair."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep import assets
from debateprep.domain import overclaim
from debateprep.domain.overclaim import Overclaim

PAIRS = tomllib.loads(Path(__file__).with_name("overclaim_pairs.toml").read_text(encoding="utf-8"))["pair"]
KINDS = {
    "hedge": Overclaim.HEDGE,
    "denial": Overclaim.DENIAL,
    "number": Overclaim.NUMBER,
    "absolute": Overclaim.ABSOLUTE,
    "cause": Overclaim.CAUSE,
}
WORDS = (
    "may up to 12,000 almost half all never some proves linked to causes 40% the bus ride a million , . — “ if".split()
)


def test_there_are_enough_pairs_of_each_sort() -> None:
    assert len(PAIRS) >= 60
    assert {pair["finds"] for pair in PAIRS} == {"", *KINDS}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['tag']} | {pair['quote']}"[:90])
def test_each_pair(pair: dict[str, str]) -> None:
    kinds = [finding.kind for finding in overclaim.check(pair["tag"], pair["quote"])]
    if pair["finds"]:
        assert KINDS[pair["finds"]] in kinds
    else:
        assert kinds == []


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.lists(st.sampled_from(WORDS), max_size=24))
def test_findings_point_at_words_and_are_explained(tag_words: list[str], quote_words: list[str]) -> None:
    tag, quote = " ".join(tag_words), " ".join(quote_words)
    for finding in overclaim.check(tag, quote):
        assert finding.sentence.endswith(".")
        assert finding.tag is None or finding.tag.of(tag).strip()
        assert finding.quote is None or finding.quote.of(quote).strip()
        assert finding.tag is None or finding.tag.end <= len(tag)
        assert finding.quote is None or finding.quote.end <= len(quote)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_checked(tag: str, quote: str) -> None:
    overclaim.check(tag, quote)


def sample_pairs() -> list[tuple[str, str]]:
    """Return every tag and claim of the samples with the source's words under it, and every statement."""
    found = []
    for key in ("victory-plan", "free-buses"):
        data = json.loads(assets.path(f"samples/{key}.json").read_text(encoding="utf-8"))
        cards = {card["key"]: card["quote"] for card in data["cards"]}
        positions = {position["key"]: position["statement"] for position in data["positions"]}
        found += [(card["tag"], card["quote"]) for card in data["cards"]]
        for argument in data["arguments"]:
            said = [cards.get(s.get("card"), positions.get(s.get("position"), "")) for s in argument["supports"]]
            if any(said):
                found.append((argument["claim"], "\n".join(filter(None, said))))
        found += [(each["statement"], each["quote"]) for each in data["positions"] if each.get("quote")]
    return found


def test_false_alarms_on_the_samples_are_rare() -> None:
    pairs = sample_pairs()
    alarms = [
        (tag, [finding.sentence for finding in found]) for tag, quote in pairs if (found := overclaim.check(tag, quote))
    ]
    for tag, sentences in alarms:
        print(f"{tag}: {' '.join(sentences)}")
    print(f"Overclaim check on the samples: {len(alarms)} of {len(pairs)} looked at, {len(alarms) / len(pairs):.1%}")
    assert len(pairs) >= 80
    assert len(alarms) <= 0.05 * len(pairs)
