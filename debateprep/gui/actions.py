"""Every command of the shell, declared once: the menus and the shortcut sheet are made from this table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from debateprep.gui.words import term

TR = "Commands"


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its key, its menu, its words, its shortcuts, and the icon it has on a button.

    `group` commands exclude each other and are checkable; `line` draws a line above it in the menu.
    """

    key: str
    menu: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    group: str = ""
    line: bool = False


MENUS = ("&File", "&Edit", "&View", "&Go", "&Help")
COMMANDS = (
    Command("new_topic", "&File", "&New topic…", ("Ctrl+N",), "plus"),
    Command("edit_topic", "&File", "E&dit topic…", ("Ctrl+Shift+E",)),
    Command("remove_topic", "&File", "&Move topic to trash"),
    Command("formats", "&File", "Debate form&ats…", ("Ctrl+Alt+F",)),
    Command("add_template", "&File", "Add an &outline template…"),
    Command("manage_topics", "&File", "Manage &topics…", ("Ctrl+Shift+M",)),
    Command("import", "&File", "&Import…", ("Ctrl+O",), "import", line=True),
    Command("look_over", "&File", "Look o&ver and import…", ("Ctrl+Alt+O",)),
    Command("paste", "&File", "Import &pasted text", ("Ctrl+V",)),
    Command("import_references", "&File", "Import re&ferences…"),
    Command("export", "&File", "Print / &Export…", ("Ctrl+P",), "print", line=True),
    Command("works_cited", "&File", "&Works cited…", ("Ctrl+Shift+W",)),
    Command("check_brief", "&File", "&Check a brief…", ("Ctrl+Shift+K",)),
    Command("open_library", "&File", "Open another &library…", ("Ctrl+Shift+O",), line=True),
    Command("back_up", "&File", "&Back up now", ("Ctrl+S",)),
    Command("preferences", "&File", "P&references…", ("Ctrl+,",), line=True),
    Command("quit", "&File", "&Quit", ("Ctrl+Q",)),
    Command("undo", "&Edit", "&Undo", ("Ctrl+Z",), "undo"),
    Command("redo", "&Edit", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Command("hear", "&Edit", "Record an &argument heard…", ("Ctrl+Shift+R",), line=True),
    Command("label_this", "&Edit", "La&bel what is in view…", ("Ctrl+Alt+B",)),
    Command("labels", "&Edit", "Edit &labels…", ("Ctrl+Alt+L",)),
    Command("history", "&Edit", "&History and trash…", ("Ctrl+Alt+Z",)),
    Command("search", "&Edit", "&Search everything", ("Ctrl+K", "Ctrl+Shift+F"), "search", line=True),
    Command("zoom_in", "&View", "&Larger text", ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", "&View", "&Smaller text", ("Ctrl+-",)),
    Command("zoom_normal", "&View", "&Normal text size", ("Ctrl+0",)),
    Command("theme_system", "&View", "Theme: as the s&ystem", group="theme", line=True),
    Command("theme_light", "&View", "Theme: l&ight", group="theme"),
    Command("theme_dark", "&View", "Theme: &dark", group="theme"),
    Command("theme_contrast", "&View", "Theme: &high contrast", group="theme"),
    Command("full_screen", "&View", "&Full screen", ("F11", "Shift+F11"), line=True),
    Command("start", "&Go", "&Start page", ("Alt+Home",), "start"),
    Command("switch_topic", "&Go", "Switch &topic…", ("Ctrl+T",), "topic"),
    Command("next_page", "&Go", "Ne&xt page", ("Ctrl+Tab",)),
    Command("previous_page", "&Go", "Pre&vious page", ("Ctrl+Shift+Tab",)),
    Command("help", "&Help", "&Help", ("F1",), "help"),
    Command("shortcuts", "&Help", "&Keyboard shortcuts", ("Ctrl+/",)),
    Command("about", "&Help", "&About DebatePrep", line=True),
)


def words(text: str) -> str:
    """Return a command's text in the user's language."""
    return QCoreApplication.translate(TR, text)


def plain(text: str) -> str:
    """Return a menu text without its access key and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


class CommandGroup(QObject):
    """What carries some of the table's commands out: `_do_KEY` is the slot of the command KEY."""

    def slots(self) -> dict[str, Callable[[], None]]:
        """Return the slots of the group's commands by their keys."""
        return {each.key: getattr(self, f"_do_{each.key}") for each in COMMANDS if hasattr(self, f"_do_{each.key}")}


class Commands(QObject):
    """The actions of the table, each bound to the method of its key."""

    def __init__(self, owner: QWidget, slots: dict[str, Callable[[], None]]) -> None:
        super().__init__(owner)
        self._actions: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = QAction(words(command.text), owner)
            action.setObjectName(command.key)
            action.setShortcuts([QKeySequence(each) for each in command.shortcuts])
            # A menu shows one shortcut, so the tip names them all.
            action.setToolTip(_tip(action))
            if command.group:
                action.setCheckable(True)
                if command.group not in groups:
                    groups[command.group] = QActionGroup(owner)
                groups[command.group].addAction(action)
            slot = slots[command.key]
            action.triggered.connect(slot)
            owner.addAction(action)
            self._actions[command.key] = action

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def fill(self, menus: dict[str, QMenu]) -> None:
        """Put every command into its menu."""
        for command in COMMANDS:
            if command.line:
                menus[command.menu].addSeparator()
            menus[command.menu].addAction(self._actions[command.key])

    def yield_to(self, others: Iterable[QAction]) -> None:
        """Leave a page the shortcuts that it claims for itself, and take back those it does not."""
        claimed = {each.toString() for action in others for each in action.shortcuts()}
        for command in COMMANDS:
            left = [each for each in command.shortcuts if QKeySequence(each).toString() not in claimed]
            self._actions[command.key].setShortcuts([QKeySequence(each) for each in left])

    def all(self) -> list[QAction]:
        """Return every action in the order of the table."""
        return list(self._actions.values())


def _tip(action: QAction) -> str:
    keys = ", ".join(native(each) for each in action.shortcuts())
    return f"{plain(action.text())} ({keys})" if keys else plain(action.text())


def native(sequence: QKeySequence) -> str:
    """Return a shortcut as this system writes it."""
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def step_words(verb: str, step: str) -> str:
    """Return "Undo keep position" for the step "Keep position"; a name or abbreviation keeps its capital."""
    if not step:
        return verb
    step = term(step)
    first = step.split(" ", 1)[0]
    return f"{verb} {step if first[1:] != first[1:].lower() else step[0].lower() + step[1:]}"
