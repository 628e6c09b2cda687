"""Passages as scenes, rules and endings, in the tables of the world format.

Knows nothing of formats. A passage is a scene; one without a way on is an ending. What a passage sets before it is told
is set by rules, which wait for a fact of its own: the gate through which one comes to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from game.authoring.imports.twee.choices import MAX_CHOICES, MAX_EFFECTS, Choices, name_of, the_end
from game.authoring.imports.twee.nodes import Link, Node, Sets, Words, mapped
from game.authoring.imports.twee.notebook import Notebook, shown
from game.authoring.imports.twee.prose import Prose
from game.authoring.imports.twee.ruled import Ruled, Ruling, leaves
from game.authoring.imports.twee.writing import Writer, both

Table = dict[str, Any]

THE_END = "The end"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A passage on its way into a world. gate is the fact that brings the player there; without one a choice does."""

    name: str
    id: str
    nodes: tuple[Node, ...]
    line: int
    gate: str = ""
    begins: bool = False
    is_reached: bool = True
    is_ending: bool = False

    @property
    def lead(self) -> Table:
        """The keys of a choice that leads here."""
        return {"do": [f"{self.gate} = true"]} if self.gate else {"then": self.id}


@dataclass(frozen=True, slots=True)
class Ends:
    """The fact and the id of the ending that comes where none of a passage's links can be taken."""

    gate: str
    id: str


@dataclass(slots=True)
class Scenes:
    """Collects the tables of all leaves."""

    writer: Writer
    notebook: Notebook
    style: str
    ends: Ends
    scene: list[Table] = field(default_factory=list)
    rule: list[Table] = field(default_factory=list)
    ending: list[Table] = field(default_factory=list)
    _stops: bool = False

    def add(self, leaves_by_name: Mapping[str, Leaf]) -> None:
        """Add the tables of each leaf, and those of the end of the story where it stops elsewhere."""
        choices = Choices(self.writer, self.notebook, self.style, lambda name: leaves_by_name[name].lead)
        for leaf in leaves_by_name.values():
            nodes = mapped(leaf.nodes, self._told_at_once) if leaf.is_ending else leaf.nodes
            ruled = Ruling(self.writer, self.notebook).ruled(nodes)
            text = Prose(self.writer, self.notebook).text(ruled, leaf.line)
            if leaf.gate or leaf.is_ending:
                self.rule += self._rules(leaf, ruled, choices)
            if leaf.is_ending:
                self.ending.append(_ending(leaf, text))
            else:
                self.scene.append(self._scene(leaf, ruled, text, choices))
        if self._stops:
            stop = {"id": self.ends.id, "title": THE_END, "when": self.ends.gate, "text": "The story ends here."}
            self.ending.append(stop)

    def _told_at_once(self, node: Node) -> tuple[Node, ...]:
        """Return words in the place of a link that tells something: an ending has no choices."""
        if not isinstance(node, Link) or not node.tells:
            return (node,)
        self.notebook.add(node.line, f"what the link '{shown(node.label)}' shows is shown at once")
        return (Words(f"{node.said} {node.tells}"),)

    def _scene(self, leaf: Leaf, ruled: Ruled, text: str | list[Any], choices: Choices) -> Table:
        ways = choices.choices(ruled)
        if leaf.is_reached:
            ways += self._stop(leaf, ruled, ways)
        sets = tuple(each for each in ruled if isinstance(each, Sets))
        do = [f"{leaf.gate} = false"] if leaf.gate else choices.effects(sets)
        otherwise = f"not seen({leaf.id})" if leaf.begins else "false"
        table = {"id": leaf.id, "when": leaf.gate or otherwise, "once": False, "hold": True, "do": do, "text": text}
        table = {key: value for key, value in table.items() if value != []}
        return {**table, "choice": ways} if ways else table

    def _stop(self, leaf: Leaf, ruled: Ruled, ways: list[Table]) -> list[Table]:
        """Return the choice that ends the story where there is no other."""
        when = the_end(ruled, [each for each in ways if "stay" not in each])
        if when == "":
            return []
        if when is None or len(ways) == MAX_CHOICES:
            self.notebook.add(leaf.line, "where none of the links of this passage can be taken, nothing can be done")
            return []
        self.notebook.add(leaf.line, "where none of the links of this passage can be taken, the story ends")
        self._stops = True
        table = {"text": THE_END, "when": when, "do": [f"{self.ends.gate} = true"]}
        return [table if when != "true" else {key: table[key] for key in ("text", "do")}]

    def _rules(self, leaf: Leaf, ruled: Ruled, choices: Choices) -> Iterable[Table]:
        sets = [(under, each) for under, each in leaves(ruled) if isinstance(each, Sets)]
        for under, group in groupby(sets, key=lambda each: each[0]):
            every = [each for _, each in group]
            when = both(leaf.gate, under)
            if when is None:
                self.notebook.add(every[0].line, "what is set here was left out: its condition is too long")
                continue
            for start in range(0, len(every), MAX_EFFECTS):
                do = choices.effects(tuple(every[start : start + MAX_EFFECTS]))
                if do:
                    yield {"when": when, "do": do} if when else {"do": do}


def _ending(leaf: Leaf, text: str | list[Any]) -> Table:
    return {"id": leaf.id, "title": name_of(leaf.name, otherwise=THE_END), "when": leaf.gate or "true", "text": text}
