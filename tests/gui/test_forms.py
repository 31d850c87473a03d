"""The forms in the package are those that Designer's files make."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FORMS = sorted((ROOT / "ui").glob("*.ui"))


def plain(text: str) -> str:
    # The line that names the compiler's version differs from one PySide6 to the next.
    return re.sub(r"## Created by: .*", "", text)


def test_each_form_has_its_module_and_no_other() -> None:
    made = {path.stem for path in (ROOT / "debateprep" / "gui" / "forms").glob("*.py")} - {"__init__"}
    assert made == {path.stem for path in FORMS}


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_is_compiled_afresh(form: Path, tmp_path: Path) -> None:
    beside = Path(sys.executable).with_name("pyside6-uic")
    tool = str(beside) if beside.exists() else shutil.which("pyside6-uic")
    if tool is None:
        pytest.skip("pyside6-uic is not here")
    fresh = tmp_path / "form.py"
    subprocess.run([tool, str(form), "-o", str(fresh)], check=True, timeout=60)
    kept = ROOT / "debateprep" / "gui" / "forms" / f"{form.stem}.py"
    assert plain(fresh.read_text(encoding="utf-8")) == plain(kept.read_text(encoding="utf-8"))
