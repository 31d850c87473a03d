"""Driving the Print / Export dialog in tests."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.pages.export.shelf import Ware, group_of

Opener = Callable[..., ExportDialog]


def settled(dialog: ExportDialog) -> bool:
    """Tell whether the pages, or a sentence in their place, are what is chosen."""
    return dialog.is_settled() and (bool(dialog.pane.view.message()) or not dialog.pane.view.picture().isNull())


def close(qtbot: QtBot, dialog: ExportDialog) -> None:
    """Close a dialog that may be closed already."""
    try:
        visible = dialog.isVisible()
    except RuntimeError:
        return
    if visible:
        with qtbot.waitSignal(dialog.destroyed):
            dialog.reject()


def changed(qtbot: QtBot, dialog: ExportDialog, act: Callable[[], object]) -> None:
    """Act, and wait for the pages that follow."""
    with qtbot.waitSignals([dialog.images.opened, dialog.images.ready], timeout=10_000):
        act()
    qtbot.waitUntil(lambda: settled(dialog))


def choose(qtbot: QtBot, dialog: ExportDialog, ware: Ware) -> None:
    """Choose a layout as a person does: its group, then its tile; and wait for its pages."""
    dialog.form.layouts.groups[group_of(ware)].click()
    if dialog.choice().layout != ware:
        changed(qtbot, dialog, dialog.form.layouts.tile(ware).click)


def pick(box: QComboBox, words: str) -> None:
    """Choose the item that says `words`."""
    at = box.findText(words)
    assert at >= 0, [box.itemText(each) for each in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)


def saved(qtbot: QtBot, dialog: ExportDialog, path: Path) -> None:
    """Save to a file, and wait until that is done or refused."""
    with qtbot.waitSignal(dialog.work.ended):
        dialog.save_to(path)
