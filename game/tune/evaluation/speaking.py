"""How a child that holds a model says in lines of JSON what it has found.

Knows nothing of what is said.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from game.errors import GameError
from game.llm.worker.lifeline import die_with_parent

Say = Callable[..., None]


def speak(main: Callable[[dict[str, Any], Say], None]) -> None:
    """Do what this process was told, with what says {"is": a word, …}, faults too; it ends with its parent."""
    die_with_parent()
    say = _speaking()
    try:
        main(json.loads(sys.argv[1]), say)
    except GameError as error:
        say("fault", text=str(error))


def _speaking() -> Say:
    """Return what prints a line of JSON; whatever else llama.cpp writes belongs into the log."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(what: str, **words: Any) -> None:
        print(json.dumps({"is": what, **words}), file=out, flush=True)

    return say
