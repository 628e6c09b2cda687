"""Whether a Chinese sentence tells what is closed: by what it shares with that alone, and whom it puts together.

Knows nothing of who speaks. Characters are shared by chance; people and things together are not.
"""

from __future__ import annotations

from game.story.guarding.moment import Moment
from game.story.guarding.pieces import telling_words
from game.story.guarding.said import Said

# What the words must weigh that no open piece accounts for: by how many are named whom no open piece puts together.
_OF_NOBODY = 2.1
_OF_SOMEBODY = 1.65
_OF_TWO = 1.0
_OF_MORE = 0.4
_FEW = 2


def is_betrayed(moment: Moment, said: Said) -> bool:
    """Return whether a sentence is as good as one of the closed pieces."""
    language, pieces = moment.lexicon.language, moment.pieces
    words = telling_words(said.folded, language) - telling_words(moment.asked.text, language)
    words -= telling_words(moment.notes.text, language)
    named = moment.reading.named_in(said.folded)
    for closed, theirs in moment.reading.closed:
        shared = words & closed
        if len(shared) < _FEW or pieces.weigh(shared) < _OF_MORE:
            continue
        accounted = max((pieces.weigh(shared & each) for each in pieces.open), default=0.0)
        if pieces.weigh(shared) - accounted >= _enough(moment, named & theirs):
            return True
    return False


def _enough(moment: Moment, named: frozenset[str]) -> float:
    """Return what words must weigh beyond what is open, in a sentence that names these together with a closed piece."""
    if not named:
        return _OF_NOBODY
    if len(named) == 1 or any(named <= each for each in moment.reading.open):
        return _OF_SOMEBODY
    return _OF_TWO if len(named) == _FEW else _OF_MORE
