"""The tables of the voice: the name that chooses each, its title, what measures it. A new one is a line in TABLES."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.bench.figures import Figure, print_figures
from tests.bench.voice.beside import print_beside
from tests.bench.voice.choosing import measure_understanding
from tests.bench.voice.examples import measure_examples
from tests.bench.voice.guard import measure_development, measure_guard, measure_reasons
from tests.bench.voice.telling import ALL, measure_telling


@dataclass(frozen=True, slots=True)
class Table:
    """measure takes the model that was asked for, a catalogue name or a GGUF file, or nothing for the starter.

    show prints what was measured: beside one another, or with print_figures one below the other.
    """

    name: str
    title: str
    measure: Callable[[str | None], list[Figure]]
    show: Callable[[str, Sequence[Figure]], None] = print_beside


TABLES = (
    Table(
        "guard",
        "What the guard holds back of sentences that nobody who works on its rules has seen",
        lambda _: measure_guard(),
    ),
    Table("guard-developed", "What it holds back of those they were developed on", lambda _: measure_development()),
    Table("guard-reasons", "For which reasons sentences of a category were held back", lambda _: measure_reasons()),
    Table(
        "understanding",
        "What is understood of what players type, on the two thirds that bounds are not calibrated on",
        measure_understanding,
        print_figures,
    ),
    Table("examples", "What it makes of held-out examples", measure_examples, print_figures),
    Table(
        "telling",
        f"{ALL} generated turns, told whole by the model",
        lambda model: measure_telling(model, count=ALL),
        print_figures,
    ),
    Table(
        "touching",
        f"{ALL} generated turns, told by the author with a touch of the model",
        lambda model: measure_telling(model, way="blend", count=ALL),
        print_figures,
    ),
    Table(
        "talking",
        f"{ALL} generated turns in which people find their own words",
        lambda model: measure_telling(model, of="talks", way="blend", count=ALL),
        print_figures,
    ),
)
