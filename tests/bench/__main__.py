"""`make bench`: measures, prints tables, writes build/bench.json. Ratios are of one run; nothing fails by the clock."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from game.llm.choice import ModelChoice, find_file
from game.llm.host import LlamaHost
from game.loader.load import load_world
from game.settings import load_settings, models_folder
from tests.bench.choosing import measure_choosing
from tests.bench.committing import measure_committing
from tests.bench.deciding import measure_deciding
from tests.bench.exploring import measure_exploring
from tests.bench.figures import Figure, print_figures, write_figures
from tests.bench.lasting import measure_lasting
from tests.bench.loading import measure_loading
from tests.bench.telling import measure_telling
from tests.bench.voicing import measure_voicing

ROOT = Path(__file__).parents[2]
_LOADING_S = 120.0


def main() -> None:
    """Measure everything."""
    options = argparse.ArgumentParser(prog="make bench")
    options.add_argument("--model", help="a catalogue name or a GGUF file; the starter without it")
    chosen = options.parse_args().model
    world = load_world(ROOT / "worlds" / "saltmarrow")
    loading = measure_loading()
    print_figures("A large world", loading)
    playing = [*measure_choosing(ROOT / "build" / "ink"), *measure_exploring(ROOT / "worlds")]
    print_figures("Many plays", playing)
    with TemporaryDirectory() as folder:
        ruling = [*measure_deciding(world), *measure_committing(world, Path(folder))]
        print_figures("The rules and the disk", ruling)
        lasting = measure_lasting(world, Path(folder))
        print_figures("Long runs", lasting)
        figures = [*loading, *playing, *ruling, *lasting, *_measure_model(chosen, Path(folder))]
    write_figures(ROOT / "build" / "bench.json", figures)


def _measure_model(chosen: str | None, folder: Path) -> list[Figure]:
    world = load_world(ROOT / "worlds" / "saltmarrow")
    choice = find_file(chosen, cache=load_settings().cache, models=models_folder())
    if choice is None:
        return []
    with _loaded(choice, folder) as host:
        voicing = measure_voicing(world, host)
    print_figures(f"The voice of {choice.name}", voicing)
    with _loaded(choice, folder) as host:  # As a player's: a model that has told nothing else yet.
        telling = measure_telling(world, host, choice.path, folder)
    print_figures(f"{choice.name} telling a run of 102 turns", telling)
    return [*voicing, *telling]


@contextmanager
def _loaded(choice: ModelChoice, folder: Path) -> Iterator[LlamaHost]:
    host = LlamaHost(choice.path, log=folder / "model.log", template=choice.template)
    host.start()
    try:
        if not host.wait(_LOADING_S):
            raise SystemExit(f"bench: {host.status.message or 'the model did not load'}")
        yield host
    finally:
        host.close()


if __name__ == "__main__":
    main()
