"""How a pupil does on what it was not taught: how surprised it is by answers, and whether it knows what is meant.

Knows nothing of how it was taught. Needs torch.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import torch

from game.tune.school.losses import gains, liking, writing_loss
from game.tune.school.pupil import Pupil
from game.tune.training.lessons import ANSWERS, Choice, Lesson, Preference, Writing

_AT_ONCE = 6
_ENOUGH = 12
"""Sayings of a situation that are looked at: those furthest apart in its list."""


@dataclass(frozen=True, slots=True)
class Marks:
    """perplexity is by kind of example; chosen is the share of words whose command gained most, of those that have one.

    parted is the share of pairs, words that mean a command and words that mean none, of which the first gained more.
    preferred is the share of likings, of what was liked over what was liked less, in which a token of it is likelier.
    """

    perplexity: dict[str, float]
    chosen: float
    parted: float
    sayings: int
    preferred: float
    likings: int


def examine(pupil: Pupil, lessons: Iterable[Lesson]) -> Marks:
    """Return the marks of a pupil."""
    with torch.no_grad():
        return _marks(pupil, lessons)


def _marks(pupil: Pupil, lessons: Iterable[Lesson]) -> Marks:
    perplexity: dict[str, float] = {}
    gained: list[tuple[bool, bool, float]] = []
    liked: list[bool] = []
    for lesson in lessons:
        match lesson:
            case Writing(kind):
                perplexity[kind] = _perplexity(pupil, lesson)
            case Choice():
                gained += _gained(pupil, lesson)
            case Preference(_, better, worse):
                nats = liking(pupil, lesson).tolist()
                liked.append(nats[0] / len(better) > nats[1] / len(worse))
    meant = [each for each in gained if each[0]]
    none = [gain for is_meant, _, gain in gained if not is_meant]
    pairs = [(gain, other) for _, _, gain in meant for other in none]
    return Marks(
        perplexity=perplexity,
        chosen=_share(is_right for _, is_right, _ in meant),
        parted=_share(gain > other for gain, other in pairs),
        sayings=len(gained),
        preferred=_share(liked),
        likings=len(liked),
    )


def _share(holds: Iterable[bool]) -> float:
    """Return of how many something holds, 0 of none."""
    found = list(holds)
    return sum(found) / max(1, len(found))


def _perplexity(pupil: Pupil, writing: Writing) -> float:
    nats, tokens, size = 0.0, 0, ANSWERS[writing.kind]
    for first in range(0, len(writing.pairs), size):
        loss, told = writing_loss(pupil, replace(writing, pairs=writing.pairs[first : first + size]))
        nats, tokens = nats + loss.item() * told, tokens + told
    return math.exp(nats / tokens)


def _gained(pupil: Pupil, choice: Choice) -> Iterator[tuple[bool, bool, float]]:
    """Yield for each saying whether it means a command, whether that gained most, and what the one that did gained."""
    every = list(range(len(choice.commands)))
    looked_at = choice.sayings[:: -(-len(choice.sayings) // _ENOUGH)]
    for first in range(0, len(looked_at), _AT_ONCE):
        some = replace(choice, sayings=looked_at[first : first + _AT_ONCE])
        gained, _ = gains(pupil, some, [every for _ in some.sayings])
        for saying, gain in zip(some.sayings, gained, strict=True):
            yield saying.means is not None, int(gain.argmax()) == saying.means, float(gain.max())
