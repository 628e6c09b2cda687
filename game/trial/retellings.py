"""The trial of retellings: does one keep all that the author named, bring nothing, and say it another way.

Knows nothing of how many there are. A model is asked as in play: held to the author's words, where it can be.
"""

from __future__ import annotations

from functools import partial

from game.story.drawing import held_to
from game.story.model import LanguageModel
from game.story.rewording.asking import retelling_request
from game.story.rewording.candidates import retelling_words
from game.story.rewording.keeping import says_the_same
from game.trial.asking import texts_of
from game.trial.cases import Cases, Look
from game.trial.shares import Tally, Try, tally_of
from game.tune.nouns import added, missing


def tries(cases: Cases, model: LanguageModel) -> list[Try]:
    """Return what is to be tried."""
    return [partial(_tried, cases, look, number, model) for number, look in enumerate(cases.looks)]


def _tried(cases: Cases, look: Look, number: int, model: LanguageModel) -> Tally:
    words = retelling_words(look.text, (), look.language)
    texts = texts_of(model, held_to(retelling_request(cases.ground.world, look.text, seed=number), words))
    return tally_of(
        {
            "lost_or_added": [loses_or_adds(text, look) for text in texts],
            "same": [says_the_same(look.text, text, language=look.language) for text in texts],
        }
    )


def loses_or_adds(text: str, look: Look) -> bool:
    """Return whether a text lacks what is to be kept of the author's, or names what is not in that."""
    lost, more = missing(text, look.keep), added(text, look.text, look.language)
    return any(True for found in (lost, more) for _ in found)
