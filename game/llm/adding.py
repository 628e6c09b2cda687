"""The child that looks into adapters and adds them to models, as it is seen from outside.

Knows nothing of gguf, nor of where adapters or models are kept.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.errors import ModelError
from game.llm.child import child_command, child_environment

CHILD = "game.llm.merger"
NEEDED = "gguf"

Tell = Callable[[float], None]
"""Told how much is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What an adapter's file says: model is the SHA-256 of the GGUF file it was made for, name what it calls that one.

    fault is a sentence where it cannot be added to the model it was held against.
    """

    model: str
    name: str
    fault: str


def look_into(adapter: Path, source: Path, *, log: Path) -> Looked:
    """Return what an adapter's file says, held against a model's. Raises ModelError where it is no adapter's."""
    said = {each["is"]: each for each in _said(adapter, source, log=log)}
    fault = said.get("fault", {}).get("text", "")
    if "adapter" not in said:
        raise ModelError(fault)
    return Looked(said["adapter"]["model"], said["adapter"]["name"], fault)


def add(adapter: Path, source: Path, target: Path, *, log: Path, lock: int, tell: Tell) -> None:
    """Write the weights of a model with an adapter in them. Raises ModelError.

    The child shares the lock, so that no other begins while it outlives this process.
    """
    for event in _said(adapter, source, target, log=log, lock=lock):
        match event:
            case {"is": "step", "done": done}:
                tell(done)
            case {"is": "fault", "text": text}:
                raise ModelError(text)


def _said(*files: Path, log: Path, lock: int | None = None) -> Iterator[dict[str, Any]]:
    """Yield what the child says. Raises ModelError when it cannot begin, or ends before its time."""
    if importlib.util.find_spec(NEEDED) is None:
        raise ModelError(f"Adapters need {NEEDED}: install it with: pip install 'loreloom[starter]'.")
    command = child_command(CHILD, *map(str, files))
    held = [] if lock is None else [lock]
    log.parent.mkdir(parents=True, exist_ok=True)
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            command,
            env=child_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            pass_fds=held,
        ) as child,
    ):
        try:
            yield from map(json.loads, child.stdout or ())
        except BaseException:  # a player who breaks it off, too
            child.kill()
            raise
    if child.returncode:
        raise ModelError(f"The adapter could not be added to {files[1].name}; what was said last is in {log}.")
