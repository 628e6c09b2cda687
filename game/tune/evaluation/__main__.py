"""The process that evaluates: `python -m game.tune.evaluation ORDER`, told in JSON what to do, tells in JSON lines.

They are {"is": "at", "at": 0 to 1, "doing": words}, then for each side "now", or "before" and "after", what was found;
or {"is": "fault", "text": a sentence}. Knows nothing of who reads them.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from game.tune.evaluation.marking import Examiner, Extent
from game.tune.evaluation.sides import asked
from game.tune.evaluation.speaking import Say, speak
from game.tune.sets import held_out_examples


def main(order: dict[str, Any], say: Say) -> None:
    """Say what is found of each side. Raises GameError, and OSError for a disk that fails."""
    examples = held_out_examples(order["from"])
    for side, model, tell in asked(order, say):
        marks = Examiner(model, Extent(**order["extent"])).marks(examples, tell=tell)
        say(side, model=model.info.name, **asdict(marks))


if __name__ == "__main__":
    speak(main)
