"""A library opens, keeps, refuses and recovers as promised."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain.article import Block, Name, PartialDate, Span
from debateprep.domain.model import (
    Anchor,
    Brief,
    Card,
    ImportBatch,
    Item,
    Label,
    LabelLink,
    Mark,
    MarkLayer,
    Position,
    Section,
    Source,
    SourceText,
    Thing,
    Topic,
)
from debateprep.domain.terms import BlockKind, ItemKind, MarkKind, Role, Side
from debateprep.storage.engine import APPLICATION_ID
from debateprep.storage.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryNewer, NotFound, NothingTo
from debateprep.storage.library import Library
from debateprep.storage.mapping import kind_of, kinds


def test_every_thing_crosses_and_comes_back(library: Library) -> None:
    with library.edit("fill") as edit:
        topic = edit.add(Topic(resolution="Resolved: tea.", pro_stance="yes"))
        source = edit.add(
            Source(
                title="On tea",
                authors=(Name("Okafor", "Ada"), Name(literal="Tea Board")),
                issued=PartialDate(2024, 3),
                accessed=PartialDate(2025, 1, 9),
                concludes=Side.PRO,
            )
        )
        text = edit.add(
            SourceText(
                source_id=source.id,
                text="Tea\n\nis good.",
                blocks=(Block(BlockKind.HEADLINE, 0, 3), Block(BlockKind.PARAGRAPH, 5, 13, struck=True, page=2)),
                sha256="0" * 64,
            )
        )
        position = edit.add(
            Position(
                source_id=source.id,
                topic_id=topic.id,
                statement="Tea is good",
                role=Role.CONCESSION,
                side=Side.CON,
                span=Span(5, 13),
                anchor=Anchor(2, "f" * 64),
                but="but dear",
            )
        )
        card = edit.add(
            Card(
                tag="Good",
                quote="is good.",
                source_id=source.id,
                position_id=position.id,
                span=Span(5, 13),
                layers=(MarkLayer("mine", (Mark(MarkKind.HIGHLIGHT, 0, 2, "yellow"),)), MarkLayer("short")),
            )
        )
        label = edit.add(Label(name="drinks", colour="blue"))
        link = edit.add(LabelLink(label_id=label.id, kind="card", target_id=card.id))
        batch = edit.add(ImportBatch(file_name="tea.txt", report=("fine", "two ¶")))
    with library.read() as reader:
        for value in (topic, source, text, position, card, label, link, batch):
            assert reader.get(type(value), value.id) == value


@given(
    text=st.text(st.characters(exclude_categories=["Cs"])),
    marks=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9))),
)
def test_any_words_survive_the_mapping(text: str, marks: list[tuple[int, int]]) -> None:
    layer = MarkLayer(text, tuple(Mark(MarkKind.UNDERLINE, a, a + b, text) for a, b in marks))
    card = Card(tag=text, quote=text, cite=text, layers=(layer,), span=Span(3, 9))
    kind = kind_of(Card)
    assert kind.decode(kind.encode(card)) == card


def test_every_kind_of_thing_has_a_mapping_for_every_field() -> None:
    # A dataclass with slots leaves its first class behind, so names are compared.
    assert {kind.type.__name__ for kind in kinds()} == {thing.__name__ for thing in Thing.__subclasses__()}
    for kind in kinds():
        columns = {name for table in kind.all_tables for name in table.c.keys()}  # noqa: SIM118
        assert {column for codec in kind.codecs.values() for column in codec.columns} <= columns


def test_an_edit_that_fails_stores_nothing(library: Library) -> None:
    before = library.content_hash()

    def half() -> None:
        with library.edit("half") as edit:
            edit.add(Topic(resolution="lost"))
            raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        half()
    assert library.content_hash() == before
    assert library.history() == []
    assert library.faults() == []


def test_an_edit_that_changes_nothing_is_no_step(library: Library) -> None:
    with library.edit("make") as edit:
        topic = edit.add(Topic(resolution="same"))
    with library.edit("again") as edit:
        edit.put(topic)
    assert not edit.changes
    assert [step.name for step in library.history()] == ["make"]


def test_steps_of_one_field_in_one_focus_become_one(library: Library) -> None:
    with library.edit("make") as edit:
        topic = edit.add(Topic(resolution="a"))
    for words in ("ab", "abc", "abcd"):
        with library.edit("Edit topic", merge="topic:1:resolution") as edit:
            edit.put(replace(topic, resolution=words))
    assert [step.name for step in library.history()] == ["Edit topic", "make"]
    library.undo()
    with library.read() as reader:
        assert reader.get(Topic, topic.id).resolution == "a"
    library.redo()
    with library.read() as reader:
        assert reader.get(Topic, topic.id).resolution == "abcd"


def test_history_survives_closing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        empty = library.content_hash()
        with library.edit("one") as edit:
            edit.add(Topic(resolution="one"))
        full = library.content_hash()
    with Library(path) as library:
        assert library.undo().step == "one"
        assert library.content_hash() == empty
    with Library(path) as library:
        library.redo()
        assert library.content_hash() == full
        with pytest.raises(NothingTo, match="nothing to redo"):
            library.redo()


def test_a_new_step_ends_what_could_be_redone(library: Library) -> None:
    with library.edit("one") as edit:
        edit.add(Topic(resolution="one"))
    library.undo()
    with library.edit("two") as edit:
        edit.add(Topic(resolution="two"))
    with pytest.raises(NothingTo):
        library.redo()


def test_an_import_is_undone_by_its_batch_and_found_again(library: Library) -> None:
    with library.edit("import") as edit:
        edit.import_batch(ImportBatch(file_name="a.txt"))
        (source,) = edit.import_all([Source(title="Walrus")])
        edit.import_all([SourceText(source_id=source.id, text="kept words", blocks=(), sha256="1" * 64)])
        edit.import_all([Card(tag=f"tag {n}", quote="walrus words") for n in range(20)])
    assert edit.changes.kinds == {"importbatch", "source", "sourcetext", "card"}
    with library.read() as reader:
        assert {hit.kind for hit in reader.search("walrus")} == {"source", "card"}
        assert reader.search("kept")[0].id == source.id
    full = library.content_hash()
    library.undo()
    with library.read() as reader:
        assert reader.search("walrus") == []
        assert reader.all(Card) == []
    assert library.faults() == []
    library.redo()
    assert library.content_hash() == full
    assert library.faults() == []


def test_the_search_index_follows_a_text_attached_later(library: Library) -> None:
    with library.edit("starter") as edit:
        source = edit.add(Source(title="Starter"))
    with library.edit("attach") as edit:
        edit.add(SourceText(source_id=source.id, text="unmistakable", blocks=(), sha256="2" * 64))
    with library.read() as reader:
        assert [hit.id for hit in reader.search("unmistakable")] == [source.id]
    library.undo()
    with library.read() as reader:
        assert reader.search("unmistakable") == []
    assert library.faults() == []


def test_notes_are_found_by_their_words(library: Library) -> None:
    with library.read() as reader:
        assert reader.search("slowly") == []
    with library.edit("fill") as edit:
        topic = edit.add(Topic(resolution="Resolved: tea."))
        brief = edit.add(Brief(topic_id=topic.id, side=Side.PRO))
        section = edit.add(Section(brief_id=brief.id, title="It warms"))
        note = edit.add(Item(section_id=section.id, kind=ItemKind.NOTE, text="Say it slowly."))
        edit.add(Item(section_id=section.id, kind=ItemKind.CARD, text="What is no note is not told slowly."))
    with library.read() as reader:
        assert [(hit.kind, hit.id) for hit in reader.search("slowly")] == [("item", note.id)]
        assert reader.search("slowly", topic_id=topic.id)
        assert reader.search("slowly", topic_id=topic.id + 1) == []
    with library.edit("rewrite") as edit:
        edit.put(replace(note, text="Say it twice."))
    with library.read() as reader:
        assert reader.search("slowly") == []
        assert [hit.id for hit in reader.search("twice")] == [note.id]
    assert library.faults() == []


@given(st.text(max_size=60))
def test_no_search_text_is_an_error(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    path = tmp_path_factory.getbasetemp() / "search.db"
    with Library(path, write=True) as library:
        if not library.history():
            with library.edit("one") as edit:
                edit.add(Card(tag="don't C++ 50% nuclear-power", quote='"NOT" OR AND NEAR('))
        with library.read() as reader:
            reader.search(words, prefix=True)
            reader.search(words)


def test_ordinary_words_with_signs_find_their_card(library: Library) -> None:
    with library.edit("one") as edit:
        card = edit.add(Card(tag="don't use C++ at 50% nuclear-power", quote="plain"))
    with library.read() as reader:
        for words in ("don't", "C++", "50%", "nuclear-power", "NOT plain", '"plain', "(nuclear"):
            assert [hit.id for hit in reader.search(words)] == [card.id], words


def test_one_writer_and_its_name(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path), pytest.raises(LibraryBusy, match=r"already open in .*process \d+ on "):
        Library(path)
    with Library(path):
        pass


def test_a_reader_beside_the_writer_sees_what_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as writer, Library(path, write=False) as reading:
        with writer.edit("one") as edit:
            edit.add(Topic(resolution="seen"))
        with reading.read() as reader:
            assert [topic.resolution for topic in reader.all(Topic)] == ["seen"]
        with pytest.raises(LibraryError, match="reading only"), reading.edit("no"):
            pass


def test_a_missing_library_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="quickstart"):
        Library(tmp_path / "none.db", write=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"not a database at all, surely", b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_file_that_is_no_library_is_refused_and_left(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged):
        Library(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs(x)")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(LibraryDamaged, match="another program"):
        Library(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_library_is_refused_and_never_written(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "library.db"
    Library(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
        connection.execute("PRAGMA journal_mode = DELETE")
    before = path.read_bytes()
    with pytest.raises(LibraryNewer, match="newer DebatePrep"):
        Library(path, write=write)
    assert path.read_bytes() == before


def test_every_connection_has_the_promised_settings(library: Library) -> None:
    with library.read() as reader:
        ask = reader._connection.exec_driver_sql
        assert ask("PRAGMA journal_mode").scalar() == "wal"
        assert ask("PRAGMA synchronous").scalar() == 2
        assert ask("PRAGMA foreign_keys").scalar() == 1
        assert ask("PRAGMA trusted_schema").scalar() == 0
        assert ask("PRAGMA application_id").scalar() == APPLICATION_ID


def test_a_full_disk_is_said_and_nothing_is_half_saved(library: Library) -> None:
    with library.edit("one") as edit:
        edit.add(Topic(resolution="kept"))
    before = library.content_hash()

    def much() -> None:
        with library.edit("much") as edit:
            edit._connection.exec_driver_sql("PRAGMA max_page_count = 200")
            for _ in range(400):
                edit.add(Card(tag="t", quote="x" * 5000))

    with pytest.raises(LibraryError, match="disk is full"):
        much()
    assert library.content_hash() == before
    assert library.faults() == []


def test_threads_take_turns(library: Library) -> None:
    def work(name: str) -> None:
        for number in range(10):
            with library.edit(name) as edit:
                edit.add(Topic(resolution=f"{name} {number}"))

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with library.read() as reader:
        assert len(reader.all(Topic)) == 30
    assert len(library.history()) == 30


def test_reading_never_waits_for_an_edit_under_way(library: Library) -> None:
    with library.edit("one") as edit:
        edit.add(Topic(resolution="saved"))
        with library.read() as reader:
            assert reader.all(Topic) == []
        assert library.history() == []
    with library.read() as reader, library.edit("two") as edit:
        edit.add(Topic(resolution="beside a reader"))
        assert len(reader.all(Topic)) == 1


def test_the_lock_of_a_killed_holder_is_free(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    code = (
        "import os, sys; from pathlib import Path; from debateprep.storage.library import Library;"
        " Library(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert path.with_name("library.db.lock").stat().st_size > 0
    with Library(path) as library:
        assert library.faults() == []


def test_purging_takes_only_what_lay_long_in_the_trash(library: Library) -> None:
    with library.edit("make") as edit:
        topic, other = edit.add(Topic(resolution="old")), edit.add(Topic(resolution="stays"))
    with library.edit("trash") as edit:
        edit.trash(Topic, topic.id)
    assert library.purge(days=30) == 0
    assert library.purge(days=-1) == 1
    with library.read() as reader:
        assert reader.all(Topic) == [other]
        assert reader.trashed() == []
    assert library.faults() == []


def test_what_a_live_thing_points_to_outlives_the_purge(library: Library) -> None:
    with library.edit("make") as edit:
        source = edit.add(Source(title="cited"))
        card = edit.add(Card(tag="t", quote="q", source_id=source.id))
    with library.edit("trash") as edit:
        edit.trash(Source, source.id)
    library.purge(days=-1)
    with library.read() as reader:
        assert reader.get(Card, card.id) == card
        assert reader.get(Source, source.id, trashed=True) == source
