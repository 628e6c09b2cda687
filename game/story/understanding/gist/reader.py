"""A scene's choice by its gist: the one whose words explain most of what is said, and whose deed it is.

Knows nothing of commands, which are read first.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.actions import Choose
from game.rules.world import Choice
from game.story.lexicon import is_spaced
from game.story.understanding.framing import is_negated
from game.story.understanding.gist.gathering import is_beyond, parts
from game.story.understanding.gist.senses import Part, Senses
from game.story.understanding.gist.weighing import Weight, is_deed, weigh
from game.story.understanding.readings import Reading, which
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, spelled, tokens

_LEAST, _LEAST_EXPLAINED, _LEAST_HELD = 0.75, 0.35, 0.25
_LEAD = 0.25


def choice_by_gist(scope: Scope, said: Tokens) -> Reading:
    """Return the choice that words without spaces come to, the question which of two, or nothing."""
    return _best(scope, said, scope.choices)


def spoken_choice(scope: Scope, said: Tokens) -> Reading:
    """Return the choice that what is said to somebody comes to, of those that are to say or ask something."""
    speaking = {f"~{name}" for name in scope.sentences.particles["speaking"]}
    texts = [(choice, parts(scope, tokens(choice.text))[:1]) for choice in scope.choices]
    return _best(scope, said, [choice for choice, first in texts if any(part.senses & speaking for part in first)])


def undone_choice(scope: Scope, said: Tokens) -> Reading:
    """Return the choice that words which deny something come to, of those that deny something themselves."""
    return _best(scope, said, [each for each in scope.choices if is_negated(scope.sentences, tokens(each.text))])


def _best(scope: Scope, said: Tokens, choices: Sequence[Choice]) -> Reading:
    if not said or is_spaced(spelled(said)) or not choices:
        return None
    typed = parts(scope, said)
    found = [(choice, weight) for choice in choices if (weight := _weight(scope, typed, choice))]
    found.sort(key=lambda each: -each[1].both)
    if not found:
        return None
    (best, most), *others = found
    if others and most.both - others[0][1].both < _LEAD:
        return which(scope, [choice.text for choice, weight in found if most.both - weight.both < _LEAD])
    return Choose(best.id)


def _weight(scope: Scope, typed: tuple[Part, ...], choice: Choice) -> Weight | None:
    """Return how words fit a choice, or None where they fit too little or are another deed."""
    own = parts(scope, tokens(choice.text))
    senses: Senses = frozenset(sense for part in own for sense in part.senses)
    deeds = {sense for part in typed for sense in part.senses if is_deed(sense)} & senses
    if not deeds or is_beyond(scope, typed, senses):
        return None
    people = frozenset(each.id for each in scope.people)
    weight = weigh(typed, own, known=people)
    enough = weight.explained >= _LEAST_EXPLAINED and weight.held >= _LEAST_HELD and weight.both >= _LEAST
    return weight if enough else None
