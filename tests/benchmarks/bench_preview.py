"""How soon the first page is seen after an option changed: python -m tests.benchmarks.bench_preview.

The practice brief in type so large that it has 20 pages or more; each option is changed and changed back, with the
contents, which need every page, and without. Offscreen unless QT_QPA_PLATFORM says otherwise. `all` is until the whole
preview stands, with its text.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from debateprep.domain.model import Topic
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.workspace import Workspace
from debateprep.services import samples
from debateprep.storage.library import Library

TARGET_MS = 300
ROUNDS = 5
PAGES = 20
TYPE_SIZES = (16.0, 18.0, 20.0, 24.0)


def until(true: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.monotonic() + 30
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(1)


def settled(dialog: ExportDialog) -> bool:
    """Tell whether the pages are what is chosen, and nothing else is under way."""
    return dialog.is_settled() and not dialog.work.is_picturing() and not dialog.pane.view.picture().isNull()


def timed(dialog: ExportDialog, act: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds from an act to the first page, and to the whole preview."""
    seen: list[float] = []
    link = dialog.images.ready.connect(lambda *_what: seen.append(time.perf_counter()))
    start = time.perf_counter()
    act()
    until(lambda: bool(seen))
    until(lambda: settled(dialog))
    end = time.perf_counter()
    dialog.images.ready.disconnect(link)
    return (seen[0] - start) * 1000, (end - start) * 1000


def measure(dialog: ExportDialog, name: str) -> None:
    """Change each option to and fro, and print how long the first page takes."""
    form = dialog.form
    found = [
        timed(dialog, box.click)
        for _ in range(ROUNDS)
        for box in (form.ink_saver, form.works_cited, form.answers)
        for _ in range(2)
    ]
    first, whole = zip(*found, strict=True)
    slowest = max(first)
    print(
        f"{name:<18} {dialog.images.count():3} pages   first page: median {statistics.median(first):4.0f} ms, "
        f"slowest {slowest:4.0f} ms (target {TARGET_MS})   all: median {statistics.median(whole):4.0f} ms"
    )


def main() -> int:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = Path(tempfile.mkdtemp())
    os.environ["DEBATEPREP_HOME"] = str(home)
    app = QApplication([])
    workspace = Workspace()
    library = Library(home / "library.db")
    samples.add(library, "free-buses")
    with library.read() as reader:
        topic = reader.first(Topic, sample="free-buses")
    workspace.open(library)
    workspace.show_topic(topic.id if topic else 0)
    parent = QWidget()
    parent.resize(1440, 900)
    parent.show()
    dialog = ExportDialog(workspace, parent, {})
    dialog.open()
    until(lambda: settled(dialog))
    for size in TYPE_SIZES:
        choice = dialog.choice()
        dialog.form.show_choice(replace(choice, page=replace(choice.page, type_size=size)))
        dialog.form.changed.emit()
        until(lambda: settled(dialog))
        if dialog.images.count() >= PAGES:
            break
    measure(dialog, "with contents")
    timed(dialog, dialog.form.contents.click)
    measure(dialog, "without contents")
    dialog.reject()
    app.processEvents()
    workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
