"""Formats are data: what ships is whole, what is written is read back, and what is wrong is said."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep import assets
from debateprep.domain import formats
from debateprep.domain.formats import Criterion, Format, FormatError, SectionPlan, Speech, Template, Words
from debateprep.domain.terms import Brings, Check, Part, SectionKind, Side, SpeechKind

FILES = sorted(assets.path("formats").glob("*.toml"))
text = st.text(st.characters(codec="utf-8"), max_size=20)
said = text.filter(str.strip)
keys = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
speeches = st.builds(
    Speech, said, st.sampled_from(Side), st.sampled_from(SpeechKind), st.integers(0, 3600), st.booleans()
)
sections = st.recursive(
    st.builds(SectionPlan, said, st.sampled_from(SectionKind), st.sampled_from(Part), st.sampled_from(Side), text),
    lambda inner: st.builds(SectionPlan, said, sections=st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)
made = st.builds(
    Format,
    keys,
    said,
    text,
    st.builds(Words, pro=said, card=said),
    st.lists(speeches, max_size=3).map(tuple),
    st.integers(0, 3600),
    st.integers(0, 3600),
    st.lists(st.builds(Criterion, said, text), max_size=2).map(tuple),
    st.sampled_from(Brings),
    text,
    st.booleans(),
    st.frozensets(st.sampled_from(Check)),
    st.lists(st.builds(Template, keys, said, st.lists(sections, max_size=2).map(tuple)), max_size=1).map(tuple),
)


@given(made)
def test_what_is_written_is_read_back(one: Format) -> None:
    assert formats.parse(tomllib.loads(formats.dump(one))) == one


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_ships_is_whole(file: Path) -> None:
    path = assets.path(f"formats/{file.name}")
    one = formats.parse(tomllib.loads(path.read_text(encoding="utf-8")))
    assert one.key == path.stem
    assert one.case_seconds(Side.PRO) > 0
    assert one.case_seconds(Side.CON) > 0
    assert all(speech.seconds for speech in one.speeches)
    assert len(one.criteria) >= 3
    assert one.checks
    assert one.templates
    for template in one.templates:
        for side in (Side.PRO, Side.CON):
            assert any(section.side in (side, Side.NEITHER) for section in template.sections)
    total = {side: sum(each.seconds for each in one.speeches if each.side is side) for side in (Side.PRO, Side.CON)}
    rebuttals = {side: sum(s.seconds for s in one.speeches if s.side is side and s.kind is not SpeechKind.QUESTIONS)
                 for side in total}  # fmt: skip
    assert rebuttals[Side.PRO] == rebuttals[Side.CON]


def test_the_eight_formats_ship() -> None:
    assert {file.stem for file in FILES} == {
        *("policy", "lincoln-douglas", "public-forum", "world-schools"),
        *("british-parliamentary", "karl-popper", "asian-parliamentary", "class"),
    }


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": "X"}, "cannot be the key"),
        ({"key": "x"}, "needs a name"),
        ({"key": "x", "name": 3}, "must be words"),
        ({"key": "x", "name": "X", "colour": "red"}, "“colour” means nothing"),
        ({"key": "x", "name": "X", "words": {"card": " "}}, "word for “card” is empty"),
        ({"key": "x", "name": "X", "words": 3}, "must be a table"),
        ({"key": "x", "name": "X", "speech": {"name": "A"}}, "list of tables"),
        ({"key": "x", "name": "X", "speech": [{"name": "A", "seconds": -1}]}, "whole number of seconds"),
        ({"key": "x", "name": "X", "speech": [{"name": "A", "seconds": True}]}, "whole number of seconds"),
        ({"key": "x", "name": "X", "speech": [{"name": "A", "side": "left"}]}, "“left” is not possible"),
        ({"key": "x", "name": "X", "checks": "all"}, "list of their names"),
        ({"key": "x", "name": "X", "checks": [["all"]]}, "not possible for the checks"),
        ({"key": "x", "name": "X", "criterion": [{}]}, "criterion needs a name"),
        ({"key": "x", "name": "X", "written_cites": 1}, "true or false"),
        ({"key": "x", "name": "X", "template": [{"name": "A", "key": "A"}]}, "needs a key"),
        ({"key": "x", "name": "X", "template": [{"name": "A", "key": "a"}] * 2}, "same key"),
        ({"key": "x", "name": "X", "template": [{"name": "A", "key": "a", "section": [{}]}]}, "needs a title"),
    ],
)
def test_what_is_wrong_is_said(data: dict[str, object], words: str) -> None:
    with pytest.raises(FormatError, match=words):
        formats.parse(data)
