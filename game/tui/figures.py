"""What a model's work on a turn came to, as the status line says it: only what was measured.

Knows nothing of widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.story.model import Done


@dataclass(frozen=True, slots=True)
class Figures:
    """first_word_s is the seconds that the player waited; words_per_s counts what was shown.

    reused is the share of the prompts, 0 to 1.
    """

    first_word_s: float
    words_per_s: float
    reused: float


def figures_of(replies: Sequence[Done], text: str) -> Figures | None:
    """Return the figures of a telling that showed text by the model, or None when it was asked for nothing.

    words_per_s is the words of text over the seconds spent writing; 0 when none of it was shown or timed.
    """
    read = sum(reply.prompt_tokens for reply in replies)
    if not read:
        return None
    writing_s = sum(reply.total_s - reply.first_token_s for reply in replies)
    return Figures(
        first_word_s=max(replies[0].first_token_s - replies[0].ahead_s, 0.0),
        words_per_s=count_words(text) / writing_s if writing_s > 0 else 0.0,
        reused=1 - sum(reply.read_tokens for reply in replies) / read,
    )


def count_words(text: str) -> int:
    """Return the words of a text; where words are written without spaces, each character counts."""
    return sum(1 if word.isascii() else max(1, sum(_is_ideograph(each) for each in word)) for word in text.split())


def _is_ideograph(character: str) -> bool:
    return "\u3040" <= character <= "\u9fff"
