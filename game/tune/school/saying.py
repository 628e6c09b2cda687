"""How a child says what it does and what it found: a line of JSON for each, the last of which may be why it cannot.

Knows nothing of who reads it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from game.errors import GameError


def run(main: Callable[[dict[str, Any]], None], order: str) -> None:
    """Do what is ordered in JSON."""
    try:
        main(json.loads(order))
    except GameError as error:
        tell("fault", {"text": str(error)})


def tell(what: str, said: Mapping[str, Any]) -> None:
    """Say something."""
    print(json.dumps({"is": what, **said}), flush=True)
