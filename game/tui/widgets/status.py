"""The line at the bottom: the turn, who tells and how fast. It shows what fits, the most important first.

Knows nothing of sessions: it is given what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from game.story.model import ModelStatus, Placement
from game.tui.figures import Figures
from game.tui.shown import shown
from game.tui.words import Words

_BETWEEN = "  ·  "
_LEFT = {0, 2, 4, 6, 8, 10, 12}
_RATED = {1: "+", -1: "−"}


class Part(NamedTuple):
    """A piece of the line. Of those that do not all fit, the one of the greatest weight is left out first."""

    weight: int
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What the line says. way is how turns are told; model is its name, or empty; phase None means there is none.

    telling is which one of the turn's tellings is shown, counted from 1, and rating is what the player said of it.
    placement is where the model is computed, and megabytes are what its process holds; lowered is its window in tokens
    where that had to be lowered. withheld counts what was kept from the player.
    """

    turn: int = 0
    telling: int = 0
    tellings: int = 0
    rating: int = 0
    way: str = ""
    model: str = ""
    status: ModelStatus | None = None
    placement: Placement | None = None
    megabytes: int = 0
    lowered: int = 0
    figures: Figures | None = None
    withheld: int = 0
    is_telling: bool = False
    is_looked_at: bool = False
    is_author: bool = False


class StatusLine(Static):
    """One line of what fits."""

    standing: reactive[Standing] = reactive(Standing())

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def change(self, **parts: Any) -> None:
        """Change parts of what is shown."""
        self.standing = replace(self.standing, **parts)

    def render(self) -> Content:
        """Return the line: where the run is at the left, the telling at the right."""
        parts = [part for part in (*self._left(), *self._right()) if part.text]
        while len(parts) > 1 and _width(parts) > self.size.width:
            parts.remove(max(parts, key=lambda part: part.weight))
        left = shown(_joined(part for part in parts if part.weight in _LEFT))
        right = shown(_joined(part for part in parts if part.weight not in _LEFT))
        return left + " " * max(self.size.width - left.cell_length - right.cell_length, 1) + right

    def _left(self) -> Iterator[Part]:
        standing = self.standing
        state = self._words.looking if standing.is_looked_at else self._state(standing.status)
        yield Part(0, self._words.turn.format(standing.turn))
        yield Part(0, self._words.tellings.format(standing.telling, standing.tellings) if standing.tellings > 1 else "")
        yield Part(0, _RATED.get(standing.rating, ""))
        yield Part(0, self._words.author if standing.is_author else "")
        yield Part(2, state)
        yield Part(4, str(getattr(self._words, standing.way)) if standing.way else "")
        yield Part(6, self._words.withheld.format(standing.withheld) if standing.withheld else "")
        yield Part(6, "" if state else standing.model)
        yield Part(8, "" if state else self._place(standing.placement))
        yield Part(10, self._words.lowered.format(standing.lowered) if standing.lowered else "")
        yield Part(12, self._words.memory.format(standing.megabytes) if standing.megabytes else "")

    def _right(self) -> Iterator[Part]:
        figures = self.standing.figures
        if self.standing.is_telling:
            yield Part(1, self._words.telling)
            return
        if figures:
            yield Part(5, self._words.first_word.format(f"{figures.first_word_s:.1f}"))
            yield Part(7, self._words.speed.format(f"{figures.words_per_s:.0f}") if figures.words_per_s else "")
            yield Part(9, self._words.reused.format(round(figures.reused * 100)))
        yield Part(3, self._words.help)

    def _place(self, placement: Placement | None) -> str:
        """Return what is worth saying of where a model is computed: of the GPU, if one was to be used."""
        match placement:
            case Placement(on_gpu=0, fault="memory"):
                return self._words.gpu_memory
            case Placement(on_gpu=0, fault="failed"):
                return self._words.gpu_failed
            case None | Placement(on_gpu=0):
                return ""
            case Placement(layers=layers, on_gpu=there):
                return self._words.gpu_all if there == layers else self._words.gpu_some.format(there, layers)

    def _state(self, status: ModelStatus | None) -> str:
        """Return what is worth saying of a model that is not ready."""
        if status is None:
            return self._words.no_model
        if status.phase == "loading":
            return self._words.loading.format(round(status.progress * 100))
        return {"off": self._words.off, "ready": ""}.get(status.phase, self._words.given_up)


def _joined(parts: Iterable[Part]) -> str:
    return _BETWEEN.join(part.text for part in parts)


def _width(parts: Sequence[Part]) -> int:
    return Content(_joined(parts)).cell_length
