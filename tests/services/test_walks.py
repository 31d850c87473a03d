"""Whatever is done can be undone, to the same content, and done again."""

from pathlib import Path

import pytest

from tests.services.walks import walk


def check(found: dict[str, object]) -> None:
    assert found["faults"] == [], found
    assert found["back"] == found["start"], found
    assert found["again"] == found["there"], found
    assert found["there"] != found["start"], found


@pytest.mark.parametrize("seed", range(4))
def test_a_random_walk_is_undone_and_redone(tmp_path: Path, seed: int) -> None:
    found = walk(tmp_path, seed, 60)
    check(found)
    assert isinstance(found["steps"], int)
    assert found["steps"] >= 10


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_a_hundred_walks_of_two_hundred_actions(tmp_path: Path) -> None:
    steps = 0
    for seed in range(100, 200):
        found = walk(tmp_path, seed, 200)
        check(found)
        assert isinstance(found["steps"], int)
        steps += found["steps"]
    print(f"\n100 walks of 200 actions, {steps} steps undone and redone: all hashes equal")
