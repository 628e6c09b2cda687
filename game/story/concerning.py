"""Which of several tellings words are about, by what they share with it and with few of the others.

Knows nothing of names, which are looked for first, nor of who speaks. Only for scripts that part words by spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from game.story.lexicon import is_spaced, plain, root
from game.story.sentences import Sentences

_SHORTEST = 3
_LEAD = 0.5
_AKIN = 0.5
"""What a word counts that only means much the same as one of the telling."""

LITTLE, MUCH = 1.0, 1.5
"""What is shared at least, in words that no other telling holds: where words must be about one, or only may be."""

Told = Sequence[tuple[str, str]]


def told_of(sentences: Sentences, words: str, told: Told, *, least: float) -> str:
    """Return the id of the one telling that words share most with; nothing where they share too little, or none leads.

    told gives each id with all that is told of it. least is in words that are in no other telling.
    """
    if not is_spaced(words):
        return ""
    said = _said(sentences, words)
    held = {name: roots(text) for name, text in told}
    shared = sorted(((_shared(said, held, name), name) for name in held), reverse=True)
    if not shared or shared[0][0] < least:
        return ""
    return shared[0][1] if len(shared) == 1 or shared[0][0] - shared[1][0] >= _LEAD else ""


@lru_cache(maxsize=512)
def roots(text: str) -> frozenset[str]:
    """Return the words of a text without the endings of their forms."""
    return frozenset(map(root, plain(text).split()))


def _shared(said: Mapping[str, frozenset[str]], held: Mapping[str, frozenset[str]], name: str) -> float:
    """Return how much of what is said a telling holds: a word counts the less, the more of them hold it."""
    same = (_rarity(frozenset({word}), held, name) for word in said)
    alike = (_AKIN * _rarity(kin, held, name) for kin in said.values())
    return sum(map(max, zip(same, alike, strict=True)))


def _rarity(words: frozenset[str], held: Mapping[str, frozenset[str]], name: str) -> float:
    if held[name].isdisjoint(words):
        return 0.0
    return 1 / sum(not each.isdisjoint(words) for each in held.values())


def weighty(sentences: Sentences, words: str) -> tuple[str, ...]:
    """Return the roots of the words that weigh something."""
    idle = _idle(sentences.language, tuple(sentences.particles[key] for key in ("small", "light", "wh", "greetings")))
    return tuple(root(each) for each in plain(words).split() if each not in idle and len(each) >= _SHORTEST)


def _said(sentences: Sentences, words: str) -> dict[str, frozenset[str]]:
    """Return the roots of the words that weigh something, each with those that mean much the same."""
    kin = _kin(sentences.language, tuple(sentences.kin.values()))
    return {word: kin.get(word, frozenset()) for word in weighty(sentences, words)}


@lru_cache(maxsize=8)
def _idle(language: str, lists: Iterable[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(word for words in lists for word in words)


@lru_cache(maxsize=8)
def _kin(language: str, groups: tuple[tuple[str, ...], ...]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in (frozenset(map(root, words)) for words in groups):
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found
