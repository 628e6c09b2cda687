"""Having it measured how a model is best computed here: a child does it, for what it tries may end it.

Knows nothing of llama.cpp, nor of how progress is shown.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

from game.errors import ModelError
from game.llm.child import child_command
from game.llm.process import computing_environment
from game.llm.tuned import Answer, answer_from
from game.llm.tuning import Tuning

CHILD = "game.llm.worker.tune"

Tell = Callable[[float, str], None]


def measured(path: Path, usual: Tuning, *, log: Path, tell: Tell) -> Answer:
    """Return what is best for a model's file; tell is told how far it is, from 0 to 1, and at what.

    Takes about a minute. Where the GPU ends the child, it is measured without one. Raises ModelError.
    """
    try:
        return _asked(path, usual, log=log, tell=tell)
    except _Ended:
        if usual.gpu_layers == 0:
            raise
        return _asked(path, replace(usual, gpu_layers=0), log=log, tell=tell)


class _Ended(ModelError):
    """The child ended without an answer."""


def _asked(path: Path, usual: Tuning, *, log: Path, tell: Tell) -> Answer:
    order = json.dumps({"path": str(path.absolute()), **asdict(usual)})
    with _child(order, log) as lines:
        for line in lines:
            match json.loads(line):
                case {"at": at, "stage": stage}:
                    tell(at, stage)
                case {"answer": answer}:
                    return answer_from(answer)
                case {"why": why}:
                    raise ModelError(why)
    raise _Ended(f"The model's process ended while it was measured (its words are in {log}): choose another model.")


@contextmanager
def _child(order: str, log: Path) -> Iterator[Iterable[bytes]]:
    """Lend the lines of a child that does not outlive this."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            child_command(CHILD, order),
            env=computing_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
        ) as child,
    ):
        try:
            yield child.stdout or ()
        finally:
            child.kill()
