"""An answer of loreloom model tune, as if it had been measured."""

from __future__ import annotations

from pathlib import Path

from game.llm.digest import weights_digest
from game.llm.tuned import Answer, Row, Speeds, library, machine
from game.llm.tuning import Tuned, Tuning

TUNING = Tuning(threads=1, reading_threads=2, flash="off", window=3072, chunk=256)
SPEEDS = Speeds(read=1394.2, write={"1": 131.4, "2": 123.0}, step_ms=28.1, stop_ms=3.6)
ROWS = (
    Row("threads to write with", "tokens/s", {"2": 124.0, "1": 131.4}, "1"),
    Row("reading a full window", "s", {"3,072 tokens": 17.9}, "3,072 tokens"),
)


def answer_for(file: Path, *, gpu: str = "") -> Answer:
    """Return an answer for a model's file on this machine."""
    return Answer("Small", machine(), library(), weights_digest(file), Tuned(gpu, TUNING), SPEEDS, ROWS)
