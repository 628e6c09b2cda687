"""The command `model trial`: has a model tried in every job, says what it did, and keeps what it is trusted with.

Knows nothing of how anything is tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import Annotated

import typer

from game.cli.printed import JsonOption, print_json, say
from game.cli.progress import bar_on_stderr
from game.errors import ModelError
from game.hosting import host_of
from game.llm.choice import ModelChoice, find_file
from game.llm.trials import Figure, Result, Tried, keep_result
from game.settings import Settings, load_settings, models_folder
from game.story.abilities import JOBS, Job
from game.story.model import LanguageModel

_LOADING_S = 120.0
_TRYING = "Trying: {}"
_WITHOUT: dict[Job, str] = {
    "ambience": "it says nothing of weather and light",
    "line": "people have their author's lines",
    "choosing": "the words alone decide what a player means",
    "retelling": "a place is told again in the author's words",
    "scene": "the author tells the turns",
}
"""What follows where a model is not trusted with a job."""


def trial(
    model: Annotated[
        str | None,
        typer.Argument(metavar="[NAME|PATH]", help="A catalogue name or a GGUF file; without it, what tells."),
    ] = None,
    language: Annotated[str, typer.Option(help="Two letters: the language it is tried in.")] = "en",
    as_json: JsonOption = False,
) -> None:
    """Try a model in every job, and trust it with those that it can do. Takes a minute or two."""
    from game.trial.trial import try_model  # noqa: PLC0415 - whoever plays needs nothing of how a model is tried

    settings = load_settings(model=model)
    choice = _choice(settings)
    with _ready(choice, settings) as host, bar_on_stderr() as bar:
        task = bar.add_task(_TRYING.format(choice.name), total=1.0)
        result = try_model(
            host, language, tell=lambda at, job: bar.update(task, completed=at, description=_TRYING.format(job))
        )
    result = replace(result, refused=tuple(job for job in JOBS if job in choice.refused))
    file = keep_result(settings.cache, result)
    if as_json:
        print_json({**asdict(result), "trusted": result.trust.as_json()["jobs"], "file": str(file)})
        return
    say(as_text(choice.name, result))
    say(f"Kept in {file}: plays go by it.")


def as_text(name: str, result: Result) -> str:
    """Return what was found as lines, each figure beside its bar, and what follows."""
    rows = [row for tried in result.tried for row in _rows(tried)]
    return "\n".join(
        [f"{name}, tried in '{result.language}' for {result.seconds:.0f} s", "", *rows, "", _follows(result)]
    )


def _rows(tried: Tried) -> Iterator[str]:
    yield f"{tried.job}: {'passed' if tried.is_passed else 'not passed'}, {tried.cases} cases"
    yield from (f"  {_figure(each)}" for each in tried.figures)


def _figure(figure: Figure) -> str:
    side = "at least" if figure.is_least else "at most"
    mark = "" if figure.is_met else "  *"
    return f"{figure.share:>4.0%} of {figure.of:<4} {figure.what} ({side} {figure.bar:.0%}){mark}"


def _follows(result: Result) -> str:
    """Return what the model is trusted with, and what that means for all else, in sentences."""
    unread = ", ".join(each.job for each in result.tried if each.is_passed and each.job in result.refused)
    spared = f" True as it is, readers would rather be without its {unread}." if unread else ""
    jobs = result.trust.jobs
    if not jobs:
        return f"It is trusted with nothing, so that the author's words alone tell.{spared}"
    without = [_WITHOUT[job] for job in JOBS if job not in jobs]
    held = f" Else {'; '.join(without)}." if without else ""
    return f"It is trusted with {', '.join(job for job in JOBS if job in jobs)}.{held}{spared}"


def _choice(settings: Settings) -> ModelChoice:
    choice = find_file(settings.model, cache=settings.cache, models=models_folder(), adapter=settings.adapter)
    if choice is None:
        raise ModelError("Without a model there is nothing to try: name one, or see loreloom model list.")
    return choice


@contextmanager
def _ready(choice: ModelChoice, settings: Settings) -> Iterator[LanguageModel]:
    """Lend a model, loaded as for play. Raises ModelError where it cannot be."""
    host = host_of(choice, settings)
    host.start()
    try:
        if not host.wait(_LOADING_S):
            raise ModelError(host.status.message or f"{choice.name} was not loaded in time: try it once more.")
        yield host
    finally:
        host.close()
