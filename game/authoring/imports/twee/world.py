"""A story as the tables of a world: its passages read, resolved and written, each step by the module that knows it.

Knows nothing of how any of these steps is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from game.authoring.imports.ids import Ids, id_from
from game.authoring.imports.twee.chapbook import read_chapbook
from game.authoring.imports.twee.choices import MAX_LABEL, name_of, one_line
from game.authoring.imports.twee.data import Story
from game.authoring.imports.twee.expressions import Draw, Expression, Value, Variable, variables
from game.authoring.imports.twee.facts import NEUTRAL, Facts, facts_of, kind_of, sets_in
from game.authoring.imports.twee.harlowe import read_harlowe
from game.authoring.imports.twee.including import Including
from game.authoring.imports.twee.keeping import tells_first, with_kept
from game.authoring.imports.twee.nodes import Includes, Node, Shown, Words, links_of, mapped, walk
from game.authoring.imports.twee.notebook import Notebook, Page, shown
from game.authoring.imports.twee.passages import Passage
from game.authoring.imports.twee.resolving import Resolved, resolve
from game.authoring.imports.twee.scenes import Ends, Leaf, Scenes
from game.authoring.imports.twee.snowman import read_snowman
from game.authoring.imports.twee.sugarcube import read_sugarcube
from game.authoring.imports.twee.writing import Writer

Nodes = tuple[Node, ...]
Table = dict[str, Any]

READERS: Mapping[str, Callable[[Page], Nodes]] = {
    "harlowe": read_harlowe,
    "sugarcube": read_sugarcube,
    "chapbook": read_chapbook,
    "snowman": read_snowman,
}
_STYLES = {"chapbook": "markdown", "snowman": "markdown"}
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_PAGE, _THE_END, _AT_END = "page", "the_end", "at_end"


def tables_of(story: Story, notebook: Notebook, *, name: str) -> Table:
    """Return the tables of the world that a story is; name is what its id is made of."""
    return _Making(story, notebook).tables(name)


class _Making:
    """Makes one world. ids are given to passages first, then to variables, so that links read well."""

    def __init__(self, story: Story, notebook: Notebook) -> None:
        self._story = story
        self._notebook = notebook
        self._ids = Ids()
        for each in (_PAGE, _THE_END, _AT_END):
            self._ids.give(each, otherwise=each)
        self._scenes = {each: self._ids.give(each, otherwise="passage") for each in story.passages}
        self._read = {each.name: self._nodes(each) for each in story.passages.values()}
        self._variables: dict[str, str] = {}
        self._drawn: dict[tuple[str, ...], str] = {}

    def tables(self, name: str) -> Table:
        including = Including(self._read, self._notebook)
        shown_whole = {each: including.included(nodes) for each, nodes in self._read.items()}
        resolved = resolve(self._told(shown_whole), self._scenes, self._story.start, self._notebook)
        setup = tuple(node for each in self._story.setup for node in self._nodes(each))
        facts = facts_of(resolved.passages.values(), setup, self._notebook)
        passages = {each: self._without_unset(nodes, facts) for each, nodes in resolved.passages.items()}
        for variable in facts.types:
            self._variables[variable] = self._ids.give(variable, otherwise="value")
        leaves = {each: self._leaf(each, passages[each], resolved, facts) for each in passages}
        scenes = Scenes(
            Writer(self._variables, facts.types, self._scenes, self._tables(passages.values())),
            self._notebook,
            _STYLES.get(self._story.format, self._story.format),
            Ends(_AT_END, _THE_END),
        )
        scenes.add(leaves)
        return self._world(name, scenes, facts)

    def _tables(self, passages: Iterable[Nodes]) -> Mapping[tuple[str, ...], str]:
        """Return the ids of the tables that variables are drawn from, each named for the first that is."""
        for each in (each for nodes in passages for each in sets_in(nodes)):
            if isinstance(each.value, Draw) and each.value.texts not in self._drawn:
                self._drawn[each.value.texts] = self._ids.give(f"any_{each.variable}", otherwise="any")
        return self._drawn

    def _nodes(self, passage: Passage) -> Nodes:
        return READERS[self._story.format](Page(passage.name, passage.text, passage.line + 1, self._notebook))

    def _told(self, passages: Mapping[str, Nodes]) -> dict[str, Nodes]:
        """Return passages without those that are only shown in others."""
        within = {each.passage for nodes in self._read.values() for each in walk(nodes) if isinstance(each, Includes)}
        led_to = {each.to for nodes in passages.values() for each in links_of(nodes)} | {self._story.start}
        return {name: nodes for name, nodes in passages.items() if name in led_to or name not in within}

    def _without_unset(self, nodes: Nodes, facts: Facts) -> Nodes:
        """Return nodes in which a variable that nothing sets stands as it is written."""

        def change(node: Node) -> Nodes:
            if not isinstance(node, Shown) or all(each in facts.types for each in variables(node.value)):
                return (node,)
            self._notebook.add(
                node.line, f"nothing sets '{shown(node.written)}'; it stands in the text as it is written"
            )
            return (Words(node.written),)

        return mapped(nodes, change)

    def _leaf(self, name: str, nodes: Nodes, resolved: Resolved, facts: Facts) -> Leaf:
        begins, is_ending = name == self._story.start, name in resolved.endings
        is_reached = name in resolved.reached
        if not is_reached:
            message = f"nothing leads to the passage '{shown(name)}': its scene never begins"
            self._notebook.add(self._story.passages[name].line, message)
        gate = ""
        if is_ending or not tells_first(nodes):
            nodes = with_kept(nodes, lambda value: self._kept(name, value, facts))
            gate = "" if is_ending and begins else self._gate(name, facts, begins=begins)
        line = self._story.passages[name].line
        return Leaf(name, self._scenes[name], nodes, line, gate, begins, is_reached, is_ending)

    def _kept(self, passage: str, value: Expression, facts: Facts) -> Variable:
        """Return a new variable, for a value that a passage asks for before it changes."""
        kind = kind_of(value, facts.types) or int
        return Variable(self._new(f"{self._scenes[passage]}_was", NEUTRAL[kind], facts))

    def _gate(self, passage: str, facts: Facts, *, begins: bool) -> str:
        return self._variables[self._new(f"to_{self._scenes[passage]}", begins, facts)]

    def _new(self, name: str, first: Value, facts: Facts) -> str:
        """Return a variable of the world's own, by a name that no format has."""
        given = self._ids.give(name, otherwise="value")
        variable = f"{given} of the world"
        self._variables[variable] = given
        facts.types[variable], facts.beginnings[variable] = type(first), first
        return variable

    def _world(self, name: str, scenes: Scenes, facts: Facts) -> Table:
        title = name_of(self._story.title, otherwise=name_of(name, otherwise="Story"))
        world = {"id": id_from(name, otherwise="story"), "title": title, "start": _PAGE}
        if author := one_line(self._story.author)[:MAX_LABEL]:
            world["author"] = author
        place = {_PAGE: {"name": title, "look": ""}}
        tables: Table = {"schema": 1, "world": world, "facts": {}, "place": place, "scene": scenes.scene}
        tables |= {key: each for key, each in (("rule", scenes.rule), ("ending", scenes.ending)) if each}
        first = {self._variables[each]: value for each, value in facts.beginnings.items()}
        mentioned = set(_mentioned(tables))
        drawn = {name: {"draw": list(texts)} for texts, name in self._drawn.items() if name in mentioned}
        tables |= {"table": drawn} if drawn else {}
        tables["facts"] |= {each: value for each, value in {**first, _AT_END: False}.items() if each in mentioned}
        return {key: value for key, value in tables.items() if value or key != "facts"}


def _mentioned(value: Any) -> Iterator[str]:
    """Yield the words of everything that the scenes, rules and endings of a world hold."""
    match value:
        case str():
            yield from _WORD.findall(value)
        case dict():
            yield from (word for each in value.values() for word in _mentioned(each))
        case list():
            yield from (word for each in value for word in _mentioned(each))
