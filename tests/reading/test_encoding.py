import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.reading.encoding import decode, lines_joined
from debateprep.reading.errors import ReadingError

PROSE = "“Naïve” voters – 5 % of them – paid €40 at the café, and Zoë’s vote mattered. They said so.\n" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_prose_comes_back_as_it_was(encoding: str) -> None:
    assert decode(PROSE.encode(encoding), "a.txt")[0] == PROSE


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        (PROSE.encode(), False),
        (PROSE.encode("utf-8-sig"), False),
        (PROSE.encode("utf-16"), False),
        (PROSE.encode("utf-16-le"), True),
        (PROSE.encode("cp1252"), True),
        (("Голосование состоится весной, и город решит, строить ли трамвай. " * 5).encode("cp1251"), True),
    ],
)
def test_a_guess_is_told(data: bytes, warned: bool) -> None:
    warnings = decode(data, "a.txt")[1]
    assert bool(warnings) is warned
    assert all("guess" in warning for warning in warnings)


def test_cyrillic_is_recognised() -> None:
    words = "Голосование состоится весной, и город решит, строить ли трамвай. " * 5
    assert decode(words.encode("cp1251"), "a.txt")[0] == words


def test_the_encoding_a_page_names_is_used_where_the_bytes_are_not_utf_8() -> None:
    words = "Zażółć gęślą jaźń, a miasto zbuduje tramwaj."
    assert decode(words.encode("iso-8859-2"), "a.html", "iso-8859-2") == (words, [])
    assert decode(words.encode(), "a.html", "iso-8859-2") == (words, [])


@pytest.mark.parametrize("declared", ["no-such-thing", "hex", "rot13"])
def test_a_nonsense_name_is_passed_over(declared: str) -> None:
    assert decode(PROSE.encode("cp1252"), "a.html", declared)[0] == PROSE


def test_one_damaged_letter_does_not_spoil_the_rest() -> None:
    data = ("é" * 50).encode() + b"\xff" + ("ü" * 50).encode()
    text, warnings = decode(data, "a.txt")
    assert text == "é" * 50 + "\ufffd" + "ü" * 50
    assert warnings == ["One letter could not be read and is shown as \ufffd."]


@pytest.mark.parametrize("data", [b"a\0b\0\0c", bytes(range(1, 32)) * 30, b"\x01\x02\x03 text"])
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match=r"“a\.txt” is not text"):
        decode(data, "a.txt")


def test_line_ends_become_lf_and_nothing_else_changes() -> None:
    assert lines_joined("a\r\nb\rc\n\r\n\u2028d\x0ce\u0301 ") == "a\nb\nc\n\n\u2028d\x0ce\u0301 "


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
)
def test_marked_text_round_trips(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding), "a.txt") == (words, [])


def said(data: bytes) -> str:
    """Return the text, or the sentence that refuses it."""
    try:
        return decode(data, "a.txt")[0]
    except ReadingError as error:
        return f"refused: {error}"


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    text = said(data)
    assert not {"\r", "\0"} & set(text)
    if text.startswith("refused: "):
        assert text.endswith(("paste its words.", "choose a file with text in it."))
