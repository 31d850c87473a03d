"""Maps of what is in a library: the samples, and whatever random actions leave."""

from pathlib import Path

import pytest

from debateprep.domain.argument_map import NodeKind, Relation
from debateprep.domain.model import Answer, Argument, Topic
from debateprep.domain.terms import Side
from debateprep.publishing import Paper
from debateprep.publishing.map_pdf import Fit
from debateprep.services import answers, maps, topics
from debateprep.services.errors import ServiceError
from debateprep.services.maps import MapOptions
from debateprep.storage.library import Library
from tests.pdf_words import words_of
from tests.services.walks import Walker


def test_the_samples_show_every_sign(library: Library, practice: Topic, victory: Topic) -> None:
    for topic in (practice, victory):
        drawn = maps.read(library, topic.id)
        attacks = [node for node in drawn.nodes if node.relation is Relation.ATTACK]
        assert {node.side for node in attacks} == {Side.PRO, Side.CON}
        assert any(drawn.by_key[node.parent].relation is Relation.ATTACK for node in attacks), "a frontline"
        assert any(node.is_open for node in drawn.nodes)
        assert drawn.links


def test_open_arguments_are_those_that_coverage_counts(library: Library, practice: Topic) -> None:
    drawn = maps.read(library, practice.id)
    with library.read() as reader:
        for coverage in answers.coverage(reader, practice.id):
            own = [node for node in drawn.nodes if node.kind is NodeKind.ARGUMENT and node.side is coverage.side]
            assert (sum(not node.is_open for node in own), len(own)) == (coverage.answered, coverage.total)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_was_done_the_map_shows_everything_once(tmp_path: Path, seed: int) -> None:
    with Library(tmp_path / "walk.db") as library:
        walker = Walker(library, seed)
        for _ in range(90):
            walker.step()
        with library.read() as reader:
            every = reader.all(Topic)
        for topic in every:
            with library.read() as reader:
                own = sorted(each.id for each in reader.all(Argument, topic_id=topic.id))
                links = [each for each in reader.all(Answer) if each.target_id in own]
            drawn = maps.read(library, topic.id)
            assert sorted(node.id for node in drawn.nodes if node.kind is NodeKind.ARGUMENT) == own
            relations = [node.relation for node in drawn.nodes] + [link.relation for link in drawn.links]
            assert relations.count(Relation.ATTACK) == len(links)
            if own:
                for name in ("map.svg", "map.pdf"):
                    assert maps.to_file(library, topic.id, tmp_path / name).size > 0


def test_a_file_of_one_side_and_of_tiles(library: Library, practice: Topic, tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"
    maps.to_file(library, practice.id, path, side=Side.CON)
    alone = words_of(path)
    assert practice.con_stance in alone
    assert practice.pro_stance not in alone
    maps.to_file(library, practice.id, path, options=MapOptions(Paper.A4, Fit.TILES))
    assert "page 1 of" in words_of(path)


def test_a_topic_with_nothing_to_map_and_a_name_of_another_kind(empty: Library, tmp_path: Path) -> None:
    topic = topics.add(empty, Topic(resolution="Resolved: tea.")).new(Topic)
    with pytest.raises(ServiceError, match="nothing to map yet"):
        maps.to_file(empty, topic, tmp_path / "map.pdf")
    with pytest.raises(ServiceError, match=r"\.pdf or \.svg"):
        maps.to_file(empty, topic, tmp_path / "map.png")
    assert list(tmp_path.glob("map*")) == []


def test_file_names_are_fit_for_every_system() -> None:
    assert maps.file_name("Resolved: Cities: free/cheap?", "svg") == "Cities free cheap – Map.svg"
    assert maps.file_name("", "pdf") == "Map.pdf"
