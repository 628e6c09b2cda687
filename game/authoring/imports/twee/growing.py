"""The tree of a passage as it grows from left to right: what opens and closes, kept on a stack of bounded height.

Knows nothing of how a format writes what opens.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.authoring.imports.twee.expressions import FALSE, Expression
from game.authoring.imports.twee.nodes import Branch, If, Link, Node, Words
from game.authoring.imports.twee.notebook import Page

MAX_DEPTH = 20


@dataclass(slots=True)
class _Frame:
    """What is open: its kind, in the words of its format's reader, and what has come since it opened."""

    kind: str
    line: int
    when: Expression | None = None
    link: Link | None = None
    nodes: list[Node] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)

    def turn(self) -> None:
        if self.when != FALSE or not all(isinstance(each, Words) and each.text.isspace() for each in self.nodes):
            self.branches.append(Branch(self.when, tuple(self.nodes)))
        self.nodes = []


class Growing:
    """Builds the nodes of one passage. What is nested too deep is noted and left out."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._stack = [_Frame("", page.line)]

    @property
    def kind(self) -> str:
        """The kind of what was opened last and is open still; nothing at the outermost."""
        return self._stack[-1].kind

    @property
    def link(self) -> Link | None:
        """The link with which it was opened, if it was."""
        return self._stack[-1].link

    def add(self, *nodes: Node) -> None:
        """Add nodes within whatever is open."""
        if len(self._stack) <= MAX_DEPTH:
            self._stack[-1].nodes += nodes

    def say(self, text: str) -> None:
        """Add words, if there are any."""
        if text:
            self.add(Words(text))

    def open(self, kind: str, offset: int, *, when: Expression | None = None, link: Link | None = None) -> None:
        """Open something at an offset of the page; "if" is for branches under conditions, "link" for what one does."""
        if len(self._stack) == MAX_DEPTH:
            self._page.note(offset, f"what is nested more than {MAX_DEPTH} deep was left out")
        self._stack.append(_Frame(kind, self._page.line_at(offset), when, link))

    def turn(self, when: Expression | None) -> None:
        """End the branch that is open, and begin another."""
        self._stack[-1].turn()
        self._stack[-1].when = when

    def close(self) -> tuple[Node, ...]:
        """Close what was opened last: branches are added as an If, anything else is returned for the reader to add."""
        frame = self._stack.pop()
        if frame.kind != "if":
            return tuple(frame.nodes)
        frame.turn()
        self.add(If(tuple(frame.branches), frame.line))
        return ()

    def finished(self) -> tuple[Node, ...]:
        """Return all that has grown; what is open still is noted, and ends with the passage."""
        while len(self._stack) > 1:
            line = self._stack[-1].line
            self._page.notebook.add(line, "what begins here has no end; it was ended with its passage")
            self.add(*self.close())
        return tuple(self._stack[0].nodes)
