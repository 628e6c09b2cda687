"""The child's beginning: it loads a model, has every choice made, and says how far it is and what was found.

Runs as `python -m game.llm.worker.tune ORDER`, where ORDER is JSON {path, and fields of a Tuning}; prints JSON lines
{"at": 0 to 1, "stage": words}, and at last {"answer": ...} or {"why": a sentence}. Knows nothing of who reads them.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.errors import ModelError
from game.llm.tuning import tuning_from
from game.llm.worker.lifeline import die_with_parent
from game.llm.worker.tune.search import found_for


def main(order: dict[str, Any]) -> int:
    """Print what was found; return the exit status."""
    outward = os.dup(1)
    os.dup2(2, 1)  # Whatever else llama.cpp writes belongs into the log.
    with open(outward, "w", encoding="utf-8") as out:  # noqa: PTH123 - a descriptor has no path

        def say(**words: Any) -> None:
            print(json.dumps(words), file=out, flush=True)

        try:
            answer = found_for(Path(order["path"]), tuning_from(order), tell=lambda at, stage: say(at=at, stage=stage))
        except ModelError as error:
            say(why=str(error))
            return 1
        say(answer=asdict(answer))
    return 0


if __name__ == "__main__":
    die_with_parent()
    sys.exit(main(json.loads(sys.argv[1])))
