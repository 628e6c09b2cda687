"""A child that measures nothing: it acts what the file that it is to measure says.

"gpu" ends it by a signal as long as a GPU is to be used, "dies" always; "why" has it say why it cannot.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from tests.llm.answers import answer_for


def main() -> None:
    """Act the order given as the first argument."""
    order = json.loads(sys.argv[1])
    path = Path(order["path"])
    says = path.read_text()
    print(json.dumps({"at": 0.5, "stage": "threads"}), flush=True)
    if says == "dies" or (says == "gpu" and order["gpu_layers"] != 0):
        os.kill(os.getpid(), 9)
    end = {"why": "It cannot be."} if says == "why" else {"answer": asdict(answer_for(path))}
    print(json.dumps(end), flush=True)


if __name__ == "__main__":
    main()
