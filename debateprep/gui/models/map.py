"""The nodes of an argument map as a tree of items, so that views walk it and screen readers read it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from debateprep.domain.argument_map import ArgumentMap, MapNode, NodeKind, Relation
from debateprep.domain.labels import names
from debateprep.gui.words import term
from debateprep.publishing.look import gap_words

AnyIndex = QModelIndex | QPersistentModelIndex
NODE_ROLE = Qt.ItemDataRole.UserRole


class MapModel(QAbstractItemModel):
    """A map as a tree of one column; UserRole gives the node."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[MapNode, ...] = ()
        self._place: dict[str, int] = {}
        self._children: list[list[int]] = [[]]
        self._rows: list[int] = []
        self._attacked: dict[str, list[str]] = {}

    def show_map(self, shown: ArgumentMap | None) -> bool:
        """Show another map; return whether its tree is another than before, and not its words alone."""
        nodes = shown.nodes if shown else ()
        self._attacked = {}
        for link in shown.links if shown else ():
            if link.relation is Relation.ATTACK:
                self._attacked.setdefault(link.source, []).append(link.target)
        if nodes == self._nodes:
            return False
        if [(node.key, node.parent) for node in nodes] == [(node.key, node.parent) for node in self._nodes]:
            before, self._nodes = self._nodes, nodes
            for old, new in zip(before, nodes, strict=True):
                if old != new:
                    here = self.index_of(new.key)
                    self.dataChanged.emit(here, here)
            return False
        self.beginResetModel()
        self._nodes = nodes
        self._place = {node.key: number for number, node in enumerate(nodes)}
        # The last list holds the roots.
        self._children = [[] for _ in range(len(nodes) + 1)]
        self._rows = []
        for number, node in enumerate(nodes):
            siblings = self._children[self._place.get(node.parent, -1)]
            self._rows.append(len(siblings))
            siblings.append(number)
        self.endResetModel()
        return True

    def index_of(self, key: str) -> QModelIndex:
        """Return where a node is, an invalid index when it is not there."""
        number = self._place.get(key)
        return QModelIndex() if number is None else self.createIndex(self._rows[number], 0, number)

    def has_children(self, key: str) -> bool:
        """Tell whether something stands under a node."""
        return key in self._place and bool(self._children[self._place[key]])

    def node(self, index: AnyIndex) -> MapNode | None:
        """Return the node at an index."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        """Return a child's index."""
        siblings = self._children[parent.internalId() if parent.isValid() else -1]
        if column or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row])

    def parent(self, child: AnyIndex) -> QModelIndex:  # type: ignore[override]
        """Return the index of what a node stands under."""
        node = self.node(child)
        return self.index_of(node.parent) if node else QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many nodes stand under one."""
        return len(self._children[parent.internalId() if parent.isValid() else -1])

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: ARG002, B008 - Qt's own signature
        """Return 1."""
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a node's words, all that its card tells for screen readers, or the node itself."""
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(node)
        if role == Qt.ItemDataRole.ToolTipRole:
            # A tip that looks like markup would be read as markup; so it is, with the user's words escaped.
            labels = f"<br>{escape(names(node.labels))}" if node.labels else ""
            return f"<qt>{escape(self.title(node))}{labels}</qt>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.told(node)
        return node if role == NODE_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of the one column, which screen readers tell."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal and not section:
            return self.tr("Argument")
        return None

    def title(self, node: MapNode) -> str:
        """Return a node's words."""
        if node.kind is NodeKind.SIDE:
            return f"{term(node.side.label)} {node.text}".strip()
        return node.text or term(node.kind.value).capitalize()

    def told(self, node: MapNode) -> str:
        """Return all that a node's card and its line tell: "Con answer, not true, to …: claim, no Pro answer yet"."""
        if node.kind is not NodeKind.ARGUMENT:
            kind = term(node.section.value) if node.kind is NodeKind.SECTION else ""
            kind = "" if kind.casefold() == node.text.strip().casefold() else kind
            return " ".join(part for part in (kind, node.number, self.title(node)) if part)
        place = f"{term(node.side.label)} {node.number}".strip()
        above = self.node(self.index_of(node.parent))
        if node.relation is Relation.ATTACK and above is not None:
            how = term(node.response.value) if node.response else ""
            place = self.tr("{place} answers “{target}”: {how}").format(place=place, target=above.text, how=how)
        state = ""
        if node.is_open:
            state = term(gap_words(node.side.other)).removeprefix("○").strip()
        elif node.answers:
            many = self.tr("1 answer") if node.answers == 1 else self.tr("{} answers").format(node.answers)
            state = many
        besides = [self.tr("also answers “{}”").format(target.text) for target in self._besides(node)]
        labels = self.tr("Labels: {}").format(names(node.labels)) if node.labels else ""
        return ". ".join(part.rstrip(". ") for part in (place, node.text, *besides, state, labels) if part)

    def _besides(self, node: MapNode) -> list[MapNode]:
        return [self._nodes[self._place[key]] for key in self._attacked.get(node.key, ())]
