"""References in other tools' files: nothing we know is lost on the way, and no file does harm."""

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debateprep.domain import citation_reference
from debateprep.domain.article import Name
from debateprep.domain.citation_dates import CiteDate
from debateprep.domain.citation_reference import DATES, KINDS, NAMES, TEXTS, Reference
from debateprep.exchange import ExchangeError, Format, bibtex, csl, latex, read_file, ris, write
from debateprep.exchange.parsed import MOST
from debateprep.safe_files import FileError
from tests.domain.goldens import read as goldens
from tests.domain.test_citations import dates

ROOMS = {"csl": csl, "bibtex": bibtex, "ris": ris}

# Round trips

LETTERS = st.characters(categories=("L", "N", "P", "S", "Zs"))
TEXT = st.text(LETTERS | st.sampled_from("{}\\%&#_$~^\"'`-@, aé"), min_size=1, max_size=25)
NAME_PART = TEXT.map(lambda words: words.replace(",", "").replace(";", "").replace('"', ""))
NAME_LIST = st.lists(
    st.builds(Name, NAME_PART, NAME_PART, st.just(""), st.just("") | NAME_PART)
    | st.builds(Name, st.just(""), st.just(""), TEXT.map(lambda words: words.replace(";", "").replace('"', ""))),
    max_size=3,
).map(tuple)
REFERENCES = st.builds(
    lambda kind, *found: Reference(kind=kind, **{name: value for some in found for name, value in some.items()}),
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(st.sampled_from(["qualifications", *TEXTS]), TEXT, max_size=12),
    st.dictionaries(st.sampled_from(sorted(NAMES)), NAME_LIST),
    st.dictionaries(st.sampled_from(sorted(DATES)), dates(st.sampled_from(["spring term", "forthcoming"]))),
)


def settled(reference: Reference) -> Reference:
    """Return a reference as any tool leaves it: on one line, composed letters, names without commas at their ends."""
    import unicodedata

    found = citation_reference.cleaned(reference)
    texts: dict[str, Any] = {
        name: unicodedata.normalize("NFC", getattr(found, name)) for name in ("qualifications", *TEXTS)
    }
    names: dict[str, Any] = {
        name: tuple(
            Name(*(unicodedata.normalize("NFC", part) for part in (n.family, n.given, n.literal, n.suffix)))
            for n in getattr(found, name)
        )
        for name in NAMES
    }
    return citation_reference.cleaned(replace(found, **texts, **names))


@pytest.mark.parametrize("room", ROOMS)
@given(references=st.lists(REFERENCES, min_size=1, max_size=2))
def test_a_round_trip_keeps_every_field(room: str, references: list[Reference]) -> None:
    meant = [settled(each) for each in references]
    meant = [each if each.title else replace(each, title="T") for each in meant]
    text = ROOMS[room].write(meant)
    parsed = ROOMS[room].read(text)
    assert list(parsed.references) == meant, text
    assert parsed.problems == ()


@pytest.mark.parametrize("form", Format)
def test_the_goldens_go_through_files(form: Format, tmp_path: Path) -> None:
    meant = [citation_reference.cleaned(golden.reference) for golden in goldens()]
    path = tmp_path / f"all.{form.value}"
    path.write_bytes(write(meant, form))
    assert list(read_file(path).references) == meant


@given(st.text(LETTERS | st.sampled_from("{}\\%&#_$~^'`-"), max_size=40))
def test_latex_decodes_what_it_encodes(text: str) -> None:
    import unicodedata

    meant = " ".join(unicodedata.normalize("NFC", text).split())
    assert latex.decode(latex.encode(meant)) == meant
    assert latex.decode(latex.encode(text.strip(), address=True), address=True) == text.strip()


# What other tools write

BIB = r"""
% a comment, and an @ sign
@string{review = {The Sample Review}}
@article{one, author = {Ex{\"a}mple, Ada and {Sample Board} and Jan van der Mock and others},
  title = "On {NATO} and {\'E}clairs -- a ``test''", journal = review # { Weekly}, month = mar # "~7", year = 2024,
  number = 3, pages = {12--19}, url = {https://a.example/x_y~z%20}, oddity = {kept} }
@mastersthesis(two, title = {Th\'{e}se \& \emph{co.}}, author = {Ex, Jr., A.}, school = {Sample University}, year=2019)
@weird{three, title = {Odd}, howpublished = {\url{https://odd.example}}, urldate = {2024-03-08}}
@inproceedings{four, crossref = five, title = {Part}}
@proceedings{five, title = {Whole}, publisher = {P}, year = 2001}
@article{broken, title = {oops
@book{six, title = {After}, title = {Again}}
"""


def test_bibtex_of_others() -> None:
    parsed = bibtex.read(BIB)
    one, two, three, four, five, six = parsed.references
    assert one.authors == (Name("Exämple", "Ada"), Name(literal="Sample Board"), Name("van der Mock", "Jan"))
    assert (one.title, one.container) == ("On NATO and Éclairs – a “test”", "The Sample Review Weekly")
    assert (one.issued, one.issue, one.pages) == (CiteDate(2024, 3, 7), "3", "12–19")
    assert (one.url, one.other) == ("https://a.example/x_y~z%20", (("bibtex:oddity", "kept"),))
    assert (two.kind, two.title, two.genre) == ("thesis", "Thése & co.", "Master’s thesis")
    assert (two.authors, two.publisher) == ((Name("Ex", "A.", "", "Jr."),), "Sample University")
    assert (three.kind, three.url) == ("document", "https://odd.example")
    assert three.accessed == CiteDate(2024, 3, 8)
    assert "@weird{" in bibtex.write([three])
    assert (four.kind, four.title, four.container, four.publisher) == ("paper-conference", "Part", "Whole", "P")
    assert (five.title, six.title) == ("Whole", "After")
    assert len(parsed.problems) == 2
    assert "broken" in " ".join(parsed.problems)


