"""What stands around a quotation: the author's turn, a negation, another's words, the side concluded for."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep import assets
from debateprep.domain import context
from debateprep.domain.article import Span, numbered
from debateprep.domain.context import Caution, concluding_side
from debateprep.domain.model import Position, Source
from debateprep.domain.terms import Role, Side
from debateprep.finding.sentences import sentence_spans
from debateprep.reading import read_file

TURN, NEGATED, REPORTED = Caution.TURN, Caution.NEGATED, Caution.REPORTED


def around(text: str, quote: str, **more: Any) -> context.Context:
    """Check the words in a text of one paragraph."""
    start = text.index(quote)
    spans = sentence_spans(text, 0, len(text))
    return context.check(text, Span(start, start + len(quote)), spans, **more)


CASES = [
    # The quotation stands between ⟦ and ⟧.
    ("⟦The tram is slow.⟧ But it carries more people.", {TURN}),
    ("⟦The tram is slow⟧, but it carries more people.", {TURN}),
    ("⟦The tram is slow.⟧ However, it carries more people.", {TURN}),
    ("⟦The tram is slow.⟧ It carries, however, more people.", {TURN}),
    ("⟦The tram is slow.⟧ Nevertheless it carries more people.", {TURN}),
    ("⟦The tram is slow.⟧ Yet nobody wants it gone.", {TURN}),
    ("⟦The tram is slow.⟧ Still, nobody wants it gone.", {TURN}),
    ("⟦The tram is slow.⟧ I doubt it.", {TURN}),
    ("⟦The tram is slow.⟧ This is simply wrong.", {TURN}),
    ("⟦The tram is slow.⟧ That said, nobody wants it gone.", {TURN}),
    ("That ⟦the tram is slow⟧ is a myth.", {TURN}),
    ("⟦The tram is slow.⟧ Still more people ride it each year.", set()),
    ("⟦The tram is slow.⟧ It was built long ago.", set()),
    ("⟦The tram is slow. But it carries more people.⟧ It was built long ago.", set()),
    ("It was built long ago. But ⟦the tram carries more people.⟧ It costs less.", set()),
    ("⟦The tram is slow⟧ and old. It was built long ago.", set()),
    ("⟦The tram is slow.⟧ But for the bridge it would be slower.", set()),
    ("It is not true that ⟦the tram is slow⟧.", {NEGATED}),
    ("Nobody believes that ⟦the tram is slow⟧.", {NEGATED}),
    ("This does not mean that ⟦the tram is slow⟧.", {NEGATED}),
    ("We would be wrong to say that ⟦the tram is slow⟧.", {NEGATED}),
    ("I deny that ⟦the tram is slow⟧.", {NEGATED}),
    ("It is a mistake to think that ⟦the tram is slow⟧.", {NEGATED}),
    ("It is true that ⟦the tram is slow⟧.", set()),
    ("Not long ago I learned that ⟦the tram is slow⟧.", set()),
    ("No line is perfect, and I know that ⟦the tram is slow⟧.", set()),
    ("Critics say that ⟦the tram is slow⟧.", {REPORTED}),
    ("Some argue that ⟦the tram is slow⟧.", {REPORTED}),
    ("According to the drivers, ⟦the tram is slow⟧.", {REPORTED}),
    ("It is often said that ⟦the tram is slow⟧.", {REPORTED}),
    ("⟦The tram is slow⟧, critics say.", {REPORTED}),
    ("“⟦The tram is slow⟧,” said the mayor.", {REPORTED}),
    ('The mayor wrote: "⟦the tram is slow⟧ and old".', {REPORTED}),
    ("The objection goes that ⟦the tram is slow⟧.", {REPORTED}),
    ("⟦Critics say that the tram is slow⟧.", set()),
    ("The “quick” bus is late, and ⟦the tram is slow⟧.", set()),
    ("I say that ⟦the tram is slow⟧.", set()),
    ("Critics say that the bus is late. ⟦The tram is slow.⟧ It is old.", set()),
    ("⟦The tram is slow.⟧ Even so, it carries more people.", {TURN}),
    ("⟦The tram is slow.⟧\n\nBut it carries more people.", {TURN}),
    ("⟦The tram is slow.⟧ On the other hand, it costs less.", {TURN}),
    ("⟦The tram is slow.⟧ The trouble is that the figures are old.", {TURN}),
    ("⟦The tram is slow.⟧ These claims are false.", {TURN}),
    ("⟦The tram is slow.⟧ Not so.", {TURN}),
    ("⟦The tram is slow.⟧ Nothing could be further from the truth.", {TURN}),
    ("⟦The tram is slow⟧; yet nobody wants it gone.", {TURN}),
    ("⟦The tram is slow⟧, although it carries more people.", {TURN}),
    ("While ⟦the tram is slow⟧, it carries more people.", {TURN}),
    ("Although ⟦the tram is slow⟧, it carries more people.", {TURN}),
    ("⟦Although the tram is slow, it carries more people.⟧ It was built long ago.", set()),
    ("Granted, ⟦the tram is slow⟧. It carries more people.", set()),
    ("⟦The tram is slow.⟧ But also the bus is slow.", set()),
    ("⟦The tram is slow⟧ but safe.", {TURN}),
    ("⟦The tram is not slow.⟧ It was built long ago.", set()),
    ("The tram is old, not because ⟦it is slow⟧.", {NEGATED}),
    ("It would be absurd to claim that ⟦the tram is slow⟧.", {NEGATED}),
    ("There is no evidence that ⟦the tram is slow⟧.", {NEGATED}),
    ("We have no reason to believe ⟦the tram is slow⟧.", {NEGATED}),
    ("It is hardly the case that ⟦the tram is slow⟧.", {NEGATED}),
    ("It isn’t that ⟦the tram is slow⟧.", {NEGATED}),
    ("Few people think ⟦the tram is slow⟧.", {NEGATED}),
    ("There is no doubt that ⟦the tram is slow⟧.", set()),
    ("Nobody denies that ⟦the tram is slow⟧.", set()),
    ("Nobody doubts that ⟦the tram is slow⟧.", set()),
    ("It cannot be denied that ⟦the tram is slow⟧.", set()),
    ("Not only is it old; ⟦the tram is slow⟧.", set()),
    ("I do not doubt that ⟦the tram is slow⟧.", set()),
    ("The minister claimed that ⟦the tram is slow⟧.", {REPORTED}),
    ("A report by the board found that ⟦the tram is slow⟧.", set()),
    ("As the critics would have it, ⟦the tram is slow⟧.", {REPORTED}),
    ("We are told that ⟦the tram is slow⟧.", {REPORTED}),
    ("Ann Lee, who runs the depot, says ⟦the tram is slow⟧.", {REPORTED}),
    ("Many of the riders I met believe ⟦the tram is slow⟧.", {REPORTED}),
    ("The myth that ⟦the tram is slow⟧ will not die.", {NEGATED}),
    ("⟦The tram is slow⟧, or so we are told.", {REPORTED}),
    ("⟦The tram is slow⟧, according to the board.", {REPORTED}),
    ("‘⟦The tram is slow⟧,’ said the mayor.", {REPORTED}),
    ("Suppose that ⟦the tram is slow⟧.", set()),
    ("If ⟦the tram is slow⟧, it should go.", set()),
    ("The evidence suggests that ⟦the tram is slow⟧.", set()),
    ("New York has buses, and ⟦the tram is slow⟧.", set()),
    ("Ann Lee rides it. ⟦The tram is slow.⟧ It is old.", set()),
    ("A few trams are old, and I know that ⟦the tram is slow⟧.", set()),
]


@pytest.mark.parametrize(("marked", "kinds"), CASES, ids=[marked for marked, _ in CASES])
def test_each_case(marked: str, kinds: set[Caution]) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    quote = marked[marked.index("⟦") + 1 : marked.index("⟧")]
    assert {note.kind for note in around(text, quote).notes} == kinds


def test_the_sentences_beside_and_the_rest_of_its_own() -> None:
    text = "One stands here. Two begins, three goes on and ends. Four follows."
    found = around(text, "three goes on")
    parts = [part.of(text) if part else None for part in (found.before, found.lead, found.tail, found.after)]
    assert parts == ["One stands here.", "Two begins, ", " and ends.", "Four follows."]


def test_the_side_concluded_for_is_said_only_when_it_is_the_other() -> None:
    for concludes, used, said in (
        (Side.PRO, Side.CON, True),
        (Side.CON, Side.PRO, True),
        (Side.PRO, Side.PRO, False),
        (Side.NEITHER, Side.CON, False),
        (Side.PRO, Side.NEITHER, False),
    ):
        notes = around("The tram is slow.", "The tram", concludes=concludes, used_for=used).notes
        assert bool(notes) is said


def test_the_side_an_author_ends_on() -> None:
    source = Source(id=1, title="t")

    def claim(side: Side, role: Role = Role.CLAIM, speaker: str = "") -> Position:
        return Position(source_id=1, statement="s", side=side, role=role, speaker=speaker)

    assert concluding_side(Source(id=1, title="t", concludes=Side.CON), [claim(Side.PRO)] * 3) is Side.CON
    assert concluding_side(source, [claim(Side.PRO)]) is Side.NEITHER
    assert concluding_side(source, [claim(Side.PRO)] * 3 + [claim(Side.CON)]) is Side.PRO
    assert concluding_side(source, [claim(Side.PRO)] * 2 + [claim(Side.CON)]) is Side.NEITHER
    conceded = [claim(Side.CON, Role.CONCESSION), claim(Side.CON, speaker="Critics")]
    assert concluding_side(source, [claim(Side.PRO)] * 2 + conceded * 4) is Side.PRO


@given(st.text(max_size=120), st.integers(0, 100), st.integers(1, 40))
def test_any_text_is_looked_around(text: str, start: int, length: int) -> None:
    spans = sentence_spans(text, 0, len(text)) if text else []
    found = context.check(text, Span(start, start + length), spans)
    for note in found.notes:
        assert note.span is None or note.span.end <= max(len(text), start + length)


def test_false_alarms_on_the_samples_are_rare() -> None:
    data = json.loads(assets.path("samples/free-buses.json").read_text(encoding="utf-8"))
    articles = {each["key"]: read_file(assets.path(f"samples/{each['text_file']}")) for each in data["sources"]}
    # Each of these was read: the author does turn away from it, or gives it as the words of others.
    alarms, looked = [], 0
    for card in data["cards"]:
        article = articles[card["source"]]
        start = article.text.index(card["quote"])
        spans = [s for _, b in numbered(article.blocks) for s in sentence_spans(article.text, b.start, b.end)]
        notes = context.check(article.text, Span(start, start + len(card["quote"])), spans).notes
        looked += 1
        alarms += [(card["tag"], note.sentence) for note in notes]
    for tag, sentence in alarms:
        print(f"{tag}: {sentence}")
    print(f"Context check on the samples: {len(alarms)} of {looked} cards, {len(alarms) / looked:.1%}")
    assert len(alarms) <= 0.05 * looked
