"""Passages that know one another: links that lead somewhere, ways back, and how often a passage was come to.

Knows nothing of formats, or of how a world writes what comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from game.authoring.imports.twee.expressions import (
    FALSE,
    TRUE,
    Binary,
    Expression,
    Literal,
    Seen,
    Variable,
    Visits,
    rewritten,
    variables,
)
from game.authoring.imports.twee.nodes import Branch, If, Link, Node, Sets, Shown, links_of, mapped, walk
from game.authoring.imports.twee.notebook import Notebook, shown

Nodes = tuple[Node, ...]
MAX_BACK = 12
"""To how many passages one passage may lead back."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Passages whose links all lead to one another; reached are those that the start leads to, endings lead nowhere."""

    passages: Mapping[str, Nodes]
    reached: frozenset[str]
    endings: frozenset[str]


def resolve(passages: Mapping[str, Nodes], ids: Mapping[str, str], start: str, notebook: Notebook) -> Resolved:
    """Return passages with no link to nowhere and none that leads back without saying where; both are noted."""
    led = {name: mapped(nodes, _leading(passages, notebook)) for name, nodes in passages.items()}
    reached = _reached(led, start)
    led = _with_ways_back(led, ids, reached, notebook)
    endings = frozenset(name for name in reached if not links_of(led[name]))
    told = {name: _asked_of(nodes, _answers(name, led, endings)) for name, nodes in led.items()}
    return Resolved(_counted(told), reached, endings)


def counter(passage: str) -> str:
    """Return the variable that counts the visits of a passage: no format has variables of such a name."""
    return f"{passage} visits"


def origin(passage: str) -> str:
    """Return the variable that holds from where a passage was come to."""
    return f"{passage} from"


def _leading(passages: Mapping[str, Nodes], notebook: Notebook) -> Callable[[Node], Nodes]:
    def change(node: Node) -> Nodes:
        if not isinstance(node, Link) or node.to is None or node.tells or node.to in passages:
            return (node,)
        notebook.add(node.line, f"there is no passage '{shown(node.to)}'; the link to it was left out")
        return (replace(node, to=""),)

    return change


def _reached(passages: Mapping[str, Nodes], start: str) -> frozenset[str]:
    reached, waiting = {start}, [start]
    while waiting:
        onward = {each.to for each in links_of(passages[waiting.pop()]) if each.to is not None} - reached
        reached |= onward
        waiting += sorted(onward)
    return frozenset(reached)


def _with_ways_back(
    passages: Mapping[str, Nodes], ids: Mapping[str, str], reached: frozenset[str], notebook: Notebook
) -> dict[str, Nodes]:
    """Return passages in which what led back leads to each passage that one can have come from."""
    back = {name for name, nodes in passages.items() if any(each.to is None for each in links_of(nodes))}
    sources: dict[str, list[str]] = {name: [] for name in back}
    for name in (each for each in passages if each in reached):
        for to in dict.fromkeys(each.to for each in links_of(passages[name])):
            if to in back and to != name:
                sources[to].append(name)
    ways = _Ways(sources, ids, notebook)
    return {name: mapped(nodes, ways.from_passage(name)) for name, nodes in passages.items()}


@dataclass(frozen=True, slots=True)
class _Ways:
    """Puts ways to the sources of a passage in the place of one back, and keeps which of them the player left."""

    sources: Mapping[str, list[str]]
    ids: Mapping[str, str]
    notebook: Notebook

    def from_passage(self, here: str) -> Callable[[Node], Nodes]:
        def change(node: Node) -> Nodes:
            match node:
                case Link(to=None):
                    return self._back(node, here)
                case Link(to=str() as to) if to != here and 1 < len(self.sources.get(to, ())) <= MAX_BACK:
                    came = Sets(origin(to), Literal(self.ids[here]), node.line)
                    return (replace(node, do=(*node.do, came)),)
            return (node,)

        return change

    def _back(self, link: Link, here: str) -> Nodes:
        sources = self.sources[here]
        if not sources or len(sources) > MAX_BACK:
            why = "nothing leads here" if not sources else "too many passages lead here"
            self.notebook.add(link.line, f"the way back was left out: {why}")
            return (replace(link, to=""),)
        *others, last = [replace(link, to=each) for each in sources]
        if not others:
            return (last,)
        cases = [Binary("==", Variable(origin(here)), Literal(self.ids[each])) for each in sources[:-1]]
        branches = [Branch(case, (each,)) for case, each in zip(cases, others, strict=True)]
        return (If((*branches, Branch(None, (last,))), link.line),)


def _answers(here: str, passages: Mapping[str, Nodes], endings: frozenset[str]) -> Callable[[Expression], Expression]:
    """Return what questions about visits are, asked in a passage."""

    def change(expression: Expression) -> Expression:
        match expression:
            case Visits(passage):
                name = passage or here
                return Variable(counter(name)) if name in passages else Literal(0)
            case Seen(passage, before) if passage == here:
                return Binary(">", Variable(counter(here)), Literal(1)) if before else TRUE
            case Seen(passage) if passage not in passages or passage in endings:
                return FALSE
        return expression

    return change


def _asked_of(nodes: Nodes, answer: Callable[[Expression], Expression]) -> Nodes:
    """Return nodes with every expression in them as answer gives it."""

    def change(node: Node) -> Nodes:
        match node:
            case Shown(value):
                return (replace(node, value=rewritten(value, answer)),)
            case Sets(_, value):
                return (replace(node, value=rewritten(value, answer)),)
            case Link(do=do) if do:
                return (replace(node, do=tuple(replace(each, value=rewritten(each.value, answer)) for each in do)),)
            case If(branches):
                asked = (each.when and rewritten(each.when, answer) for each in branches)
                return (replace(node, branches=tuple(map(_branch, asked, branches))),)
        return (node,)

    return mapped(nodes, change)


def _branch(when: Expression | None, branch: Branch) -> Branch:
    return Branch(when, branch.nodes)


def _counted(passages: Mapping[str, Nodes]) -> dict[str, Nodes]:
    """Return passages of which those count their visits that anything asks about."""
    read = {name for nodes in passages.values() for each in expressions(nodes) for name in variables(each)}
    return {name: (*_count(name), *nodes) if counter(name) in read else nodes for name, nodes in passages.items()}


def _count(name: str) -> Nodes:
    variable = Variable(counter(name))
    return (Sets(variable.name, Binary("+", variable, Literal(1)), 0),)


def expressions(nodes: Nodes) -> Iterator[Expression]:
    """Yield every expression in nodes: what is shown, set and asked."""
    for node in walk(nodes):
        match node:
            case Shown(value) | Sets(_, value):
                yield value
            case Link(do=do):
                yield from (each.value for each in do)
            case If(branches):
                yield from (each.when for each in branches if each.when is not None)
