"""Which offers a player's words take up: those of which a key is said, where nothing beside it denies it.

Knows nothing of verbs or of who is spoken to. An offer changes the world, so a part of a key, or a likeness, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from game.rules.world import Proposal
from game.story.lexicon import mentions, plain

# "能不能" asks, and denies nothing.
_WHETHER = re.compile(r"(\w)不\1")


def taken_up(offers: Iterable[Proposal], said: str, *, denying: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the ids of the offers that plain words take up, each with the keys that were said.

    denying are the words that take back what is said with them: "not", "never".
    """
    found = ((offer.id, tuple(key for key in map(plain, offer.keys) if mentions(said, key))) for offer in offers)
    return [(name, keys) for name, keys in found if any(not _is_denied(said, key, denying) for key in keys)]


def _is_denied(said: str, key: str, denying: Sequence[str]) -> bool:
    beside = _WHETHER.sub(" ", f" {said} ".replace(key, " ", 1))
    return any(mentions(" ".join(beside.split()), plain(word)) for word in denying)
