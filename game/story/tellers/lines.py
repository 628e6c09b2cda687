"""People's lines as a model tells them: which of several can be said, and what to ban where none of them can.

Knows nothing of models, or of how often one is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.story.gating.account import Heard
from game.story.gating.choice import chosen, preferred
from game.story.gating.gate import Judging
from game.story.gating.retelling import ban_for, opening_of
from game.story.guard import Vocabulary, claiming_words
from game.story.jobs import spoken_part, usable_lines
from game.story.scene import Speaker


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one answer. said are the speaker's last ones; trusted says that the model may claim something."""

    speaker: Speaker
    vocabulary: Vocabulary
    said: Sequence[str]
    judge: Judging
    trusted: bool

    def choose(self, texts: Sequence[str], likelihoods: Sequence[float] = ()) -> tuple[str, tuple[Heard, ...]]:
        """Return the line to show of some that were told side by side, empty where none can be; and what was heard.

        likelihoods are the texts', where the model says them.
        """
        usable = usable_lines(texts, self.speaker, self.vocabulary, self.said, trusted=self.trusted)
        likely = dict(zip(map(spoken_part, texts), likelihoods, strict=False))
        line, heard = chosen(usable, self.judge, lambda lines: preferred(lines, likely, self.said))
        others = dict.fromkeys(each for each in map(spoken_part, texts) if each and each not in usable)
        return line, (*heard, *(Heard(each, "unfit", next(iter(self._claiming(each)), "")) for each in others))

    def bans(self, heard: Iterable[Heard], small: Collection[str]) -> Iterator[str]:
        """Yield what to ban when they are told again; small are words that say nothing by themselves.

        With a word in it that claims something no line could be said, so that nothing is lost with it.
        """
        for each in heard:
            if each.fate == "unfit":
                yield from self._claiming(each.sentence) or [opening_of(each.sentence)]
            elif each.is_withheld:
                yield ban_for(each, small)

    def _claiming(self, line: str) -> Sequence[str]:
        return [] if self.trusted else claiming_words(line, self.speaker)
