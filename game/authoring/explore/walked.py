"""The endings that a world's own paths come to: where a search or plays at random did not, they say how.

Knows nothing of searches.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.authoring.explore.report import Words
from game.authoring.transcripts import walk
from game.rules.world import World


def walked_endings(world: World) -> Mapping[str, Words]:
    """Return what is typed to come to each ending that one of the world's paths leads to: of several the shortest."""
    longest_first = sorted(world.paths, key=lambda route: len(route.choose), reverse=True)
    return {ending: route.choose for route in longest_first if (ending := walk(world, route).ending)}
