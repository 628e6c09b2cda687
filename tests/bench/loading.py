"""Loading and checking a large world, beside a TOML parser that reads the same text and does no more."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import tomli

from game.authoring.inspect import inspect
from game.loader.diagnostics import Source
from game.loader.load import Project, build_project
from tests.bench.figures import Figure, at_most

PLACES = 5_000
_SCENES_A_PLACE = 2
T = TypeVar("T")

_PLACE = """
[place.p{number}]
name = "place {number}"
look = "A place like others, with the number {number} on its gate."
[place.p{number}.exits]
east = "p{east}"
west = {{ to = "p{west}", when = "count >= 1 or open", refuse = "Not yet." }}
"""
_SCENE = """
[[scene]]
id = "{name}"
when = "at(p{place}) and count < 3 and not seen({name})"
text = "{{first: Something | The same thing}} happens here."
[[scene.choice]]
text = "Let it happen"
do = ["count += 1"]
tell = "It happens."
[[scene.choice]]
text = "Stop it"
when = "count > 0"
do = ["open = true"]
"""


def measure_loading() -> list[Figure]:
    """Return the times to load and to check 5,000 places and 10,000 scenes, and to load half as many."""
    large, half = large_world(PLACES), large_world(PLACES // 2)
    parsing, _ = _best(lambda: tomli.loads(large))
    loading, project = _best(lambda: _load(large))
    loading_half, _ = _best(lambda: _load(half))
    checking, _ = _best(lambda: inspect(project))
    return [
        at_most("loading 5,000 places, 10,000 scenes", loading, "s", against=parsing, goal=3.0),
        at_most("checking them, against loading them", checking, "s", against=loading, goal=3.0),
        at_most("loading them, against half as many", loading, "s", against=loading_half, goal=2.2),
    ]


def large_world(places: int) -> str:
    """Return a world of so many places, each with exits, two scenes with choices, conditions and effects."""
    head = 'schema = 1\n[world]\nid = "large"\ntitle = "Large"\nstart = "p0"\n[facts]\ncount = 0\nopen = false\n'
    return head + "".join(_place(number, places) for number in range(places))


def _place(number: int, places: int) -> str:
    scenes = "".join(_SCENE.format(name=f"s{number}_{each}", place=number) for each in range(_SCENES_A_PLACE))
    return _PLACE.format(number=number, east=(number + 1) % places, west=(number - 1) % places) + scenes


def _load(text: str) -> Project:
    return build_project([Source("large.toml", text)])


def _best(work: Callable[[], T], *, times: int = 3) -> tuple[float, T]:
    """Return the least seconds that work takes, and what it returns."""
    taken = [_timed(work) for _ in range(times)]
    return min(seconds for seconds, _ in taken), taken[-1][1]


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result
