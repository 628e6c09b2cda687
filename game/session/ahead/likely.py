"""The turns that are likely to come next: what the first choices lead to, found on the state as it is.

Knows nothing of how they are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.rules.actions import Action
from game.rules.apply import Outcome, apply
from game.rules.state import State
from game.rules.world import World
from game.session.ahead.outlook import MOST
from game.story.offers import offers
from game.story.sentences import Sentences


@dataclass(frozen=True, slots=True)
class Likely:
    """What a choice would lead to from the state before; words are what the turn would be remembered by."""

    words: str
    before: State
    action: Action
    outcome: Outcome


def likely_turns(world: World, sentences: Sentences, state: State) -> Iterator[Likely]:
    """Yield what the first of the choices that are shown lead to, as if the player had typed their numbers."""
    for offer in offers(world, sentences, state)[:MOST]:
        yield Likely(offer.text, state, offer.action, apply(world, state, offer.action))
