"""What is understood of the phrasings in tests/story, by the classic commands alone and with a model that chooses.

A third of them, by a hash of their words, is what bounds are calibrated on; figures are of the others. Run by itself it
prints the bounds that the third suggests: `python -m tests.bench.voice.choosing [MODEL]`.
"""

from __future__ import annotations

import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, product
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Literal

from game.llm.choice import find_file
from game.rules.actions import Action
from game.settings import load_settings, models_folder
from game.story.choosing.chooser import Chooser, Chosen, Nothing, Scored, Unclear, decide
from game.story.model import Bounds, LanguageModel
from game.story.parser import Understood, parse
from game.story.prompt import can_prompt
from game.story.splitting import Line
from tests.bench.figures import Figure, p95, print_figures, share, within
from tests.bench.narrating.stage import QUICK, Stage
from tests.story.corpora import sentences_in, world_in
from tests.story.phrasings.corpus import Phrasing, deeds, languages, phrasings, state_of, unspoken
from tests.story.phrasings.measure import actions_before, verdict_on

Verdict = Literal["right", "asked", "missed", "wrong"]

_GOALS = {"right": 90.0, "asked": 10.0, "wrong": 1.0}
_PARTS = 3
_LEASTS = [each / 4 for each in range(-4, 21)]
_MARGINS = [each / 2 for each in range(9)]
_ASKED = [each / 4 for each in range(-12, 9)]


@dataclass(frozen=True, slots=True)
class Heard:
    """A phrasing, how well the classic commands understand it, and what a model finds likely where they leave it open.

    meant is the one thing that it means, if it means just one.
    """

    phrasing: Phrasing
    meant: Action | None
    classic: Verdict
    likely: tuple[Scored, ...] = ()
    seconds: float = 0.0

    @property
    def is_for_calibration(self) -> bool:
        """Return whether bounds are calibrated on it."""
        return zlib.crc32(self.phrasing.words.encode()) % _PARTS == 0

    def is_held(self, bounds: Bounds) -> bool:
        """Return whether it leads to a question that has what is meant among its options."""
        choice = decide(self.likely, bounds) if self.likely else Nothing()
        return isinstance(choice, Unclear) and self.meant in [unspoken(each.action) for each in choice.options]

    def verdict(self, bounds: Bounds | None) -> Verdict:
        """Return how well it is understood, without a model or with one that is held to some bounds."""
        match decide(self.likely, bounds) if self.likely and bounds else Nothing():
            case Chosen(offer):
                return "right" if unspoken(offer.action) == self.meant else "wrong"
            case Unclear():
                return "right" if self.phrasing.kind == "asks" else "asked"
            case Nothing():
                return self.classic


def measure_understanding(name: str | None) -> list[Figure]:
    """Return the shares understood of each language, without a model and with it, and the time that this takes."""
    with _hosted(name) as host:
        return list(_figures(hear(host), bounds_of(host)))


def bounds_of(model: LanguageModel) -> Bounds:
    """Return the bounds that a model has."""
    return model.info.bounds if model.info else Bounds()


def hear(model: LanguageModel) -> dict[str, list[Heard]]:
    """Return the phrasings of each language as they are heard by a model that had time to rest before."""
    return {language: _heard_in(language, model) for language in languages()}


def calibrated(heard: Sequence[Heard], bounds: Bounds) -> Bounds:
    """Return the bounds under which most is right on the calibrating third, and no more wrong or asked than is good."""
    third = [each for each in heard if each.is_for_calibration]
    found = (
        replace(bounds, least=least, margin=margin, asked=asked)
        for least, margin, asked in product(_LEASTS, _MARGINS, _ASKED)
    )
    return max(found, key=lambda each: _worth(third, each))


def _heard_in(language: str, model: LanguageModel) -> list[Heard]:
    names = {each.world for each in phrasings(language)}
    choosers = {name: Chooser(world_in(name, language), sentences_in(name, language), model) for name in names}
    return [_heard(each, choosers[each.world]) for each in phrasings(language)]


