"""Which of the ways to tell a text reads best, by how likely a model finds each beside the author's own words.

The model writes nothing. Knows nothing of how the ways are made, or of turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

from game.errors import ModelError
from game.rules.world import World
from game.story.model import LanguageModel
from game.story.prose import words_in
from game.story.rewording.asking import retelling_question

BEHIND = 0.05
"""Nats a word by which a way may be less likely than the author's own words: what is further behind reads stiffly."""


def likeliest(model: LanguageModel, world: World, ways: Sequence[str], text: str, stop: Event) -> str:
    """Return the likeliest of some ways to tell a text; nothing where all are far behind it, or stop was set.

    Nor does a model say anything that fails, or that does not say how likely a text is: no ModelError is raised.
    """
    try:
        weights = model.weigh(retelling_question(world, (text, *ways)), stop)
    except ModelError:
        return ""
    if len(weights) != len(ways) + 1:
        return ""
    own, *others = weights
    weight, best = max(zip(others, ways, strict=True))
    return best if own - weight <= BEHIND * len(words_in(text)) else ""
