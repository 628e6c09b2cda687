"""What is kept out of a run since its player took passages back: the topics these were about, and their words.

Knows nothing of where it is kept, or of how a model is held to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from game.story.lexicon import plain
from game.story.prompt import word_lists
from game.story.prose import words_in
from game.story.safety.lists import Lists
from game.story.sentences import sentences_for

MOST_WORDS = 180
_OF_ONE_PASSAGE = 60
_SHORTEST = 4
_AGAIN = 2
_NAMED = 4
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
# Characters that words are seldom made of: what follows one of them likely begins with a word of two.
_JOINTS = re.compile(
    "[的了着过在是有和与也都就不没这那你我他她它们一个上下里外中从到把被让向对为以而却又还很再才只像如将已曾之其此何吗呢吧啊着得地来去出起说看]+"
)
_CHINESE_WORD = 2


@dataclass(frozen=True, slots=True)
class Steering:
    """topics are categories by their keys, words those that a model is not to write, newest last."""

    topics: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    passages: int = 0

    def away_from(self, text: str, lists: Lists, *, spared: Collection[str]) -> Steering:
        """Return the steering with one more passage to keep away from; spared are names that must be said."""
        topics = dict.fromkeys((*self.topics, *lists.touched(text)))
        words = dict.fromkeys((*self.words, *telling_words(text, spared=spared)))
        return Steering(tuple(topics), tuple(words)[-MOST_WORDS:], self.passages + 1)

    def named(self, lists: Lists) -> tuple[str, ...]:
        """Return what it keeps away from in a few words: the topics by name, or without any the newest words."""
        names = lists.categories
        return tuple(names.get(each, each) for each in self.topics) or self.words[-_NAMED:]

    def returns_in(self, sentence: str, *, share: float) -> bool:
        """Return whether so great a share of what a sentence says, and more than a word, is what was taken back."""
        said = telling_words(sentence, spared=())
        again = set(self.words).intersection(said)
        return len(again) >= _AGAIN and len(again) >= share * len(said)


def telling_words(text: str, *, spared: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a passage that say what it is about: no small or common ones, and none of spared names."""
    named = {word for name in map(plain, spared) for word in (name, *name.split())}
    found = dict.fromkeys((*_english(text), *_chinese(text)))
    return tuple(word for word in found if not any(word in name for name in named))[:_OF_ONE_PASSAGE]


def _english(text: str) -> Iterator[str]:
    common = word_lists("line", "words")["common"] | set(sentences_for("en").particles["small"])
    words = (word.removesuffix("'s") for word in words_in(text))
    return (word for word in words if word.isascii() and len(word) >= _SHORTEST and word not in common)


def _chinese(text: str) -> Iterator[str]:
    for run in _CHINESE.findall(text):
        yield from (part[:_CHINESE_WORD] for part in _JOINTS.split(run) if len(part) >= _CHINESE_WORD)
