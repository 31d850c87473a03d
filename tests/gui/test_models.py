"""Every item model of the window, put through Qt's own tester while it fills, changes and empties."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from debateprep import gui
from debateprep.domain.argument_map import ArgumentMap, MapNode, NodeKind
from debateprep.domain.article import Article, Block
from debateprep.domain.coverage import Cell, Standing
from debateprep.domain.model import Answer, Argument
from debateprep.domain.terms import BlockKind, Side
from debateprep.gui.models.blocks import BlocksModel
from debateprep.gui.models.board import ShelfEntry
from debateprep.gui.models.cards import CardLine, CardsModel
from debateprep.gui.models.cells import CellsModel
from debateprep.gui.models.coverage import CoverageModel, Grid
from debateprep.gui.models.lines import Line as FoundLine
from debateprep.gui.models.lines import LinesModel
from debateprep.gui.models.map import MapModel
from debateprep.gui.models.report import ReportLine, ReportModel
from debateprep.gui.models.shelf import ShelfModel
from debateprep.gui.models.shortcuts import Line, SheetModel
from debateprep.gui.models.sources import SourceLine, SourcesModel
from debateprep.gui.search_box import Found, Results
from debateprep.services.reviews import Review

pytestmark = pytest.mark.usefixtures("qapp")


def shelf() -> Iterator[QAbstractItemModel]:
    model = ShelfModel()
    yield model
    entries = tuple(ShelfEntry("position", at, f"claim {at}", "line", Side.PRO, at % 2 == 0) for at in range(1, 9))
    for shown in (entries, entries[:3], (), entries[4:]):
        model.show_entries(shown)
        yield model
    for words in ("claim 7", "nothing has these words", ""):
        model.filter(words)
        yield model


def sources() -> Iterator[QAbstractItemModel]:
    model = SourcesModel()
    yield model
    lines = tuple(SourceLine(at, f"title {at}", "detail", here=at < 4) for at in range(1, 7))
    renamed = tuple(SourceLine(each.id, each.title + "!", each.detail, each.here) for each in lines)
    for shown in (lines, renamed, lines[2:], (), lines[:1]):
        model.set_lines(shown)
        yield model


def cards() -> Iterator[QAbstractItemModel]:
    model = CardsModel()
    yield model
    lines = tuple(CardLine(at, f"tag {at}", "cite", "✓ verbatim", "0:10") for at in range(1, 7))
    for shown in (lines, lines[2:], (), lines):
        model.set_lines(shown)
        yield model
    for words in ("tag 3", "nothing has these words", ""):
        model.filter(words)
        yield model


def cells() -> Iterator[QAbstractItemModel]:
    model = CellsModel(
        ("Name", "Kind"), choices={1: (("a", "first"), ("b", "second"))}, fixed=(), fits={0: lambda words: bool(words)}
    )
    yield model
    model.set_rows([("one", "a"), ("two", "b")])
    yield model
    assert model.add(("three", "a"), 1) == 1
    yield model
    assert (model.move(1, 1), model.move(2, 1), model.move(0, -1), model.move(2, -1)) == (2, 2, 0, 1)
    yield model
    assert not model.setData(model.index(0, 0), "  ")
    assert not model.setData(model.index(0, 1), "c")
    assert model.setData(model.index(0, 1), "b")
    model.remove(7)
    model.remove(0)
    assert model.rows == (("three", "a"), ("two", "b"))
    yield model


def coverage() -> Iterator[QAbstractItemModel]:
    model = CoverageModel()
    yield model
    made = [
        Argument(id=at, topic_id=1, side=Side.PRO if at < 5 else Side.CON, claim=f"claim {at}") for at in range(1, 9)
    ]
    lines = tuple(Standing(each, "", "", each.id % 2, 0, 0, 0) for each in made)
    cells = {(1, 5): Cell(Answer(id=1, answering_id=5, target_id=1)), (2, 6): Cell()}
    shown = Grid(Side.PRO, lines[:4], lines[4:], cells)
    again = tuple(replace(each, heard=2) for each in lines)
    for grid in (shown, replace(shown, rows=again[:4]), replace(shown, rows=lines[:2]), Grid(Side.CON), shown):
        model.set_grid(grid)
        yield model


def lines() -> Iterator[QAbstractItemModel]:
    model = LinesModel()
    yield model
    some = (FoundLine("Open", heading=True), *(FoundLine(f"reason {at}", side=Side.CON, key=at) for at in range(5)))
    for shown in (some, some[:3], (), some):
        model.set_lines(shown)
        yield model


def blocks() -> Iterator[QAbstractItemModel]:
    model = BlocksModel()
    model.corrected.connect(model.set_review)
    yield model
    text = "One word.\n\nTwo words more."
    both = (Block(BlockKind.PARAGRAPH, 0, 9), Block(BlockKind.PARAGRAPH, 11, 26))
    review = Review("a.txt", Article(text, both))
    for shown in (review, review.with_block(0, struck=True), Review("b.txt", Article(text, both[:1])), None, review):
        model.set_review(shown)
        yield model
    assert model.setData(model.index(1, 1), BlockKind.CAPTION.value)
    yield model


def report() -> Iterator[QAbstractItemModel]:
    model = ReportModel()
    yield model
    lines = tuple(ReportLine(f"C1.{at}", "✓ verbatim", f"tag {at}", at, "detail", card=at) for at in range(4))
    for shown in (lines, lines[1:], (), lines):
        model.set_lines(shown)
        yield model


def results() -> Iterator[QAbstractItemModel]:
    model = Results()
    yield model
    for count in (5, 2, 0, 3):
        model.put([Found("card", at, "Cards", f"words {at}", "where") for at in range(count)])
        yield model


def sheet() -> Iterator[QAbstractItemModel]:
    model = SheetModel([Line(f"group {at // 3}", f"command {at}", (f"Ctrl+{at}",)) for at in range(9)])
    yield model
    for words in ("ctrl+7", "nothing has these words", "group 1", ""):
        model.seek(words)
        yield model


def map_nodes() -> Iterator[QAbstractItemModel]:
    model = MapModel()
    yield model
    root = MapNode(key="side:pro", kind=NodeKind.SIDE, side=Side.PRO)
    nodes = [root]
    for at in range(1, 9):
        above = nodes[at // 2].key
        nodes.append(MapNode(key=f"argument:{at}", kind=NodeKind.ARGUMENT, side=Side.PRO, parent=above, text=f"{at}"))
    reworded = [*nodes[:4], replace(nodes[4], text="other words"), *nodes[5:]]
    for shown in (nodes, reworded, nodes[:3], [], nodes[:1]):
        model.show_map(ArgumentMap("", "", tuple(shown)))
        yield model
    model.show_map(None)
    yield model


STORIES: dict[type[QAbstractItemModel], Callable[[], Iterator[QAbstractItemModel]]] = {
    MapModel: map_nodes,
    ShelfModel: shelf,
    SourcesModel: sources,
    CardsModel: cards,
    CellsModel: cells,
    CoverageModel: coverage,
    LinesModel: lines,
    ReportModel: report,
    BlocksModel: blocks,
    Results: results,
    SheetModel: sheet,
}


@pytest.mark.parametrize("kind", STORIES)
def test_a_model_keeps_qts_rules(kind: type[QAbstractItemModel]) -> None:
    tester = None
    for model in STORIES[kind]():
        assert type(model) is kind
        if tester is None:
            tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            assert index.isValid()
            assert str(index.data())
        assert not model.index(model.rowCount(), 0).data()


def test_no_model_is_left_out() -> None:
    for each in pkgutil.walk_packages(gui.__path__, f"{gui.__name__}."):
        importlib.import_module(each.name)
    found: set[type] = set()
    waiting: list[type] = [QAbstractItemModel]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith(f"{gui.__name__}."):
            found.add(kind)
    assert found == set(STORIES)
