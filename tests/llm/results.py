"""A result of loreloom model trial, as if a model had been tried."""

from __future__ import annotations

from pathlib import Path

from game.llm.digest import weights_digest
from game.llm.trials import EDITION, Figure, Result, Tried
from game.story.abilities import JOBS, Job


def result_for(file: Path, *, passed: tuple[Job, ...] = ("choosing",), language: str = "en") -> Result:
    """Return the result for a model's file that has passed in some jobs, and in no others."""
    tried = tuple(
        Tried(job, 24, (Figure("things done", 0.8 if job in passed else 0.3, 96, 0.5, is_least=True),)) for job in JOBS
    )
    return Result("Small", weights_digest(file), language, EDITION, 61.4, tried)
