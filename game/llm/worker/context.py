"""llama.cpp's context: a memory of cells that sequences share, and the computation that fills them.

Knows nothing of what sequences are for. One thread owns it.
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable, Sequence, Sized
from pathlib import Path
from typing import Any, NamedTuple

import llama_cpp
import numpy as np
import numpy.typing as npt

from game.errors import ModelError
from game.llm.tuning import Tuning
from game.llm.worker.weights import Weights

SEQUENCES = 32
"""As many as may be wanted: measured, they cost neither time nor memory until they hold something."""
OUTPUTS = 3 * SEQUENCES
"""Entries of one step after which something is asked: llama.cpp ends the process over one more."""
_FEW = 8
"""Entries of a step within which nobody is asked, where the last of so few took no longer than _SHORT_S."""
_SHORT_S = 0.02
_ABORTED = 2
_ANY = -1
_TOKEN = ctypes.sizeof(llama_cpp.llama_token)
_CACHE_TYPES = {"f16": llama_cpp.GGML_TYPE_F16, "q8_0": llama_cpp.GGML_TYPE_Q8_0}
_FLASH = {
    "auto": llama_cpp.LLAMA_FLASH_ATTN_TYPE_AUTO,
    "on": llama_cpp.LLAMA_FLASH_ATTN_TYPE_ENABLED,
    "off": llama_cpp.LLAMA_FLASH_ATTN_TYPE_DISABLED,
}

_NEVER = llama_cpp.ggml_abort_callback(0)
_NO_ROOM = "There is not enough memory for the model's window: set a smaller one."
_NO_SUCH_CACHE = "The model's window could not be kept in short numbers: set cache_type to f16, or a smaller window."


class Entry(NamedTuple):
    """One token of a step; wanted says whether what follows it is asked."""

    token: int
    position: int
    sequence: int
    wanted: bool = False


class Interrupted(Exception):
    """A step was broken off; the memory is as it was before it."""


class DecodeError(Exception):
    """llama.cpp could not compute a step; what the memory holds is uncertain."""


class Context:
    """Cells for tokens, up to SEQUENCES sequences over them, and the last step's results."""

    def __init__(self, weights: Weights, *, cells: int, tuning: Tuning, interrupted: Callable[[], bool]) -> None:
        """Reserve the cells. Raises ModelError without the memory.

        interrupted is asked before each step and many times within it: but for a short one, which that would make
        longer by a sixtieth, and which is over before anybody waits.
        """
        params = _params(tuning)
        params.n_ctx = cells
        self._interrupted = interrupted
        self._abort = llama_cpp.ggml_abort_callback(lambda _: interrupted())
        params.abort_callback = self._abort
        self._few_s = float("inf")
        handle = llama_cpp.llama_init_from_model(weights.model, params)
        memory = llama_cpp.llama_get_memory(handle) if handle else None
        if not handle or not memory:
            raise ModelError(_NO_ROOM if tuning.cache_type == "f16" else _NO_SUCH_CACHE)
        self.handle, self._memory = handle, memory
        self._layout = (params.type_k, params.type_v, params.flash_attn_type, params.kv_unified, params.swa_full)
        self.cells = int(llama_cpp.llama_n_ctx(handle))
        self._vocabulary_size = weights.size
        self._batch = llama_cpp.llama_batch_init(tuning.chunk, 0, 1)
        # A recurrent model's state is one for all its tokens: it can be copied and dropped, not shortened.
        self.can_shorten = not (
            llama_cpp.llama_model_is_recurrent(weights.model) or llama_cpp.llama_model_is_hybrid(weights.model)
        )

    def close(self) -> None:
        """Free the cells and the batch."""
        llama_cpp.llama_batch_free(self._batch)
        llama_cpp.llama_free(self.handle)

    def step(self, entries: Sequence[Entry]) -> None:
        """Compute up to a chunk of tokens. Raises Interrupted or DecodeError."""
        if self._interrupted():  # A GPU does not ask on its way.
            raise Interrupted
        batch = self._batch
        for index, entry in enumerate(entries):
            batch.token[index] = entry.token
            batch.pos[index] = entry.position
            batch.n_seq_id[index] = 1
            batch.seq_id[index][0] = entry.sequence
            batch.logits[index] = entry.wanted
        batch.n_tokens = len(entries)
        code = self._decode()
        if code == _ABORTED:
            raise Interrupted
        if code != 0:
            raise DecodeError(f"llama_decode returned {code}")

    def _decode(self) -> int:
        are_few = self._batch.n_tokens <= _FEW
        asked = _NEVER if are_few and self._few_s <= _SHORT_S else self._abort
        llama_cpp.llama_set_abort_callback(self.handle, asked, None)
        began = time.perf_counter()
        code = int(llama_cpp.llama_decode(self.handle, self._batch))
        if are_few and code == 0:
            self._few_s = time.perf_counter() - began
        return code

    def logits(self, index: int) -> npt.NDArray[np.float32]:
        """Return the last step's result after a wanted entry: a number for each token, which the next step changes."""
        row = llama_cpp.llama_get_logits_ith(self.handle, index)
        return np.ctypeslib.as_array(row, (self._vocabulary_size,))

    def copy(self, source: int, target: int) -> None:
        """Let an empty sequence begin with all of another's tokens; the cells are shared."""
        llama_cpp.llama_memory_seq_cp(self._memory, source, target, _ANY, _ANY)

    def take_out(self, sequence: int, *, most: int) -> Sized | None:
        """Return the bytes that put a sequence back, or None where there are more; the sequence keeps its tokens."""
        size = int(llama_cpp.llama_state_seq_get_size(self.handle, sequence))
        if size > most:
            return None
        held = (ctypes.c_uint8 * size)()
        written = int(llama_cpp.llama_state_seq_get_data(self.handle, held, size, sequence))
        return held if written == size else None

    def put_back(self, sequence: int, state: Any) -> bool:
        """Fill an empty sequence with what was taken out of one; return whether there was room, else it is empty."""
        if llama_cpp.llama_state_seq_set_data(self.handle, state, len(state), sequence):
            return True
        self.clear(sequence)
        return False

    def shorten(self, sequence: int, keep: int) -> bool:
        """Keep a sequence's first tokens; return whether that was possible, else nothing is changed."""
        return bool(llama_cpp.llama_memory_seq_rm(self._memory, sequence, keep, _ANY))

    def length(self, sequence: int) -> int:
        """Return how many tokens a sequence holds."""
        return int(llama_cpp.llama_memory_seq_pos_max(self._memory, sequence)) + 1

    def clear(self, sequence: int) -> None:
        """Empty a sequence."""
        llama_cpp.llama_memory_seq_rm(self._memory, sequence, _ANY, _ANY)

    @property
    def kind(self) -> str:
        """What a file of a sequence depends on beside the weights: this llama.cpp, and how its memory is laid out."""
        features = llama_cpp.llama_print_system_info().decode()
        return f"{llama_cpp.__version__} {features} {self._layout}"

    def size(self, sequence: int, tokens: Sequence[int]) -> int:
        """Return about how many bytes the file would have that save writes."""
        return _TOKEN * len(tokens) + int(llama_cpp.llama_state_seq_get_size(self.handle, sequence))

    def save(self, sequence: int, file: Path, tokens: Sequence[int]) -> bool:
        """Write a sequence and its tokens over a file; return whether it is whole. Raises OSError."""
        held = (llama_cpp.llama_token * len(tokens))(*tokens)
        path = os.fsencode(file)
        written = llama_cpp.llama_state_seq_save_file(self.handle, path, sequence, held, len(tokens))
        # A disk that is full when llama.cpp closes the file goes unnoticed by it.
        return bool(written) and file.stat().st_size == int(written)

    def load(self, sequence: int, file: Path, tokens: Sequence[int]) -> bool:
        """Fill an empty sequence from a file; return whether it holds just these tokens now, else it is empty.

        The file must be whole: llama.cpp ends the process over one that is not.
        """
        held = (llama_cpp.llama_token * len(tokens))()
        count = ctypes.c_size_t()
        read = llama_cpp.llama_state_seq_load_file(
            self.handle, os.fsencode(file), sequence, held, len(tokens), ctypes.byref(count)
        )
        if read and held[: count.value] == list(tokens) and self.length(sequence) == len(tokens):
            return True
        self.clear(sequence)
        return False


def _params(tuning: Tuning) -> Any:
    params = llama_cpp.llama_context_default_params()
    params.n_batch = params.n_ubatch = tuning.chunk
    params.n_seq_max = SEQUENCES
    params.n_outputs_max = min(OUTPUTS, tuning.chunk)
    params.kv_unified = True
    params.n_threads, params.n_threads_batch = tuning.threads, tuning.reading_threads
    params.type_k = params.type_v = _CACHE_TYPES[tuning.cache_type]
    params.flash_attn_type = _FLASH[tuning.flash]
    return params
