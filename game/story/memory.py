"""What the narrator remembers: settled turns of the path, the older half made a recap when they outgrow the window.

Knows nothing of models beyond a count of tokens, nor of how a recap is made. What is remembered is a pure function of
the path and the budget, and so is what will be remembered after it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import is_

from game.rules.events import Event
from game.story.model import Message
from game.story.rolling import first_needed, planned

Count = Callable[[Sequence[Message]], list[int]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One settled turn: the player's words, the text exactly as shown, and what happened, which a recap is made of."""

    words: str
    text: str
    events: tuple[Event, ...] = field(default=(), hash=False)  # equal, but slow to hash

    def messages(self) -> tuple[Message, Message]:
        """Return the turn as the model reads it."""
        return Message("user", self.words), Message("assistant", self.text)


Recap = Callable[[Sequence[Entry]], str]
"""Says in short what happened in turns, oldest first."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """recap stands for the turns before entries; it is empty while the whole path fits.

    coming, once it has begun, is what will be remembered when entries outgrow their budget: it only grows until then.
    """

    recap: str
    entries: tuple[Entry, ...]
    coming: Remembered | None = None

    def messages(self) -> tuple[Message, ...]:
        """Return the history as messages, oldest first."""
        return tuple(message for entry in self.entries for message in entry.messages())


class Memory:
    """Remembers one path after another; for any thread.

    A turn's tokens are counted once, and a recap is made once, for as long as paths hold the turns they are of.
    """

    def __init__(self) -> None:
        self._costs: dict[Entry, int] = {}
        self._recaps: tuple[tuple[Sequence[Entry], str], ...] = ()

    def remember(self, told: Mapping[int, Entry], *, budget: int, recap: Recap, count: Count) -> Remembered:
        """Return what is remembered of a path: entries within budget tokens, and a recap of those before.

        told are the path's entries by the numbers of their turns, oldest first; of those more than rolling.BACK turns
        ago nothing is looked at. count says what messages bring to a history, wherever in it they stand.
        """
        numbers = list(told)
        numbers = numbers[first_needed(numbers) :]
        path = [told[number] for number in numbers]
        plan = planned(numbers, self._costs_of(path, count), budget)
        spans = [plan.now, *filter(None, [plan.coming])]
        recaps = self._recaps_of([path[span.first : span.start] for span in spans], recap)
        now, *coming = (Remembered(text, tuple(path[span.start :])) for span, text in zip(spans, recaps, strict=True))
        return replace(now, coming=coming[0]) if coming else now

    def _recaps_of(self, gone: Sequence[Sequence[Entry]], recap: Recap) -> list[str]:
        """Return a recap of each of these stretches of a path; one that was made of the same turns is kept."""
        known = [self._known(turns) for turns in gone]
        texts = [recap(turns) if text is None else text for turns, text in zip(gone, known, strict=True)]
        self._recaps = tuple(zip(gone, texts, strict=True))
        return texts

    def _known(self, turns: Sequence[Entry]) -> str | None:
        """Return the recap of these turns, if it was made; nothing happened in none."""
        return next((text for others, text in self._recaps if _are_same(turns, others)), None if turns else "")

    def _costs_of(self, path: Sequence[Entry], count: Count) -> list[int]:
        known = self._costs
        unknown = list(dict.fromkeys(entry for entry in path if entry not in known))
        counts = count([message for entry in unknown for message in entry.messages()]) if unknown else []
        fresh = {entry: sum(counts[2 * number : 2 * number + 2]) for number, entry in enumerate(unknown)}
        costs = [known[entry] if entry in known else fresh[entry] for entry in path]
        self._costs = dict(zip(path, costs, strict=True))
        return costs


def _are_same(turns: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """Return whether these are the very same turns, looked at in a moment: equal ones read from a file are others."""
    return len(turns) == len(others) and all(map(is_, turns, others))
