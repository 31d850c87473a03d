"""How soon the window is there, against a bare PySide6 window: python tests/benchmarks/bench_window.py [ROUNDS].

A round starts four programs one after another, each from nothing: a bare window with panes and a tool bar to its
first paint, DebatePrep to its first paint, and DebatePrep, on a library that was in use, to a usable Read page: the
article and its positions are painted and the event loop is idle (what is edited from then on is saved once the library
is open). The last figure is the same on a library that was changed elsewhere, which has to be opened first. Figures are
medians of the ratios of each round. Bytecode of both sides is kept in a folder of the benchmark's, so neither compiles
anything in the rounds counted.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 20
TARGETS = {"first paint": 1.25, "usable Read page": 3.0, "changed elsewhere": None}
ROOT = Path(__file__).resolve().parents[2]
PLATFORM = "offscreen"

BARE = """
import time
from PySide6.QtWidgets import (
    QApplication, QLineEdit, QListView, QMainWindow, QSplitter, QTextEdit, QToolBar, QTreeView)
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic(), flush=True)
        app.exit()
app = QApplication([])
window, panes, tools = Window(), QSplitter(), QToolBar()
for pane in (QTreeView(), QListView(), QTextEdit()):
    panes.addWidget(pane)
window.setCentralWidget(panes)
window.addToolBar(tools)
tools.addWidget(QLineEdit())
for number in range(12):
    tools.addAction(str(number))
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import sys, time
from debateprep import app
HEAVY = {"sqlalchemy", "reportlab", "lxml"}
def watch(starter, event, timer):
    class Paints(starter.QObject):
        def eventFilter(self, watched, happened):
            if page.snapshot.text is not None and happened.type() == event.Type.Paint:
                watched.removeEventFilter(self)
                timer.singleShot(0, ended)
            return False
    def ended():
        print(time.monotonic(), flush=True)
        window.close()
    def painted():
        print(time.monotonic(), flush=True)
        assert not HEAVY & set(sys.modules), HEAVY & set(sys.modules)
        if "first" in sys.argv:
            window.close()
        else:
            timer.singleShot(0, look)
    def look():
        nonlocal page
        page = window._shell and window.shell.stack.pages.get("read")
        if page is None or window.shell.page_key != "read":
            timer.singleShot(1, look)
        else:
            page.view.viewport().installEventFilter(paints)
            page.view.viewport().update()
    window, page, paints = starter.window, None, Paints(starter)
    window.painted.connect(painted)
import debateprep.gui.starter as module
began = module.Starter.__init__
def begin(self, library):
    began(self, library)
    from PySide6.QtCore import QEvent, QTimer
    self.QObject = module.QObject
    watch(self, QEvent, QTimer)
module.Starter.__init__ = begin
sys.exit(app.run())
"""

STATE = """
from debateprep import paths
from debateprep.services import samples
from debateprep.storage.library import Library
place = paths.default_library()
place.parent.mkdir(parents=True, exist_ok=True)
with Library(place) as library:
    for key in samples.keys():
        samples.add(library, key)
paths.state().mkdir(parents=True, exist_ok=True)
"""
REMEMBERED = '{"page": "read", "topic": 1}'


def seconds(code: str, environment: dict[str, str], *words: str, recall: bool = True) -> float:
    """Return the time from the start of a program to the last moment it tells."""
    # The window writes down at its end where it was; each start finds the same.
    state = Path(environment["DEBATEPREP_HOME"]) / "state"
    (state / "window.json").write_text(REMEMBERED, encoding="utf-8")
    if not recall:
        (state / "recall.json").unlink(missing_ok=True)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, *words], check=True, capture_output=True, text=True, env=environment, cwd=ROOT
    )
    return float(done.stdout.split()[-1]) - began


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "DEBATEPREP_HOME": home, "QT_QPA_PLATFORM": os.environ.get("PLATFORM", PLATFORM)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment |= {"PYTHONPYCACHEPREFIX": str(Path(home) / "bytecode")}
        subprocess.run([sys.executable, "-c", STATE], check=True, env=environment, cwd=ROOT)
        took: dict[str, list[float]] = {name: [] for name in ("bare window", *TARGETS)}
        for number in range(rounds + 1):
            changed = seconds(OURS, environment, recall=False)
            figures = (
                seconds(BARE, environment),
                seconds(OURS, environment, "first"),
                seconds(OURS, environment),
                changed,
            )
            if number:
                for times, figure in zip(took.values(), figures, strict=True):
                    times.append(figure)
    for name, times in took.items():
        print(f"{name:18} {statistics.median(times) * 1000:7.1f} ms")
    for name, target in TARGETS.items():
        ratio = statistics.median(mine / bare for mine, bare in zip(took[name], took["bare window"], strict=True))
        met = f" (target {target}: {'met' if ratio <= target else 'MISSED'})" if target else ""
        print(f"{name:18} {ratio:5.2f} x a bare window{met}")


if __name__ == "__main__":
    main()
