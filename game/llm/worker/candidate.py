"""One of the texts that are told side by side after the same prompt.

Knows nothing of prompts or of the other candidates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import fmean
from typing import Protocol

import numpy as np

from game.llm.seeds import candidate_seed
from game.llm.worker.bans import Bans
from game.llm.worker.context import Context, Entry
from game.llm.worker.letters import Letters, Reach
from game.llm.worker.sampling import Sampler, log_total
from game.llm.worker.weights import Weights
from game.llm.worker.wording import Place, Tokens, wording_of
from game.story.model import Request

MOST_BARRED = 8
"""Tokens at one place that may each turn out to begin a banned phrase."""
LEAST_SHARE = 0.25
"""How likely those words must be to which a text is held, of all that might follow; else its last token goes back."""
MOST_TAKEN_BACK = 64
"""Banned phrases that a text may come to. At either limit it ends before the phrase, as at its limit of tokens."""


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A text in the making, in a sequence of its own. cut_short says that it was ended and did not end of itself.

    before is the token that precedes the text: the prompt's last. Where the text has come to a banned phrase, the
    sequence is shortened to before it, and the token before the phrase is the next entry again. places are where the
    text stood before each of its tokens and stands now, if it is held to words; at first the beginning alone.
    """

    number: int
    sequence: int
    limit: int
    before: int
    sampler: Sampler
    letters: Letters
    places: list[Place] = field(default_factory=list)
    ended: bool = False
    cut_short: bool = False
    _tokens: list[int] = field(default_factory=list)
    _nats: list[float] = field(default_factory=list)
    _barred: dict[int, set[int]] = field(default_factory=dict)
    _taken_back: int = 0

    @property
    def written(self) -> int:
        """Return how many tokens the text has; those taken back are not counted."""
        return len(self._tokens)

    @property
    def likelihood(self) -> float:
        """Return how likely the model finds a token of the text, in nats, never above 0: 0 if held to no words."""
        return fmean(self._nats) if self._nats else 0.0

    def draw(self, context: Context, weights: Weights, index: int) -> str:
        """Draw a token to follow an entry of the last step; return the text that is certain now."""
        place = self.written
        text = "" if self._goes_back(context, index) else self._drawn(context, weights, index)
        first = self.letters.banned
        if first is None:
            return text
        self._take_back(first)
        if self._may_go_on(first):
            if first == place:  # What follows the entry is known still.
                return self.draw(context, weights, index)
            if context.shorten(self.sequence, context.length(self.sequence) - (place - first) - 1):
                return ""
        return self._give_up()

    def entry(self, prompt_tokens: int) -> Entry:
        """Return the entry by which the token drawn last takes its place in the next step."""
        token = self._tokens[-1] if self._tokens else self.before
        return Entry(token, prompt_tokens + self.written - 1, self.sequence, wanted=True)

    def _goes_back(self, context: Context, index: int) -> bool:
        """Return whether it is held to words that the model would not say here, and its last token is taken back."""
        if not self.places or not self.written or not context.can_shorten:
            return False
        is_lost = not len(self._among()) or self.places[-1].share(context.logits(index)) < LEAST_SHARE
        return is_lost and self.letters.lose(self.written - 1)

    def _drawn(self, context: Context, weights: Weights, index: int) -> str:
        among = self._among() if self.places else None
        if among is not None and not len(among):
            return self._give_up()
        logits = context.logits(index)
        total = log_total(logits) if among is not None else 0.0
        token = self.sampler.draw(context, index, barred=self._barred.get(self.written, ()), among=among)
        if among is not None and not weights.ends(token):
            self._nats.append(float(logits[token]) - total)
        return self._add(token, weights)

    def _among(self) -> Tokens:
        """Return the tokens by which the words it is held to may go on, but for those that are barred."""
        tokens = self.places[-1].tokens
        barred = self._barred.get(self.written)
        return np.setdiff1d(tokens, list(barred)) if barred else tokens

    def _give_up(self) -> str:
        self.ended = self.cut_short = True
        return self.letters.rest()

    def _add(self, token: int, weights: Weights) -> str:
        if weights.ends(token):
            self.ended = True
            return self.letters.rest()
        self._tokens.append(token)
        self.places += [self.places[-1].after(token)] if self.places else []
        text = self.letters.add(weights.bytes_of(token))
        self.cut_short = self.written == self.limit and not self.letters.stopped
        self.ended = self.cut_short or self.letters.stopped
        return text + self.letters.rest() if self.cut_short else text

    def _take_back(self, first: int) -> None:
        """Forget a token and all after it, and bar it from its place; what was barred after it was so for its sake."""
        self._barred = {place: tokens for place, tokens in self._barred.items() if place <= first}
        self._barred.setdefault(first, set()).add(self._tokens[first])
        self._taken_back += 1
        self.ended = self.cut_short = False
        del self._tokens[first:], self._nats[first:], self.places[first + 1 :]
        self.letters.take_back()
        self.sampler.rewind(first)

    def _may_go_on(self, place: int) -> bool:
        return self._taken_back < MOST_TAKEN_BACK and len(self._barred[place]) < MOST_BARRED


class Begin(Protocol):
    """Begins a candidate of a request, by its number, in a sequence; before is the token that precedes it."""

    def __call__(self, number: int, sequence: int, *, limit: int, before: int) -> Candidate: ...


def beginning(request: Request, context: Context, weights: Weights) -> Begin:
    """Return what begins the candidates of a request."""
    bans = Bans(request.sampling.banned)
    words = request.sampling.words
    places = [wording_of(weights, words).start] if words else []
    reach: Reach = "phrase" if context.can_shorten else "token"

    def begin(number: int, sequence: int, *, limit: int, before: int) -> Candidate:
        return Candidate(
            number=number,
            sequence=sequence,
            limit=limit,
            before=before,
            sampler=Sampler(request.sampling, weights, seed=candidate_seed(request.seed, number)),
            letters=Letters(request.stop, bans, reach=reach, by_sentence=bool(words)),
            places=list(places),
        )

    return begin
