"""Traps in plain text: each row is a text and the kinds its blocks must have, first letters in order."""

import pytest

from debateprep.domain.article import numbered
from debateprep.domain.terms import BlockKind
from debateprep.reading import text
from debateprep.reading.draft import Draft

P1 = "The council should build a tram to the harbour, because the buses are full every morning of the week."
P2 = "Critics say that trams are dear, but a full bus that nobody can board costs the city more in the end."
P3 = "That is why the vote in spring matters to everyone who has waited in the rain for a bus that did not stop."
LETTERS = {
    "H": BlockKind.HEADLINE,
    "B": BlockKind.BYLINE,
    "C": BlockKind.CAPTION,
    "P": BlockKind.PARAGRAPH,
    "S": BlockKind.SUBHEADING,
    "Q": BlockKind.PULL_QUOTE,
    "A": BlockKind.ADVERT,
    "N": BlockKind.AUTHOR_NOTE,
    "O": BlockKind.OTHER,
}


def kinds(draft: Draft) -> str:
    letters = {str(kind): letter for letter, kind in LETTERS.items()}
    return "".join(letters[kind] for kind, _, _ in draft.blocks)


def joined(*blocks: str) -> str:
    return "\n\n".join(blocks)


TRAPS = {
    "headline and body": (joined("A tram for the harbour", P1, P2), "HPP"),
    "no headline": (joined(P1, P2), "PP"),
    "one paragraph": (P1, "P"),
    "one line without a stop": ("Trams beat buses", "P"),
    "one short line with a stop": ("Trams beat buses.", "P"),
    "a question opens": (joined("Should we build it?", P1, P2), "PPP"),
    "a question as title over a byline": (joined("Should we build it?", "By Jane Doe", P1), "HBP"),
    "a short question inside": (joined("A tram", P1, "Who pays?", P2), "HPPP"),
    "a short sentence inside": (joined("A tram", P1, "It is not dear.", P2), "HPPP"),
    "subheading": (joined("A tram", P1, "Who pays for it", P2), "HPSP"),
    "last line without a stop": (joined("A tram", P1, P2, "So vote for it"), "HPPP"),
    "an introduction of a list": (joined("A tram", P1, "Three things follow:", P2), "HPPP"),
    "a list of short lines": (joined("A tram", P1, "Faster trips", "Cleaner air", "Safer streets", P2), "HPPPPP"),
    "bullets": (joined("A tram", P1, "- Faster trips", "- Cleaner air", P2), "HPPPP"),
    "byline": (joined("A tram", "By Jane Doe", P1, P2), "HBPP"),
    "byline in capitals": (joined("A tram", "BY JANE DOE", P1, P2), "HBPP"),
    "by any measure": (joined("A tram", "By any measure, the buses have failed.", P1), "HPP"),
    "by Monday": (joined("A tram", "By Monday we shall know.", P1), "HPP"),
    "date line": (joined("A tram", "12 May 2024", P1), "HOP"),
    "kicker": (joined("OPINION", "A tram", "By Jane Doe", P1), "OHBP"),
    "caption with agency": (joined("A tram", "A tram in the rain - Ann Lee/AFP", P1), "HCP"),
    "caption twice": ("A tram\n\nA tram in the rain\nA tram in the rain - Ann Lee/AFP\n\n" + P1, "HCCP"),
    "caption label": (joined("A tram", P1, "Photo: a full bus at the harbour", P2), "HPCP"),
    "caption getty": (joined("A tram", P1, "Passengers wait at the stop. Ann Lee/Getty Images", P2), "HPCP"),
    "caption copyright": (joined("A tram", P1, "© Ann Lee 2024", P2), "HPCP"),
    "an agency in a sentence": (joined("A tram", P1, "The report came from Reuters and nobody read it.", P2), "HPPP"),
    "advert": (joined("A tram", P1, "Advertisement", P2), "HPAP"),
    "newsletter": (joined("A tram", P1, "Sign up to our newsletter for more like this.", P2), "HPAP"),
    "read more": (joined("A tram", P1, "Read more: Why buses fail", P2), "HPAP"),
    "related": (joined("A tram", P1, "Related: Ten bus routes", P2), "HPAP"),
    "subscribe as an argument": (joined("A tram", P1, "Subscribe to that view and nothing is ever built.", P2), "HPPP"),
    "related problems": (joined("A tram", P1, "Related problems remain.", P2), "HPPP"),
    "pull quote": (joined("A tram", P1, "“a full bus that nobody can board”", P2), "HPQP"),
    "pull quote without marks": (joined("A tram", P1, "a full bus that nobody can board costs the city", P2), "HPQP"),
    "a quotation that is not repeated": (joined("A tram", P1, "“We cannot wait another year.”", P2), "HPPP"),
    "author note": (joined("A tram", P1, P2, "Jane Doe is a lecturer at the College of Sampleton"), "HPPN"),
    "author note far below": (joined("A tram", P1, P2, "\n\nJane Doe teaches history at Sampleton."), "HPPN"),
    "author note, then more": (
        joined("A tram", P1, "Jane Doe is a writer.", "Follow her on social media", "The views expressed are her own."),
        "HPNNO",
    ),
    "author note in italics": (joined("A tram", P1, "*Jane Doe is a writer in Sampleton.*"), "HPN"),
    "somebody the article is about": (
        joined(
            "A tram", "Nobody asked Jane Doe about the tram before the vote.", "Jane Doe is the mayor of a tired city."
        ),
        "HPP",
    ),
    "somebody else than the byline": (
        joined("A tram", "By Ann Lee", P1, "Jane Doe is a minister who has never waited for a bus."),
        "HBPP",
    ),
    "copyright below": (joined("A tram", P1, P2, "All rights reserved."), "HPPO"),
    "section break": (joined("A tram", P1, "* * *", P2), "HPOP"),
    "dateline alone": (joined("A tram", "SAMPLETON, England –", P1), "HOP"),
    "dateline in a paragraph": (joined("A tram", "SAMPLETON – " + P1, P2), "HPP"),
    "a writer without stops": (joined(P1[:-1], "Buses are slow", P2[:-1], P3[:-1]), "PPPP"),
    "headline twice": (joined("A tram", "A tram", P1), "HOP"),
}


