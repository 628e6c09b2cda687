"""Drawing tokens: llama.cpp's own chain of samplers, and the seed of each candidate.

Knows nothing of what the tokens mean.
"""

from __future__ import annotations

import hashlib

import llama_cpp

from game.llm.worker.context import Context
from game.story.model import Sampling

_SEEDS = 2**32 - 1  # llama.cpp takes the last 32-bit number for "any seed".


class Sampler:
    """A chain for one candidate. It penalizes what this candidate wrote, never the prompt: names must be repeatable."""

    def __init__(self, sampling: Sampling, *, seed: int, vocabulary_size: int) -> None:
        self._chain = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
        for sampler in _links(sampling, seed, vocabulary_size):
            llama_cpp.llama_sampler_chain_add(self._chain, sampler)

    def draw(self, context: Context, index: int) -> int:
        """Return a token to follow the entry at an index of the last step, and remember it."""
        return int(llama_cpp.llama_sampler_sample(self._chain, context.handle, index))

    def close(self) -> None:
        """Free the chain and its samplers."""
        llama_cpp.llama_sampler_free(self._chain)


def _links(sampling: Sampling, seed: int, size: int) -> list[llama_cpp.llama_sampler_p]:
    penalties = llama_cpp.llama_sampler_init_penalties(size, sampling.repeat_last, sampling.repeat_penalty, 0.0, 0.0)
    if sampling.temperature <= 0:
        return [penalties, llama_cpp.llama_sampler_init_greedy()]
    return [
        penalties,
        llama_cpp.llama_sampler_init_min_p(sampling.min_p, 1),
        llama_cpp.llama_sampler_init_temp(sampling.temperature),
        llama_cpp.llama_sampler_init_dist(seed),
    ]


def candidate_seed(seed: int, candidate: int) -> int:
    """Return the seed of one of a request's candidates: the first 8 bytes of SHA-256 over "seed:candidate"."""
    digest = hashlib.sha256(f"{seed}:{candidate}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % _SEEDS
