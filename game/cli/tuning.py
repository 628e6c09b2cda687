"""The command `model tune`: has it measured how the model is best computed on this machine, and says what was chosen.

Knows nothing of how anything is measured.
"""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import Annotated

import typer

from game.cli.printed import JsonOption, print_json, say
from game.cli.progress import bar_on_stderr
from game.errors import ModelError
from game.hosting import usual_tuning
from game.llm.choice import ModelChoice, find_file
from game.llm.cores import usable_cores
from game.llm.tuned import Answer, Row, keep
from game.llm.tuner import measured
from game.settings import Settings, load_settings, log_folder, models_folder

_BUSY = 0.5
"""Of the cores: where other programs take more, what is measured is them."""
_MEASURING = "Measuring: {}"


def tune(
    model: Annotated[
        str | None, typer.Argument(help="A catalogue name or a GGUF file; without it, what tells.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Measure how a model is computed fastest here, and keep to it. Takes about a minute."""
    settings = load_settings(model=model)
    choice = _choice(settings)
    load = os.getloadavg()[0]
    answer = _measured(choice, settings)
    file = keep(settings.cache, answer)
    if as_json:
        print_json({**asdict(answer), "file": str(file)})
        return
    say(as_text(choice.name, answer))
    say(f"Kept in {file}: plays use it, but for what you have set yourself.")
    if load > _BUSY * usable_cores():
        say("Other programs kept this machine busy meanwhile: measure again when it is quiet.")


def as_text(name: str, answer: Answer) -> str:
    """Return what was measured as lines, each with what was chosen."""
    gpu = answer.tuned.gpu or "no GPU"
    width = max(len(row.what) for row in answer.rows)
    rows = [f"{row.what:<{width}}  {_figures(row)}" for row in answer.rows]
    return "\n".join([f"{name} on {answer.machine}, {gpu}; {answer.library}", "", *rows, "", *_chosen(answer), ""])


def _choice(settings: Settings) -> ModelChoice:
    choice = find_file(settings.model, cache=settings.cache, models=models_folder(), adapter=settings.adapter)
    if choice is None:
        raise ModelError("Without a model there is nothing to measure: name one, or see loreloom model list.")
    return choice


def _measured(choice: ModelChoice, settings: Settings) -> Answer:
    with bar_on_stderr() as bar:
        task = bar.add_task(_MEASURING.format(choice.name), total=1.0)

        def tell(at: float, stage: str) -> None:
            bar.update(task, completed=at, description=_MEASURING.format(stage))

        log = log_folder() / "tune.log"
        return measured(choice.path, usual_tuning(settings, choice), log=log, tell=tell)


def _figures(row: Row) -> str:
    """Return a row's figures, the chosen one marked; where there was no choice there is nothing to mark."""
    mark = "*" if len(row.figures) > 1 else ""
    figures = [f"{name}: {value:,.0f}{mark if name == row.chosen else ''}" for name, value in row.figures.items()]
    return f"{'   '.join(figures)}  {row.unit}"


def _chosen(answer: Answer) -> list[str]:
    """Return what was chosen, in sentences."""
    tuning, speeds = answer.tuned.tuning, answer.speeds
    reading = f"it reads {speeds.read:,.0f} tokens/s, up to {tuning.chunk} of them in a step"
    stops = f" A step is broken off within {speeds.stop_ms:.0f} ms." if speeds.stop_ms else ""
    ahead = "shares the steps" if tuning.rides_along else "waits for the end"
    return [
        f"Chosen (*): {reading}, and writes {speeds.write['1']:,.0f}.",
        f"The window is {tuning.window:,} tokens, with {tuning.beside:,} cells beside it.{stops}",
        f"What is told ahead {ahead} of what is waited for.",
    ]
