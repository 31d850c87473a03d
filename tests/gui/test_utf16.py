"""Offsets between Python's count and Qt's."""

from hypothesis import given
from hypothesis import strategies as st

from debateprep.gui.widgets.utf16 import Utf16, to_python, to_qt

TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("🚌𝒜a ")))


@given(TEXTS)
def test_qt_counts_what_the_encoding_has(text: str) -> None:
    table = Utf16(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert table.to_qt(offset) == to_qt(text, offset) == units
        assert table.to_python(units) == to_python(text, units) == offset
    assert table.length == len(text.encode("utf-16-le")) // 2


def test_inside_a_pair_counts_as_its_start() -> None:
    table = Utf16("a🚌b")
    assert [table.to_python(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
