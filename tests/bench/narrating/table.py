"""The groups in which the narrator is measured: the name that chooses each, its title, and what measures it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.figures import Figure
from tests.bench.narrating.blending import measure_blending
from tests.bench.narrating.crashing import measure_crashing
from tests.bench.narrating.marks import measure_marks
from tests.bench.narrating.reading import measure_reading
from tests.bench.narrating.resuming import measure_resuming
from tests.bench.narrating.stage import Stage
from tests.bench.narrating.streaming import measure_streaming
from tests.bench.narrating.yielding import measure_yielding


@dataclass(frozen=True, slots=True)
class Group:
    """title has a place for the model's name."""

    name: str
    title: str
    measure: Callable[[Stage], list[Figure]]


GROUPS = (
    Group("marks", "{} telling a long run", measure_marks),
    Group("reading", "{} telling to a player who reads", measure_reading),
    Group("streaming", "{} telling to the screen", measure_streaming),
    Group("resuming", "{} going on with a run", measure_resuming),
    Group("yielding", "{} giving way", measure_yielding),
    Group("blending", "{} adding a touch to a long run", measure_blending),
    Group("crashing", "{} killed", measure_crashing),
)
