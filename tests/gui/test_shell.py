"""The shell as people use it."""

from debateprep.gui.main_window import MainWindow


def test_the_window_shows(window: MainWindow) -> None:
    assert window.isVisible()
