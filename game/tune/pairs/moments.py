"""Held-out examples as moments of which two models tell: which they are, and the pairs that their texts make.

Knows nothing of models. Of a text that is looked at which the game would take: of a touch the first sentence, of a line
what is spoken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.tune.evaluation.taking import taken
from game.tune.examples import Ambience, Example, Line, kind_of
from game.tune.marks import spread
from game.tune.pairs.pair import Pair
from game.tune.render import scene_of_touch

_TOUCH = "One sentence of weather, light, sound or smell that a player reads beside the author's words."
_LINE = "What a person answers to the player."


def moments_in(examples: Sequence[Example], most: int) -> list[Ambience | Line]:
    """Return at most so many examples of ambience, and after them as many of lines, as far apart as they can be."""
    touches = [each for each in examples if isinstance(each, Ambience)]
    lines = [each for each in examples if isinstance(each, Line)]
    return [*spread(touches, most), *spread(lines, most)]


def pairs_of(several: Sequence[Ambience | Line], one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Return a pair for each moment, of what the two sides wrote for it."""
    return [_pair(*each) for each in zip(several, one, other, strict=True)]


def _pair(example: Ambience | Line, one: str, other: str) -> Pair:
    texts = taken(example, one), taken(example, other)
    match example:
        case Ambience():
            return Pair(kind_of(example), _TOUCH, tuple(_of_touch(example)), texts)
        case Line():
            return Pair(kind_of(example), _LINE, tuple(_of_line(example)), texts)


def _of_touch(example: Ambience) -> Iterator[tuple[str, str]]:
    """Yield what a model is told of the moment, and no more: the place has no name there."""
    yield "where", "indoors" if scene_of_touch(example).indoors else "outdoors"
    yield "hour", example.hour
    yield "weather", example.weather
    yield "mood", example.mood


def _of_line(example: Line) -> Iterator[tuple[str, str]]:
    yield "who", example.person
    yield "voice", example.voice
    yield "mood", example.mood
    yield "knows", " ".join(example.knows) or "nothing of it"
    yield "heard", example.heard or "a greeting"
