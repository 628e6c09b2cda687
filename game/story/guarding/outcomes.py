"""Whether an English sentence tells the turn's outcome as another: refused as done, done as refused or as otherwise.

Knows nothing of how either is found out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.guarding.arriving import unmoved
from game.story.guarding.contraries import contrary_in
from game.story.guarding.failing import has_deed, unaltered, undone
from game.story.guarding.granting import granted
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.told import Told, told_in, unsaid_in


def outcomes(moment: Moment, said: Said) -> Iterator[str]:
    """Yield the words of a sentence that tell the outcome otherwise, and are not the author's."""
    if has_deed(moment) and not moment.is_refused and (words := unsaid_in(moment, "failing", said.bare)):
        yield words
    for told in told_in(moment, said):
        yield from _in_clause(moment, told, is_made_good=bool(moment.lexicon.find("all_the_same", said.bare)))
    yield from filter(None, (contrary_in(moment, said),))


def _in_clause(moment: Moment, told: Told, *, is_made_good: bool) -> Iterator[str]:
    if moment.has_moved:
        yield from unmoved(moment, told)
    if moment.is_refused:
        yield from granted(moment, told)
        yield from unaltered(moment, told)
    elif has_deed(moment) and not is_made_good:
        yield from undone(moment, told)
