"""The legal actions that a player's words may mean, each with the words that stand for it; the most likely come first.

Knows nothing of models.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.apply import legal_actions
from game.rules.state import State
from game.rules.world import World
from game.story.choosing.bearing import About, Bearing, about
from game.story.choosing.subjects import subjects_of
from game.story.offers import Offer, action_words
from game.story.sentences import Sentences

MOST = 32
"""Candidates that a model is asked about: each costs it the reading of a few words."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer that words may mean, and how much they bear on it, in nats above that nothing is meant."""

    offer: Offer
    bearing: float


def candidates(world: World, sentences: Sentences, state: State, words: str) -> tuple[Candidate, ...]:
    """Return the actions that words bear on most, in that order."""
    among = abouts(world, state)
    bearing = Bearing(sentences, words, among)
    found = [Candidate(_offer(world, sentences, state, each), bearing.on(each)) for each in among]
    return tuple(sorted(found, key=lambda each: -each.bearing)[:MOST])


def commands(world: World, sentences: Sentences, state: State) -> tuple[str, ...]:
    """Return the words that stand for the first of the legal actions, without doubles."""
    legal = legal_actions(world, state)[:MOST]
    return tuple(dict.fromkeys(action_words(world, sentences, state, action) for action in legal))


def abouts(world: World, state: State) -> Sequence[About]:
    """Return what every legal action is about."""
    return [about(action, subjects_of(world, state, action)) for action in legal_actions(world, state)]


def _offer(world: World, sentences: Sentences, state: State, each: About) -> Offer:
    return Offer(action_words(world, sentences, state, each.action), each.action)
