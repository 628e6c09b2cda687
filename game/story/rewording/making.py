"""An author's text told another way by rule: its sentences, clauses and phrases change places, and every word stays.

Knows nothing of models. What is made is offered where it passes what every retelling passes, whoever tells it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from random import Random

from game.story.guard import Vocabulary
from game.story.prose import joined, sentences_in
from game.story.rewording.candidates import all_names, usable_retellings
from game.story.rewording.sentence import Sentence, sentence_of
from game.story.rewording.shifting import share_words, shifted

MOST = 8
"""Retellings of a text that are made at once: for each a model reads all of it."""

_Told = tuple[Sentence, ...]


def made_retellings(text: str, vocabulary: Vocabulary, names: Collection[str], *, seed: int) -> list[str]:
    """Return a text told in other orders, drawn by a seed: those with one change first, then some with two."""
    language = vocabulary.language
    own = all_names(text, names, language)
    told = tuple(sentence_of(each, own, language) for each in sentences_in(text))
    made = (joined([str(sentence) for sentence in each]) for each in _drawn(told, language, seed))
    return list(islice((each for each in made if usable_retellings([each], text, vocabulary, names)), MOST))


def _drawn(told: _Told, language: str, seed: int) -> Iterator[_Told]:
    """Yield each way with one change, in an order that is drawn, and after them for each a way with another change."""
    luck = Random(seed)  # noqa: S311 - a draw, not a secret
    once = _changed(told, language)
    luck.shuffle(once)
    yield from once
    seen = {told, *once}
    for each in once:
        if others := [other for other in _changed(each, language) if other not in seen]:
            seen.add(drawn := luck.choice(others))
            yield drawn


def _changed(told: _Told, language: str) -> list[_Told]:
    """Return the ways with one change: two neighbours exchanged, or one thing of one sentence in another place."""
    return list(dict.fromkeys((*_exchanged(told, language), *_shifted(told, language))))


def _exchanged(told: _Told, language: str) -> Iterator[_Told]:
    """Yield the ways in which two neighbours are exchanged; what opens a description goes on opening it."""
    for place in range(1, len(told) - 1):
        before, one, other, after = told[:place], told[place], told[place + 1], told[place + 2 :]
        if not share_words(one.parts, other.parts, language):
            yield (*before, other, one, *after)


def _shifted(told: _Told, language: str) -> Iterator[_Told]:
    for place, sentence in enumerate(told):
        yield from ((*told[:place], each, *told[place + 1 :]) for each in shifted(sentence, language))
