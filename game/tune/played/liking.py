"""Which tellings of a turn its player liked, and over which others, by what they said and did.

Knows nothing of what is told in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from game.session.saved import passages_of
from game.session.telling import BY_PLAYER
from game.storage.records import Telling
from game.story.passages import plain_text

Why = Literal["rated", "edited", "chosen"]

_BY_MODEL = ("blend", "model")


@dataclass(frozen=True, slots=True)
class Liked:
    """A telling that was liked: given a plus, written by the player, or taken among several; and those liked less."""

    telling: Telling
    why: Why
    over: tuple[Telling, ...]


def liked_of(tellings: Sequence[Telling], chosen: int | None, *, is_left: bool) -> Iterator[Liked]:
    """Yield what was liked of a turn's tellings, of which history uses the alternative that is chosen.

    is_left says that the story went on from the turn. A telling is taken among several where the player went on with
    it, or went back to it: one that was only told last may not even have been read. Raises SaveError.
    """
    takes = [each for each in tellings if each.narrator in _BY_MODEL]
    taken = [each for each in takes if each.alternative == chosen and (is_left or each is not takes[-1])]
    for each in (each for each in tellings if each.narrator != BY_PLAYER):
        is_taken = each in taken and len(takes) > 1
        if each.rating > 0 or (is_taken and not each.rating):
            over = (other for other in takes if other.rating < 0 or (is_taken and not other.rating))
            yield Liked(each, "rated" if each.rating else "chosen", tuple(other for other in over if other is not each))
    for each in _kept_edits(tellings, chosen)[-1:]:
        yield Liked(each, "edited", tuple(_edited_over(each, tellings)))


def _kept_edits(tellings: Sequence[Telling], chosen: int | None) -> list[Telling]:
    """Return what the player wrote and did not think better of."""
    by_player = (each for each in tellings if each.narrator == BY_PLAYER and each.rating >= 0)
    return [each for each in by_player if each.alternative == chosen or each.rating]


def _edited_over(edit: Telling, tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Yield the telling that was on the sheet when the player began to write: the one most like what they wrote."""
    earlier = [each for each in tellings if each.alternative < edit.alternative and each.narrator != BY_PLAYER]
    if earlier:
        written = plain_text(passages_of(edit))
        yield max(earlier, key=lambda each: (fuzz.ratio(plain_text(passages_of(each)), written), each.alternative))
