"""The process that tells what is put in pairs: `python -m game.tune.pairs ORDER`, told in JSON, tells in JSON lines.

They are those of an evaluation, but that for each side the model's name and its texts were found, one for each moment.
Knows nothing of who reads them.
"""

from __future__ import annotations

from typing import Any

from game.tune.evaluation.marking import Examiner, Extent
from game.tune.evaluation.sides import asked
from game.tune.evaluation.speaking import Say, speak
from game.tune.pairs.moments import moments_in
from game.tune.sets import held_out_examples


def main(order: dict[str, Any], say: Say) -> None:
    """Say what each side tells. Raises GameError, and OSError for a disk that fails."""
    extent = Extent(**order["extent"])
    moments = moments_in(held_out_examples(order["from"]), extent.samples)
    for side, model, tell in asked(order, say):
        texts = Examiner(model, extent).texts(moments, tell=tell)
        say(side, model=model.info.name, texts=texts)


if __name__ == "__main__":
    speak(main)
