"""What the parts of the Map page share: the map in view, what is folded and alone, and every edit they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from debateprep.domain.argument_map import ArgumentMap, MapNode, NodeKind
from debateprep.domain.changes import Changes
from debateprep.gui.background import Job
from debateprep.gui.later import later
from debateprep.gui.latest import Latest
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.publishing import map_layout
    from debateprep.publishing.map_drawing import MapDrawing
    from debateprep.services import answers, arguments, briefs, maps
    from debateprep.storage import errors
    from debateprep.storage.library import Library
else:
    answers, arguments, briefs, maps = (
        later(f"debateprep.services.{name}") for name in ("answers", "arguments", "briefs", "maps")
    )
    errors = later("debateprep.storage.errors")
    map_layout = later("debateprep.publishing.map_layout")

LINES = 2
"""How many lines of a text a card shows; its tip and the exported map have all of it."""


@dataclass(frozen=True)
class Seen:
    """A map as it is shown: whole, the part in view (alone, if a branch is), and its drawing without what is folded."""

    whole: ArgumentMap
    part: ArgumentMap
    drawing: MapDrawing
    alone: str = ""


class MapDesk(QObject):
    """The page's memory and its hands. `shown` tells that `seen` is new."""

    shown = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.seen: Seen | None = None
        self.alone = ""
        self.folded: set[str] = set()
        self._kept: dict[int, tuple[set[str], str]] = {}
        self._maker: map_layout.MapMaker | None = None
        self._topic = 0
        self._busy = 0
        self._stale = True
        self._awake = False
        self._reading = Latest(workspace, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._work)
        workspace.opened.connect(self.refresh)
        workspace.changed.connect(self._on_changed)
        workspace.topic_changed.connect(self._on_topic)
        workspace.busy.connect(self._on_busy)

    # Reading

    @Slot()
    def refresh(self) -> None:
        """Read the topic again as soon as no edit is under way; several wishes are one."""
        self._stale = True
        self._soon.start()

    def wake(self, *, on: bool) -> None:
        """Begin to read, and what changed meanwhile first; or rest, while nobody sees the map."""
        self._awake = on
        if on:
            self._soon.start()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self.refresh()

    @Slot(int)
    def _on_topic(self, number: int) -> None:
        self._kept[self._topic] = self.folded, self.alone
        self._topic = number
        self.folded, self.alone = self._kept.get(number, (set(), ""))
        self.seen = None
        self.refresh()

    @Slot(int)
    def _on_busy(self, waiting: int) -> None:
        self._busy = waiting
        if not waiting:
            self._soon.start()

    @Slot()
    def _work(self) -> None:
        # What is read while an edit runs is old when it comes.
        if self._busy or not self._awake or not self._stale or not self.workspace.is_open:
            return
        self._stale = False
        if not self.workspace.topic_id:
            self._take(None)
            return
        self._begin(None)

    def redraw(self) -> None:
        """Draw the same map again, as something was folded or is alone."""
        if self.seen is not None and not self._stale:
            self._begin(self.seen.whole)

    def _begin(self, whole: ArgumentMap | None) -> None:
        topic, folded, alone, maker = self.workspace.topic_id, frozenset(self.folded), self.alone, self._lay_out

        def work(library: Library) -> Seen | None:
            try:
                return maker(whole or maps.read(library, topic), folded, alone)
            except errors.NotFound:
                # Undo may have taken the topic away a moment ago; then the window puts another in view.
                return None

        self._reading.read(work, self._arrived)

    def _lay_out(self, whole: ArgumentMap, folded: frozenset[str], alone: str) -> Seen:
        """Draw a map; in a worker. Measured cards are kept, so what did not change is quick."""
        maker = self._maker = self._maker or map_layout.MapMaker(term, LINES, any_letter=True)
        there = alone if alone in whole.by_key else ""
        part = whole.branch(there) if there else whole
        return Seen(whole, part, maker.drawing(part.folded(folded), map_layout.hidden_below(part, folded)), there)

    def _arrived(self, seen: Seen | None) -> None:
        if self._busy or self._stale:
            self.refresh()
            return
        self._take(seen)

    def _take(self, seen: Seen | None) -> None:
        self.seen = seen
        if seen is not None:
            self.alone = seen.alone
        self.shown.emit()

    def node(self, key: str) -> MapNode | None:
        """Return a node of the part in view."""
        return self.seen.part.by_key.get(key) if self.seen else None

    def node_of(self, argument: int) -> MapNode | None:
        """Return the node of an argument."""
        return self.node(f"{NodeKind.ARGUMENT.value}:{argument}")

    # What is seen

    def fold(self, key: str, *, on: bool) -> None:
        """Fold what stands under a node away, or show it again."""
        if on is not (key in self.folded):
            (self.folded.add if on else self.folded.discard)(key)
            self.redraw()

    def fold_all(self, *, on: bool) -> None:
        """Fold every contention and argument of the part in view, or show everything."""
        part = self.seen.part if self.seen else None
        if part is not None:
            own = {node.key for node in part.nodes if node.parent and part.children[node.key]}
            self.folded = self.folded | own if on else self.folded - set(part.by_key)
            self.redraw()

    def show_alone(self, key: str) -> None:
        """Show one branch alone, or with "" the whole map."""
        if key != self.alone:
            self.alone = key
            self.folded.discard(key)
            self.redraw()

    # Edits

    def set_text(self, node: MapNode, text: str, merge: str) -> None:
        """Change what a node says where that stands: a section's title, an answer's wording, or a claim."""
        if node.kind is NodeKind.SECTION:
            self._edit(lambda library: briefs.rename_section(library, node.id, text, merge=merge))
        elif node.worded:
            self._edit(lambda library: answers.change(library, node.answer, wording=text, merge=merge))
        else:
            self.set_claim(node.id, text, merge)

    def set_claim(self, argument: int, text: str, merge: str) -> None:
        """Change an argument's claim."""
        self._edit(lambda library: arguments.change(library, argument, claim=text, merge=merge))

    def answer(self, target: int, text: str, merge: str, made: Callable[[int], None]) -> Job:
        """Answer an argument with a new one of the other side; `made` gets the new argument's id."""

        def tell(changes: Changes) -> None:
            made(next(number for kind, number in changes.created if kind == "argument"))

        return self.workspace.edit(self, lambda library: answers.write(library, target, text, merge=merge), tell)

    def _edit(self, work: Callable[[Library], Changes]) -> None:
        self.workspace.edit(self, work)
