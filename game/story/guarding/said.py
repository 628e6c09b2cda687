"""A sentence as the rules look at it: its words, its clauses, and what stands in quotation marks.

Knows nothing of worlds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from game.story.guarding.lexicon import Lexicon
from game.story.guarding.stems import words_of

_STRAIGHT = str.maketrans("’‘“”«»„", '\'\'"""""')
_QUOTED = re.compile(r"\"([^\"]*)\"|「([^」]*)」|『([^』]*)』|(?<!\w)'([^']*(?:'\w[^']*)*)'(?!\w)")
# Three words and more: an inscription. Two may be a shout.
_CAPITALS = re.compile(r"\b[A-Z]+(?:[ ,]+[A-Z]+){2,}\b")
_SPACED = re.compile(
    r"[,;:()—–]|\s-\s"
    r"|(?<!\w)(?<!stays\s)(?<!stay\s)(?<!lies\s)(?<!hangs\s)(?<!stands\s)(?<!is\s)(?=where\s)"
    r"|(?<!\w)(?=(?:and|but|while|who|which|whom|because|though|although|until|so that|when|if|for|since)\s)"
)
_UNSPACED = re.compile(r"[，；：、。！？—…,;:]+")


@dataclass(frozen=True)
class Said:
    """A sentence to be judged. shown are this telling's sentences before it; speaker is who says it, or nobody."""

    text: str
    lexicon: Lexicon
    shown: Sequence[str] = ()
    speaker: str = ""

    @cached_property
    def straight(self) -> str:
        """The sentence with straight quotation marks, letter for letter as long as it stands."""
        return self.text.translate(_STRAIGHT)

    @cached_property
    def folded(self) -> str:
        """The same in lower case."""
        lowered = self.straight.lower()
        return lowered if len(lowered) == len(self.text) else self.straight

    @cached_property
    def bare(self) -> str:
        """The folded sentence with what is quoted in it, or written in capitals, blanked out."""
        blanked = _CAPITALS.sub(_blank, self.straight)
        return _QUOTED.sub(_blank, blanked.lower() if len(self.folded) == len(self.straight) else blanked)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """What stands in quotation marks."""
        return tuple(next(filter(None, found.groups()), "") for found in _QUOTED.finditer(self.straight))

    @cached_property
    def words(self) -> list[str]:
        """The words of the sentence but for what is quoted."""
        return words_of(self.bare)

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Where the clauses of the bare sentence begin and end."""
        parting = (_SPACED if self.lexicon.is_spaced else _UNSPACED).finditer(self.bare)
        cuts = [0, *(at for each in parting for at in {each.start(), each.end()}), len(self.bare)]
        spans = zip(sorted(cuts), sorted(cuts)[1:], strict=False)
        return tuple((start, end) for start, end in spans if self.bare[start:end].strip(" ,;:.!?，；：、。！？…"))

    def clause_at(self, place: int) -> tuple[int, int]:
        """Return the clause that holds a place of the sentence."""
        return next((each for each in self.clauses if each[0] <= place < each[1]), (0, len(self.bare)))

    def spelled(self, start: int, end: int) -> str:
        """Return a stretch of the sentence as it stands."""
        return self.text[start:end]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
