"""How long a world takes to play: its own paths played, and what they tell counted.

Knows nothing of files or screens. An estimate: a player reads at an even speed, and takes some seconds to choose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.apply import Outcome, apply, begin_run
from game.rules.state import State
from game.rules.world import Path, World
from game.story.beats import beats_of
from game.story.parser import Understood, parse
from game.story.reading import SPEEDS, count_words, unit_of
from game.story.sentences import sentences_for

SECONDS_A_TURN = 4
_SEED = 7


@dataclass(frozen=True, slots=True)
class Played:
    """One path as it was played: the words (or characters) told and the turns taken."""

    name: str
    words: int
    turns: int
    seconds: float


def play_paths(world: World) -> list[Played]:
    """Return the world's own paths as they were played, the quickest first, but those that cannot be played."""
    played = [each for path in world.paths if (each := _played(world, path)) is not None]
    return sorted(played, key=lambda each: (each.seconds, each.name))


def _played(world: World, path: Path) -> Played | None:
    told = list(_told(world, path))
    if len(told) <= len(path.choose):
        return None
    words, turns = sum(told), len(path.choose)
    seconds = words * 60 / SPEEDS[unit_of(world.language)] + SECONDS_A_TURN * turns
    return Played(path.name, words, turns, seconds)


def _told(world: World, path: Path) -> Iterator[int]:
    """Yield the words of the opening and of each turn, up to the first that is not understood."""
    sentences = sentences_for(world.language, world.sentences)

    def told(before: State, outcome: Outcome) -> int:
        return count_words(beat.text for beat in beats_of(world, sentences, before, outcome))

    outcome = begin_run(world, _SEED)
    yield told(outcome.state, outcome)
    for words in path.choose:
        before = outcome.state
        parsed = parse(world, sentences, before, words)
        if not isinstance(parsed, Understood):
            return
        outcome = apply(world, before, parsed.action)
        yield told(before, outcome)
