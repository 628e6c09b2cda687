"""The barest llama.cpp loop: for each turn it has the settled tokens in memory, reads the new ones, and writes.

A program of its own: a turn on each line of standard input, its times on standard output. Only the making of tokens
is the game's.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import llama_cpp

from game.llm.worker.template import Template
from game.llm.worker.weights import Weights
from game.story.model import Message

_BATCH = 512
_silence = llama_cpp.llama_log_callback(lambda *_: None)


class Loop:
    """One sequence in one context."""

    def __init__(self, weights: Weights, window: int) -> None:
        params = llama_cpp.llama_context_default_params()
        params.n_ctx, params.n_batch, params.n_ubatch = window + 2048, _BATCH, _BATCH
        params.n_threads = params.n_threads_batch = len(os.sched_getaffinity(0))
        self._context = llama_cpp.llama_init_from_model(weights.model, params)
        self._sampler = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
        for each in (
            llama_cpp.llama_sampler_init_penalties(weights.size, 64, 1.1, 0.0, 0.0),
            llama_cpp.llama_sampler_init_min_p(0.1, 1),
            llama_cpp.llama_sampler_init_temp(0.7),
            llama_cpp.llama_sampler_init_dist(7),
        ):
            llama_cpp.llama_sampler_chain_add(self._sampler, each)

    def measure(self, settled: list[int], new: list[int], count: int) -> dict[str, float]:
        """Return the seconds to read new after settled and draw a token, and the speed of writing count more."""
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(self._context), False)
        self._read(settled)
        start = time.perf_counter()
        self._read(new)
        token = self._draw()
        first = time.perf_counter() - start
        for _ in range(count - 1):
            self._read([token])
            token = self._draw()
        return {"first_s": first, "tokens_a_second": (count - 1) / (time.perf_counter() - start - first)}

    def _read(self, tokens: list[int]) -> None:
        for start in range(0, len(tokens), _BATCH):
            piece = tokens[start : start + _BATCH]
            held = (llama_cpp.llama_token * len(piece))(*piece)  # The batch only points at it.
            if llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(held, len(piece))):
                raise RuntimeError("llama_decode failed in the raw loop")

    def _draw(self) -> int:
        return int(llama_cpp.llama_sampler_sample(self._sampler, self._context, -1))


def main() -> None:
    """Measure each turn that comes on a line, as long as there are lines."""
    llama_cpp.llama_log_set(_silence, None)
    weights_path, window = sys.argv[1:]
    weights = Weights(Path(weights_path), gpu_layers=0, progress=lambda _: None)
    template, loop = Template(weights), Loop(weights, int(window))
    for line in sys.stdin:
        turn: dict[str, Any] = json.loads(line)
        tokens = template.prompt([Message(**message) for message in turn["messages"]])
        new = turn["read_tokens"]
        print(json.dumps(loop.measure(tokens[:-new], tokens[-new:], turn["written_tokens"])), flush=True)


if __name__ == "__main__":
    main()
