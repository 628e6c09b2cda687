"""The author's lore that a moment calls for: what its state opens and its words mention, within a token budget.

Knows nothing of prompts. What is closed is in none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import is_open
from game.rules.world import Lore, Secret, World
from game.story.lexicon import mentions_form, plain
from game.story.prose import beginning, guessed_tokens

LORE_TOKENS = 300
"""What of it may be told in one turn, in tokens, as many as they are guessed to be."""
_SAME = 3
"""Letters with which all forms of a word begin."""


def is_always_told(lore: Lore) -> bool:
    """Return whether lore stands at the head of every prompt."""
    return lore.when is None and not lore.keys


def lore_of(world: World, state: State, said: Iterable[str]) -> tuple[str, ...]:
    """Return the lore for a moment in which this is said: what is mentioned most exactly first, the rest as written.

    What always holds is not among it; nor is what does not fit any more behind what stands before it. Of what is too
    long by itself there are the first sentences.
    """
    phrase = plain("\n".join(said))
    found = sorted(_open(world, state, phrase), key=lambda each: -each.exact)
    return tuple(_fitting(each.text for each in found))


@dataclass(frozen=True, slots=True)
class _Told:
    """exact is the letters of the longest key that is mentioned."""

    text: str
    exact: int


def _open(world: World, state: State, phrase: str) -> Iterator[_Told]:
    for lore in world.lore:
        exact = _exact(lore, phrase)
        if not is_always_told(lore) and holds(lore.when, state) and (exact or not lore.keys):
            yield _Told(lore.text, exact)
    for secret in world.secrets.values():
        if is_open(secret, state):
            yield _Told(secret.text, _exact(secret, phrase))


def _exact(told: Lore | Secret, phrase: str) -> int:
    near = (key for key in map(plain, told.keys) if key[:_SAME] in phrase)  # most are not, and forms take time
    return max((len(key) for key in near if mentions_form(phrase, key)), default=0)


def _fitting(texts: Iterable[str]) -> Iterator[str]:
    room = LORE_TOKENS
    for text in texts:
        told = beginning(text, tokens=LORE_TOKENS)
        if told and guessed_tokens(told) <= room:
            room -= guessed_tokens(told)
            yield told
