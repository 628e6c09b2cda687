"""The child that writes a model in several quantizations and times how fast each reads a prompt.

Runs as `python -m game.llm.quantize SOURCE FOLDER [ADAPTER]`, prints one JSON object, and knows nothing of what is done
with it. An adapter is added to the weights first.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import llama_cpp

from game.llm.adapter import read_adapter
from game.llm.cores import usable_cores
from game.llm.merge import merge

MERGED = "merged.part"
QUANTIZATIONS = {"Q8_0": llama_cpp.LLAMA_FTYPE_MOSTLY_Q8_0, "Q4_0": llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_0}
PROMPT = 256
ROUNDS = 3
BUDGET_S = 4.0
"""No new round begins after this long: on a busy machine one has to do."""


def main(source: Path, folder: Path, adapter: Path | None = None) -> int:
    """Write every quantization into the folder as a draft; print {"Q8_0": tokens read per second, ...}."""
    llama_cpp.llama_backend_init()
    if adapter:
        merge(source, read_adapter(adapter), source := folder / MERGED)
    files = {name: quantized(source, folder / f"{name}.part", name) for name in QUANTIZATIONS}
    print(json.dumps({name: round(speed, 1) for name, speed in _speeds(files).items()}))
    return 0


def quantized(source: Path, target: Path, quantization: str) -> Path:
    """Write the source in another quantization, and return where. Raises OSError when llama.cpp cannot."""
    params = llama_cpp.llama_model_quantize_default_params()
    params.ftype = QUANTIZATIONS[quantization]
    params.allow_requantize = True
    params.nthread = usable_cores()
    if llama_cpp.llama_model_quantize(os.fsencode(source), os.fsencode(target), params) != 0:
        raise OSError(f"llama.cpp could not quantize {source}")
    return target


def _speeds(files: dict[str, Path]) -> dict[str, float]:
    """Return tokens read per second by file, the best of some rounds taken in turn so that all meet the same load."""
    best = dict.fromkeys(files, 0.0)
    readers = {name: _Reader(file) for name, file in files.items()}
    end = time.monotonic() + BUDGET_S
    for _ in range(ROUNDS):
        for name, reader in readers.items():
            best[name] = max(best[name], reader.read())
        if time.monotonic() > end:
            break
    return best


class _Reader:
    """A model loaded for one purpose: to read the same tokens again and again."""

    def __init__(self, file: Path) -> None:
        model_params = llama_cpp.llama_model_default_params()
        model_params.n_gpu_layers = 0
        model = llama_cpp.llama_model_load_from_file(os.fsencode(file), model_params)
        if not model:
            raise OSError(f"llama.cpp could not load {file}")
        params = llama_cpp.llama_context_default_params()
        params.n_ctx = params.n_batch = params.n_ubatch = PROMPT
        params.n_threads = params.n_threads_batch = usable_cores()
        self._context = llama_cpp.llama_init_from_model(model, params)
        self._tokens = (llama_cpp.llama_token * PROMPT)(*range(100, 100 + PROMPT))

    def read(self) -> float:
        """Read the prompt from nothing; return tokens per second."""
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(self._context), True)  # noqa: FBT003 - a C function
        start = time.perf_counter()
        if llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(self._tokens, PROMPT)) != 0:
            raise OSError("llama.cpp could not read a prompt")
        llama_cpp.llama_synchronize(self._context)
        return PROMPT / (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
