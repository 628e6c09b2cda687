"""What is closed is not told: neither the words that would betray it, nor so much of it that one could guess.

Knows nothing of who speaks.
"""

from __future__ import annotations

from game.story.guarding.ground import Ground
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.stems import stem
from game.story.guarding.verdict import Verdict
from game.story.lexicon import mentions_form, plain

_ENOUGH = 2
_ENOUGH_PAIRS = 3


def betrayed(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a sentence that tells what nobody may be told yet."""
    phrase = plain(said.text)
    for key in sorted(moment.keys):
        if mentions_form(phrase, key) and key not in moment.notes.text:
            return Verdict("secret", key if key in said.folded else "")
    for closed in moment.closed:
        shared = _shared(moment, said, closed)
        if len(shared) >= (_ENOUGH if moment.lexicon.is_spaced else _ENOUGH_PAIRS):
            return Verdict("secret", shared[0] if shared[0] in said.folded else "")
    return None


def _shared(moment: Moment, said: Said, closed: Ground) -> list[str]:
    """Return the words that a sentence shares with what is closed and with nothing that is open."""
    if moment.lexicon.is_spaced:
        words = dict.fromkeys(word for word in said.words if len(word) > 2)
        return [word for word in words if stem(word) in closed.stems and not _is_open(moment, word)]
    pairs = dict.fromkeys(said.bare[at : at + 2] for at in range(len(said.bare) - 1))
    return [pair for pair in pairs if pair.isalpha() and pair in closed.text and pair not in moment.known.text]


def _is_open(moment: Moment, word: str) -> bool:
    return stem(word) in moment.known.stems or moment.lexicon.has("common", stem(word))
