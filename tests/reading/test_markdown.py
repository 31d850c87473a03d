import pytest

from debateprep.reading import markdown
from tests.reading.test_plain import P1, P2, P3, joined, kinds, wrapped

TRAPS = {
    "headings": (joined("# A tram", P1, "## Who pays?", P2, "### Then.", P3), "HPSPSP"),
    "underlined headings": (f"A tram\n======\n\n{P1}\n\nWho pays\n---\n\n{P2}", "HPSP"),
    "second level first": (joined("## A tram", P1), "HP"),
    "heading below text": (joined(P1, "# A tram", P2), "PSP"),
    "no headings": (joined("A tram", P1), "HP"),
    "code": (joined("# A tram", "```python\nprint(1)\n\n# no heading\n```", P1), "HOP"),
    "code without an end": (joined("# A tram", P1, "~~~\n" + P2), "HPO"),
    "quotation": (joined("# A tram", P1, f"> {P3}"), "HPP"),
    "list": (f"# A tram\n\n- {P1}\n- {P2}\n1. {P3}", "HPPP"),
    "rule": (joined("# A tram", P1, "---", P2), "HPOP"),
    "table and definitions": (joined("# A tram", P1, "| a | b |", "[1]: https://example.org", "[^2]: note"), "HPOOO"),
    "picture": (joined("# A tram", "![A tram](tram.png)", P1), "HCP"),
    "comment": (joined("# A tram", "<!-- not\n\nyet -->", P1), "HOP"),
    "one-line comment": (joined("# A tram", "<!-- not yet -->", P1), "HOP"),
    "byline in emphasis": (joined("# A tram", "*By Jane Doe*", P1), "HBP"),
    "note in emphasis": (joined("# A tram", P1, "_Jane Doe is a writer._"), "HPN"),
    "wrapped": (joined("# A tram", wrapped(f"{P1} {P2}", 50)), "HP"),
    "a hash is no heading": (joined("# A tram", "#tram is what they write, and they mean the harbour."), "HP"),
    "empty heading": (joined("#", "# A tram", P1), "HP"),
}


@pytest.mark.parametrize(("source", "expected"), TRAPS.values(), ids=TRAPS.keys())
def test_trap(source: str, expected: str) -> None:
    draft = markdown.read(source)
    assert kinds(draft) == expected
    assert draft.text == source


def test_a_headings_block_leaves_out_its_marks() -> None:
    draft = markdown.read(joined("# A **tram** for [us](x) #", P1))
    _, start, end = draft.blocks[0]
    assert draft.text[start:end] == "A **tram** for [us](x)"
    assert draft.title == "A tram for us"


def test_front_matter_is_read_and_is_no_block() -> None:
    front = (
        '---\ntitle: "A tram"\nauthors:\n  - Jane Doe\n  - The Sampleton Club\ndate: 2024-05-12\nlang: en_GB\n'
        "source: The Sample\nurl: https://example.org/a\ndeep:\n  x: {y: !!python/object z}\n---\n"
    )
    draft = markdown.read(front + P1)
    assert kinds(draft) == "P"
    assert draft.blocks[0][1] == len(front)
    assert draft.title == "A tram"
    assert draft.authors == [{"family": "Doe", "given": "Jane"}, {"literal": "The Sampleton Club"}]
    assert (draft.issued, draft.language, draft.publication) == ([2024, 5, 12], "en-GB", "The Sample")
    assert {where for _, where in draft.found} == {"front matter"}


def test_a_list_of_authors_on_one_line() -> None:
    draft = markdown.read(f"---\nauthors: [Jane Doe, 'Ann Lee']\n---\n{P1}")
    assert [author["family"] for author in draft.authors] == ["Doe", "Lee"]


def test_front_matter_without_an_end_is_text() -> None:
    assert "P" in kinds(markdown.read(f"---\ntitle: A tram\n\n{P1}"))


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("a **b** _c_ `d`", "a b c d"),
        ("snake_case_name 2*3*4", "snake_case_name 2*3*4"),
        ("![x](y) [z](w) \\*", "x z *"),
    ],
)
def test_inline_marks(marked: str, words: str) -> None:
    assert markdown.plain(marked) == words
