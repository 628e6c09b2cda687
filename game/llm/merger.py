"""The child that adds an adapter to the weights of a model, or only looks whether it can be added.

Runs as `python -m game.llm.merger ADAPTER SOURCE [TARGET]`, tells how it goes as JSON, a line each, and knows nothing
of who reads it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from game.errors import ModelError
from game.llm.adapter import read_adapter
from game.llm.merge import fitting, merge


def main(file: Path, source: Path, target: Path | None = None) -> int:
    """Print {"is": "adapter"}, for a target some {"is": "step", "done": 0 to 1}, and {"is": "fault"} if it ends so."""
    try:
        adapter = read_adapter(file)
        _tell("adapter", model=adapter.model, name=adapter.name)
        if target is None:
            fitting(source, adapter)
        else:
            merge(source, adapter, target, tell=lambda done: _tell("step", done=done))
    except ModelError as error:
        _tell("fault", text=str(error))
    return 0


def _tell(what: str, **said: Any) -> None:
    print(json.dumps({"is": what, **said}), flush=True)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
