"""A card pasted in one box: each layout is split where a reader would, and never a word is changed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain import pasting, underlining
from debateprep.domain.words import words

BODY = "The tram carries more people than the bus. It has done so for years."


@pytest.mark.parametrize(
    ("pasted", "tag", "cite", "quote"),
    [
        (f"Trams carry more\nOkafor 24 [Ada, teacher]\n{BODY}", "Trams carry more", "Okafor 24 [Ada, teacher]", BODY),
        (f"Trams carry more\r\nOkafor ’24\r\n\r\n{BODY}", "Trams carry more", "Okafor ’24", BODY),
        (f"Okafor and Lind 2024, The Cup, https://cup.example\n\n{BODY}", "",
         "Okafor and Lind 2024, The Cup, https://cup.example", BODY),
        (f"Trams carry more\nOkafor 24\n[Ada, teacher, “On trams”, The Cup]\n{BODY}", "Trams carry more",
         "Okafor 24\n[Ada, teacher, “On trams”, The Cup]", BODY),
        (f"“{BODY}” — Okafor, The Cup, 2024", "", "Okafor, The Cup, 2024", BODY),
        (f"“{BODY}”\n— Okafor, The Cup, 2024", "", "Okafor, The Cup, 2024", BODY),
        (f"Trams carry more\n“{BODY}”\n— Okafor 2024", "Trams carry more", "Okafor 2024", BODY),
        (f"{BODY} (Okafor, 2024)", "", "Okafor, 2024", BODY),
        (f"“{BODY}” (Okafor 2024, p. 4)", "", "Okafor 2024, p. 4", BODY),
        (f"{BODY}\nOkafor 2024", "", "Okafor 2024", BODY),
        (BODY, "", "", BODY),
        (f"Trams carry more\n“{BODY}”", "Trams carry more", "", BODY),
        ("It said “no” — and left.", "", "", "It said “no” — and left."),
    ],
)  # fmt: skip
def test_each_layout(pasted: str, tag: str, cite: str, quote: str) -> None:
    found = pasting.split(pasted)
    assert (found.said(found.tag), found.said(found.cite), found.said(found.quote)) == (tag, cite, quote)


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from([BODY, "Okafor 24", "—", "“", "”", "(Lind 2024)", "\n", "\r\n", " "])).map("".join)
)
def test_parts_are_stretches_of_what_was_pasted(pasted: str) -> None:
    found = pasting.split(pasted)
    parts = [part for part in (found.tag, found.cite, found.quote) if part]
    assert all(part.end <= len(found.text) and part.of(found.text).strip() for part in parts)
    assert all(not one.overlaps(two) for one in parts for two in parts if one is not two)
    assert (found.quote is None) == (not pasted.strip())


@given(st.text(max_size=60), st.text(max_size=200))
def test_suggested_underlining_lies_in_the_words_and_apart(tag: str, quote: str) -> None:
    spans = underlining.suggest(tag, quote)
    assert all(span.end <= len(quote) and span.of(quote) == span.of(quote).strip() for span in spans)
    assert all(one.end < two.start for one, two in pairwise(spans))


def test_suggested_underlining_takes_the_clauses_of_the_tag() -> None:
    quote = (
        "The weather was fine, and everyone went out. The tram carries more people than the bus, because it is longer."
    )
    (span,) = underlining.suggest("Trams carry more people than buses", quote)
    assert span.of(quote) == "The tram carries more people than the bus"
    assert underlining.suggest("Nothing alike", "The tram carries more.") == ()
    assert len(words(span.of(quote))) == 8
