"""How much words bear on an action, whatever a model thinks: names and verbs they share, and what is told of it.

Knows nothing of models. The weights are nats, fitted to all English phrasings in tests/ that the classic commands left
open, then rounded; what they are worth on unseen words was judged by fitting on two thirds and trying the third.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from game.rules.actions import Action, Choose, Drop, Examine, Give, Go, Put, Talk
from game.story.choosing.stems import stem, stems, words_of
from game.story.choosing.subjects import Subject
from game.story.lexicon import mentions, plain
from game.story.prompt import choosing_phrases, choosing_words
from game.story.sentences import Sentences

WEIGHTS: Mapping[str, float] = {
    "always": -3.4,
    "named": 1.9,
    "told": 1.7,
    "verb": 2.7,
    "beyond": -6.0,
    "doubted": -6.0,
    "asked": 1.4,
    "not asked": -1.0,
    "choice": 2.9,
    "way": 1.1,
    "topic": 0.8,
    "parting": -0.5,
}
"""What each feature is worth; an action whose features come to 0 is as likely as that nothing is meant."""

_UNTOLD = 2.0
"""How rare a word is that nothing here is told in, such as a verb that is not known."""
_BEGINNING = 2
_IN_PART, _BY_PRONOUN, _BY_BEING_THERE, _AS_IT = 0.7, 0.6, 0.25, 0.4


@dataclass(frozen=True, slots=True)
class About:
    """An action, what it is about, and the stems of all that is told of that."""

    action: Action
    subjects: tuple[Subject, ...]
    told: frozenset[str]


def about(action: Action, subjects: tuple[Subject, ...]) -> About:
    """Return an action with the stems of what is told of its subjects."""
    told = (text for each in subjects for text in (*each.names, each.told))
    return About(action, subjects, frozenset(stems(" ".join(told))))


class Bearing:
    """What some words bear on, among some actions."""

    def __init__(self, sentences: Sentences, words: str, among: Sequence[About]) -> None:
        self._sentences = sentences
        self._phrase = plain(words)
        self._words = frozenset(words_of(words))
        self._stems = stems(words)
        self._rarity = _rarity(among)
        self._is_question = "?" in words or not choosing_words("asking").isdisjoint(words_of(words)[:1])
        self._is_doubted = any(mentions(self._phrase, each) for each in choosing_phrases("doubting"))
        self._beyond = _beyond(words)

    def on(self, each: About) -> float:
        """Return how much the words bear on an action, in nats above that nothing is meant that can be done."""
        return sum(WEIGHTS[name] * value for name, value in self.features(each).items())

    def features(self, each: About) -> dict[str, float]:
        """Return what the words have to do with an action, by name, mostly from 0 to 1."""
        asks = isinstance(each.action, Talk | Choose | Examine)
        return {
            "always": 1.0,
            "named": min(map(self._named, each.subjects), default=0.0),
            "told": self._told(each),
            "verb": float(any(map(self._holds, _verbs(self._sentences, each.action)))),
            "beyond": float(self._is_beyond(each)),
            "doubted": float(self._is_doubted),
            "asked": float(self._is_question and asks),
            "not asked": float(self._is_question and not asks),
            "choice": float(isinstance(each.action, Choose)),
            "way": float(isinstance(each.action, Go)),
            "topic": float(isinstance(each.action, Talk) and bool(each.action.topic)),
            "parting": float(isinstance(each.action, Give | Put | Drop)),
        }

    def _holds(self, verb: str) -> bool:
        """Return whether the words hold a verb, all of its parts where the noun may stand between them."""
        return all(mentions(self._phrase, part.strip()) for part in verb.split("…"))

    def _named(self, subject: Subject) -> float:
        """Return how plainly the words name a subject, from 0 to 1."""
        if subject.sort == "choice":
            return self._share(subject.names[0])
        if any(mentions(self._phrase, plain(name)) for name in subject.names):
            return 1.0
        if not frozenset(self._stems).isdisjoint(stems(" ".join(subject.names))):
            return _IN_PART
        match subject.sort:
            case "person":
                return _BY_PRONOUN if self._says("them") else _BY_BEING_THERE
            case "thing" if self._says("it"):
                return _AS_IT
        return 0.0

    def _share(self, text: str) -> float:
        """Return how much of a text the words hold."""
        parts = frozenset(stems(text))
        return len(parts.intersection(self._stems)) / len(parts) if parts else 0.0

    def _says(self, pronoun: str) -> bool:
        return not self._words.isdisjoint(choosing_words(pronoun))

    def _told(self, each: About) -> float:
        """Return how much of what is said is told of an action's subjects, rare words before common ones."""
        said = sum(map(self._rare, self._stems))
        return sum(self._rare(word) for word in self._stems if word in each.told) / said if said else 0.0

    def _rare(self, word: str) -> float:
        return self._rarity.get(word, _UNTOLD)

    def _is_beyond(self, each: About) -> bool:
        """Return whether the words begin with what no rule knows, nor the choice, if the action is one."""
        offered = stems(each.subjects[0].names[0]) if isinstance(each.action, Choose) else ()
        return bool(self._beyond) and self._beyond.isdisjoint(offered)


def _rarity(among: Sequence[About]) -> dict[str, float]:
    """Return how telling each word is: the fewer subjects it is told of, the more."""
    told = {each.told for each in among}
    counts = Counter(word for each in told for word in each)
    return {word: math.log((len(told) + 1) / (count + 1)) for word, count in counts.items()}


def _beyond(words: str) -> frozenset[str]:
    lead = choosing_words("leading")
    beginning = [word for word in words_of(words) if word not in lead][:_BEGINNING]
    return frozenset(map(stem, beginning)) & _stemmed("beyond")


@cache
def _stemmed(name: str) -> frozenset[str]:
    return frozenset(map(stem, choosing_words(name)))


def _verbs(sentences: Sentences, action: Action) -> Iterator[str]:
    """Yield the words for an action's verb."""
    verb = type(action).__name__.lower()
    yield from sentences.verbs.get(verb, ())
    if isinstance(action, Talk):
        yield from sentences.verbs["ask"]
