"""Trying a model in a language: every job in its cases, beside its bars. It takes a minute or two.

Knows nothing of where the model is computed, nor of how what is found is kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from game.errors import ModelError
from game.llm.trials import EDITION, Figure, Result, Tried
from game.story.abilities import JOBS, Job
from game.story.model import LanguageModel
from game.trial import ambience, choosing, lines, retellings, scenes
from game.trial.bars import bars_of
from game.trial.cases import Cases, cases_in, languages
from game.trial.shares import Tally, Try

Tell = Callable[[float, str], None]

MOST_S = 60.0
"""Of a job: none of its cases is begun when so many seconds are over, but for the first LEAST: fewer say little."""
LEAST = 24
_TRIES: Mapping[Job, Callable[[Cases, LanguageModel], Sequence[Try]]] = {
    "ambience": ambience.tries,
    "line": lines.tries,
    "choosing": choosing.tries,
    "retelling": retellings.tries,
    "scene": scenes.tries,
}


def try_model(
    model: LanguageModel, language: str, *, tell: Tell, clock: Callable[[], float] = time.monotonic
) -> Result:
    """Return what a model that is ready does of each job; tell is told how far it is, from 0 to 1, and at what.

    Raises ModelError, as for a language that has no cases.
    """
    if model.info is None:
        raise ModelError("The model is not ready, and cannot be tried.")
    if language not in languages():
        raise ModelError(f"There are no cases in '{language}': a model can be tried in {', '.join(languages())}.")
    began, cases = clock(), cases_in(language)
    tried = tuple(_tried(job, cases, model, tell, clock) for job in JOBS)
    return Result(model.info.name, model.info.digest, language, EDITION, clock() - began, tried)


def _tried(job: Job, cases: Cases, model: LanguageModel, tell: Tell, clock: Callable[[], float]) -> Tried:
    tries, end, tally = _TRIES[job](cases, model), clock() + MOST_S, Tally()
    share = 1 / len(JOBS)
    for number, each in enumerate(tries):
        if number >= LEAST and clock() > end:
            return Tried(job, number, _figures(job, tally))
        tell((JOBS.index(job) + number / len(tries)) * share, job)
        tally += each()
    return Tried(job, len(tries), _figures(job, tally))


def _figures(job: Job, tally: Tally) -> tuple[Figure, ...]:
    return tuple(
        Figure(bar.what, tally.share(name), tally.of[name], bar.share, bar.least is not None)
        for name, bar in bars_of(job).items()
    )
