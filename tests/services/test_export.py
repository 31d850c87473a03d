"""Files of pages: whole or as they were, whatever the disk says; stopped at once when the user wants that."""

import errno
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path

import pypdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from debateprep.domain.model import Topic
from debateprep.domain.pages import ArgumentEntry, BriefPages
from debateprep.domain.terms import Side
from debateprep.progress import Cancelled, Progress
from debateprep.publishing import Format, Level, PageOptions, write_text
from debateprep.safe_files import FileError
from debateprep.services import briefs, export, maps, samples, topics
from debateprep.services.errors import ServiceError
from debateprep.services.export import Layout
from debateprep.storage.library import Library

REFUSALS = {
    "disk full": (errno.ENOSPC, "disk is full"),
    "read-only folder": (errno.EROFS, "Nothing may be written in the folder"),
    "locked file": (errno.EBUSY, "in use by another program"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("library") / "library.db") as found:
        samples.add(found, "free-buses")
        yield found


def topic_of(library: Library) -> int:
    return topics.listed(library)[0].id


@pytest.mark.parametrize(("refusal", "layout"), [*product(REFUSALS, [Layout.BRIEF]), ("disk full", Layout.STRIPS)])
def test_a_refusal_is_one_sentence_and_the_old_file_stays(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: Layout, refusal: str
) -> None:
    code, words = REFUSALS[refusal]
    path = tmp_path / "old.pdf"
    path.write_bytes(b"%PDF-old")

    def refuse(self: Path, target: object) -> None:
        raise OSError(code, "refused", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileError, match=words) as caught:
        export.to_file(library, topic_of(library), layout, path, side=Side.PRO)
    assert str(caught.value).count("\n") == 0
    assert path.read_bytes() == b"%PDF-old"
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []


class Counting(Progress):
    """Counts the steps, and cancels itself at one of them."""

    def __init__(self, last: int = -1) -> None:
        super().__init__()
        self.last = last
        self.steps: list[str] = []

    def step(self, done: int, total: int, what: str = "") -> None:
        self.steps.append(what)
        if len(self.steps) == self.last:
            self.cancel()
        super().step(done, total, what)


def test_an_export_can_be_stopped_at_every_page_and_while_it_is_written(library: Library) -> None:
    pages = export.resolve(library, topic_of(library), Layout.BRIEF, Side.PRO)
    whole = Counting()
    data = export.preview(pages, PageOptions(), whole).data
    count = len(pypdf.PdfReader(BytesIO(data)).pages)
    assert whole.steps.count("Making pages") >= count
    assert whole.steps.count("Writing the file") >= 3
    for last in (1, 2, count, len(whole.steps) - 2, len(whole.steps) - 1):
        stopped = Counting(last)
        with pytest.raises(Cancelled):
            export.preview(pages, PageOptions(), stopped)
        assert len(stopped.steps) == last


def test_a_class_set_has_every_level_with_its_key(library: Library, tmp_path: Path) -> None:
    made = export.class_set(library, topic_of(library), tmp_path, options=PageOptions())
    names = sorted(each.path.name for each in made)
    assert len(names) == len(set(names)) == 14
    for level in Level:
        assert f"Cities should make buses free – Pro class handout {level.value} key.pdf" in names
    for each in made:
        if "handout" in each.path.name:
            assert len(pypdf.PdfReader(each.path).pages) == 2, each.path.name


def test_without_answers_there_is_nothing_to_cut(tmp_path: Path) -> None:
    with Library(tmp_path / "empty.db") as library:
        topics.add(library, Topic(resolution="Resolved: Trams are better."))
        number = topic_of(library)
        for layout, words in ((Layout.CARDS, "rebuttal cards"), (Layout.STRIPS, "strips")):
            with pytest.raises(ServiceError, match=words):
                export.resolve(library, number, layout)
        for layout in Layout:
            if layout not in (Layout.CARDS, Layout.STRIPS):
                path = tmp_path / f"{layout}.pdf"
                assert export.to_file(library, number, layout, path, side=Side.PRO).size > 1000


def test_the_evidence_packet_has_the_sentences_round_its_quotations(library: Library) -> None:
    pages = export.resolve(library, topic_of(library), Layout.EVIDENCE, Side.PRO)
    assert isinstance(pages, BriefPages)
    text = write_text(pages, PageOptions(), Format.TEXT, kind=Layout.EVIDENCE).decode("utf-8")
    around = [
        evidence.around
        for section in pages.case
        for entry in section.entries
        for evidence in getattr(entry, "evidence", ())
        if any(evidence.around)
    ]
    assert around
    for before, after in around:
        assert before in text
        assert after in text


def test_names_of_files_say_what_they_are() -> None:
    named = export.file_name
    assert named("Resolved: Buses.", Layout.BRIEF, Side.CON) == "Buses – Con brief.pdf"
    assert named("Buses", Layout.CLASH) == "Buses – Clash sheet.pdf"
    assert named("Buses", Layout.FLOW, None, ending="html") == "Buses – Flow sheet.html"
    key = PageOptions(level=Level.C, key=True)
    assert named("Buses", Layout.CLASS, Side.PRO, key) == "Buses – Pro class handout C key.pdf"


@given(st.text(max_size=400), st.text(max_size=400), st.sampled_from(list(Layout)), st.sampled_from(list(Side)))
@example("城市应当免费" * 40, "短" * 200, Layout.CARDS, Side.CON)
def test_names_of_files_fit_any_disk_in_any_script(topic: str, brief: str, layout: Layout, side: Side) -> None:
    key = PageOptions(level=Level.C, key=True)
    name = export.file_name(topic, layout, side, key, brief=brief)
    # A file is written beside its name first.
    assert len(name.encode()) <= 255
    assert len(maps.file_name(topic, "svg").encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\0')


def test_a_further_brief_is_printed_in_place_of_the_main_one(library: Library) -> None:
    topic = topic_of(library)
    with library.read() as reader:
        (main, short), (_, other) = briefs.files(reader, topic).values()

    def printed(side: Side, brief: int) -> BriefPages:
        pages = export.resolve(library, topic, Layout.BRIEF, side, brief=brief)
        assert isinstance(pages, BriefPages)
        return pages

    usual, made = printed(Side.PRO, 0), printed(Side.PRO, short.id)
    assert (usual.title, made.title) == (main.title, short.title)
    assert [each.title for each in made.case] == ["In one minute", "Free buses hold a town together"]

    def shown_in(pages: BriefPages) -> list[ArgumentEntry]:
        return [entry for each in pages.case for entry in each.entries if isinstance(entry, ArgumentEntry)]

    numbers = {entry.claim: entry.number for entry in shown_in(usual)}
    shown = shown_in(made)
    assert shown
    assert all(entry.number == numbers[entry.claim] for entry in shown), "the main brief gives the numbers"
    assert made.case_words < usual.case_words
    assert printed(Side.CON, other.id).title == other.title
    # What is no further brief of the side, or none any more, is passed over.
    for number in (main.id, other.id, 9_999):
        assert printed(Side.PRO, number) == usual


def test_a_files_name_says_which_further_brief_it_is() -> None:
    named = export.file_name
    assert named("Buses", Layout.BRIEF, Side.PRO, brief="Round 3: short?") == "Buses – Round 3 short – Pro brief.pdf"
    assert named("", Layout.SPEECH, Side.CON, brief="Short") == "Short – Con speech.pdf"
