"""What the narrator remembers: settled turns of the path, the older half made a recap when they outgrow the window.

Knows nothing of models beyond a count of tokens. What is remembered is a pure function of the path and the budget, and
so is what will be remembered after it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from game.story.model import Message
from game.story.prose import sentences_in
from game.story.rolling import Span, first_needed, planned

_RECAP_TURNS = 10
_WORDS = 60
_SENTENCE = 120

Count = Callable[[Sequence[Message]], list[int]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One settled turn: the player's words, and the text exactly as shown."""

    words: str
    text: str

    def messages(self) -> tuple[Message, Message]:
        """Return the turn as the model reads it."""
        return Message("user", self.words), Message("assistant", self.text)


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
    """Remembers one path after another, counting a turn's tokens once for as long as paths hold it; for any thread."""

    def __init__(self) -> None:
        self._costs: dict[Entry, int] = {}

    def remember(self, told: Mapping[int, Entry], *, budget: int, recap: int, count: Count) -> Remembered:
        """Return what is remembered of a path: entries within budget tokens, a recap within its own.

        told are the path's entries by the numbers of their turns, oldest first; of those more than rolling.BACK turns
        ago nothing is looked at. count says what messages bring to a history, wherever in it they stand.
        """
        numbers = list(told)
        numbers = numbers[first_needed(numbers) :]
        path = [told[number] for number in numbers]
        plan = planned(numbers, self._costs_of(path, count), budget)
        now = _remembered(path, plan.now, recap)
        return replace(now, coming=_remembered(path, plan.coming, recap)) if plan.coming else now

    def _costs_of(self, path: Sequence[Entry], count: Count) -> list[int]:
        known = self._costs
        unknown = list(dict.fromkeys(entry for entry in path if entry not in known))
        counts = count([message for entry in unknown for message in entry.messages()]) if unknown else []
        fresh = {entry: sum(counts[2 * number : 2 * number + 2]) for number, entry in enumerate(unknown)}
        costs = [known[entry] if entry in known else fresh[entry] for entry in path]
        self._costs = dict(zip(path, costs, strict=True))
        return costs


def _remembered(path: Sequence[Entry], span: Span, recap: int) -> Remembered:
    return Remembered(_recap(path[span.first : span.start], recap), tuple(path[span.start :]))


def _recap(entries: Sequence[Entry], tokens: int) -> str:
    """Return a line for each of the last turns that rolled out, while there is room: what was done, what came of it.

    A token is at least a character, so as many characters as tokens always fit; most take three times less.
    """
    lines: list[str] = []
    room = tokens
    for entry in reversed(entries[-_RECAP_TURNS:]):
        line = f"- {entry.words[:_WORDS]}: {next(iter(sentences_in(entry.text)), '')[:_SENTENCE]}"
        room -= len(line)
        if room < 0:
            break
        lines.insert(0, line)
    return "\n".join(lines)
