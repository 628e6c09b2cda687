"""How an evaluation is ordered and followed: which file is asked, and a bar while that goes on.

Knows nothing of how a model is asked, or of how figures are printed.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from game.cli.progress import bar_on_stderr
from game.errors import ModelError
from game.hosting import usual_tuning
from game.llm.catalog import STARTER
from game.llm.choice import ModelChoice, find_file, find_source
from game.llm.starter import quantization_of, starter_path
from game.settings import Settings, load_settings, log_folder, models_folder
from game.tune.evaluation.evaluator import Order, evaluate


def ordered(model: str | None, adapter: Path | None, **options: Any) -> tuple[Order, Path]:
    """Return what is to be asked of a model, and the folder for copies of it. Raises ModelError.

    It is the file that tells; with an adapter the one that this was made for, as it came, without any other adapter.
    """
    settings = load_settings(model=model)
    choice = _as_it_came(settings) if adapter else _as_it_tells(settings)
    if choice is None:
        raise ModelError("Without a model there is nothing to ask: name one, or see loreloom model list.")
    played_in = quantization_of(starter_path(settings.cache)) if adapter and choice.entry == STARTER else ""
    order = Order(choice.path, usual_tuning(settings, choice), **options)
    return replace(order, template=choice.template, adapter=adapter, quantization=played_in), settings.cache


def _as_it_came(settings: Settings) -> ModelChoice | None:
    return find_source(settings.model, models=models_folder())


def _as_it_tells(settings: Settings) -> ModelChoice | None:
    return find_file(settings.model, cache=settings.cache, models=models_folder(), adapter=settings.adapter)


def followed(order: Order, cache: Path, *, child: str | None = None) -> dict[str, Any]:
    """Return what was found by side, "now", or "before" and "after", a bar shown meanwhile; child as for evaluate.

    Raises GameError.
    """
    found: dict[str, Any] = {}
    with bar_on_stderr() as bar:
        task = bar.add_task("", total=1.0)
        for event in evaluate(order, cache=cache, log=log_folder() / "evaluation.log", child=child):
            if event["is"] == "at":
                bar.update(task, description=event["doing"], completed=event["at"])
            else:
                found[event["is"]] = {name: value for name, value in event.items() if name != "is"}
    return found
