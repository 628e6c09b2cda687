"""What is closed is not told: neither the words that would betray it, nor so much of it that one could guess.

Knows nothing of who speaks. A closed piece is as good as told where a sentence shares with it what it shares with no
open one, and that weighs enough.
"""

from __future__ import annotations

from game.story.guard import keys_in
from game.story.guarding.chinese.betrayal import is_betrayed
from game.story.guarding.moment import Moment
from game.story.guarding.pieces import Pieces, telling_words
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict

_ENOUGH = 0.8
_FEW = 2
_PECULIAR = 1.5


def betrayed(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a sentence that tells what nobody may be told yet."""
    for key in keys_in(said.text, sorted(moment.keys)):
        if key not in moment.notes.text and key not in moment.here.text:
            return Verdict("secret", key if key in said.folded else "")
    if not moment.lexicon.is_spaced:
        return Verdict("secret") if is_betrayed(moment, said) else None
    pieces = moment.pieces
    words = telling_words(said.folded, moment.lexicon.language)
    told = any(_is_told(pieces, words & closed) for closed in pieces.closed)
    return Verdict("secret") if told else None


def _is_told(pieces: Pieces, shared: frozenset[str]) -> bool:
    """Return whether words that a sentence shares with what is closed are more than any open piece accounts for."""
    if len(shared) < _FEW or pieces.weigh(shared) < _ENOUGH:
        return False
    accounted = max((pieces.weigh(shared & each) for each in pieces.open), default=0.0)
    return pieces.weigh(shared) - accounted >= (_ENOUGH if len(shared) > _FEW else _PECULIAR)
