"""What the guard says of a sentence that may not be shown: why, and the words that offend.

Knows nothing of how that is found out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "absent",
    "thing",
    "exit",
    "secret",
    "opposite",
    "puppet",
    "other",
    "scaffold",
    "loop",
    "banned",
    "language",
    "person",
    "line",
    "veil",
    "rating",
    "rules",
    "verbatim",
    "judged",
]
"""From "line" on they are those of safety: what is withheld for one of them is counted, and nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence is held back. words are what offends, as it stands in the sentence; empty where it is the whole."""

    reason: Reason
    words: str = ""
