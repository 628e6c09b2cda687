"""What the library lists: runs to go on with and worlds to begin, as words.

Knows nothing of widgets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from game.storage.records import RunSummary
from game.tui.home import WorldCard

_GONE = "The world '{world}' is not among the worlds at hand: put it back, or start Loreloom where it is."


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the library. run is None where a new run would begin; an entry with a problem cannot be opened."""

    world: str
    run: str | None
    title: str
    note: str
    about: str
    problem: str

    def fits(self, sought: str) -> bool:
        """Return whether every word of sought is in the title or the note."""
        text = f"{self.title} {self.note}".casefold()
        return all(word in text for word in sought.casefold().split())


def run_entries(runs: Iterable[RunSummary], cards: Mapping[str, WorldCard], now: datetime) -> Iterator[Entry]:
    """Yield an entry for each run, in the order given."""
    for run in runs:
        card = cards.get(run.world, WorldCard(run.world, run.world, problem=_GONE.format(world=run.world)))
        note = f"{run.name} · turn {run.depth} · {age(run.updated, now)}"
        yield Entry(run.world, run.name, card.title, note, card.about, run.problem or card.problem)


def world_entries(cards: Iterable[WorldCard]) -> Iterator[Entry]:
    """Yield an entry for each world, in the order given."""
    for card in cards:
        notes = ("cannot be played" if card.problem else "", f"by {card.author}" if card.author else "", card.rating)
        yield Entry(card.id, None, card.title, " · ".join(filter(None, notes)), card.about, card.problem)


def age(then: datetime, now: datetime) -> str:
    """Return how long ago then was, as people say it."""
    passed = max(now - then, timedelta())
    for length, name in ((timedelta(days=1), "day"), (timedelta(hours=1), "hour"), (timedelta(minutes=1), "minute")):
        if passed >= length:
            count = passed // length
            return f"{count} {name}{'s' if count > 1 else ''} ago"
    return "just now"
