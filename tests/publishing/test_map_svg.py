"""A map drawn as SVG: well-formed whatever is written in it, and readable without colour."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain.argument_map import ArgumentMap, CrossLink, MapNode
from debateprep.domain.terms import ResponseType, Side, Tie
from debateprep.publishing.map_svg import svg

NS = {"s": "http://www.w3.org/2000/svg"}


def drawn(*titles: str) -> ArgumentMap:
    nodes = [MapNode("topic:1", "topic", 1, -1, Tie.SUPPORT, Side.NEITHER, titles[0])]
    for number, title in enumerate(titles[1:], 1):
        tie, side = (Tie.SUPPORT, Side.PRO) if number % 2 else (Tie.ATTACK, Side.CON)
        nodes.append(MapNode(f"argument:{number}", "argument", number, 0, tie, side, title, open=number == 1, hidden=2))
    links = (CrossLink(2, 1, 1, ResponseType.NO_LINK),) if len(titles) > 2 else ()
    return ArgumentMap(tuple(nodes), links)


def words(text: str) -> str:
    root = ET.fromstring(text)
    return " ".join("".join(each.itertext()) for each in root.iterfind(".//s:text", NS))


@given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_any_words_make_well_formed_xml(titles: list[str]) -> None:
    ET.fromstring(svg(drawn(*titles)))


def test_signs_and_lines_tell_support_from_attack() -> None:
    text = svg(drawn("Buses", "Free <b>buses</b> & more", "Fares “pay”"))
    said = words(text)
    assert "Free <b>buses</b> & more" in said
    assert "+" in said
    assert "−" in said
    assert "■ · 2 more · no answer yet" in said
    root = ET.fromstring(text)
    dashes = [path.get("stroke-dasharray") for path in root.iterfind(".//s:path", NS)]
    assert dashes == [None, "9 3 2 3", "3 4"]
    assert root.find("s:title", NS) is not None


def test_long_titles_are_cut_after_some_lines() -> None:
    assert words(svg(drawn("word " * 300))).endswith("…")
