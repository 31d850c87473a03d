"""The way by keys between the nodes of a map: to what a node stands under, to what stands under it, up and down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView

from debateprep.domain.argument_map import MapNode

Move = QAbstractItemView.CursorAction
PAGE = 8


class Walk:
    """The nodes that are drawn, in reading order.

    Up and down go to siblings, and from the first or last of them to the next node that stands as deep.
    """

    def __init__(self, nodes: Sequence[MapNode]) -> None:
        self.nodes = tuple(nodes)
        self._by_key = {node.key: node for node in nodes}
        self._depths: dict[str, int] = {}
        self._levels: dict[int, list[str]] = {}
        self._first: dict[str, str] = {}
        for node in nodes:
            depth = self._depths[node.key] = self._depths.get(node.parent, -1) + 1
            self._levels.setdefault(depth, []).append(node.key)
            self._first.setdefault(node.parent, node.key)

    def step(self, action: Move, key: str) -> str:
        """Return the node that an arrow or another key leads to, the same where there is none."""
        node = self._by_key.get(key)
        if node is None:
            return self.nodes[0].key if self.nodes else ""
        if action is Move.MoveLeft:
            return node.parent or key
        if action is Move.MoveRight:
            return self._first.get(key, key)
        if action is Move.MoveHome:
            return self._root(key)
        if action is Move.MoveEnd:
            return self.nodes[-1].key
        if action in (Move.MoveNext, Move.MovePrevious):
            return key
        far = {Move.MoveUp: -1, Move.MoveDown: 1, Move.MovePageUp: -PAGE, Move.MovePageDown: PAGE}.get(action, 0)
        level = self._levels[self._depths[key]]
        return level[max(0, min(len(level) - 1, level.index(key) + far))]

    def _root(self, key: str) -> str:
        above = key
        while self._by_key[above].parent:
            above = self._by_key[above].parent
        return above if above != key else self.nodes[0].key
