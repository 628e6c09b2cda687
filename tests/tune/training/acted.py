"""Stands for the child that trains, told the way to say it by the environment: nothing is trained, and it is quick."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

MARKS = {"perplexity": {"ambience": 90.0}, "chosen": 0.5, "parted": 0.6, "sayings": 10, "preferred": 0.0, "likings": 0}
BETTER = {"perplexity": {"ambience": 20.0}, "chosen": 0.9, "parted": 0.8, "sayings": 10, "preferred": 0.0, "likings": 0}
OWN = {"perplexity": {"scene": 30.0}, "chosen": 0.0, "parted": 0.0, "sayings": 0, "preferred": 0.25, "likings": 4}
OWN_BETTER = {**OWN, "perplexity": {"scene": 10.0}, "preferred": 0.75}
STEP = {"is": "step", "step": 1, "steps": 2, "losses": {"choosing": 1.5}}


def main() -> None:
    """Say what a training says, or a part of it."""
    order = json.loads(sys.argv[1])
    out = Path(order["out"])
    if os.environ.get("ACTED") == "refuses":
        print(json.dumps({"is": "fault", "text": "This model cannot be taught."}), flush=True)
        return
    out.with_name(f"{out.name}.training").write_bytes(b"half of it")
    before, after = ({**MARKS, "own": OWN}, {**BETTER, "own": OWN_BETTER}) if order["own"] else (MARKS, BETTER)
    print(json.dumps({"is": "before", **before}), flush=True)
    print(json.dumps(STEP), flush=True)
    if os.environ.get("ACTED") == "ends early":
        sys.exit("no memory left")
    if os.environ.get("ACTED") == "babbles":
        print("a warning", flush=True)
    out.write_bytes(b"an adapter")
    print(json.dumps({"is": "after", **after}), flush=True)
    print(json.dumps({"is": "written", "path": str(out), "bytes": out.stat().st_size}), flush=True)


if __name__ == "__main__":
    main()
