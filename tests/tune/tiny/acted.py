"""Stands for the child that makes a tiny model: nothing is made, and it is quick."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

SAID = (
    {"is": "texts", "train": 741, "held_out": 97, "characters": 160_728, "held_out_characters": 18_247},
    {"is": "tokens", "known": 1024, "train": 60_000, "held_out": 7_000, "letters": 2.68},
    {"is": "model", "vocabulary": 1024, "width": 160, "layers": 2, "heads": 5, "inner": 448, "parameters": 799_520},
    {"is": "before", "perplexity": 1030.5, "accuracy": 0.001},
    {"is": "step", "step": 1, "steps": 2, "loss": 6.9, "perplexity": 600.0, "accuracy": 0.1},
    {"is": "step", "step": 2, "steps": 2, "loss": 4.2, "perplexity": 60.0, "accuracy": 0.2},
    {"is": "after", "perplexity": 60.0, "accuracy": 0.2},
    {"is": "sample", "words": "Look around", "text": "The sea is {a door}."},
    {"is": "sample", "words": "Wait", "text": "It waits."},
)


def main() -> None:
    """Say what the making of a model says."""
    out = Path(json.loads(sys.argv[1])["out"])
    for each in SAID:
        print(json.dumps(each), flush=True)
    if os.environ.get("ACTED") == "ends early":
        sys.exit("no memory left")
    out.write_bytes(b"a model")
    print(json.dumps({"is": "written", "path": str(out), "bytes": 1_900_000}), flush=True)


if __name__ == "__main__":
    main()
