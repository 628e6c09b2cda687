"""Every way that chance can fall in one step of a run.

Knows nothing of worlds: it is given the step.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from game.rules.apply import Outcome
from game.rules.draws import Draws

MOST_OUTCOMES = 64
"""How many ways of one step are tried."""


class Scripted(Draws):
    """Draws that fall as a script says, and 1 beyond it. sides keeps how many sides each draw had."""

    def __init__(self, script: tuple[int, ...]) -> None:
        self._script = script
        self.sides: list[int] = []

    def roll(self, sides: int) -> int:
        """Return the script's next number."""
        number = len(self.sides)
        self.sides.append(max(sides, 1))
        return self._script[number] if number < len(self._script) else 1


@dataclass(frozen=True, slots=True)
class Ways:
    """What a step can lead to; is_all says whether every way was tried."""

    outcomes: tuple[Outcome, ...]
    is_all: bool


def every_way(step: Callable[[Draws], Outcome]) -> Ways:
    """Return the outcomes of a step, one for each way its draws can fall, but at most MOST_OUTCOMES."""
    waiting: deque[tuple[int, ...]] = deque([()])
    outcomes: list[Outcome] = []
    is_all = True
    while waiting and len(outcomes) < MOST_OUTCOMES:
        script = waiting.popleft()
        draws = Scripted(script)
        outcomes.append(step(draws))
        for number in range(len(script), len(draws.sides)):
            others = _spread(draws.sides[number])
            is_all = is_all and len(others) == draws.sides[number] - 1
            led = script + (1,) * (number - len(script))
            waiting.extend((*led, other) for other in others)
    return Ways(tuple(outcomes), is_all and not waiting)


def _spread(sides: int) -> list[int]:
    """Return the numbers from 2 to sides; where they are too many, some of them, evenly apart, the last one too."""
    if sides <= MOST_OUTCOMES:
        return list(range(2, sides + 1))
    return [1 + (sides - 1) * number // (MOST_OUTCOMES - 1) for number in range(1, MOST_OUTCOMES)]
