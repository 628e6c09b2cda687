"""How a telling is asked for again: gone on with from its last good sentence, another way, without what offended.

Knows nothing of why it offended.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from game.story.gating.account import Heard
from game.story.lexicon import is_spaced, plain
from game.story.model import Message, Request
from game.story.turn import retold_seed

_OPENING = re.compile(r"\w+(?:\W+\w+){0,2}")
_OPENING_SIGNS = 4
_MOST_BANNED = 5
"""Words: a phrase of more would not come again as it is, and leaves what it begins with to be said."""


def retold(request: Request, shown: str, *, spent: int, number: int, bans: Sequence[str]) -> Request:
    """Return the request that tells another again for the time that number says.

    The prompt is the same, and goes on with what was shown, which took spent tokens; bans are no part of the reply.
    """
    messages = (*request.messages, Message("assistant", shown)) if shown else request.messages
    return replace(
        request,
        messages=messages,
        seed=retold_seed(request.seed, number),
        max_tokens=request.max_tokens - spent,
        sampling=replace(request.sampling, banned=(*request.sampling.banned, *bans)),
    )


def ban_for(fault: Heard, small: Collection[str]) -> str:
    """Return the phrase to ban: what offends in a sentence, or how that begins where the words alone say too little.

    small are words that say nothing by themselves.
    """
    words = plain(fault.words).split()
    says_enough = any(_says_something(word) and word not in small for word in words) and len(words) <= _MOST_BANNED
    return fault.words if says_enough else opening_of(fault.sentence)


def _says_something(word: str) -> bool:
    return len(word) > (2 if is_spaced(word) else 1)


def opening_of(sentence: str) -> str:
    """Return the first three words of a sentence, or the first signs of one that has no spaces."""
    found = _OPENING.search(sentence)
    words = found[0] if found else sentence
    return words if is_spaced(words) else words[:_OPENING_SIGNS]
