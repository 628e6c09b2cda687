"""What is told of a reply when it has ended.

Knows nothing of how it was made.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from game.llm.worker.candidate import Candidate
from game.story.model import Done, Reason


@dataclass(slots=True)
class Tally:
    """Tokens and times, of the monotonic clock, as a reply goes on."""

    arrived: float
    prompt_tokens: int
    read_tokens: int = 0
    first_at: float | None = None
    candidates: list[Candidate] = field(default_factory=list)

    def note_token(self) -> None:
        """Remember when the first token was drawn."""
        if self.first_at is None:
            self.first_at = time.monotonic()

    def cancelled(self) -> Done:
        """Return the end of a reply that was broken off."""
        return self._done("cancelled")

    def complete(self) -> Done:
        """Return the end of a reply that came to its own: "length" when any candidate was cut short."""
        return self._done("length" if any(candidate.cut_short for candidate in self.candidates) else "stop")

    def _done(self, reason: Reason) -> Done:
        return Done(
            reason=reason,
            prompt_tokens=self.prompt_tokens,
            read_tokens=self.read_tokens,
            written_tokens=sum(candidate.written for candidate in self.candidates),
            first_token_s=0.0 if self.first_at is None else self.first_at - self.arrived,
            total_s=time.monotonic() - self.arrived,
            likelihoods=tuple(each.likelihood for each in self.candidates if each.places),
        )
