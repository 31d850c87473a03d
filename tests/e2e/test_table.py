"""Tables and paragraphs fit whatever the terminal is, and lose no word."""

from hypothesis import given
from hypothesis import strategies as st

from debateprep.commands.shared import clean
from debateprep.commands.table import cells, paragraph, table, wrap


@given(st.text(), st.integers(2, 40))
def test_wrapped_lines_fit_and_keep_every_letter(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert all(cells(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(" ".join(text.split())).split())


@given(st.lists(st.tuples(st.integers(0, 999), st.text(max_size=80), st.text(max_size=80)), max_size=5))
def test_tables_fit_the_terminal(rows: list[tuple[int, str, str]]) -> None:
    lines = table(("No.", "One", "Two"), rows, long=(1, 2))
    assert all(cells(line) <= 120 for line in lines)
    assert len(lines) >= len(rows) + 2


@given(st.text())
def test_cleaned_text_cannot_steer(text: str) -> None:
    assert not any(ord(letter) < 32 and letter != "\n" for letter in clean(text))
    assert not set(clean(text)) & set("\x7f\x9b\u202e\u2066")


def test_wide_letters_take_two_cells() -> None:
    assert cells("台灣") == 4
    assert cells("é") == 1


def test_a_paragraph_hangs() -> None:
    first, *more = paragraph("word " * 60, "- ", "  ")
    assert first.startswith("- word")
    assert more
    assert all(line.startswith("  word") for line in more)
