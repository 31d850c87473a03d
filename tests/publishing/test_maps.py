"""Maps as drawings and files: cards apart, text whole, fonts inside, tiles that cover everything, the same bytes."""

import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debateprep.domain.argument_map import ArgumentMap, CrossLink, MapNode, NodeKind, Relation
from debateprep.domain.labels import LabelColour
from debateprep.domain.model import Label
from debateprep.domain.terms import ResponseType, Side
from debateprep.progress import Cancelled, Progress
from debateprep.publishing import Paper, PublishingError
from debateprep.publishing.map_drawing import PRINT, MapDrawing, Shape, Stroke, Words
from debateprep.publishing.map_layout import MapMaker, hidden_below
from debateprep.publishing.map_pdf import Fit, export_map_pdf, plan, tile_name
from debateprep.publishing.map_svg import export_svg

GOLDEN = Path(__file__).parent / "golden" / "map.svg"


def node(at: int, parent: str, side: Side, text: str, **more: Any) -> MapNode:
    key = f"argument:{at}"
    return MapNode(key=key, kind=NodeKind.ARGUMENT, side=side, parent=parent, id=at, text=text, **more)


SMALL = ArgumentMap(
    "Tea",
    "Resolved: Tea should be free.",
    (
        MapNode(key="side:pro", kind=NodeKind.SIDE, side=Side.PRO, text="Pour it"),
        MapNode(
            key="section:1", kind=NodeKind.SECTION, side=Side.PRO, parent="side:pro", id=1, number="C1", text="It warms"
        ),
        node(
            1,
            "section:1",
            Side.PRO,
            "A cup of tea warms whoever holds it, & <nobody> “minds”.",
            number="C1.1",
            answers=1,
        ),
        node(2, "argument:1", Side.CON, "So does soup.", relation=Relation.ATTACK, response=ResponseType.NOT_TRUE),
        MapNode(key="side:con", kind=NodeKind.SIDE, side=Side.CON),
        node(3, "side:con", Side.CON, "Water is cheaper", answers=1),
    ),
    (CrossLink("argument:3", "argument:1", Relation.ATTACK, ResponseType.OUTWEIGH),),
)


def drawn(shown: ArgumentMap = SMALL) -> MapDrawing:
    return MapMaker().drawing(shown, heading=True)


def wide(count: int) -> ArgumentMap:
    """Return a map of one side with so many arguments."""
    nodes = [SMALL.nodes[0], *(node(at, "side:pro", Side.PRO, f"claim number {at}") for at in range(count))]
    return replace(SMALL, nodes=tuple(nodes), links=())


def texts(drawing: MapDrawing) -> str:
    return " ".join(item.line.text.strip() for item in drawing.items() if isinstance(item, Words))


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 30), st.text(max_size=120)), min_size=1, max_size=30))
def test_cards_keep_apart_and_hold_their_words(given_nodes: list[tuple[int, str]]) -> None:
    nodes: list[MapNode] = [SMALL.nodes[0]]
    for number, (parent, text) in enumerate(given_nodes):
        nodes.append(node(number, nodes[min(parent, number)].key, Side.PRO, text))
    order = ArgumentMap("", "", tuple(nodes))
    shown = replace(order, nodes=(nodes[0], *order.below("side:pro")))
    for most in (0, 2):
        drawing = MapMaker(most_lines=most).drawing(shown)
        cards = drawing.cards
        assert [card.key for card in cards] == [each.key for each in shown.nodes]
        for at, one in enumerate(cards):
            assert one.x >= 0
            assert one.x + one.width <= drawing.width
            assert one.y + one.height <= drawing.height
            for other in cards[:at]:
                across = one.x < other.x + other.width and other.x < one.x + one.width
                assert not (across and one.y < other.y + other.height and other.y < one.y + one.height)
            for item in one.items:
                if isinstance(item, Words):
                    assert item.x + item.line.width <= one.width + 0.5
                    assert item.baseline < one.height


