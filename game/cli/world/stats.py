"""The command `world stats`: the figures of a world, as lines or JSON.

Knows nothing of how they are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from game.authoring.playtime import SECONDS_A_TURN, Played
from game.authoring.stats import Stats, stats_of
from game.cli.printed import JsonOption, print_json, say
from game.cli.world.found import WorldArgument, world_path
from game.loader.load import load_world
from game.story.prose import counted
from game.story.reading import SPEEDS


def stats(world: WorldArgument, as_json: JsonOption = False) -> None:
    """Count a world, and guess how long it takes to play. Its words, places and scenes, and how hard it reads."""
    found = stats_of(load_world(world_path(world)))
    if as_json:
        print_json({**asdict(found), "total": found.total, "method": _method(found)})
        return
    for line in _lines(found):
        say(line)


def _lines(found: Stats) -> Iterator[str]:
    yield found.title
    yield ""
    yield from (_row(what, f"{count:,}") for what, count in found.counts.items())
    yield ""
    yield _row(found.unit, f"{found.total:,}")
    yield from (_row(f"  {kind}", f"{count:,}") for kind, count in found.words.items() if count)
    yield ""
    if found.grade is not None:
        yield f"Reading grade {found.grade:.1f} (Flesch-Kincaid: years at school, in American grades)."
    if found.sentence_length is not None:
        yield f"A sentence has {found.sentence_length:.1f} characters on the average."
    yield from _play_time(found)


def _row(what: str, figure: str) -> str:
    return f"{what:<12}{figure:>9}"


def _play_time(found: Stats) -> Iterator[str]:
    if found.shortest is None or found.longest is None:
        yield "Play time: not known; it is that of the world's own paths, and there are none that can be played."
    else:
        yield f"Play time: about {_minutes(found.shortest, found.longest)}."
        if found.shortest != found.longest:
            yield f"  shortest path: {_path(found.shortest, found.unit)}"
        yield f"  longest path:  {_path(found.longest, found.unit)}"
        yield f"  {_method(found)}"
    if found.unplayable:
        yield f"Paths that cannot be played as they stand: {found.unplayable}."


def _minutes(shortest: Played, longest: Played) -> str:
    least, most = (max(1, round(each.seconds / 60)) for each in (shortest, longest))
    return counted(most, "minute") if least == most else f"{least} to {most} minutes"


def _path(played: Played, unit: str) -> str:
    return f"{played.name} ({played.words:,} {unit} told in {played.turns:,} turns)"


def _method(found: Stats) -> str:
    """Return how the time is computed."""
    return f"Computed as {SPEEDS[found.unit]} {found.unit} a minute, and {SECONDS_A_TURN} seconds a turn to choose."