def _heard(each: Phrasing, chooser: Chooser) -> Heard:
    meant = deeds(each)[0].action if each.kind == "one" else None
    verdict = verdict_on(each)
    classic: Verdict = "missed" if verdict == "not understood" else verdict
    state = state_of(each)
    if not _is_left_open(each) or not can_prompt(each.language):
        return Heard(each, meant, classic)
    chooser.rest(state, Event())
    begun = time.perf_counter()
    likely = chooser.likely(state, each.words, Event())
    return Heard(each, meant, classic, tuple(likely), time.perf_counter() - begun)


def _is_left_open(each: Phrasing) -> bool:
    """Return whether nothing of a phrasing is understood by the classic commands, and a model may be asked."""
    world, sentences = world_in(each.world, each.language), sentences_in(each.world, each.language)
    state, recent = state_of(each), list(actions_before(each))
    command = Line(each.words).next(world, sentences, state, recent=recent)
    parsed = parse(world, sentences, state, command, recent=recent)
    return not isinstance(parsed, Understood) and parsed.open


def _worth(third: Sequence[Heard], bounds: Bounds) -> tuple[bool, int]:
    """Return what bounds are chosen by: nothing above the goals, then most right or held by a question, least wrong."""
    counts = Counter(each.verdict(bounds) for each in third)
    is_good = all(100 * counts[verdict] <= _GOALS[verdict] * len(third) for verdict in ("asked", "wrong"))
    return is_good, counts["right"] + sum(each.is_held(bounds) for each in third) - counts["wrong"]


def _figures(heard: Mapping[str, Sequence[Heard]], bounds: Bounds) -> Iterator[Figure]:
    for language, each in heard.items():
        yield from _figures_of(language, each, bounds)


def _figures_of(language: str, heard: Sequence[Heard], bounds: Bounds) -> Iterator[Figure]:
    rest = [each for each in heard if not each.is_for_calibration]
    yield from _shares(f"{language}, no model", [each.verdict(None) for each in rest])
    if not can_prompt(language):
        return
    yield from _shares(f"{language}, with the model", [each.verdict(bounds) for each in rest])
    asked = [each for each in rest if each.likely]
    yield from _shares(f"{language}, what is left to the model", [each.verdict(bounds) for each in asked])
    yield Figure(f"{language}: questions that hold what is meant", _held(asked, bounds), "%")
    yield Figure(f"{language}: time to choose, p95", p95([each.seconds for each in asked]), "s")


def _shares(title: str, verdicts: Sequence[Verdict]) -> Iterator[Figure]:
    counts = Counter(verdicts)
    yield share(f"{title}: right", counts["right"], len(verdicts), goal=_GOALS["right"])
    for verdict in ("asked", "wrong"):
        yield within(f"{title}: {verdict}", 100 * counts[verdict] / len(verdicts), "%", goal=_GOALS[verdict])
    yield Figure(f"{title}: missed", 100 * counts["missed"] / len(verdicts), "%")


def _held(heard: Sequence[Heard], bounds: Bounds) -> float:
    """Return in how many of a hundred questions back, of what means one thing, that thing is an option."""
    asked = [each for each in heard if each.meant and each.verdict(bounds) == "asked"]
    return 100 * sum(each.is_held(bounds) for each in asked) / len(asked) if asked else 0.0


@contextmanager
def _hosted(name: str | None) -> Iterator[LanguageModel]:
    choice = find_file(name, cache=load_settings().cache, models=models_folder())
    if choice is None:
        raise SystemExit("bench: name a model that there is.")
    with TemporaryDirectory() as folder:
        stage = Stage(world_in("saltmarrow", "en"), choice, Path(folder), QUICK)
        with stage.host() as host:
            yield host


def main() -> None:
    """Measure the model that was named, or the starter."""
    with _hosted(sys.argv[1] if len(sys.argv) > 1 else None) as host:
        heard = hear(host)
        print_figures("Words understood", list(_figures(heard, bounds_of(host))))
        print("bounds that are suggested:", calibrated(list(chain.from_iterable(heard.values())), bounds_of(host)))


if __name__ == "__main__":
    main()
