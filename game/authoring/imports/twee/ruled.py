"""A passage with its conditions as a world writes them, each branch with its own and with that of being the one taken.

Knows nothing of texts and choices, which are made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.imports.twee.expressions import Expression, Not, Untranslated
from game.authoring.imports.twee.nodes import Branch, If, Includes, Link, Node, Sets, Shown, Words
from game.authoring.imports.twee.notebook import Notebook
from game.authoring.imports.twee.writing import Writer, both

MAX_BRANCHES = 40


@dataclass(frozen=True, slots=True)
class Case:
    """What is told when this branch is taken. own is "" where all others fail; taken holds for no other branch."""

    own: str
    taken: str
    told: Ruled


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases of which the first that fits is told."""

    cases: tuple[Case, ...]
    line: int


Leaf = Words | Shown | Sets | Link
Ruled = tuple[Leaf | Cases, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Writes the conditions of passages."""

    writer: Writer
    notebook: Notebook

    def ruled(self, nodes: tuple[Node, ...]) -> Ruled:
        """Return nodes with their conditions written; what no condition can be written for is noted and left out."""
        return tuple(
            self._cases(each) if isinstance(each, If) else each for each in nodes if not isinstance(each, Includes)
        )

    def _cases(self, node: If) -> Cases:
        return Cases(tuple(self._each(node)), node.line)

    def _each(self, node: If) -> Iterator[Case]:
        failed: str | None = ""
        for branch in node.branches[:MAX_BRANCHES]:
            own = "" if branch.when is None else self._written(branch.when, node.line)
            taken = both(failed, own)
            if taken is None:
                break
            yield Case(own, taken, self.ruled(branch.nodes))
            if branch.when is None:
                return
            failed = both(failed, self._failed(branch, own, node.line))
        else:
            if len(node.branches) <= MAX_BRANCHES:
                return
        self.notebook.add(node.line, "the conditions from here on are too many or too long; some were left out")

    def _written(self, when: Expression, line: int) -> str:
        try:
            return self.writer.condition(when).source
        except Untranslated as error:
            self.notebook.add(line, f"a condition was made 'false': {error}")
            return "false"

    def _failed(self, branch: Branch, own: str, line: int) -> str:
        if own == "false" or branch.when is None:
            return "" if own == "false" else "false"
        return self._written(Not(branch.when), line)


def leaves(ruled: Ruled, under: str = "") -> Iterator[tuple[str | None, Leaf]]:
    """Yield all but conditions, in its order, each with the condition under which it stands; None is too long a one."""
    for each in ruled:
        if not isinstance(each, Cases):
            yield under, each
            continue
        for case in each.cases:
            condition = both(under, case.taken)
            inner = leaves(case.told, condition or "")
            yield from inner if condition is not None else ((None, leaf) for _, leaf in inner)


def always_leads(ruled: Ruled) -> bool:
    """Return whether a passage has a way on whatever holds."""
    return any(each.to != "" if isinstance(each, Link) else isinstance(each, Cases) and _covers(each) for each in ruled)


def _covers(cases: Cases) -> bool:
    is_whole = any(case.own in ("", "true") for case in cases.cases)
    return is_whole and all(always_leads(case.told) for case in cases.cases if case.own != "false")
