"""A library may hold formats of the user's own, beside or in place of those that ship."""

from dataclasses import replace

import pytest

from debateprep.domain.formats import Format, FormatError
from debateprep.domain.model import OwnFormat, Topic
from debateprep.domain.terms import Check, Side
from debateprep.services import formats, topics
from debateprep.services.errors import ServiceError
from debateprep.storage.library import Library


def of(library: Library, key: str) -> Format:
    with library.read() as reader:
        return formats.of(reader, key)


def test_a_change_stands_in_place_of_what_ships_until_it_is_reset(empty: Library) -> None:
    before = of(empty, "public-forum")
    shorter = tuple(replace(each, seconds=each.seconds // 2) for each in before.speeches)
    formats.put(empty, replace(before, speeches=shorter))
    assert of(empty, "public-forum").case_seconds(Side.PRO) == before.case_seconds(Side.PRO) // 2
    formats.put(empty, replace(before, name="Our forum"))
    assert of(empty, "public-forum").name == "Our forum"
    with empty.read() as reader:
        assert len(reader.all(OwnFormat)) == 1
        assert formats.find(reader, "our for").key == "public-forum"
    formats.reset(empty, "public-forum")
    assert of(empty, "public-forum") == before
    with pytest.raises(ServiceError, match="as it ships"):
        formats.reset(empty, "public-forum")
    empty.undo()
    assert of(empty, "public-forum").name == "Our forum"


def test_a_new_format_is_listed_and_an_unknown_one_has_plain_words(empty: Library) -> None:
    formats.put(empty, Format("club", "Our club", checks=frozenset({Check.OPEN})))
    topic = topics.add(empty, Topic(resolution="Resolved: tea.", format="club")).new(Topic)
    with empty.read() as reader:
        assert formats.of_topic(reader, topic).checks == {Check.OPEN}
        assert "club" in [each.key for each in formats.listed(reader)]
        assert len(formats.listed(reader)) == len(formats.shipped()) + 1
        unknown = formats.of(reader, "spar-debate")
        assert (unknown.name, unknown.case_seconds(Side.PRO)) == ("Spar debate", 0)
        assert formats.of(reader, "parliamentary").key == "british-parliamentary"
        with pytest.raises(ServiceError, match="No format is called"):
            formats.find(reader, "chess")
        with pytest.raises(ServiceError, match="Several formats are"):
            formats.find(reader, "parliamentary")


def test_a_format_that_cannot_be_read_is_refused_or_passed_over(empty: Library) -> None:
    with pytest.raises(FormatError, match="not TOML"):
        formats.read("name =")
    with pytest.raises(FormatError, match="cannot be the key"):
        formats.put(empty, Format("Not a key", "X"))
    with empty.edit("From a later version") as edit:
        edit.add(OwnFormat(key="policy", text='name = "Policy"\nmood = "x"'))
    assert of(empty, "policy") == formats.shipped()["policy"]


def test_formats_are_made_copied_and_thrown_away(empty: Library) -> None:
    before = empty.content_hash()
    formats.make(empty, " Our  club ")
    formats.copy(empty, "policy", "Our Club!")
    formats.copy(empty, "policy")
    assert (of(empty, "our-club").name, of(empty, "our-club").speeches) == ("Our club", ())
    copied = of(empty, "our-club-2")
    assert replace(copied, key="policy", name="Policy") == formats.shipped()["policy"]
    assert of(empty, "policy-copy").name == "Policy (copy)"
    topics.add(empty, Topic(resolution="Resolved: tea.", format="our-club"))
    with pytest.raises(ServiceError, match="already"):
        formats.make(empty, "OUR CLUB")
    with pytest.raises(ServiceError, match="needs a name"):
        formats.make(empty, " ")
    with pytest.raises(ServiceError, match="ships stays"):
        formats.remove(empty, "policy")
    with pytest.raises(ServiceError, match="nothing to reset"):
        formats.reset(empty, "our-club")
    gone = formats.remove(empty, "our-club")
    assert gone.notes == ("The format “Our club” is in the trash. 1 topic has plain words until another is chosen.",)
    formats.make(empty, "Our club")
    assert "our-club-3" in [each.key for each in shown(empty)], "the key of one in the trash is not given again"
    for _ in range(6):
        empty.undo()
    assert empty.content_hash() == before


def shown(library: Library) -> list[Format]:
    with library.read() as reader:
        return formats.listed(reader)
