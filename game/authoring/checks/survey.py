"""A world as its checks see it: what is written where, what may happen, and what of it was found out already.

Knows nothing of any check. Each part is worked out once, when it is first asked for.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from game.authoring.checks.written import Asked, Written, written_in
from game.authoring.explore.reads import names_in
from game.authoring.logic.decide import Decider
from game.authoring.logic.happenings import given_in_place, given_in_scene
from game.authoring.logic.literals import Needs
from game.authoring.logic.may import May
from game.authoring.logic.ranges import Ranges, settings_of
from game.loader.merge import Merged
from game.loader.positions import Path
from game.rules.world import World


@dataclass(frozen=True)
class Survey:
    """One world and what was found out about it."""

    world: World
    merged: Merged

    @cached_property
    def written(self) -> Written:
        """What the author wrote, with its paths."""
        return written_in(self.merged.tree)

    @cached_property
    def ranges(self) -> Ranges:
        """What everything named may be in any play."""
        return Ranges(self.world, settings_of(source for _, source in self.written.effects))

    @cached_property
    def decider(self) -> Decider:
        """What decides whether a condition can hold."""
        return Decider(self.world, self.ranges)

    @cached_property
    def may(self) -> May:
        """What may ever happen."""
        return May(self.world, self.ranges, self.decider)

    @cached_property
    def read(self) -> frozenset[str]:
        """The names that a condition, an effect or a text reads, as authors write them."""
        trees = [self.decider.tree(source) for source in {each.source for each in self.written.asked}]
        trees += [setting.value for settings in self.ranges.settings.values() for setting in settings]
        return frozenset(name for tree in trees for name in names_in(tree))

    @cached_property
    def scenes(self) -> tuple[str, ...]:
        """The ids of the scenes, in the author's order."""
        return tuple(self.world.scenes)

    def happens(self, mark: str) -> bool:
        """Return whether something may ever happen, spelt as conditions ask for it: "seen(bill)"."""
        return mark in self.may.happened

    def given(self, asked: Asked) -> Needs:
        """Return what holds wherever a condition is asked: a way's place, a choice's scene."""
        match asked.path:
            case ("place", str(place), "exits", str(), "when"):
                return given_in_place(place, asked.source)
            case ("scene", int(number), "choice", int(), "when"):
                return given_in_scene(self.scenes[number], asked.source)
        return ()

    def beside(self, path: Path, key: str) -> object:
        """Return what a key holds in the table in which something stands; None where it is not there."""
        there: Any = self.merged.tree
        for part in path[:-1]:
            there = there[part]
        return there.get(key) if isinstance(there, dict) else None

    def is_literal(self, source: str) -> bool:
        """Return whether a condition is only the word true or false."""
        tree = self.decider.tree(source)
        return isinstance(tree, ast.Name) and tree.id in ("true", "false")
