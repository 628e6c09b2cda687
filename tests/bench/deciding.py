"""How fast the rules decide: legal actions and the outcome of one of them."""

from __future__ import annotations

import time

from game.rules.apply import apply, begin_run, legal_actions
from game.rules.draws import draw
from game.rules.world import World
from tests.bench.figures import Figure

_SECONDS = 2.0


def measure_deciding(world: World) -> list[Figure]:
    """Return how many random actions of a world are listed and applied in a second."""
    state = begin_run(world, 1).state
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < _SECONDS:
        legal = legal_actions(world, state)
        if not legal:
            state = begin_run(world, count).state
            continue
        state = apply(world, state, legal[draw(1, count, 0, sides=len(legal)) - 1]).state
        count += 1
    return [Figure("legal_actions and apply", count / (time.perf_counter() - start), "a second")]
