"""What loreloom model tune found, kept for each model on each machine: a file in the cache folder for every answer.

Knows nothing of how it was found.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from game.llm.cores import processor_name, usable_cores
from game.llm.digest import weights_digest
from game.llm.found import keep_found
from game.llm.tuning import Tuned, tuning_from

_LIBRARY = "llama-cpp-python"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was measured: figures by what was tried, in a unit, and which of those was chosen."""

    what: str
    unit: str
    figures: dict[str, float]
    chosen: str


@dataclass(frozen=True, slots=True)
class Speeds:
    """What the choice comes to. read is tokens a second, write the same by sequences that are written together.

    step_ms is how long a step of 32 tokens takes; stop_ms how long a step goes on, at most but for one in twenty, after
    it is to be broken off; 0 where that cannot be.
    """

    read: float
    write: dict[str, float]
    step_ms: float
    stop_ms: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a model: machine, llama.cpp and weights say for what it holds."""

    model: str
    machine: str
    library: str
    weights: str
    tuned: Tuned
    speeds: Speeds
    rows: Sequence[Row]


def kept_answer(cache: Path, model: Path) -> Answer | None:
    """Return what was found for a model's file on this machine with this llama.cpp, or None where that is unknown."""
    try:
        weights = weights_digest(model)
        values = json.loads(answer_file(cache, weights).read_text(encoding="utf-8"))
        answer = answer_from(values)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return answer if (answer.machine, answer.library, answer.weights) == (machine(), library(), weights) else None


def keep(cache: Path, answer: Answer) -> Path:
    """Keep an answer in the place of an older one; return its file. Raises ModelError where it cannot be written."""
    return keep_found(answer_file(cache, answer.weights), asdict(answer))


def answer_file(cache: Path, weights: str) -> Path:
    """Return where the answer for such weights on this machine is kept, which need not exist."""
    key = hashlib.sha256("\n".join((weights, machine(), library())).encode()).hexdigest()
    return cache / "tuned" / f"{key[:24]}.json"


def answer_from(values: dict[str, Any]) -> Answer:
    """Return the answer that asdict made these values of. Raises TypeError, KeyError or AttributeError for others."""
    tuned = values["tuned"]
    return Answer(
        **{
            **values,
            "tuned": Tuned(tuned["gpu"], tuning_from(tuned["tuning"])),
            "speeds": Speeds(**values["speeds"]),
            "rows": tuple(Row(**row) for row in values["rows"]),
        }
    )


def machine() -> str:
    """Return what this machine computes with, beside a GPU."""
    cores = usable_cores()
    return f"{processor_name()}, {cores} {'core' if cores == 1 else 'cores'}"


def library() -> str:
    """Return the version of llama.cpp as its Python package counts it, or nothing where it is not installed."""
    try:
        return f"{_LIBRARY} {version(_LIBRARY)}"
    except PackageNotFoundError:
        return ""
