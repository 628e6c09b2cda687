"""The request for an author's text told another way: worked examples, the world's voice, and the text alone.

Knows nothing of what is made of the answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.world import World
from game.story.drawing import sampling_of
from game.story.model import Message, Request, Weighing
from game.story.prompt import CANDIDATES, fixed_part, worn_phrases
from game.story.prose import spelled_words
from game.story.sentences import FALLBACK
from game.story.tables import prompts_in

RETELLING = "retelling"
RETELLING_TOKENS = 120
WEIGHED = "told"


def retelling_request(world: World, text: str, *, seed: int) -> Request:
    """Return the request for a text of a world's author told another way; no word of it counts as repeated."""
    messages = retelling_messages(world.voice.style, text, language=world.language)
    names, worn = spelled_words(text), worn_phrases(world.language)
    sampling = sampling_of(world, "retelling", names=names, worn=worn)
    return Request(RETELLING, messages, seed, RETELLING_TOKENS, candidates=CANDIDATES, sampling=sampling, stop=("\n",))


def retelling_messages(style: str, text: str, *, language: str = FALLBACK) -> tuple[Message, ...]:
    """Return the whole prompt for such a retelling."""
    job = prompts_in(language)[RETELLING]
    return (*fixed_part(job), Message("user", job["ask"].format(style=style, text=text)))


def retelling_question(world: World, texts: Sequence[str]) -> Weighing:
    """Return the question how well each text tells a place in the voice of a world's author."""
    job = prompts_in(world.language)[RETELLING]
    asked = Message("user", job["weigh"].format(style=world.voice.style))
    return Weighing(WEIGHED, (Message("system", job["told"]), asked), tuple(texts))


def retelling_prefix(language: str) -> Request:
    """Return the request that only reads what every retelling begins with."""
    return Request(RETELLING, fixed_part(prompts_in(language)[RETELLING]), 0, 0)
