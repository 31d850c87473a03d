"""A whole clash is built in few actions, by mouse and by keys alone, and all of it undone and redone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.journey_outline import Builder, KeyBuilder, build_a_clash
from tests.gui.person import Person

# The platform without a screen says so where a menu or a dialog pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support")
MOST = 60


@pytest.fixture
def person(qapp: QApplication) -> Iterator[Person]:
    made = Person()
    made.watchdog.start()
    yield made
    made.watchdog.stop()


@pytest.mark.parametrize("builder", [Builder, KeyBuilder], ids=["mouse", "keys"])
def test_six_contentions_are_built_and_answered_in_under_sixty_actions(
    person: Person, tmp_path: Path, builder: type[Builder]
) -> None:
    built = build_a_clash(person, tmp_path, builder)
    print(f"\n{builder.__name__}: {built.actions} actions, {built.undo_steps} steps undone and redone")
    assert built.actions < MOST
    assert built.undone == built.untouched != built.made
    assert built.redone == built.made
    assert built.undo_steps == built.redo_steps
    if builder is KeyBuilder:
        assert person.clicks == 0
