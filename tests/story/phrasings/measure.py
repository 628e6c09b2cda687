"""How well players' words are understood, counted: right, asked back, wrong, not understood.

Knows nothing of how words are understood, and asserts nothing.
`python -m tests.story.phrasings.measure [FILE …]` prints the table of the frozen phrasings, or of other files of such
lines, each named for its language: unseen.en.jsonl, unseen.zh.jsonl.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.rules.actions import Action
from game.rules.apply import apply
from game.story.parser import Understood, parse
from game.story.splitting import Line
from tests.story.corpora import action_of, corpora_in, sentences_in, world_in
from tests.story.phrasings.corpus import (
    HERE,
    Phrasing,
    deeds,
    phrasings,
    phrasings_of,
    state_after,
    state_of,
    unseen,
    unspoken,
)

Verdict = Literal["right", "asked", "wrong", "not understood"]
VERDICTS: tuple[Verdict, ...] = ("right", "asked", "wrong", "not understood")


@dataclass(frozen=True, slots=True)
class Done:
    """What came of words: the actions in order, and whether it ended with a question back."""

    actions: tuple[Action, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The verdict on every phrasing of a language."""

    verdicts: tuple[tuple[Phrasing, Verdict], ...]

    def share(self, verdict: Verdict) -> float:
        """Return how many of all have this verdict, from 0 to 1."""
        return self.counts()[verdict] / max(1, len(self.verdicts))

    def counts(self) -> Counter[Verdict]:
        """Return how many have each verdict."""
        return Counter(verdict for _, verdict in self.verdicts)

    def of(self, verdict: Verdict) -> tuple[Phrasing, ...]:
        """Return the phrasings with this verdict."""
        return tuple(phrasing for phrasing, each in self.verdicts if each == verdict)


def measure(language: str) -> Table:
    """Return the verdict on every phrasing of a language, as the classic parser understands it."""
    return table_of(phrasings(language))


def table_of(rows: tuple[Phrasing, ...]) -> Table:
    """Return the verdicts on some phrasings."""
    return Table(tuple((each, verdict_on(each)) for each in rows))


def verdict_on(phrasing: Phrasing) -> Verdict:
    """Return what becomes of a phrasing; where nothing is meant, nothing done is right."""
    done = done_of(phrasing)
    meant = tuple(each.action for each in deeds(phrasing))
    if phrasing.kind == "asks" and not done.actions:
        return "right" if done.asked else "not understood"
    if done.actions == meant:
        return "right"
    if done.actions != meant[: len(done.actions)]:
        return "wrong"
    return "asked" if done.asked else "not understood"


def done_of(phrasing: Phrasing) -> Done:
    """Return what is done when a phrasing is typed."""
    world, sentences = world_in(phrasing.world, phrasing.language), sentences_in(phrasing.world, phrasing.language)
    state, recent = state_of(phrasing), list(actions_before(phrasing))
    line, done = Line(phrasing.words), list[Action]()
    while line.rest:
        command = line.next(world, sentences, state, recent=recent)
        parsed = parse(world, sentences, state, command, recent=recent)
        if not isinstance(parsed, Understood):
            return Done(tuple(done), parsed.asks)
        outcome = apply(world, state, parsed.action)
        done.append(unspoken(parsed.action))
        recent.append(parsed.action)
        state = outcome.state
        if outcome.refusal or state.ending:
            break
    return Done(tuple(done), asked=False)


def actions_before(phrasing: Phrasing) -> Iterator[Action]:
    """Yield the actions that led to where a phrasing is typed."""
    for number in range(len(phrasing.after)):
        before = state_after(phrasing.world, phrasing.language, phrasing.after[:number])
        yield action_of(phrasing.world, phrasing.language, before, phrasing.after[number])


def _printed(path: Path) -> str:
    table = table_of(phrasings_of(path))
    figures = "  ".join(f"{verdict} {table.share(verdict):6.1%}" for verdict in VERDICTS)
    return f"{path.parent.name}/{path.stem:<4}{len(table.verdicts):>4}  {figures}"


if __name__ == "__main__":
    for each in [Path(name) for name in sys.argv[1:]] or [*corpora_in(HERE), *unseen()]:
        print(_printed(each))
