"""One of the texts that are told side by side after the same prompt.

Knows nothing of prompts or of the other candidates.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.llm.worker.context import Context, Entry
from game.llm.worker.letters import Letters
from game.llm.worker.sampling import Sampler
from game.llm.worker.weights import Weights


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A text in the making, in a sequence of its own. cut_short says that it ended at its limit of tokens."""

    number: int
    sequence: int
    limit: int
    sampler: Sampler
    letters: Letters
    written: int = 0
    ended: bool = False
    cut_short: bool = False
    _token: int = -1

    def draw(self, context: Context, weights: Weights, index: int) -> str:
        """Draw a token to follow an entry of the last step; return the text that is certain now."""
        self._token = self.sampler.draw(context, index)
        if weights.ends(self._token):
            self.ended = True
            return self.letters.rest()
        self.written += 1
        text = self.letters.add(weights.bytes_of(self._token))
        self.cut_short = self.written == self.limit and not self.letters.stopped
        self.ended = self.cut_short or self.letters.stopped
        return text + self.letters.rest() if self.cut_short else text

    def entry(self, prompt_tokens: int) -> Entry:
        """Return the entry by which the token drawn last takes its place in the next step."""
        return Entry(self._token, prompt_tokens + self.written - 1, self.sequence, wanted=True)
