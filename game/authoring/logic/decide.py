"""Whether a condition can hold, given what each name in it can be. "No" is certain; what is not decided is "yes".

Knows how the questions of the language hang together, and nothing of how a world comes to be in a state.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import islice

from game.authoring.logic.arithmetic import Ends, can_compare, ends_of
from game.authoring.logic.literals import (
    MOST,
    PLAYER,
    Comparison,
    Literal,
    Need,
    Needs,
    alternatives,
    name_of,
    value_of,
)
from game.authoring.logic.values import ALL, NO, YES, Values
from game.rules.names import Names
from game.rules.parsing import parse_expression
from game.rules.state import NOWHERE, YOU, Value
from game.rules.world import World

PATIENCE = 2_000_000
"""How many parts of conditions are looked at in one world, some seconds' worth: after that, anything may hold."""
Range = Callable[[str], Values]
"""What something named can be, spelt as authors do."""


class Decider:
    """Decides for one world. ranges says what each name can be at all; a narrower one may be given for a question."""

    def __init__(self, world: World, ranges: Range) -> None:
        self._names: Names = world.names
        self._scene_of = {each.id: each.scene for each in world.choices.values()}
        self._ranges = ranges
        self._trees: dict[str, ast.expr] = {}
        self._patience = PATIENCE

    def can_hold(self, source: str, ranges: Range | None = None, *, given: Needs = ()) -> bool:
        """Return whether a condition may hold in a state in which all that is given holds."""
        return self._any(source, ranges or self._ranges, given, so=True)

    def can_fail(self, source: str, *, given: Needs = ()) -> bool:
        """Return whether a condition may fail in a state in which all that is given holds."""
        return self._any(source, self._ranges, given, so=False)

    def tree(self, source: str) -> ast.expr:
        """Return the syntax tree of a condition that can be compiled."""
        known = self._trees.get(source)
        if known is None:
            known = self._trees[source] = parse_expression(source)
        return known

    def _any(self, source: str, ranges: Range, given: Needs, *, so: bool) -> bool:
        ways = islice(alternatives(self.tree(source), self._names, so=so), MOST + 1)
        return any(self._is_enough(n) or self._can_be((*given, *needs), ranges) for n, needs in enumerate(ways))

    def _is_enough(self, alternatives_seen: int) -> bool:
        return alternatives_seen == MOST or self._patience < 0

    def _can_be(self, needs: Iterable[Need], ranges: Range) -> bool:
        """Return whether all of this may hold at once."""
        needs = tuple(needs)
        self._patience -= len(needs)
        held: dict[str, Values] = {}
        for need in needs:
            if isinstance(need, Literal):
                held[need.name] = (held.get(need.name) or ranges(need.name)).narrowed(need.sign, need.value)
                if held[need.name].is_empty:
                    return False
        if len(held) > 1 and not self._fits(held):
            return False
        return all(self._compares(each, held, ranges) for each in needs if isinstance(each, Comparison))

    def _fits(self, held: dict[str, Values]) -> bool:
        """Return whether what names are together does not contradict what their questions mean."""
        return all(self._fits_others(name, held) for name in held if "(" in name)

    def _fits_others(self, name: str, held: dict[str, Values]) -> bool:
        query, _, named = name.removesuffix(")").partition("(")
        values = held[name]
        match query:
            case "visited" if values == NO or True not in values:
                return _player(held) != {named}
            case "chosen" if False not in values:
                return True in held.get(f"seen({self._scene_of.get(named)})", YES)
            case "done" if False not in values:
                return True in held.get(f"begun({named})", YES)
            case "has" if False not in values:
                return True in held.get(f"here({named})", YES) and self._can_be_carried(named, held)
            case "here" if False not in values:
                return self._can_be_here(named, held)
        return True

    def _can_be_carried(self, named: str, held: dict[str, Values]) -> bool:
        """Return whether something may be carried where it is: by the player, or in another thing."""
        where = held.get(f"place({named})")
        return where is None or where.only is None or self._may_be_within(where.only)

    def _may_be_within(self, where: AbstractSet[Value]) -> bool:
        """Return whether one of these is a thing or the player, of whom where they are is another question."""
        if YOU in where:
            return True
        return any(self._names.kinds.get(str(each)) not in ("place", "person") and each != NOWHERE for each in where)

    def _can_be_here(self, named: str, held: dict[str, Values]) -> bool:
        """Return whether somebody or something may be in the one place where the player is, if that is given."""
        player, name = held.get(PLAYER), f"place({named})"
        where = held.get(name) or self._ranges(name)
        if where.only is None or player is None or player.only is None or len(player.only) != 1:
            return True
        return self._may_be_within(where.only) or where.meets(player)

    def _compares(self, need: Comparison, held: dict[str, Values], ranges: Range) -> bool:
        known = partial(self._ends, held=held, ranges=ranges)
        left, right = ends_of(need.left, known), ends_of(need.right, known)
        if left is not None and right is not None:
            return can_compare(left, need.sign, right)
        return self._can_equal(need, held, ranges)

    def _can_equal(self, need: Comparison, held: dict[str, Values], ranges: Range) -> bool:
        """Return whether two texts that are named, or two truths, may be equal or different, as is needed."""
        one, other = (self._values(each, held, ranges) for each in (need.left, need.right))
        if need.sign == "==":
            return one.meets(other)
        same = ast.dump(need.left) == ast.dump(need.right)
        return not same and not (one.only is not None and len(one.only) == 1 and one.only == other.only)

    def _values(self, node: ast.expr, held: dict[str, Values], ranges: Range) -> Values:
        value, name = value_of(node, self._names), name_of(node)
        if value is not None:
            return Values(frozenset({value}))
        return (held.get(name) or ranges(name)) if name and not name.startswith(("at(", "ended(")) else ALL

    def _ends(self, node: ast.expr, *, held: dict[str, Values], ranges: Range) -> Ends | None:
        value = value_of(node, self._names)
        if isinstance(value, int) and not isinstance(value, bool):
            return value, value
        name = name_of(node) if value is None else ""
        if not name or not self._is_number(name):
            return None
        return (held.get(name) or ranges(name)).ends

    def _is_number(self, name: str) -> bool:
        if "(" in name:
            return name.startswith("trust(")
        fact = self._names.facts.get(name)
        if fact is None:
            return name != "daypart"
        return isinstance(fact, int) and not isinstance(fact, bool)


def _player(held: dict[str, Values]) -> object:
    return held[PLAYER].only if PLAYER in held else None
