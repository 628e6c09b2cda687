"""What is closed is not told: neither the words that would betray it, nor so much of it that one could guess.

Knows nothing of who speaks. A closed piece is as good as told where a sentence shares with it what it shares with no
open one, and that weighs enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.story.guard import keys_in
from game.story.guarding.chinese.betrayal import is_betrayed
from game.story.guarding.moment import Moment
from game.story.guarding.names import by_person
from game.story.guarding.pieces import Pieces, telling_words
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict

_FEW = 2

# Words that a sentence shares with what is closed, how much more they weigh than any open piece accounts for, and how
# much of the sentence they are: any of these is as good as telling it.
_TOLD = ((3, 0.85, 0.0), (2, 1.3, 0.0), (4, 0.2, 0.45), (3, 0.4, 0.55), (3, 0.2, 0.8))
_TOLD_IN_A_LINE = (*_TOLD, (2, 0.9, 0.45))
_NAMED = ((3, 0.95, 0.6),)


def betrayed(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a sentence that tells what nobody may be told yet."""
    for key in keys_in(said.text, sorted(moment.keys)):
        if not any(key in each.text for each in (moment.notes, moment.here, moment.opened)):
            return Verdict("secret", key if key in said.folded else "")
    if not moment.lexicon.is_spaced:
        return Verdict("secret") if is_betrayed(moment, said) else None
    words = telling_words(by_person(moment.world, moment.names, said.folded), moment.lexicon.language)
    ways = _TOLD_IN_A_LINE if said.speaker else _TOLD
    told = any(_is_told(moment.pieces, words, words & closed, ways) for closed in moment.pieces.closed)
    return Verdict("secret") if told else None


def _is_told(
    pieces: Pieces, words: frozenset[str], shared: frozenset[str], ways: Sequence[tuple[int, float, float]]
) -> bool:
    """Return whether of a sentence's words those shared with what is closed give it away in one of these ways."""
    plain = sum(word not in pieces.faint for word in shared)
    if not plain:
        return False
    own, share = pieces.peculiar(shared), len(shared) / len(words)
    counted = ways if plain >= _FEW else _NAMED
    return any(len(shared) >= few and own >= enough and share >= part for few, enough, part in counted)
