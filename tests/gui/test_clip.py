"""What lies on the clipboard, and that the program ends well with it there."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from debateprep.gui.widgets.clip import put_on_clipboard

ENDS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
{imports}
app = QApplication([])
{put}
QTimer.singleShot(0, app.quit)
sys.exit(app.exec())
"""


@pytest.mark.parametrize(
    ("imports", "put"),
    [
        ("from debateprep.gui.widgets.clip import put_on_clipboard", "put_on_clipboard('a', '<p>a</p>')"),
        (
            "from debateprep.gui.pages.briefs import outline_edits\nfrom debateprep.domain.clipping import Clipping",
            "outline_edits._to_clipboard(Clipping())",
        ),
    ],
    ids=["words", "rows"],
)
def test_the_program_ends_well_with_something_on_the_clipboard(imports: str, put: str) -> None:
    # Offscreen it is Qt itself that keeps the clipboard, until after Python is gone.
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", ENDS.format(imports=imports, put=put)],
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr


def test_words_italics_and_our_own_data_lie_beside_each_other(qapp: QApplication) -> None:
    put_on_clipboard("plain", "<p><i>plain</i></p>", ("application/x-test", b"\x00own"))
    data = qapp.clipboard().mimeData()
    assert sorted(data.formats()) == ["application/x-test", "text/html", "text/plain"]
    assert data.text() == "plain"
    assert "<i>plain</i>" in data.html()
    assert data.data("application/x-test").data() == b"\x00own"
    put_on_clipboard("more")
    assert qapp.clipboard().mimeData().formats() == ["text/plain"]
