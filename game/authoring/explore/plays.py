"""The random search of a world too large to be searched whole: many plays, on all cores.

Knows nothing of how a play goes, or how the report is shown. A world crosses to another process by its path.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from time import monotonic

from game.authoring.explore.parts import met_at_first, parts_of
from game.authoring.explore.player import Found, Player
from game.authoring.explore.report import Reached, Report, Stuck
from game.authoring.explore.walked import walked_endings
from game.loader.load import Project, load_world
from game.rules.world import World

IN_A_BLOCK = 100
"""How many plays one player has: the next block begins anew, so that it can be played on another core."""


def explore_at_random(project: Project, world: World, path: Path, *, plays: int, seed: int) -> Report:
    """Return what so many plays of the world at path find; the same plays and seed find the same on any machine."""
    began = monotonic()
    found = Found(met_at_first(world))
    for each in _blocks(path, plays, seed):
        found.add(each)
    parts = tuple(parts_of(project, world))
    known = {**walked_endings(world), **found.paths}
    endings = tuple(Reached(each, known.get(each.id)) for each in parts if each.kind == "ending")
    unknown = Stuck(0, decided=False, path=None)
    return Report(
        complete=False,
        states=found.states,
        seconds=monotonic() - began,
        endings=endings,
        soft_locks=unknown,
        dead_ends=unknown,
        untested=tuple(each for each in parts if (each.kind, each.id) not in found.met),
        not_decided=tuple(f"{each.ending}: not reached in {plays:,} plays" for each in endings if each.path is None),
        plays=plays,
    )


def play_block(path: Path, seed: int, numbers: range) -> Found:
    """Return what one player comes to in the plays of these numbers."""
    player = Player(load_world(path), seed)
    for number in numbers:
        player.play(number)
    return player.found


def _blocks(path: Path, plays: int, seed: int) -> Iterator[Found]:
    """Yield what each block of plays came to, each on a core of its own where there are several."""
    blocks = [(path, seed, range(first, min(first + IN_A_BLOCK, plays))) for first in range(0, plays, IN_A_BLOCK)]
    workers = min(cpu_count() or 1, len(blocks))
    if workers == 1:
        yield from starmap(play_block, blocks)
        return
    with get_context("spawn").Pool(workers) as pool:  # spawned: a fork would copy threads that the program may have
        yield from pool.starmap(play_block, blocks, chunksize=1)
