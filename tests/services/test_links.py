"""Links between kept positions, and the side that each is offered to help."""

from pathlib import Path

import pytest

from debateprep.domain.model import Position, PositionLink, Topic
from debateprep.domain.terms import Role, Side
from debateprep.services import links, positions, sides, sources, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.library import Library

ESSAY = """Keep the pier

The town should keep the old pier for its children, because it is the only place where they can be left alone.

The harbour engineers reported that the piles of the pier are sound. The pier is therefore no danger to anyone.

Critics argue that the pier is an ugly sight. But a pier is not an ornament; it is a place to be."""


@pytest.fixture
def source(empty: Library, tmp_path: Path) -> int:
    path = tmp_path / "pier.txt"
    path.write_text(ESSAY, "utf-8")
    (found,) = sources.import_files(empty, [path])
    assert found.source_id
    return found.source_id


@pytest.fixture
def topic(empty: Library) -> int:
    return topics.add(empty, Topic(resolution="Resolved: The town should keep its pier.")).new(Topic)


def number_of(library: Library, source: int, words: str) -> int:
    return next(each.number for each in positions.suggestions(library, source) if words in each.quote)


def kept(library: Library, source: int, words: str) -> int:
    return next(each.id for each in positions.kept(library, source_id=source) if words in each.statement)


def keep(library: Library, source: int, *wanted: str) -> list[int]:
    positions.keep(library, source, [number_of(library, source, words) for words in wanted])
    return [kept(library, source, words) for words in wanted]


def test_offers_name_both_ends_and_say_why(empty: Library, source: int) -> None:
    found = [each.suggestion for each in positions.suggestions(empty, source)]
    offer = links.offers(found)[number_of(empty, source, "engineers reported")]
    assert offer.under == number_of(empty, source, "no danger")
    assert offer.why == "both speak of “pier” in ¶2"


def test_keeping_both_ends_links_them_in_one_step(empty: Library, source: int) -> None:
    before = empty.content_hash()
    reason, claim = keep(empty, source, "engineers reported", "no danger")
    assert links.of_source(empty, source) == {reason: claim}
    empty.undo()
    assert empty.content_hash() == before


def test_the_claim_may_be_kept_later_and_a_freed_reason_stays_free(empty: Library, source: int) -> None:
    (reason,) = keep(empty, source, "engineers reported")
    assert links.of_source(empty, source) == {}
    (claim,) = keep(empty, source, "no danger")
    assert links.of_source(empty, source) == {reason: claim}
    links.unlink(empty, reason)
    keep(empty, source, "not an ornament")
    assert links.of_source(empty, source) == {}


def test_a_link_is_moved_not_doubled_and_undone(empty: Library, source: int) -> None:
    reason, claim, other = keep(empty, source, "engineers reported", "no danger", "not an ornament")
    links.link(empty, reason, other)
    assert links.of_source(empty, source) == {reason: other}
    with empty.read() as reader:
        assert len(reader.all(PositionLink)) == 1
    empty.undo()
    assert links.of_source(empty, source) == {reason: claim}


def test_no_circle_no_self_no_other_source(empty: Library, source: int, tmp_path: Path) -> None:
    reason, claim = keep(empty, source, "engineers reported", "no danger")
    with pytest.raises(ServiceError, match="itself"):
        links.link(empty, claim, reason)
    with pytest.raises(ServiceError, match="itself"):
        links.link(empty, claim, claim)
    path = tmp_path / "other.txt"
    path.write_text("Other words\n\nThe village must build a longer quay for its ferries.", "utf-8")
    (found,) = sources.import_files(empty, [path])
    assert found.source_id
    (foreign,) = keep(empty, found.source_id, "longer quay")
    with pytest.raises(ServiceError, match="same source"):
        links.link(empty, reason, foreign)


def test_a_link_goes_to_the_trash_with_its_claim_and_comes_back(empty: Library, source: int) -> None:
    reason, claim = keep(empty, source, "engineers reported", "no danger")
    positions.remove(empty, claim)
    assert links.of_source(empty, source) == {}
    trash.restore(empty, Position, claim)
    assert links.of_source(empty, source) == {reason: claim}


def test_sides_are_offered_with_reasons(empty: Library, source: int, topic: int) -> None:
    offers = sides.offers(empty, source, topic)
    claim = offers[number_of(empty, source, "should keep the old pier")]
    assert claim.side is Side.PRO
    assert "keep … pier" in claim.reason
    view = offers[number_of(empty, source, "Critics argue")]
    assert view.side is Side.CON
    assert view.reason.startswith("The author answers this view")


def test_an_opposing_view_keeps_the_answer_beside_it(empty: Library, source: int) -> None:
    (number,) = keep(empty, source, "Critics argue")
    with empty.read() as reader:
        view = reader.get(Position, number)
    assert view.role is Role.OPPOSING
    assert view.speaker == "Critics"
    assert view.but.startswith("But a pier is not an ornament")


def test_another_subject_is_not_clear_and_the_users_word_goes_first(empty: Library, source: int) -> None:
    other = topics.add(empty, Topic(resolution="Resolved: Schools should ban homework.")).new(Topic)
    assert {each.side for each in sides.offers(empty, source, other).values()} == {Side.NEITHER}
    assert all(each.reason.startswith("Not clear") for each in sides.offers(empty, source, other).values())
    keep(empty, source, "no danger")
    sources.change(empty, source, concludes=Side.CON)
    (offer,) = sides.kept_offers(empty, source, other).values()
    assert offer.side is Side.CON


def test_what_a_source_concludes_on_one_topic_says_nothing_on_another(empty: Library, source: int, topic: int) -> None:
    other = topics.add(empty, Topic(resolution="Resolved: Schools should ban homework.")).new(Topic)
    sources.change(empty, source, concludes=Side.PRO)
    number = number_of(empty, source, "no danger")
    positions.keep(empty, source, [number], topic_id=topic, side=Side.PRO)
    assert {each.side for each in sides.offers(empty, source, other).values()} == {Side.NEITHER}
    assert Side.PRO in {each.side for each in sides.offers(empty, source, topic).values()}
