"""The seeds of a request's candidates, the same wherever the model runs.

Knows nothing of what is drawn with them.
"""

from __future__ import annotations

import hashlib

SEEDS = 2**32 - 1
"""What seeds are below: llama.cpp takes the last 32-bit number for "any seed"."""


def candidate_seed(seed: int, candidate: int) -> int:
    """Return the seed of one of a request's candidates: the first 8 bytes of SHA-256 over "seed:candidate"."""
    digest = hashlib.sha256(f"{seed}:{candidate}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % SEEDS