RIS = """\ufeff
Provider: nobody
TY  - NEWS
AU  - Example, Ada
AU  - Sample Board
TI  - A title
  that goes on
DA  - 2024/03/07/
PY  - 2024
JO  - The Sample Review
SP  - 12
EP  - 19
KW  - fares
KW  - buses
UR  - https://a.example/a;b
N1  - first
N1  - second
ZZ  - odd
TY - BOOK
T1 - No end
Y1 - 2019///Spring
"""


def test_ris_of_others() -> None:
    parsed = ris.read(RIS)
    one, two = parsed.references
    assert one.authors == (Name("Example", "Ada"), Name(literal="Sample Board"))
    assert (one.kind, one.title, one.issued) == ("article-newspaper", "A title that goes on", CiteDate(2024, 3, 7))
    assert (one.container, one.pages, one.keywords) == ("The Sample Review", "12-19", "fares, buses")
    assert (one.url, one.note) == ("https://a.example/a;b", "first")
    assert one.other == (("ris:N1", "second"), ("ris:ZZ", "odd"))
    assert (two.kind, two.title, two.issued) == ("book", "No end", CiteDate(2019, season=1))
    assert len(parsed.problems) == 2
    again = ris.read(ris.write(parsed.references)).references
    assert again == parsed.references


def test_csl_of_others() -> None:
    items = [
        {
            "id": 5,
            "type": "article-journal",
            "title": "T",
            "volume": 12,
            "event": "E",
            "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}, {"literal": "Board"}],
            "issued": {"date-parts": [["2024", "3"]], "season": "1"},
            "accessed": {"raw": "2024-03-08"},
            "DOI": "https://doi.org/10.1/x",
            "odd": {"deep": [1]},
        },
        "no item",
    ]
    parsed = csl.read(json.dumps({"items": items}))
    (one,) = parsed.references
    assert one.authors == (Name("van der Berg", "Jan"), Name(literal="Board"))
    assert (one.volume, one.event, one.doi) == ("12", "E", "10.1/x")
    assert (one.issued, one.accessed) == (CiteDate(2024, 3), CiteDate(2024, 3, 8))
    assert json.loads(csl.write([one]))[0]["odd"] == {"deep": [1]}
    assert parsed.problems == ("Entry 2 is no reference and was left out.",)


# Files that mean harm, or none


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b"[{", "not CSL-JSON"),
        ("a.json", b"[" * 200_000, "not CSL-JSON"),
        ("a.json", b'"words"', "no list of references"),
        ("a.bib", b"nothing here", "no BibTeX entry"),
        ("a.bib", b"@article{a, title = {never", "broken"),
        ("a.ris", b"nothing here", "no RIS record"),
        ("a.txt", b"nothing here", "neither BibTeX, RIS nor CSL-JSON"),
        ("a.bib", b"\0\1\2", "holds no text"),
        ("a.bib", b"   \n", "holds no text"),
        ("a.bib", b"@a{b, c = {d}}\n" * (MOST + 1), "more than 5,000"),
        ("a.ris", b"TY  - BOOK\nER  - \n" * (MOST + 1), "more than 5,000"),
        ("a.json", b"[" + b"{}," * MOST + b"{}]", "more than 5,000"),
        ("a.bib", b"@a{b, title = {" + b"\\enquote{" * 60_000, ""),
        ("a.bib", b"@a{b, title = {" + b"\\enquote{" * 6_000 + b"}" * 6_000 + b"}}", "could not be read"),
    ],
)
def test_a_bad_file_gets_one_sentence(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    before = time.monotonic()
    with pytest.raises(ExchangeError) as caught:
        read_file(path)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert time.monotonic() - before < 22


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b" " * (5 * 1024 * 1024 + 1))
    with pytest.raises(FileError, match="MB"):
        read_file(path)


@settings(max_examples=60)
@given(st.text(st.sampled_from('@{}(),="#\\ \nTYER-aénd') | LETTERS, max_size=120), st.sampled_from(sorted(ROOMS)))
def test_any_text_is_read_or_refused(text: str, room: str) -> None:
    try:
        ROOMS[room].read(text)
    except ExchangeError:
        return


@settings(max_examples=60)
@given(st.data(), st.sampled_from(sorted(ROOMS)))
def test_a_file_changed_anywhere_is_read_or_refused(data: st.DataObject, room: str) -> None:
    text = {"csl": json.dumps(json.loads(csl.write(bibtex.read(BIB).references))), "bibtex": BIB, "ris": RIS}[room]
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(['"', "{", "}", "", "\n", "@", ",", text[at] * 3]))
    try:
        ROOMS[room].read(text[:at] + other + text[at + 1 :])
    except ExchangeError:
        return
