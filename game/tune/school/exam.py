"""How a pupil does on what it was not taught: how surprised it is by answers, and whether it knows what is meant.

Knows nothing of how it was taught. Needs torch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import torch

from game.tune.marks import Gained, gained, perplexity, share_chosen, share_parted
from game.tune.school.losses import gains, liking, writing_loss
from game.tune.school.pupil import Pupil
from game.tune.training.lessons import ANSWERS, Choice, Lesson, Preference, Writing

_AT_ONCE = 6
_ENOUGH = 12
"""Sayings of a situation that are looked at: those furthest apart in its list."""


@dataclass(frozen=True, slots=True)
class Marks:
    """perplexity is by kind of example; chosen and parted are the shares that game.tune.marks defines.

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
    unlikely: dict[str, float] = {}
    all_of: list[Gained] = []
    liked: list[bool] = []
    for lesson in lessons:
        match lesson:
            case Writing(kind):
                unlikely[kind] = _perplexity(pupil, lesson)
            case Choice():
                all_of += _gained(pupil, lesson)
            case Preference(_, better, worse):
                nats = liking(pupil, lesson).tolist()
                liked.append(nats[0] / len(better) > nats[1] / len(worse))
    preferred = sum(liked) / max(1, len(liked))
    return Marks(unlikely, share_chosen(all_of), share_parted(all_of), len(all_of), preferred, len(liked))


def _perplexity(pupil: Pupil, writing: Writing) -> float:
    nats, tokens, size = 0.0, 0, ANSWERS[writing.kind]
    for first in range(0, len(writing.pairs), size):
        loss, told = writing_loss(pupil, replace(writing, pairs=writing.pairs[first : first + size]))
        nats, tokens = nats + loss.item() * told, tokens + told
    return perplexity(nats, tokens)


def _gained(pupil: Pupil, choice: Choice) -> Iterator[Gained]:
    """Yield what each saying gained."""
    every = list(range(len(choice.commands)))
    looked_at = choice.sayings[:: -(-len(choice.sayings) // _ENOUGH)]
    for first in range(0, len(looked_at), _AT_ONCE):
        some = replace(choice, sayings=looked_at[first : first + _AT_ONCE])
        found, _ = gains(pupil, some, [every for _ in some.sayings])
        for saying, each in zip(some.sayings, found, strict=True):
            yield gained(saying.means, each.tolist())
