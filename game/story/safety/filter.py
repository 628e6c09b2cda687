"""Whether a text may be shown, or taken in: it may not where it is about a topic, or repeats what is protected.

Knows nothing of streams, of the screen, or of what is put in the place of what is withheld.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from game.story.guarding.verdict import Verdict
from game.story.safety.topics import Topic
from game.story.safety.verbatim import NOTHING_PROTECTED, Protected

Reason = Literal["line", "veil", "rating", "rules", "verbatim", "judged"]
REASONS: tuple[str, ...] = get_args(Reason)


Withheld = Verdict
"""That a text is withheld: for one of the reasons of safety, which are verdicts like the others."""

Examine = Callable[[str], Withheld | None]
"""Looks at a sentence that a filter lets pass."""


def pass_all(_: str) -> None:
    """Let every sentence pass."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Topics, each with the reason for which it is withheld, the first that fits being given; and protected texts.

    also looks at what these let pass.
    """

    topics: Sequence[tuple[Reason, Topic]] = ()
    protected: Protected = NOTHING_PROTECTED
    also: Examine = pass_all

    def __bool__(self) -> bool:
        return bool(self.topics or self.protected) or self.also is not pass_all

    def check(self, text: str, *, shown: str = "") -> Withheld | None:
        """Return why a text may not be shown after what was shown before it, or None where it may."""
        for reason, topic in self.topics:
            if words := topic.words_in(text):
                return Withheld(reason, words)
        return Withheld("verbatim") if self.protected.are_repeated(text, after=shown) else self.also(text)

    def hidden(self, text: str) -> str:
        """Return a name or a few words with an ellipsis for what may not be shown: they are needed to play."""
        for _, topic in self.topics:
            text = topic.hidden(text)
        return text


NO_FILTER = Filter()
