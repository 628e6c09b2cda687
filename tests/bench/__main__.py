"""`make bench`: measures, prints tables, writes build/bench.json. Ratios are of one run; nothing fails by the clock."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from game.llm.choice import find_file
from game.loader.load import load_world
from game.settings import load_settings, models_folder
from tests.bench.choosing import measure_choosing
from tests.bench.committing import measure_committing
from tests.bench.deciding import measure_deciding
from tests.bench.exploring import measure_exploring
from tests.bench.figures import Figure, print_figures, write_figures
from tests.bench.lasting import measure_lasting
from tests.bench.loading import measure_loading
from tests.bench.narrating.stage import QUICK, Extent, Stage, everlasting
from tests.bench.narrating.table import GROUPS
from tests.bench.untaught import untaught_starter
from tests.bench.voicing import measure_voicing

ROOT = Path(__file__).parents[2]
_BARE = ("loading", "playing", "ruling", "lasting")
_NARRATING = tuple(group.name for group in GROUPS)
_NAMES = (*_BARE, "voicing", "narrating", *_NARRATING)

Measured = tuple[str, list[Figure]]


def main() -> None:
    """Measure everything, or the groups that were chosen."""
    options = argparse.ArgumentParser(prog="make bench")
    options.add_argument("--model", help="a catalogue name or a GGUF file; the starter without it")
    options.add_argument("--gpu-layers", type=int, default=0, help="layers put on the GPU, everywhere; -1 for all")
    options.add_argument("--only", nargs="+", choices=_NAMES, metavar="GROUP", help=f"some of: {', '.join(_NAMES)}")
    options.add_argument("--quick", action="store_true", help="measure little, to see that it works")
    given = options.parse_args()
    names = _chosen(given.only)
    figures: list[Figure] = []
    with TemporaryDirectory() as folder:
        extent = QUICK if given.quick else Extent()
        model = _measure_model(given, names, extent, Path(folder))
        for title, measured in chain(_measure_bare(names, Path(folder)), model):
            print_figures(title, measured)
            figures += measured
    write_figures(ROOT / "build" / ("bench.json" if given.only is None else "bench-some.json"), figures)


def _chosen(only: list[str] | None) -> set[str]:
    chosen = set(_NAMES) if only is None else set(only)
    return chosen | set(_NARRATING) if "narrating" in chosen else chosen


def _measure_bare(names: set[str], folder: Path) -> Iterator[Measured]:
    """Yield what needs no model."""
    world = load_world(ROOT / "worlds" / "saltmarrow")
    measures: dict[str, tuple[str, Callable[[], list[Figure]]]] = {
        "loading": ("A large world", measure_loading),
        "playing": (
            "Many plays",
            lambda: [*measure_choosing(ROOT / "build" / "ink"), *measure_exploring(ROOT / "worlds")],
        ),
        "ruling": (
            "The rules and the disk",
            lambda: [*measure_deciding(world), *measure_committing(world, folder)],
        ),
        "lasting": ("Long runs", lambda: measure_lasting(world, folder)),
    }
    for name in _BARE:
        if name in names:
            title, measure = measures[name]
            yield title, measure()


def _measure_model(given: argparse.Namespace, names: set[str], extent: Extent, folder: Path) -> Iterator[Measured]:
    """Yield what a model does, if there is one; each group has one that has told nothing else yet, as a player's."""
    if names <= set(_BARE):
        return
    choice = find_file(given.model, cache=load_settings().cache, models=models_folder())
    if choice is None:
        return
    world = everlasting(load_world(ROOT / "worlds" / "saltmarrow"))
    if "voicing" in names:
        with Stage(world, choice, folder, extent, given.gpu_layers).host() as host:
            yield f"The voice of {choice.name}", measure_voicing(world, host)
    if not names & set(_NARRATING):
        return
    teller = untaught_starter(folder) if given.model is None else choice
    stage = Stage(world, teller, folder, extent, given.gpu_layers)
    for group in GROUPS:
        if group.name in names:
            yield group.title.format(teller.name), group.measure(stage)


if __name__ == "__main__":
    main()
