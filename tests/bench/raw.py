"""The barest llama.cpp loop: for each turn it has the settled tokens in memory, reads the new ones, and writes.

A program of its own: a turn on each line of standard input, its times on standard output; or two prompts, and how many
tokens of the second are new. Only the making of tokens is the game's.
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
        self._held: list[int] = []
        self._sampler = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
        for each in (
            llama_cpp.llama_sampler_init_penalties(weights.size, 64, 1.1, 0.0, 0.0),
            llama_cpp.llama_sampler_init_min_p(0.1, 1),
            llama_cpp.llama_sampler_init_temp(0.7),
            llama_cpp.llama_sampler_init_dist(7),
        ):
            llama_cpp.llama_sampler_chain_add(self._sampler, each)

    def measure(self, settled: list[int], new: list[int], *, sentence: int, count: int) -> dict[str, float]:
        """Return the seconds to read new after settled and draw a token, and to have drawn as many as sentence.

        tokens_a_second is the speed of writing count of them.
        """
        self._settle(settled)
        start = time.perf_counter()
        self._read(new)
        token = self._draw()
        drawn = [time.perf_counter() - start]
        while len(drawn) < max(count, sentence):
            self._read([token])
            token = self._draw()
            drawn.append(time.perf_counter() - start)
        self._held = settled
        speed = (len(drawn) - 1) / (drawn[-1] - drawn[0]) if len(drawn) > 1 else 0.0
        return {"first_s": drawn[0], "sentence_s": drawn[max(sentence, 1) - 1], "tokens_a_second": speed}

    def _settle(self, tokens: list[int]) -> None:
        """Hold these tokens and no others, reading those that the last turn did not leave."""
        memory, shared = llama_cpp.llama_get_memory(self._context), _shared(self._held, tokens)
        if not llama_cpp.llama_memory_seq_rm(memory, 0, shared, -1):
            llama_cpp.llama_memory_clear(memory, False)
            shared = 0
        self._read(tokens[shared:])

    def _read(self, tokens: list[int]) -> None:
        for start in range(0, len(tokens), _BATCH):
            piece = tokens[start : start + _BATCH]
            held = (llama_cpp.llama_token * len(piece))(*piece)  # The batch only points at it.
            if llama_cpp.llama_decode(self._context, llama_cpp.llama_batch_get_one(held, len(piece))):
                raise RuntimeError("llama_decode failed in the raw loop")

    def _draw(self) -> int:
        return int(llama_cpp.llama_sampler_sample(self._sampler, self._context, -1))


def _answer(turn: dict[str, Any], weights: Weights, template: Template, loop: Loop) -> dict[str, float]:
    tokens = _tokens(template, turn["messages"])
    if "before" in turn:
        return {"new": len(tokens) - _shared(_tokens(template, turn["before"]), tokens)}
    new, sentence = turn["read_tokens"], len(weights.plain_tokens(turn["sentence"]))
    return loop.measure(tokens[:-new], tokens[-new:], sentence=sentence, count=turn["written_tokens"])


def _tokens(template: Template, messages: list[dict[str, Any]]) -> list[int]:
    return template.prompt([Message(**message) for message in messages])


def _shared(one: list[int], other: list[int]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def main() -> None:
    """Answer each line, as long as there are lines."""
    llama_cpp.llama_log_set(_silence, None)
    weights_path, window, gpu_layers, override = sys.argv[1:]
    weights = Weights(Path(weights_path), gpu_layers=int(gpu_layers), progress=lambda _: None)
    template, loop = Template(weights, override), Loop(weights, int(window))
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line), weights, template, loop)), flush=True)


if __name__ == "__main__":
    main()
