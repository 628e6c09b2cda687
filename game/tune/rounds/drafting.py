"""What a model writes for an example, several times over: its prompt is read once for all of them.

Who knows what they are asked is let speak freely; all else is held to words, as it is when a small model plays. Knows
nothing of what is good or bad in a text.
"""

from __future__ import annotations

from dataclasses import replace

from game.llm.worker.loading import Loaded
from game.tune.evaluation.asking import request_of
from game.tune.evaluation.desk import Desk
from game.tune.evaluation.writer import Wanted, Written, texts
from game.tune.examples import Ambience, Line
from game.tune.rounds.judging import points_of


class Drafter:
    """Has one model write, whose context nobody else uses."""

    def __init__(self, model: Loaded) -> None:
        self._desk = Desk(model.weights, model.context, chunk=model.pace.chunk)
        self._template = model.template

    def texts(self, example: Ambience | Line, count: int, *, seed: int) -> list[Written]:
        """Return so many texts for an example, each drawn by a seed of its own from this one on. Raises ModelError."""
        is_free = isinstance(example, Line) and bool(points_of(example))
        request = request_of(example, seed=seed, trusted=is_free)
        prompt = self._template.prompt(request.messages)
        self._desk.lay(prompt[:-1])
        wanted = (Wanted(replace(request, seed=seed + number), prompt[-1:]) for number in range(count))
        return list(texts(self._desk, wanted))
