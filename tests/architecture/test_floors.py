"""The house's walls: imports point down, heavy things live in one room, files stay small."""

import ast
import re
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "debateprep"

FLOORS = {
    "errors": 0,
    "assets": 0,
    "licences": 0,
    "paths": 0,
    "settings": 0,
    "safe_files": 0,
    "sandbox": 0,
    "sandbox_child": 0,
    "progress": 0,
    "domain": 1,
    "storage": 2,
    "publishing": 2,
    "exchange": 2,
    "reading": 2,
    "finding": 2,
    "services": 3,
    "gui": 4,
    "commands": 5,
    "app": 5,
    "cli": 5,
    "__main__": 5,
}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "forms" not in path.parts)


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node
            if node.module == "debateprep":
                for alias in node.names:
                    yield f"debateprep.{alias.name}", node


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_imports_point_down(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    assert room in FLOORS, f"{room} has no floor"
    for name, _ in imports(parsed(path)):
        if not name.startswith("debateprep."):
            continue
        other = name.split(".")[1]
        if other == room or other.startswith("__"):
            continue
        same_floor_is_fine = FLOORS[room] in (0, 5)
        assert FLOORS[other] < FLOORS[room] or (same_floor_is_fine and FLOORS[other] == FLOORS[room]), (
            f"{named(path)} on floor {FLOORS[room]} imports {name} on floor {FLOORS[other]}"
        )


def test_modules_do_not_go_round() -> None:
    """See that no modules import each other in a circle, for types alone either; raise CycleError with it."""
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES}
    below: dict[str, set[str]] = {}
    for name, path in names.items():
        found = below.setdefault(name, set())
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                inner = {f"{node.module}.{alias.name}" for alias in node.names}
                # From a package come its modules, or what its own file says.
                found |= {each if each in names else node.module for each in inner}
        found &= names.keys() - {name}
    assert len(list(TopologicalSorter(below).static_order())) == len(names)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_heavy_libraries_stay_in_their_rooms(path: Path) -> None:
    homes = {
        "PySide6": {"gui", "app"},
        "sqlalchemy": {"storage"},
        "reportlab": {"publishing"},
        "uharfbuzz": {"publishing"},
        "bidi": {"publishing"},
        "pyphen": {"publishing"},
        "appdirs": {"paths"},
        "trafilatura": {"reading"},
        "lxml": {"reading"},
        "mammoth": {"reading"},
        "pdfminer": {"reading"},
        "striprtf": {"reading"},
        "bibtexparser": {"exchange"},
        "rispy": {"exchange"},
        "pysbd": {"finding"},
    }
    for name, _ in imports(parsed(path)):
        top = name.split(".")[0]
        assert top not in homes or room_of(path) in homes[top], f"{named(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_own_modules_are_imported_at_the_top(path: Path) -> None:
    tree = parsed(path)
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        for node in ast.walk(function)
    }
    late = [name for name, node in imports(tree) if name.startswith("debateprep") and id(node) in inside]
    assert not late or room_of(path) == "app", f"{named(path)} imports {late} inside a function"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_files_and_functions_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 500, f"{named(path)} has {len(lines)} lines"
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 60, f"{named(path)}: {node.name} has {length} lines"


def test_nothing_imports_the_folders_beside_the_package() -> None:
    for path in MODULES:
        for name, _ in imports(parsed(path)):
            assert name.split(".")[0] not in {"ui", "resources", "tests"}, f"{named(path)} imports {name}"


def test_the_top_level_holds_what_was_asked_for() -> None:
    allowed = {"debateprep", "resources", "ui", "tests", "pyproject.toml", "README.md", "LICENSE"}
    allowed |= {"CHANGELOG.md", "ARCHITECTURE.md", "build", "dist", "out", "debateprep-quickstart"}
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert not {name for name in there - allowed if not name.endswith(".egg-info")}


def test_every_dependency_has_a_reason_and_a_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for requirement in project["dependencies"]:
        name = re.split(r"[<>=!~;\[ ]", requirement)[0]
        assert re.search(rf"^\| `?{re.escape(name)}`? \|.*\|.*\|", text, re.MULTILINE | re.IGNORECASE), name


def test_no_network_module_is_imported() -> None:
    forbidden = {"urllib.request", "http.client", "requests", "ftplib", "smtplib", "PySide6.QtWebEngineWidgets"}
    for path in MODULES:
        for name, _ in imports(parsed(path)):
            assert name not in forbidden, f"{named(path)} imports {name}"
