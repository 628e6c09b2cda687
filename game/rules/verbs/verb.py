"""What every verb has: when it is legal, whether it takes time, and what it does.

Knows no single verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol, TypeVar

from game.rules.actions import Action
from game.rules.draws import Draws
from game.rules.effects import Step
from game.rules.sight import Reach
from game.rules.state import State
from game.rules.world import World

A = TypeVar("A", bound=Action)


class Verb(Protocol[A]):
    """One verb. legal yields every action of this verb that may be tried, also those the world will refuse."""

    takes_time: ClassVar[bool]

    def legal(self, world: World, state: State, reach: Reach) -> Iterator[A]:
        """Yield the legal actions, in the order they are offered; reach is what the player can reach in this state."""
        ...

    def apply(self, world: World, state: State, action: A, draws: Draws) -> Step:
        """Return the next state and events of a legal action; a refusal leaves the state and says why."""
        ...
