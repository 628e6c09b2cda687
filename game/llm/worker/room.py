"""How wide a window the memory allows: what a token takes is asked of the model itself, before memory is taken.

Knows nothing of files or of GPUs.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from game.errors import ModelError
from game.llm.files import megabytes
from game.llm.memory import Footprint, available_memory
from game.llm.tuning import LEAST_WINDOW, Tuning
from game.llm.worker.context import OUTPUTS, SEQUENCES, Context, DecodeError, Entry
from game.llm.worker.weights import Weights

_TRIED = 256
"""Cells of the context that is asked: llama.cpp makes none smaller."""
_LEAST_BESIDE = 512
_NUMBER = 4
_WIDTHS = 16
"""Rows of numbers as wide as the model that a token takes while it is computed: 13 to 16 were measured."""

_HEAVY = "{} takes {}, and {} of memory may be taken here: choose a smaller model, or close other programs."
_NARROW = (
    "{} leaves {} of memory, and a window of {:,} tokens needs {}: choose a smaller model, close other programs,"
    " or raise memory_mb where it is set."
)
_LOWERED = "The window was lowered to {:,} tokens: {} of memory are left for it, and {:,} would need {}."


@dataclass(frozen=True, slots=True)
class Needs:
    """Bytes beside the weights: what there is whatever the window, and what each cell adds."""

    fixed: int
    cell: int

    def for_cells(self, cells: int) -> int:
        """Return the bytes for so many cells."""
        return self.fixed + cells * self.cell

    def share(self, part: float) -> Needs:
        """Return a part of these needs, from 0 to 1: the rest is met elsewhere."""
        return Needs(int(self.fixed * part), int(self.cell * part))


def require_memory_for(name: str, size: int) -> None:
    """Raise ModelError unless so many bytes of weights can be taken: a system out of memory ends what it likes."""
    if size > (available := available_memory()):
        raise ModelError(_HEAVY.format(name, megabytes(size), megabytes(available)))


def left_for_window(weights: Weights, *, memory: int) -> int:
    """Return the bytes that are left beside loaded weights, where memory is all that this process may hold, or 0.

    Weights that lie in their file count as taken, though the system could do without them: it would be slow.
    """
    left = available_memory() - weights.tensor_bytes
    return max(0, min(left, memory - Footprint().of(os.getpid())) if memory else left)


def needs_of(weights: Weights, tuning: Tuning) -> Needs:
    """Return what computing with loaded weights needs. Raises ModelError where they cannot be computed with."""
    results = 2 * min(OUTPUTS, tuning.chunk) * weights.size
    scores = tuning.chunk * weights.heads if tuning.flash == "off" else 0
    fixed = results + tuning.chunk * weights.width * _WIDTHS
    return Needs(fixed * _NUMBER, bytes_of_cell(weights, tuning) + scores * _NUMBER)


def bytes_of_cell(weights: Weights, tuning: Tuning) -> int:
    """Return the bytes that a token takes in the memory of a context; a recurrent model's takes none."""
    little = replace(tuning, chunk=SEQUENCES)
    context = Context(weights, cells=_TRIED, tuning=little, interrupted=lambda: False)
    try:
        first, second = (_size_after(context, at) for at in range(2))
    except DecodeError as error:
        raise ModelError(f"{weights.name} cannot be computed with on this machine: choose a smaller model.") from error
    finally:
        context.close()
    return second - first


def fitted(name: str, tuning: Tuning, needs: Needs, *, left: int) -> tuple[Tuning, str]:
    """Return the tuning with as wide a window as the bytes left allow, and a sentence where that is not all of it.

    First cells beside the window are given up. Raises ModelError where not even the narrowest fits.
    """
    wanted = needs.for_cells(tuning.cells)
    if wanted <= left:
        return tuning, ""
    cells = max(0, left - needs.fixed) // max(needs.cell, 1)
    beside = min(tuning.beside, max(_LEAST_BESIDE, cells - tuning.window))
    window = min(tuning.window, cells - beside)
    least = min(LEAST_WINDOW, tuning.window)
    if window < least:
        needed = needs.for_cells(least + _LEAST_BESIDE)
        raise ModelError(_NARROW.format(name, megabytes(left), least, megabytes(needed)))
    note = _LOWERED.format(window, megabytes(left), tuning.window, megabytes(needs.for_cells(tuning.window + beside)))
    return replace(tuning, window=window, beside=beside), note if window < tuning.window else ""


def _size_after(context: Context, position: int) -> int:
    """Return the bytes of a sequence when a token has been added to it there."""
    context.step([Entry(0, position, 0)])
    return context.size(0, ())
