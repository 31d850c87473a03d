"""The menu bar: a menu for each part of the table of commands, and one of the page in view before Help."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from debateprep.gui.actions import MENUS, Commands, plain, words

GO = "&Go"
HELP = "&Help"


class Menus(QObject):
    """The menus of a window; `page` is that of the page in view."""

    def __init__(self, bar: QMenuBar, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._commands = commands
        self._menus = {name: bar.addMenu(words(name)) for name in MENUS}
        for name, menu in self._menus.items():
            menu.setAccessibleName(plain(words(name)))
        bar.setAccessibleName(self.tr("Menus"))
        commands.fill(self._menus)
        self.page = QMenu(window)
        self.page_action = bar.insertMenu(self._menus[HELP].menuAction(), self.page)
        self.page_action.setVisible(False)

    def add_going(self, action: QAction, before: QAction | None) -> None:
        """Put a way to a page into the Go menu: before another page's, or before what is no page."""
        self._menus[GO].insertAction(before or self._commands["switch_topic"], action)

    def show_page(self, title: str, actions: Sequence[QAction]) -> None:
        """Show a page's own commands, under its title."""
        # `clear` would take the page's own actions along with their wrappers.
        for each in self.page.actions():
            self.page.removeAction(each)
        self.page.addActions(list(actions))
        self.page.setTitle(title)
        self.page.setAccessibleName(plain(title))
        self.page_action.setVisible(bool(actions))

    def groups(self) -> list[tuple[str, list[QAction]]]:
        """Return every menu's commands under its name."""
        return [
            (plain(words(name)), [each for each in menu.actions() if not each.isSeparator()])
            for name, menu in self._menus.items()
        ]
