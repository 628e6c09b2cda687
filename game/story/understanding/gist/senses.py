"""Words without spaces as parts with senses: words that mean much the same share one, and so do all names of a thing.

Knows nothing of what can be done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.story.sentences import Sentences, sentences_for
from game.story.understanding.pieces import ALIKE, Book
from game.story.understanding.tokens import Tokens, tokens

_KNOWN, _LIGHT, _NAME, _STRANGE = 10, 9, 9, 30
_LONGEST = 10
_ANY, _NOUNS = "~", "="

Senses = frozenset[str]
_NONE: Senses = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of words and what it may mean. A light one says nothing; one without senses is strange."""

    said: Tokens
    senses: Senses = _NONE
    is_light: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language that have senses, those that are light, and the most characters that one has."""

    senses: Mapping[Tokens, Senses]
    light: frozenset[Tokens]

    def of(self, word: Tokens) -> Senses:
        """Return the senses of a word: none where it is not known."""
        return self.senses.get(word, _NONE)

    def of_head(self, name: Tokens) -> Senses:
        """Return what the noun means that a name ends with: 油量杯 is a 杯."""
        ends = self.of(name[-2:]) | self.of(name[-1:])
        return frozenset(sense for sense in ends if sense.startswith(_NOUNS))


def lexicon(sentences: Sentences) -> Lexicon:
    """Return a language's lexicon, which is made once."""
    return _lexicon(sentences.language)


@lru_cache(maxsize=4)
def _lexicon(language: str) -> Lexicon:
    sentences = sentences_for(language)
    found: dict[Tokens, Senses] = {}
    for mark, groups in ((_ANY, sentences.kin), (_NOUNS, sentences.alike)):
        for name, words in groups.items():
            for word in map(tokens, words):
                found[word] = found.get(word, _NONE) | {mark + name}
    light = (word for key in ("light", "fillers", "lead", "modifying", "harmless") for word in sentences.particles[key])
    return Lexicon(found, frozenset(map(tokens, light)))


def parts_of(words: Lexicon, names: Book, said: Tokens) -> tuple[Part, ...]:
    """Return the parts of words, the fewest that leave the least strange; strange characters in a row are one part."""
    best: list[tuple[int, tuple[Part, ...]]] = [(0, ())]
    for end in range(1, len(said) + 1):
        options = [(best[end - 1][0] + _STRANGE, (*best[end - 1][1], Part(said[end - 1 : end])))]
        for start in range(max(0, end - _LONGEST), end):
            for cost, part in _known(words, names, said[start:end]):
                options.append((best[start][0] + cost, (*best[start][1], part)))
        best.append(min(options, key=lambda option: option[0]))
    return tuple(_joined(words, best[-1][1]))


def _known(words: Lexicon, names: Book, word: Tokens) -> Iterator[tuple[int, Part]]:
    meaning = names.get(word)
    named = meaning.ids | words.of_head(word) if meaning is not None and meaning.kind != ALIKE else _NONE
    senses = words.of(word) | named
    if senses:
        yield (_NAME if named else _KNOWN), Part(word, senses)
    elif word in words.light:
        yield _LIGHT, Part(word, is_light=True)


def _joined(words: Lexicon, parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield parts, the strange ones in a row as one, which may mean what it ends with: 马德拉酒 is 酒."""
    strange: Tokens = ()
    for part in parts:
        if not part.senses and not part.is_light:
            strange = (*strange, *part.said)
            continue
        if strange:
            yield Part(strange, words.of_head(strange))
        strange = ()
        yield part
    if strange:
        yield Part(strange, words.of_head(strange))


def words_akin(sentences: Sentences, text: Tokens) -> frozenset[Tokens]:
    """Return the words that mean much the same as some in a text."""
    return _words_akin(sentences.language, text)


@lru_cache(maxsize=1_024)
def _words_akin(language: str, text: Tokens) -> frozenset[Tokens]:
    known = _lexicon(language)
    spans = (text[start:end] for start in range(len(text)) for end in range(start + 1, start + 1 + _LONGEST))
    senses = {sense for span in spans for sense in known.of(span)}
    return frozenset(word for sense in senses for word in _meaning(language)[sense])


@lru_cache(maxsize=4)
def _meaning(language: str) -> Mapping[str, tuple[Tokens, ...]]:
    found: dict[str, tuple[Tokens, ...]] = {}
    for word, senses in _lexicon(language).senses.items():
        for sense in senses:
            found[sense] = (*found.get(sense, ()), word)
    return found
