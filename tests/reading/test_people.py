import pytest

from debateprep.reading.people import author_note, byline, date_line, find_date, person


@pytest.mark.parametrize(
    ("words", "family", "given"),
    [
        ("Jane Doe", "Doe", "Jane"),
        ("Dr. Jane A. Doe", "Doe", "Jane A."),
        ("Anna von der Au", "von der Au", "Anna"),
        ("Seán O’Neil", "O'Neil", "Seán"),
        ("JANE DOE", "Doe", "Jane"),
        ("Jean-Luc Doe-Smith", "Doe-Smith", "Jean-Luc"),
        ("Sir John Doe Jr.", "Doe", "John"),
    ],
)
def test_a_person(words: str, family: str, given: str) -> None:
    assert person(words) == {"family": family, "given": given}


@pytest.mark.parametrize(
    "words", ["", "Jane", "Senior Fellow", "the mayor", "Monday Morning", "Jane 2", "Jane, Doe", "de la"]
)
def test_no_person(words: str) -> None:
    assert person(words) is None


@pytest.mark.parametrize(
    ("words", "names", "role", "issued"),
    [
        ("By Jane Doe", ["Doe"], "", []),
        ("by Jane Doe and John Roe", ["Doe", "Roe"], "", []),
        ("By Jane Doe, John Roe and Ann Lee", ["Doe", "Roe", "Lee"], "", []),
        ("By Jane Doe & John Roe, students", ["Doe", "Roe"], "students", []),
        ("By Jane Doe, professor of law and politics", ["Doe"], "professor of law and politics", []),
        ("By Jane Doe in Sampleton", ["Doe"], "", []),
        ("Words by Jane Doe | May 3, 2024", ["Doe"], "", [2024, 5, 3]),
        ("Author: Jane Doe", ["Doe"], "", []),
        ("Jane Doe, 3 May 2024", ["Doe"], "", [2024, 5, 3]),
    ],
)
def test_a_byline(words: str, names: list[str], role: str, issued: list[int]) -> None:
    found = byline(words)
    assert found is not None
    assert [name["family"] for name in found.authors] == names
    assert (found.role, found.issued) == (role, issued)


@pytest.mark.parametrize("name", ["the Editorial Board", "DebatePrep samples", "TownWatch"])
def test_a_body_signs(name: str) -> None:
    found = byline(f"By {name}")
    assert found is not None
    assert found.authors == [{"literal": name}]


@pytest.mark.parametrize(
    "words",
    [
        "By then it was late",
        "By Monday",
        "Bye Jane Doe",
        "By far the best",
        "Jane Doe",
        "By 2030",
        "By McDoe hangs a tale of two cities.",
    ],
)
def test_no_byline(words: str) -> None:
    assert byline(words) is None


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("2024-05-12", [2024, 5, 12]),
        ("12 May 2024", [2024, 5, 12]),
        ("Sunday, 12th of May 2024", [2024, 5, 12]),
        ("Published: May 12, 2024 at 10:30 am GMT", [2024, 5, 12]),
        ("Sept. 3, 2024", [2024, 9, 3]),
        ("May 2024", [2024, 5]),
        ("31/12/2024", [2024, 12, 31]),
        ("12/31/2024", [2024, 12, 31]),
        ("03/04/2024", [2024]),
        ("4 min read | 12 May 2024", [2024, 5, 12]),
    ],
)
def test_a_date_line(words: str, parts: list[int]) -> None:
    assert date_line(words) == parts


@pytest.mark.parametrize(
    "words", ["The vote was on 12 May 2024", "31 February 2024", "2024", "May we ask", "99/99/2024", ""]
)
def test_no_date_line(words: str) -> None:
    assert date_line(words) == []


def test_a_date_takes_its_words_along() -> None:
    assert find_date("Jane Doe, 12 May 2024, Sampleton")[1].split() == ["Jane", "Doe,", ",", "Sampleton"]


@pytest.mark.parametrize(
    ("words", "qualifications"),
    [
        ("Jane Doe is a lecturer at Sampleton.", "lecturer at Sampleton"),
        ("Professor Jane Doe is the author of two books", "author of two books"),
        ("Jane Doe was a minister from 2001 to 2004.", "was a minister from 2001 to 2004"),
        ("Jane Doe teaches law at Sampleton.", "teaches law at Sampleton"),
        ("About the author: Jane Doe is an economist.", "economist"),
        ("The author is a student in Sampleton.", "student in Sampleton"),
        ("Jane Doe is a writer. Follow her on @janedoe", "writer"),
    ],
)
def test_an_author_note(words: str, qualifications: str) -> None:
    note = author_note(words)
    assert note is not None
    assert note.qualifications == qualifications


@pytest.mark.parametrize(
    "words", ["Jane Doe is wrong.", "Jane is a writer.", "Peace is a duty.", "It is time.", "She is a lecturer."]
)
def test_no_author_note(words: str) -> None:
    assert author_note(words) is None
