"""What counts as false of what the game's guard holds back: all of it but what is only badly put.

Knows nothing of jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.story.guarding.verdict import Reason, Verdict

_BADLY_PUT: frozenset[Reason] = frozenset({"scaffold", "loop", "banned", "language"})


def is_any_false(sentences: Sequence[str], judge: Callable[[str, Sequence[str]], Verdict | None]) -> bool:
    """Return whether a judge, who is asked about each with those before it, finds something false in any sentence."""
    verdicts = (judge(sentence, sentences[:place]) for place, sentence in enumerate(sentences))
    return any(verdict is not None and verdict.reason not in _BADLY_PUT for verdict in verdicts)
