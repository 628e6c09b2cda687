"""Which of the legal actions a player's words mean, by a model if there is one: that one, a question back, or none.

Knows nothing of sessions. What is certain enough is a matter of the model, which brings its bounds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from game.errors import ModelError
from game.rules.state import State
from game.rules.world import World
from game.story.choosing.candidates import MOST, Candidate, candidates, commands
from game.story.model import Bounds, LanguageModel
from game.story.offers import Offer
from game.story.prompt import choosing_question
from game.story.sentences import Sentences
from game.story.understanding.scope import Scope

MOST_CHARACTERS = 200
"""Of what a player types: longer words are a speech, and of that no command is made by how likely it sounds."""
MOST_OPTIONS = 3
UNAIDED = Bounds(trust=0.0, sure=0.95, asked=0.7)
"""Where no model says anything: what the words bear on is seldom enough to do it, and often enough to ask."""
_MOST_KNOWN = 4096
_LEAST = 0.1
"""Of the likeliest option's share, what another must have to be worth its place in a question."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The words mean this."""

    offer: Offer


@dataclass(frozen=True, slots=True)
class Unclear:
    """The words may mean any of these: whoever typed them is to be asked."""

    options: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """The words mean nothing that can be done, or nobody can say."""


Choice = Chosen | Unclear | Nothing


@dataclass(frozen=True, slots=True)
class Scored:
    """An offer, and how likely it is meant, in nats above that nothing is."""

    offer: Offer
    score: float


class Chooser:
    """Chooses in one world, by one model if there is one; whoever asks sees to it that it may be asked."""

    def __init__(self, world: World, sentences: Sentences, model: LanguageModel | None) -> None:
        self._world = world
        self._sentences = sentences
        self._model = model
        self._unprompted: dict[str, float] = {}

    def choose(self, state: State, words: str, stop: Event) -> Choice:
        """Return what words, which the classic commands say nothing of, mean in this state. Raises no ModelError."""
        found, bounds = self.likely(state, words, stop)
        return decide(found, bounds) if found and not stop.is_set() else Nothing()

    def likely(self, state: State, words: str, stop: Event) -> tuple[list[Scored], Bounds]:
        """Return what words may mean, the likeliest first, and how certain it is to be. Raises no ModelError."""
        found, gains = self.evidence(state, words, stop)
        info = self._model.info if self._model else None
        bounds = info.bounds if info and gains else UNAIDED
        return scored(found, gains or [0.0] * len(found), trust=bounds.trust), bounds

    def evidence(self, state: State, words: str, stop: Event) -> tuple[Sequence[Candidate], list[float]]:
        """Return what words bear on, and how much likelier they make each to the model, in nats, if that can say."""
        if len(words) > MOST_CHARACTERS:
            return (), []
        found = candidates(Scope(self._world, self._sentences, state, words=words))
        if self._model is None or self._model.info is None or not found:
            return found, []
        try:
            return found, self._gains(words, [each.offer.text for each in found], stop)
        except ModelError:
            return found, []

    def rest(self, state: State, stop: Event) -> None:
        """Weigh what can be done now before anybody asks; what every question begins with is then read, too."""
        if self._model is None:
            return
        texts = commands(self._world, self._sentences, state)
        try:
            for first in range(0, len(texts), MOST):
                self._weigh_unprompted(texts[first : first + MOST], stop, due=Event())
        except ModelError:
            return

    def _gains(self, words: str, texts: Sequence[str], stop: Event) -> list[float]:
        """Return how much likelier the words make each text, in nats; nothing where stop was set. Raises ModelError."""
        asked = tuple(dict.fromkeys(texts))
        self._weigh_unprompted(asked, stop)
        prompted = dict(zip(asked, self._weigh(words, asked, stop), strict=False))
        if not all(text in prompted and text in self._unprompted for text in asked):
            return []
        return [prompted[text] - self._unprompted[text] for text in texts]

    def _weigh_unprompted(self, texts: Sequence[str], stop: Event, due: Event | None = None) -> None:
        """Know how likely texts are where nothing was said."""
        unknown = tuple(text for text in texts if text not in self._unprompted)
        if len(self._unprompted) + len(unknown) > _MOST_KNOWN:
            self._unprompted.clear()
            unknown = tuple(texts)
        self._unprompted.update(zip(unknown, self._weigh("", unknown, stop, due), strict=False))

    def _weigh(self, words: str, texts: Sequence[str], stop: Event, due: Event | None = None) -> tuple[float, ...]:
        if not texts or self._model is None:
            return ()
        return self._model.weigh(choosing_question(words, texts), stop, due)


def scored(found: Sequence[Candidate], gains: Sequence[float], *, trust: float) -> list[Scored]:
    """Return candidates by what the words and the model say of them together, the likeliest first.

    How much the likeliest gains by the words says nothing of whether anything is meant: measured, what means nothing
    gains as much. So the model says by how much others stay behind it, and the words whether it is meant.
    """
    most = max(gains, default=0.0)
    both = zip(found, gains, strict=True)
    each = [Scored(one.offer, one.bearing + trust * (gain - most)) for one, gain in both]
    return sorted(each, key=lambda one: -one.score)


def shares(found: Sequence[Scored]) -> list[float]:
    """Return how likely each is meant, from 0 to 1; what is left of 1 is how likely nothing is."""
    most = max(0.0, *(each.score for each in found))
    odds = [math.exp(each.score - most) for each in found]
    return [each / (math.exp(-most) + sum(odds)) for each in odds]


def decide(found: Sequence[Scored], bounds: Bounds) -> Choice:
    """Return the first of what is found where it is likely enough, else the first few if they are worth a question."""
    likely = list(zip(found, shares(found), strict=True))
    first, share = likely[0]
    if share >= bounds.sure:
        return Chosen(first.offer)
    options = [(each.offer, of_all) for each, of_all in likely[:MOST_OPTIONS] if of_all >= _LEAST * share]
    if sum(of_all for _, of_all in options) < bounds.asked:
        return Nothing()
    return Unclear(tuple(offer for offer, _ in options))
