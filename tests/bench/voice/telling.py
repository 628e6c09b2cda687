"""`python -m tests.bench.voice.telling`: a model tells generated turns; how much was held back, and what that took.

A table begins no turn after MOST_S seconds, whatever the model, and is of those that were told by then.
With --show each turn is printed: what the model was told, what was shown, and what was not and why.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rich.console import Console

from game.llm.choice import ModelChoice, find_file
from game.loader.find import list_worlds
from game.loader.load import load_world
from game.rules.world import World
from game.settings import load_settings, models_folder
from game.story.model import LanguageModel
from game.story.narrator import WAYS, Way
from tests.bench.figures import Figure, print_figures
from tests.bench.narrating.stage import Extent, Stage
from tests.bench.voice.situations import Situation, both, situations, talks
from tests.bench.voice.summing import figures_of
from tests.bench.voice.told import Told, tell

ROOT = Path(__file__).parents[3]
SITUATIONS, ALL = 24, 200
MOST_S = 900.0
TURNS = {"walks": situations, "talks": talks, "both": both}
"""Which turns are told: of any deed, or those in which somebody is spoken to who finds words of their own."""


def measure_telling(
    model: str | None,
    *,
    of: str = "walks",
    way: Way = "model",
    count: int = SITUATIONS,
    gpu_layers: int = 0,
    show: Console | None = None,
) -> list[Figure]:
    """Return the figures of so many turns in all shipped worlds, told by a model, the starter where none is named.

    Each is printed on a console where there is one to show it.
    """
    with hosted(model, gpu_layers=gpu_layers) as host:
        told = []
        for each in told_within(MOST_S, host, TURNS[of](shipped(), count), way):
            told.append(each)
            if show and each.is_the_models:
                show.print("\n".join(_lines(each)), markup=False, highlight=False)
    return [Figure("turns looked at", len(told), "", goal=f"= {count}", met=len(told) == count), *figures_of(told)]


def shipped() -> list[World]:
    """Return the worlds that the game brings."""
    return [load_world(each.path) for each in list_worlds([ROOT / "worlds"])]


def chosen(model: str | None) -> ModelChoice:
    """Return a model by its name, the starter where none is named."""
    choice = find_file(model, cache=load_settings().cache, models=models_folder())
    if choice is None:
        raise SystemExit("bench: there is no model to measure")
    return choice


@contextmanager
def hosted(model: str | None, *, gpu_layers: int = 0) -> Iterator[LanguageModel]:
    """Yield a model by its name, the starter where none is named, and close it."""
    choice = chosen(model)
    with TemporaryDirectory() as folder:
        stage = Stage(shipped()[0], choice, Path(folder), Extent(), gpu_layers)
        with stage.host() as host:
            yield host


def told_within(seconds: float, model: LanguageModel, each_of: Iterable[Situation], way: Way) -> Iterator[Told]:
    """Yield situations as a model tells them; none is begun once so many seconds have passed."""
    end = monotonic() + seconds
    for each in each_of:
        if monotonic() > end:
            return
        yield tell(model, each, way)


def main() -> None:
    """Measure, and print the figures."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.voice.telling")
    options.add_argument("--model", help="a catalogue name or a GGUF file; the starter without it")
    options.add_argument("--gpu-layers", type=int, default=0, help="layers put on the GPU; -1 for all")
    options.add_argument("--way", choices=WAYS[1:], default="model", help="told whole by it, or with a touch of it")
    options.add_argument("--of", choices=TURNS, default="walks", help="turns of any deed, those of talk, or both")
    options.add_argument("--situations", type=int, default=SITUATIONS, help=f"how many; {ALL} for a whole measurement")
    options.add_argument("--show", action="store_true", help="print what was told")
    given = options.parse_args()
    show = Console() if given.show else None
    extent = {"count": given.situations, "gpu_layers": given.gpu_layers}
    print_figures("Generated turns", measure_telling(given.model, of=given.of, way=given.way, **extent, show=show))


def _lines(told: Told) -> Iterator[str]:
    """Yield a telling for whoever reads it."""
    yield f"===== {told.situation.world.id}: {told.situation.turn.words}"
    for account in (each.account for each in told.replies if each.account):
        yield from (f"  {line}" for line in account.asked.splitlines())
        yield from (f"  ✗ {each.fate} [{each.words}] {each.sentence}" for each in account.heard if each.fate)
    yield from (f"{each.source}: {each.text}" for each in told.passages)


if __name__ == "__main__":
    main()
