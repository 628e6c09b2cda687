"""What a telling adds of its own is of the kinds that the author lets it add: weather, smells, sounds, light, gestures.

Knows nothing of what is here. Where a world lets all of them be added, there is nothing to look for.
"""

from __future__ import annotations

from game.rules.world import INVENTIONS
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.things import is_unreal
from game.story.guarding.verdict import Verdict


def invented(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first thing of a kind that may not be added, where the author does not have it."""
    if said.speaker:
        return None
    for kind in INVENTIONS:
        if kind in moment.world.voice.may_invent:
            continue
        for found in moment.lexicon.pattern(f"of_{kind}").finditer(said.bare):
            start, end = said.clause_at(found.start())
            before = said.bare[start : found.start()]
            if not (moment.ground.has(found.group()) or is_unreal(moment, said.bare[start:end], before, "")):
                return Verdict("thing", said.spelled(*found.span()))
    return None
