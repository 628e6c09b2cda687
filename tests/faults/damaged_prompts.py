"""The program that is given kept prompts of which something is broken: it loads none of them, and lives.

Run as `python -m tests.faults.damaged_prompts FOLDER TIMES`. It says how many were loaded, and how many were left.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from game.llm.tuning import Tuning
from game.llm.worker.context import Context, Entry
from game.llm.worker.shelf import Shelf
from game.llm.worker.weights import Weights
from tests.llm.tiny_gguf import write_llama

PROMPT = [(7 * at) % 250 for at in range(100)]


def damaged(content: bytes, seed: int) -> bytes:
    """Return other bytes than these: cut short, with some of them changed, or with more of them."""
    draw = random.Random(seed)
    at = draw.randrange(64 if seed % 2 else len(content))  # what llama.cpp believes stands at the start
    match seed % 4:
        case 0:
            return content[:at]
        case 1:
            return content[:at] + draw.randbytes(4) + content[at + 4 :]
        case 2:
            return content[:at] + bytes([content[at] ^ (1 << draw.randrange(8))]) + content[at + 1 :]
    return content[:at] + b"\xff" * 8 + content[at:]


def main(folder: Path, times: int) -> None:
    """Damage a kept prompt so many times, and have each fetched."""
    weights = Weights(write_llama(folder / "m.gguf"), gpu_layers=0, progress=lambda _: None)
    context = Context(weights, cells=512, tuning=Tuning(threads=1), interrupted=lambda: False)
    context.step([Entry(token, at, 0) for at, token in enumerate(PROMPT)])
    Shelf(context, folder, model="tiny", limit=10**9).keep(PROMPT, 0)
    (file,) = folder.glob("*.prompt")
    content, loaded, left = file.read_bytes(), 0, 0
    for seed in range(times):
        file.write_bytes(damaged(content, seed))
        loaded += _is_loaded(context, folder)
        left += file.exists()
    file.write_bytes(content)
    assert _is_loaded(context, folder)
    print(loaded, left)


def _is_loaded(context: Context, folder: Path) -> bool:
    shelf = Shelf(context, folder, model="tiny", limit=10**9)
    found = shelf.find(PROMPT)
    return found is not None and shelf.fetch(found, 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
