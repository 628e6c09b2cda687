"""The legal actions that a player's words may mean, each with the words that stand for it; the most likely come first.

Knows nothing of models.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.rules.apply import legal_actions
from game.rules.state import State
from game.rules.world import World
from game.story.choosing.bearing import About, Bearing, about
from game.story.choosing.subjects import subjects_of
from game.story.choosing.weights import worth
from game.story.offers import Offer, action_words
from game.story.sentences import Sentences
from game.story.understanding.scope import Scope

MOST = 8
"""Candidates that a model is asked about: each costs it the reading of a few words, and the next hold little more."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer that words may mean, and what they have to do with it, by the names of features."""

    offer: Offer
    features: Mapping[str, float]

    @property
    def bearing(self) -> float:
        """Return how much the words bear on it, in nats above that nothing is meant."""
        return worth(self.features)


def candidates(scope: Scope) -> tuple[Candidate, ...]:
    """Return the actions that the words of a scope bear on most, in that order."""
    among = abouts(scope.world, scope.state)
    bearing = Bearing(scope, among)
    found = [Candidate(_offer(scope, each), bearing.features(each)) for each in among]
    return tuple(sorted(found, key=lambda each: -each.bearing)[:MOST])


def commands(world: World, sentences: Sentences, state: State) -> tuple[str, ...]:
    """Return the words that stand for the legal actions, without doubles."""
    legal = legal_actions(world, state)
    return tuple(dict.fromkeys(action_words(world, sentences, state, action) for action in legal))


def abouts(world: World, state: State) -> Sequence[About]:
    """Return what every legal action is about."""
    return [about(action, subjects_of(world, state, action)) for action in legal_actions(world, state)]


def _offer(scope: Scope, each: About) -> Offer:
    return Offer(action_words(scope.world, scope.sentences, scope.state, each.action), each.action)
