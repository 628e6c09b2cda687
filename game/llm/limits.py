"""How long the model's process may be silent, and how often it may die, before something is done about it.

Knows nothing of processes or of clocks: whoever asks says what time it is.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from game.llm.wire import Step


@dataclass(frozen=True, slots=True)
class Limits:
    """Times are seconds. The defaults are for players; tests set shorter ones.

    Loading has a limit of its own: nobody waits for it, and a cold disk is slow.
    """

    silence_s: float = 5.0
    load_silence_s: float = 60.0
    factor: float = 10.0
    back_off_s: tuple[float, ...] = (0.2, 0.5, 1.0, 2.0, 5.0)
    deaths: int = 3
    deaths_within_s: float = 60.0
    deaths_of_request: int = 2
    deaths_of_load: int = 2
    parting_s: float = 1.5


class Patience:
    """How long to wait for the next sign of life: a fixed time, or a multiple of what such a step was seen to take."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._longest: dict[Step, float] = {}

    def learn(self, step: Step, seconds: float) -> None:
        """Remember how long a step took; a shorter one since then counts for a little."""
        self._longest[step] = max(seconds, 0.9 * self._longest.get(step, 0.0))

    def for_step(self, step: Step) -> float:
        """Return how many seconds of silence are too many during such a step."""
        if step == "load":
            return self._limits.load_silence_s
        return max(self._limits.silence_s, self._limits.factor * self._longest.get(step, 0.0))


@dataclass(slots=True)
class Deaths:
    """When the model's processes died, what they were doing, and what follows from it."""

    limits: Limits
    _recent: deque[float] = field(default_factory=deque)
    _since_answer: int = 0
    _of_load: int = 0
    _of_request: dict[str, int] = field(default_factory=dict)

    def add(self, now: float, *, suspects: frozenset[str] = frozenset(), loaded: bool) -> None:
        """Count a death: during loading, or while requests with the suspects' fingerprints were under way."""
        self._recent.append(now)
        self._since_answer += 1
        self._of_load = 0 if loaded else self._of_load + 1
        for suspect in suspects:
            self._of_request[suspect] = self._of_request.get(suspect, 0) + 1

    def answered(self) -> None:
        """Note that a request was answered: the next death is the first again for the back-off."""
        self._since_answer = 0

    def forget(self) -> None:
        """Start anew: the player asked for it."""
        self._recent.clear()
        self._of_request.clear()
        self._since_answer = self._of_load = 0

    def too_many(self, now: float) -> bool:
        """Return whether there were so many of late that it is better to wait for the player."""
        while self._recent and self._recent[0] < now - self.limits.deaths_within_s:
            self._recent.popleft()
        return len(self._recent) >= self.limits.deaths

    @property
    def of_load(self) -> int:
        """Deaths during loading since a load last succeeded."""
        return self._of_load

    def unloadable(self) -> bool:
        """Return whether loading alone killed so many that it is not worth another."""
        return self._of_load >= self.limits.deaths_of_load

    def condemned(self, fingerprint: str) -> bool:
        """Return whether a request was under way at so many deaths that it is not sent again."""
        return self._of_request.get(fingerprint, 0) >= self.limits.deaths_of_request

    def pause(self) -> float:
        """Return the seconds to wait before the next start."""
        steps = self.limits.back_off_s
        return steps[min(self._since_answer, len(steps)) - 1] if self._since_answer else 0.0
