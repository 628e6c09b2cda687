"""Drawing tokens: llama.cpp's own chain of samplers, and the seed of each candidate.

Knows nothing of what the tokens mean.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Collection, Sequence
from functools import lru_cache

import llama_cpp
import numpy as np
import numpy.typing as npt

from game.llm.seeds import SEEDS
from game.llm.worker.context import Context
from game.llm.worker.weights import Weights
from game.story.model import Sampling

_BREAKERS = frozenset(b'\n:"*')
"""The signs at which llama.cpp's DRY takes a repetition for broken off, unless it is given others."""
_HALF = "\ufffd"
"""What a part of a character decodes to."""


class Sampler:
    """A chain for one candidate. It penalizes what this candidate wrote, never the prompt: names must be repeatable.

    The chain tells each sampler in it of every token drawn; those that look back are told again, of what they may know.
    """

    def __init__(self, sampling: Sampling, weights: Weights, *, seed: int) -> None:
        self._sampling = sampling
        self._weights = weights
        self._spared = spared_tokens(weights, sampling.spared)
        self._drawn: list[int] = []
        self._parted: list[int] = []
        self._penalties = llama_cpp.llama_sampler_init_penalties(
            weights.size, sampling.repeat_last, sampling.repeat_penalty, 0.0, 0.0
        )
        self._dry = _dry(sampling, weights)
        self._chain = llama_cpp.llama_sampler_chain_init(llama_cpp.llama_sampler_chain_default_params())
        for link in (self._penalties, self._dry, *_choosers(sampling, seed)):
            llama_cpp.llama_sampler_chain_add(self._chain, link)

    def draw(
        self, context: Context, index: int, *, barred: Collection[int] = (), among: npt.NDArray[np.int64] | None = None
    ) -> int:
        """Return a token, none of those barred, to follow the entry at an index of the last step, and remember it.

        Where it is to be among some, at least one, it is one of those.
        """
        if among is not None:
            _keep(context.logits(index), among)
        if barred:
            logits = llama_cpp.llama_get_logits_ith(context.handle, index)
            for token in barred:
                logits[token] = -math.inf
        _tell(self._dry, self._repeating())
        token = int(llama_cpp.llama_sampler_sample(self._chain, context.handle, index))
        is_spared = token in self._spared
        is_break = is_spared or not _BREAKERS.isdisjoint(self._weights.bytes_of(token))
        self._drawn.append(token)
        # In place of each token that breaks a repetition stands a number that is no token's and comes only once.
        self._parted.append(-len(self._drawn) if is_break else token)
        if is_spared:
            self._tell_penalties()
        return token

    def rewind(self, count: int) -> None:
        """Remember only so many tokens, the first ones; what chance has decided since is not drawn again."""
        del self._drawn[count:], self._parted[count:]
        self._tell_penalties()

    def close(self) -> None:
        """Free the chain and its samplers."""
        llama_cpp.llama_sampler_free(self._chain)

    def _tell_penalties(self) -> None:
        unspared = [token for token in self._drawn if token not in self._spared]
        _tell(self._penalties, unspared[-self._sampling.repeat_last :])

    def _repeating(self) -> Sequence[int]:
        """Return what DRY is to look at: nothing where it would find no repetition, and so nothing to penalize.

        Else it looks up every token of the vocabulary, which takes half as long again as all the others.
        """
        length = self._sampling.dry_allowed_length
        last = self._parted[-length:]
        if self._sampling.dry_multiplier <= 0 or len(self._parted) <= length or self._parted.count(last[-1]) == 1:
            return ()
        places = range(len(self._parted) - length)
        is_said_before = any(self._parted[at : at + length] == last for at in places)
        return self._parted[-self._sampling.dry_last :] if is_said_before else ()


@lru_cache(maxsize=8)
def spared_tokens(weights: Weights, words: tuple[str, ...]) -> frozenset[int]:
    """Return the tokens that words are made of within a text, but for those of signs and spaces alone."""
    spellings = [spelling for word in words for spelling in (word, f" {word}")]
    tokens = {token for spelling in spellings for token in weights.plain_tokens(spelling)}
    return frozenset(token for token in tokens if _is_of_word(weights.bytes_of(token)))


def log_total(logits: npt.NDArray[np.float32]) -> float:
    """Return what is taken from a token's number to have the logarithm of its share among all."""
    highest = logits.max()
    return float(highest) + math.log(float(np.exp(logits - highest).sum()))


def _is_of_word(piece: bytes) -> bool:
    return any(letter.isalnum() or letter == _HALF for letter in piece.decode("utf-8", "replace"))


def _keep(logits: npt.NDArray[np.float32], tokens: npt.NDArray[np.int64]) -> None:
    """Make all but some tokens impossible."""
    kept = logits[tokens]
    logits.fill(-math.inf)
    logits[tokens] = kept


def _tell(link: llama_cpp.llama_sampler_p, tokens: Sequence[int]) -> None:
    llama_cpp.llama_sampler_reset(link)
    for token in tokens:
        llama_cpp.llama_sampler_accept(link, token)


def _dry(sampling: Sampling, weights: Weights) -> llama_cpp.llama_sampler_p:
    """Return llama.cpp's DRY without breakers of its own: for each name it would look through the whole vocabulary."""
    none = (ctypes.c_char_p * 0)()
    strength = (sampling.dry_multiplier, sampling.dry_base, sampling.dry_allowed_length)
    link: llama_cpp.llama_sampler_p = llama_cpp.llama_sampler_init_dry(
        weights.vocabulary, *strength, sampling.dry_last, none, 0
    )
    return link


def _choosers(sampling: Sampling, seed: int) -> list[llama_cpp.llama_sampler_p]:
    """Return what chooses a token after the penalties: chance, with a seed of its own for each of its two throws."""
    if sampling.temperature <= 0:
        return [llama_cpp.llama_sampler_init_greedy()]
    return [
        llama_cpp.llama_sampler_init_min_p(sampling.min_p, 1),
        llama_cpp.llama_sampler_init_xtc(sampling.xtc_probability, sampling.xtc_threshold, 1, (seed + 1) % SEEDS),
        llama_cpp.llama_sampler_init_temp(sampling.temperature),
        llama_cpp.llama_sampler_init_dist(seed),
    ]
