"""What the shell does with the services, without a window."""

from pathlib import Path

from debateprep.domain.model import Topic
from debateprep.gui.usecases import UseCases
from debateprep.services import topics


def test_undo_leaves_the_samples_a_new_library_begins_with(tmp_path: Path) -> None:
    cases = UseCases()
    library, fresh = cases.open(tmp_path / "new" / "library.db")
    with library:
        assert fresh
        assert library.next_steps() == ("", "")
        assert not library.faults()
        before = library.content_hash()
        topics.add(library, Topic(resolution="Resolved: Towns should plant trees."))
        cases.undo(library)
        assert library.next_steps()[0] == ""
        assert library.content_hash() == before


def test_a_sample_that_is_asked_for_later_can_be_undone(tmp_path: Path) -> None:
    cases = UseCases()
    library, _ = cases.open(tmp_path / "new" / "library.db")
    with library:
        with library.read() as reader:
            practice = reader.first(Topic, sample="free-buses")
        assert practice is not None
        topics.remove(library, practice.id)
        cases.add_sample(library, "free-buses")
        assert library.next_steps()[0].startswith("Add sample")
