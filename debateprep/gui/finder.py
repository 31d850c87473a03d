"""Search as the window does it: asks the library and the commands, and goes to what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from debateprep.gui import search_box
from debateprep.gui.actions import native, plain
from debateprep.gui.latest import Latest

if TYPE_CHECKING:
    from debateprep.domain.changes import Hit
    from debateprep.gui.actions import Commands
    from debateprep.gui.usecases import Place, UseCases
    from debateprep.gui.workspace import Workspace

GROUPS = {
    "source": "Source",
    "position": "Position",
    "card": "Card",
    "argument": "Argument",
    "section": "Section",
    "topic": "Topic",
    "item": "Note",
    "command": "Command",
}
COMMANDS_FOUND = 5


class Finder(QObject):
    """Stands between a window's search box and its library."""

    def __init__(self, workspace: Workspace, cases: UseCases, commands: Commands, box: search_box.SearchBox) -> None:
        super().__init__(box)
        self._workspace, self._cases, self._all = workspace, cases, commands
        self._box = box
        self._reading = Latest(workspace, self)
        box.wanted.connect(self._find)
        box.chosen.connect(self._go)

    @Slot(str)
    def _find(self, text: str) -> None:
        space, cases = self._workspace, self._cases
        if not space.is_open:
            self._box.show_results(text, self._commands(text))
            return
        topic = space.topic_id
        self._reading.read(lambda library: (text, cases.search(library, text, topic)), self._on_found)

    def _on_found(self, answer: tuple[str, list[Hit]]) -> None:
        text, hits = answer
        order = list(GROUPS)
        rows = [
            search_box.Found(hit.kind, hit.id, self.tr(GROUPS[hit.kind]), hit.title, hit.snippet)
            for hit in sorted(hits, key=lambda hit: order.index(hit.kind))
        ]
        self._box.show_results(text, [*rows, *self._commands(text)])

    def _commands(self, text: str) -> list[search_box.Found]:
        wanted = text.casefold()
        found = []
        for number, action in enumerate(self._all.all()):
            name = plain(action.text())
            if action.isEnabled() and wanted in name.casefold():
                keys = native(action.shortcut())
                found.append(search_box.Found("command", number, self.tr(GROUPS["command"]), name, keys))
        return found[:COMMANDS_FOUND]

    @Slot(str, int)
    def _go(self, kind: str, number: int) -> None:
        cases = self._cases
        if kind == "command":
            self._all.all()[number].trigger()
        elif kind == "topic":
            self._workspace.topic_wanted.emit(number)
        else:
            self._workspace.read(self, lambda library: cases.place_of(library, kind, number), self._on_place)

    def _on_place(self, found: Place) -> None:
        space = self._workspace
        if found.topic_id:
            space.show_topic(found.topic_id)
        if found.source_id:
            space.source_wanted.emit(found.source_id, found.offset)
        elif found.card_id:
            space.card_wanted.emit(found.card_id)
        elif found.argument_id:
            space.argument_wanted.emit(found.argument_id)
        else:
            space.page_wanted.emit("briefs")
