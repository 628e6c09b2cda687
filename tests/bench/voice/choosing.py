"""What is understood of the phrasings in tests/story, by the classic commands, by words alone, and with a model.

A third of them, by a hash of their words, is what bounds are calibrated on; figures are of the others. Run by itself it
prints the bounds that the third suggests: `python -m tests.bench.voice.choosing [MODEL] [FILE.jsonl ...]`. Of files
whose names begin with a language all is measured, and nothing calibrated.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, product
from pathlib import Path
from tempfile import TemporaryDirectory

from game.llm.choice import find_file
from game.settings import load_settings, models_folder
from game.story.model import Bounds, LanguageModel
from tests.bench.figures import Figure, p95, print_figures, share, within
from tests.bench.narrating.stage import QUICK, Stage
from tests.bench.voice.hearing import Heard, Verdict, hear
from tests.story.corpora import world_in
from tests.story.phrasings.corpus import languages, phrasings, phrasings_of

_GOALS = {"right": 90.0, "asked": 10.0, "wrong": 1.0}
_SURE = [each / 20 for each in range(10, 20)]
_ASKED = [each / 20 for each in range(4, 20)]
_COST = 10
"""How many more must be right for one more that is wrong: a deed that nobody meant costs dearly."""


def measure_understanding(name: str | None) -> list[Figure]:
    """Return the shares understood of each language, without a model and with it, and the time that this takes."""
    with hosted(name) as host:
        heard = {language: hear(phrasings(language), host) for language in languages()}
        return list(_figures(_rest(heard), bounds_of(host)))


def bounds_of(model: LanguageModel) -> Bounds:
    """Return the bounds that a model has."""
    return model.info.bounds if model.info else Bounds()


def calibrated(heard: Sequence[Heard], bounds: Bounds) -> Bounds:
    """Return the bounds under which the calibrating third is understood best, and no more asked about than is good."""
    third = [each for each in heard if each.is_for_calibration]
    found = (replace(bounds, sure=sure, asked=asked) for sure, asked in product(_SURE, _ASKED) if asked <= sure)
    return max(found, key=lambda each: _worth(third, each))


def _worth(third: Sequence[Heard], bounds: Bounds) -> tuple[bool, int, float]:
    """Return what bounds are chosen by: nothing asked above the goal, then most right or held, then most care."""
    counts = Counter(each.verdict(bounds) for each in third)
    is_good = 100 * counts["asked"] <= _GOALS["asked"] * len(third)
    held = sum(each.is_held(bounds) for each in third)
    return is_good, 2 * counts["right"] + held - 2 * _COST * counts["wrong"], bounds.sure


def _rest(heard: Mapping[str, Sequence[Heard]]) -> dict[str, list[Heard]]:
    """Return what bounds were not calibrated on."""
    return {name: [each for each in of_it if not each.is_for_calibration] for name, of_it in heard.items()}


def _figures(heard: Mapping[str, Sequence[Heard]], bounds: Bounds) -> Iterator[Figure]:
    for name, each in heard.items():
        yield from _figures_of(name, each, bounds)


def _figures_of(name: str, rest: Sequence[Heard], bounds: Bounds) -> Iterator[Figure]:
    yield from _shares(f"{name}, classic commands", [each.classic for each in rest])
    asked = [each for each in rest if each.likely]
    if not asked:
        return
    yield from _shares(f"{name}, no model", [each.verdict_alone for each in rest])
    yield from _shares(f"{name}, with the model", [each.verdict(bounds) for each in rest])
    yield from _shares(f"{name}, what is left to the model", [each.verdict(bounds) for each in asked])
    yield Figure(f"{name}: questions that hold what is meant", _held(asked, bounds), "%")
    yield Figure(f"{name}: time to choose, p95", p95([each.seconds for each in asked]), "s")


def _shares(title: str, verdicts: Sequence[Verdict]) -> Iterator[Figure]:
    counts = Counter(verdicts)
    yield share(f"{title}: right", counts["right"], len(verdicts), goal=_GOALS["right"])
    for verdict in ("asked", "wrong"):
        yield within(f"{title}: {verdict}", 100 * counts[verdict] / len(verdicts), "%", goal=_GOALS[verdict])
    yield Figure(f"{title}: missed", 100 * counts["missed"] / len(verdicts), "%")


def _held(heard: Sequence[Heard], bounds: Bounds) -> float:
    """Return in how many of a hundred questions back, of what means something, that is an option."""
    asked = [each for each in heard if each.meant and each.verdict(bounds) == "asked"]
    return 100 * sum(each.is_held(bounds) for each in asked) / len(asked) if asked else 0.0


@contextmanager
def hosted(name: str | None) -> Iterator[LanguageModel]:
    """Yield the model of that name, or the starter, ready to be asked."""
    choice = find_file(name, cache=load_settings().cache, models=models_folder())
    if choice is None:
        raise SystemExit("bench: name a model that there is.")
    with TemporaryDirectory() as folder:
        stage = Stage(world_in("saltmarrow", "en"), choice, Path(folder), QUICK)
        with stage.host() as host:
            yield host


def main() -> None:
    """Measure the model that was named, or the starter."""
    files = [Path(each) for each in sys.argv[1:] if each.endswith(".jsonl")]
    name = next((each for each in sys.argv[1:] if not each.endswith(".jsonl")), None)
    with hosted(name) as host:
        bounds = bounds_of(host)
        if files:
            heard = {each.stem: hear(phrasings_of(each), host) for each in files}
            print_figures("Words understood", list(_figures(heard, bounds)))
            return
        ours = {language: hear(phrasings(language), host) for language in languages()}
        print_figures("Words understood", list(_figures(_rest(ours), bounds)))
        print("bounds that are suggested:", calibrated(list(chain.from_iterable(ours.values())), bounds))


if __name__ == "__main__":
    main()
