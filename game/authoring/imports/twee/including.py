"""Passages that are shown in the midst of others, put where they are shown.

Knows nothing of macros. What is put in is bounded, so that passages may show one another in circles.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.authoring.imports.twee.nodes import Includes, Node, mapped, walk
from game.authoring.imports.twee.notebook import Notebook, shown

MAX_DEPTH = 3
MAX_NODES = 20_000

Nodes = tuple[Node, ...]


class Including:
    """Puts the passages of one story into others of it, in all not more than MAX_NODES."""

    def __init__(self, passages: Mapping[str, Nodes], notebook: Notebook) -> None:
        self._passages = passages
        self._notebook = notebook
        self._left = MAX_NODES

    def included(self, nodes: Nodes, depth: int = 0) -> Nodes:
        """Return nodes with those of the passages that they show."""
        if not any(isinstance(each, Includes) for each in walk(nodes)):
            return nodes
        return mapped(nodes, lambda node: self._put(node, depth) if isinstance(node, Includes) else (node,))

    def _put(self, node: Includes, depth: int) -> Nodes:
        if node.passage not in self._passages:
            self._notebook.add(node.line, f"there is no passage '{shown(node.passage)}' to show here")
            return ()
        nodes = self._passages[node.passage]
        self._left -= sum(1 for each in walk(nodes))
        if depth >= MAX_DEPTH or self._left < 0:
            self._notebook.add(node.line, f"'{shown(node.passage)}' is shown within too much else, and was left out")
            return ()
        return self.included(nodes, depth + 1)
