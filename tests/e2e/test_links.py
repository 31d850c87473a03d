"""`positions` tells which side an article argues on a topic, and which reason stands under which claim."""

from pathlib import Path

from .conftest import Run

HERE = Path(__file__).parent
ESSAY = """The town must keep its pier.

The pier brings visitors in every month of the year, because there is nothing like it along this coast. Without it the
hotels would stand empty. The council should pay for its repair, and it should do so before the winter comes.
"""


def test_the_side_and_the_links_are_offered_and_set(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pier.txt").write_text(ESSAY, encoding="utf-8")
    run("import", str(tmp_path / "pier.txt"))
    run("topics", "add", "Resolved: The town should keep its pier.", "--name", "Pier")
    run("topics", "add", "Resolved: The town should close its pier.", "--name", "Closing")
    assert "It argues ■ Pro: “The town must keep its pier.”" in run("positions", "s1", "--topic", "t1").out
    data = run("positions", "s1", "--topic", "t2", "--json").data
    assert data["suggestions"][0]["side"] == "con"
    assert "keep … pier" in data["suggestions"][0]["side_why"]
    assert run("positions", "s1", "--json").data["suggestions"][0]["side"] is None
    run("import", str(HERE.parent / "finding" / "opeds" / "5-free-museums.txt"))
    offered = run("positions", "s2", "--all", "--json").data["suggestions"]
    linked = [each for each in offered if each["under"]]
    assert linked
    assert all(each["under_why"] and 1 <= each["under"] <= len(offered) for each in linked)
    assert "may stand" in run("positions", "s2", "--all").out
    run("positions", "s1", "--topic", "t1", "--keep", "1", "2")
    run("positions", "--edit", "p2", "--under", "p1")
    assert "(under p1)" in run("positions", "s1").out
    assert "cannot stand under itself" in run("positions", "--edit", "p1", "--under", "p2", code=1).err
    run("undo")
    run("positions", "--edit", "p2", "--under", "p1")
    run("positions", "--edit", "p2", "--under", "")
    assert "(under" not in run("positions", "s1").out
    assert "Say what to change" in run("positions", "--edit", "p1", code=1).err
