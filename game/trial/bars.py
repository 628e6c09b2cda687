"""What a model has to do to be trusted with a job, read from bars.toml.

Knows nothing of how it is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from game.story.abilities import Job


@dataclass(frozen=True, slots=True)
class Bar:
    """A share, from 0 to 1, that is to be reached, or not to be passed; because is the reason why it lies there."""

    what: str
    because: str
    least: float | None = None
    most: float | None = None

    @property
    def share(self) -> float:
        """Return where it lies."""
        return self.least if self.least is not None else self.most or 0.0


@cache
def bars_of(job: Job) -> dict[str, Bar]:
    """Return the bars of a job, by the names that its measure gives to what they are for."""
    tables = tomli.loads(files("game.trial").joinpath("bars.toml").read_text(encoding="utf-8"))
    return {name: Bar(**table) for name, table in tables[job].items()}
