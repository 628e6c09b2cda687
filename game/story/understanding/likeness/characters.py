"""Words without spaces: characters typed against those of a choice, by pairs that both hold and by what is akin.

Knows nothing of scripts that part words by spaces.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.world import Choice
from game.story.understanding.gist.senses import words_akin
from game.story.understanding.likeness.match import Match, other_names
from game.story.understanding.scope import Scope
from game.story.understanding.speech import asks
from game.story.understanding.tokens import Phrases, Tokens, find, phrases, tokens

_SURE = 0.8
_ENOUGH_ASKED = 0.5
"""Of what a question says, so much at least must be of the choice; of other words, all."""


def compare_characters(scope: Scope, choice: Choice, said: Tokens) -> Match | None:
    """Return how words fit a choice, or None where they say something that it does not."""
    light = phrases(scope.sentences.particles["light"])
    typed, own = segments(light, said), segments(light, tokens(choice.text))
    if not typed or not own:
        return None
    names = tuple(other_names(scope, choice))
    if _all_named(typed, names) and not _all_named(own, names):
        return None
    near = (*own, *names, *words_akin(scope.sentences, tokens(choice.text)))
    covered = [each for segment in typed for each in _covered(segment, near)]
    held = [each for segment in own for each in _covered(segment, (*typed, *words_akin(scope.sentences, said)))]
    asked = phrases(scope.sentences.particles["asking"]).at(tokens(choice.text), 0) and asks(scope, said)
    if sum(covered) < len(covered) * (_ENOUGH_ASKED if asked else 1) or not any(held):
        return None
    exact = all(each for segment in typed for each in _covered(segment, own))
    share = sum(held) / len(held)
    return Match(choice, share, sure=exact and share >= _SURE)


def _all_named(parts: tuple[Tokens, ...], names: tuple[Tokens, ...]) -> bool:
    """Return whether words are names alone, without a verb."""
    return all(all(_covered(part, names)) for part in parts)


def segments(light: Phrases, said: Tokens) -> tuple[Tokens, ...]:
    """Return what stands between the words without weight."""
    return tuple(_between(light, said))


def _between(light: Phrases, said: Tokens) -> Iterator[Tokens]:
    start = place = 0
    while place < len(said):
        length = light.at(said, place)
        if length and start < place:
            yield said[start:place]
        place += length or 1
        start = place if length else start
    if start < place:
        yield said[start:place]


def _covered(segment: Tokens, known: tuple[Tokens, ...]) -> list[bool]:
    """Return which characters stand in a pair that something known holds, or at its end, as its noun."""
    covered = [False] * len(segment)
    for place in range(len(segment)):
        pair, one = segment[place : place + 2], segment[place : place + 1]
        if len(pair) == 2 and any(find(each, pair) >= 0 for each in known):
            covered[place : place + 2] = [True, True]
        elif not covered[place]:
            covered[place] = any(each[-1:] == one for each in known)
    return covered
