"""What became of a reply at the gate: the sentences that were heard, and why some of them were not shown.

Knows nothing of how it came about, nor of who reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.story.guarding.verdict import Reason

Fate = Reason | Literal["", "cut", "spare", "unfit"]
_UNJUDGED = frozenset({"", "cut", "spare", "unfit"})


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that a model told. fate is why it was not shown, and "" where it was.

    That is a judge's reason, and then words are what offends in it, as it stands there; "cut" where it has no end,
    "spare" where another that was told beside it was preferred, and "unfit" for a line that no judge was asked about,
    since its speaker may not say it.
    """

    sentence: str
    fate: Fate = ""
    words: str = ""

    @property
    def is_withheld(self) -> bool:
        """Return whether a judge held it back."""
        return self.fate not in _UNJUDGED


@dataclass(frozen=True, slots=True)
class Account:
    """One reply as it was heard, its sentences in order.

    asked is what the model was told of this turn alone, as it was sent; it is empty for a reply that goes on from one
    that was broken off, whose number is then 1 or more. is_given_up says that the author's words took over after it.
    """

    asked: str = ""
    number: int = 0
    heard: tuple[Heard, ...] = ()
    is_given_up: bool = False