def test_a_long_claim_ends_after_two_lines_on_the_screen_and_is_whole_in_a_file() -> None:
    claim = " ".join(f"word{number}" for number in range(40))
    shown = replace(SMALL, nodes=(SMALL.nodes[0], node(1, "side:pro", Side.PRO, claim)), links=())
    brief = texts(MapMaker(most_lines=2).drawing(shown))
    assert "…" in brief
    assert "word39" not in brief
    assert claim in texts(drawn(shown))


def test_support_and_attack_differ_by_sign_and_line_and_cross_links_are_dashed() -> None:
    support, _, attack, _, cross = drawn().edges
    strokes = {edge: [item for item in edge.items if isinstance(item, Stroke)] for edge in (support, attack, cross)}
    assert strokes[support][0].thickness < strokes[attack][0].thickness
    plus, times = ([stroke.points for stroke in strokes[edge][-2:]] for edge in (support, attack))
    assert all(one[0] == two[0] or one[1] == two[1] for one, two in plus)
    assert all(one[0] != two[0] and one[1] != two[1] for one, two in times)
    assert strokes[cross][0].dash
    assert not any(stroke.dash for edge in (support, attack) for stroke in strokes[edge])
    assert (cross.source, cross.target) == ("argument:3", "argument:1")


def test_a_hole_is_dashed_ink_in_neither_side_s_colour_and_a_fold_tells_how_much_it_hides() -> None:
    drawing = drawn()
    answer = next(card for card in drawing.cards if card.key == "argument:2")
    assert answer.hole is not None
    assert answer.hole.dash
    assert answer.hole.stroke == "gap"
    assert "no Pro answer yet" in texts(drawing)
    folded = frozenset({"section:1"})
    hidden = hidden_below(SMALL, folded)
    assert hidden == {"section:1": 2}
    assert "+2" in texts(MapMaker().drawing(SMALL.folded(folded), hidden))


def test_the_svg_is_the_one_that_was_looked_at() -> None:
    data = export_svg(drawn())
    assert export_svg(drawn()) == data
    assert data.decode("utf-8") == GOLDEN.read_text(encoding="utf-8")


def test_the_svg_is_well_formed_self_contained_and_its_text_is_text() -> None:
    hostile = node(9, "side:pro", Side.PRO, "a]]> \x00\x0b\ud800 <script>alert('x')</script> & \u202e 🚌")
    data = export_svg(drawn(replace(SMALL, nodes=(SMALL.nodes[0], hostile), links=())))
    root = ET.fromstring(data)
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {
        *("svg", "title", "desc", "g", "rect", "path", "polygon", "text"),
    }
    assert "<script>alert('x')</script>&" in "".join("".join(root.itertext()).split())
    assert not [name for each in root.iter() for name in each.attrib if "href" in name]