@pytest.mark.parametrize(("source", "expected"), TRAPS.values(), ids=TRAPS.keys())
def test_trap(source: str, expected: str) -> None:
    draft = text.read(source)
    assert kinds(draft) == expected
    assert draft.text == source


def test_one_paragraph_a_line_without_blank_lines() -> None:
    source = "A tram for the harbour\nBy Jane Doe\n" + "\n".join((P1 + " " + P2, "It is time.", P3))
    assert kinds(text.read(source)) == "HBPPP"


def wrapped(words: str, width: int = 72) -> str:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize("width", [60, 72, 78])
def test_hard_wrapped_paragraphs_span_their_lines(width: int) -> None:
    first, second = f"{P1} {P2} {P3}", f"{P3} {P1}"
    source = joined("A tram", wrapped(first, width), wrapped(second, width))
    draft = text.read(source)
    assert kinds(draft) == "HPP"
    assert [" ".join(source[start:end].split()) for kind, start, end in draft.blocks[1:]] == [first, second]
    assert draft.text == source


def test_hard_wrapped_paragraphs_told_apart_by_indentation() -> None:
    source = wrapped(f"{P1} {P2}") + "\n    " + wrapped(f"{P3} {P1}")
    assert kinds(text.read(source)) == "PP"


def test_a_title_and_a_byline_stand_right_above_wrapped_text() -> None:
    assert kinds(text.read("A tram for us\nby Jane Doe\n\n" + wrapped(f"{P1} {P2} {P3}"))) == "HBP"


def test_what_the_byline_says() -> None:
    draft = text.read(joined("A tram", "By Dr Jane Doe, lecturer in planning | 3 May 2024", P1))
    assert draft.title == "A tram"
    assert draft.authors == [{"family": "Doe", "given": "Jane"}]
    assert draft.qualifications == "lecturer in planning"
    assert draft.issued == [2024, 5, 3]
    assert dict(draft.found) == {
        "title": "first line",
        "authors": "byline",
        "qualifications": "byline",
        "issued": "byline",
    }


def test_the_note_says_more_than_the_byline() -> None:
    draft = text.read(
        joined("A tram", "By Jane Doe, guest", P1, "Jane Doe is a lecturer at Sampleton. Before, she drove a bus.")
    )
    assert draft.qualifications == "lecturer at Sampleton. Before, she drove a bus"
    assert draft.qualifications in draft.text
    assert ("qualifications", "author note") in draft.found


def test_two_authors_of_a_note() -> None:
    draft = text.read(joined("A tram", P1, "Jane Doe is a writer. Karl von Au is an economist at Sampleton."))
    assert draft.authors == [{"family": "Doe", "given": "Jane"}, {"family": "von Au", "given": "Karl"}]


@pytest.mark.parametrize("source", [joined("A tram", P1, P2), joined("A tram in May 2024", P1)])
def test_what_is_not_printed_as_a_date_is_not_guessed(source: str) -> None:
    draft = text.read(source)
    assert draft.issued == []
    assert draft.authors == []
    assert draft.publication == ""


def test_numbers_count_the_body_alone() -> None:
    from debateprep.reading import read_text

    article = read_text(joined("A tram", P1, "Advertisement", P2))
    assert [(number, article.text[block.start : block.end]) for number, block in numbered(article.blocks)] == [
        (1, P1),
        (2, P2),
    ]
