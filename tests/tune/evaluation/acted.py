"""Stands for the child that evaluates, told the way to say it by the environment: nothing is asked, and it is quick."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

TOLD: dict[str, float | None] = {
    "texts": 4,
    "fit": 0.5,
    "closed": 0.25,
    "false": 0.0,
    "loops": 0.0,
    "reopened": 0.25,
    "distinct_2": 0.9,
}
TOLD |= {"distinct_3": 1.0, "claiming": None, "puppets": None, "lost_or_added": None, "same": None}


def found(perplexity: float) -> dict[str, Any]:
    """Return what a model might be found to be."""
    return {
        "model": "Tiny",
        "answered": {"ambience": {"answers": 3, "perplexity": perplexity, "accuracy": 0.33}},
        "choosing": {"sayings": 10, "chosen": 0.5, "parted": 0.6},
        "told": {"ambience": TOLD},
        "held": {"ambience": TOLD},
    }


def say(what: str, **words: Any) -> None:
    print(json.dumps({"is": what, **words}), flush=True)


def main() -> None:
    """Say what an evaluation says, or a part of it."""
    order = json.loads(sys.argv[1])
    Path(order["folder"], "merged.gguf").write_bytes(b"a copy")
    say("at", at=0.0, doing="loading")
    match os.environ.get("ACTED"):
        case "refuses":
            say("fault", text="The adapter was made for another model.")
            return
        case "ends early":
            sys.exit("no memory left")
    if order["adapter"]:
        say("before", **found(90.0))
        say("after", **found(20.0))
    else:
        say("now", **found(90.0))


if __name__ == "__main__":
    main()
