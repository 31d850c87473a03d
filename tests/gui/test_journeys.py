"""The journeys of people, each from a start of the program; what a journey stalls is printed (see it with -s)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from debateprep import paths
from debateprep.domain.terms import Side
from tests.conftest import SHARED
from tests.gui import journeys
from tests.gui.person import Person
from tests.pdf_words import words_of

# The platform without a screen says so where a menu or a dialog pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support")
ARTICLE = SHARED / "articles" / "how-the-war-in-ukraine-should-end.txt"


@pytest.fixture
def person(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Person]:
    made = Person()
    made.watchdog.start()
    yield made
    made.watchdog.stop()
    print(f"\n{request.node.name}: worst stall {made.watchdog.worst}")
    assert list(paths.reports().glob("*")) == []


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return the real article, or a shipped essay where it is absent."""
    return ARTICLE if ARTICLE.is_file() else journeys.article_in(tmp_path)


def test_first_run_to_a_saved_pro_brief_in_five_clicks(person: Person, tmp_path: Path) -> None:
    saved = journeys.first_run_to_pdf(person, tmp_path)
    assert person.clicks <= 5
    words = words_of(saved)
    assert "Pro" in words
    assert "They say" in words


@pytest.mark.parametrize("way", [journeys.Way, journeys.ByKeys], ids=["mouse", "keys"])
def test_an_article_becomes_two_briefs_and_all_is_undone_and_redone_after_a_restart(
    person: Person, tmp_path: Path, article: Path, way: type[journeys.Way]
) -> None:
    whole = journeys.whole_journey(person, tmp_path, article, way)
    assert whole.redone == whole.made
    assert whole.undone == whole.untouched
    # The topic, the article, five positions, two cases of four and two answers; the samples are no step.
    assert whole.steps == 1 + 1 + 5 + 8 + 2
    words = words_of(whole.pages)
    for claim in journeys.CASES[Side.PRO][1]:
        assert claim in words
    if way.by_keys:
        assert person.clicks == 0


@pytest.mark.parametrize("page", ["start", "Read", "Briefs"])
def test_wrong_files_get_one_sentence_each(person: Person, tmp_path: Path, page: str) -> None:
    said = journeys.drop_wrong_files(person, tmp_path, page)
    assert len(said) >= 8
    for what, sentences in said.items():
        assert len(sentences) == 1, (what, sentences)
        assert sentences[0].endswith("."), what
        assert "\n" not in sentences[0], what
        assert "Errno" not in sentences[0], what
    print(*(f"{what}: {sentences[0]}" for what, sentences in said.items()), sep="\n")