def pages_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_a_map_fits_one_page_and_its_words_and_fonts_are_in_the_file() -> None:
    data = export_map_pdf(drawn(), Paper.A4)
    (page,) = pages_of(data)
    for words in ("Resolved: Tea should be free.", "C1.1", "& <nobody> “minds”.", "So does soup.", "not true"):
        assert words in page
    file = pikepdf.open(io.BytesIO(data))
    assert file.docinfo["/Title"] == "Tea: Argument map"
    fonts = [each for each in file.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    assert export_map_pdf(drawn(), Paper.A4) == data


def test_a_large_map_is_tiled_and_every_claim_is_on_a_page() -> None:
    drawing = drawn(wide(60))
    chosen = plan(drawing, Paper.LETTER, Fit.TILES)
    pages = pages_of(export_map_pdf(drawing, Paper.LETTER, Fit.TILES))
    assert len(pages) == chosen.pages > 1
    assert "A1 · page 1 of" in pages[0]
    # Text outside the window of a page stays in its stream, so what is seen is looked at by its place.
    seen = set()
    document = pypdfium2.PdfDocument(export_map_pdf(drawing, Paper.LETTER, Fit.TILES))
    for page in document:
        text = page.get_textpage()
        everything = text.get_text_bounded(0, 0, page.get_width(), page.get_height())
        seen |= {number for number in range(60) if f"claim number {number}" in " ".join(everything.split())}
    assert seen == set(range(60))


def test_tiles_cover_the_drawing_and_overlap() -> None:
    drawing = drawn(wide(200))
    for paper in Paper:
        chosen = plan(drawing, paper, Fit.TILES)
        assert chosen.across * chosen.columns >= drawing.width * chosen.scale - 18
        assert chosen.down * chosen.rows >= drawing.height * chosen.scale - 18
        assert chosen.across < chosen.width - 60
    assert [tile_name(0, 0), tile_name(2, 1), tile_name(0, 26)] == ["A1", "B3", "AA1"]


def test_tiles_are_a_little_smaller_where_that_saves_pages() -> None:
    plain = plan(MapDrawing(700, 950, (), ()), Paper.A4, Fit.TILES)
    tight = plan(MapDrawing(760, 950, (), ()), Paper.A4, Fit.TILES)
    assert (plain.pages, plain.scale) == (1, 0.75)
    assert (tight.pages, tight.scale) == (1, 0.75 * 0.9)
    assert plan(MapDrawing(1000, 950, (), ()), Paper.A4, Fit.TILES).pages == 2


def test_a_small_map_is_not_blown_up_and_too_large_a_one_is_refused() -> None:
    small = MapDrawing(400, 300, (), ())
    assert {plan(small, Paper.A4, fit).type_size for fit in Fit} == {9.75}
    with pytest.raises(PublishingError, match="fit it on one page"):
        plan(MapDrawing(100_000, 100_000, (), ()), Paper.A4, Fit.TILES)


def test_an_export_can_be_stopped() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        export_map_pdf(drawn(), progress=progress)


def test_the_pages_are_readable_by_another_reader() -> None:
    data = export_map_pdf(drawn(wide(60)), Paper.LETTER, Fit.TILES)
    assert "claim number 0" in " ".join(pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().split())


def test_what_no_font_has_is_named() -> None:
    shown = replace(SMALL, nodes=(SMALL.nodes[0], node(1, "side:pro", Side.PRO, "tea \U00012000")), links=())
    assert "⟨U+12000⟩" in texts(drawn(shown))
    # A screen and a drawing program find fonts of their own.
    assert "tea \U00012000" in texts(MapMaker(any_letter=True).drawing(shown))


def labels(count: int) -> tuple[Label, ...]:
    colours = list(LabelColour)
    return tuple(Label(id=at + 1, name=f"label {at}", colour=colours[at % len(colours)]) for at in range(count))


def labelled(found: tuple[Label, ...]) -> MapDrawing:
    nodes = tuple(replace(each, labels=found) if each.id == 1 and each.number else each for each in SMALL.nodes)
    return drawn(replace(SMALL, nodes=nodes))


@pytest.mark.parametrize("count", [1, 3, 8, 30])
def test_labels_stand_on_their_cards_and_are_named_above_the_map(count: int) -> None:
    drawing = labelled(labels(count))
    card = next(each for each in drawing.cards if each.key == "argument:1")
    marks = [item for item in card.items if isinstance(item, Shape)]
    assert {each.fill for each in marks} == {colour.role for colour in list(LabelColour)[:count]}
    ends = max(item.x + item.line.width for item in card.items if isinstance(item, Words) and item.baseline < 24)
    for mark in marks:
        assert all(ends < x <= card.width and 5 <= y <= 25 for x, y in mark.points)
    assert all(mark.fill in PRINT for mark in marks)
    named = [item for item in drawing.heading if isinstance(item, Words)]
    assert {item.line.text for item in named} >= {each.name for each in labels(count)}
    assert all(item.baseline < min(each.y for each in drawing.cards) for item in named)
    assert all(item.x + item.line.width <= drawing.width for item in named)
    data = export_map_pdf(drawing, Paper.A4)
    assert all(each.name in " ".join(pages_of(data)) for each in labels(count))
    root = ET.fromstring(export_svg(drawing))
    polygons = [each for each in root.iter() if each.tag.endswith("polygon")]
    assert len(polygons) >= len(marks) + count


def test_no_label_leaves_the_map_as_it_was() -> None:
    assert labelled(()) == drawn()
