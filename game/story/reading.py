"""How much there is to read, and how hard it is: words, sentences, syllables.

Knows nothing of worlds. A character of Chinese or Japanese counts as a word, since no spaces part theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
_WORD = re.compile(rf"{_IDEOGRAPH}|(?:(?!{_IDEOGRAPH})\w)+(?:['’-](?:(?!{_IDEOGRAPH})\w)+)*")
_SENTENCE = re.compile(r"[^.!?…。！？\n]*\w[^.!?…。！？\n]*")
_VOWELS = re.compile("[aeiouyàâäáèéêëìíîïòóôöùúûü]+")
_PARTED = re.compile("(?<![cgstx])i[aou]|eo|ua(?!r)|ui(?=n)|uou|yi|(?<=q)uie")
_QUIET = re.compile(r"(?:[^aeiouy]e|(?<=[^aeioutdy])ed|(?<=[^aeiouysxz])es)$")
_SOUNDED = re.compile(r"[^aeiouy]le$")
_UNSPACED = frozenset({"zh", "ja"})

SPEEDS = {"words": 220, "characters": 260}
"""Units that are read in a minute: words, and characters of scripts without spaces."""

# Flesch-Kincaid grade level: Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75.
_PER_SENTENCE, _PER_WORD, _BASE = 0.39, 11.8, -15.59


def words_of(text: str) -> list[str]:
    """Return the words of a text: a hyphenated one is one, and so is each character of a script without spaces."""
    return _WORD.findall(text)


def pieces_of(text: str) -> Iterator[str]:
    """Yield a text word by word, each with all that stands before it; what follows the last word comes last."""
    end = 0
    for word in _WORD.finditer(text):
        yield text[end : word.end()]
        end = word.end()
    if text[end:]:
        yield text[end:]


def count_words(texts: Iterable[str]) -> int:
    """Return how many words texts have."""
    return sum(len(words_of(text)) for text in texts)


def count_sentences(texts: Iterable[str]) -> int:
    """Return how many sentences texts have; a line without a full stop is one."""
    return sum(len(_SENTENCE.findall(text)) for text in texts)


def count_syllables(word: str) -> int:
    """Return how many syllables an English word has, by its letters: at least one, and not always the right number.

    Groups of vowels, and the parts of those that are spoken apart, less an e that is not heard at the end.
    """
    word = word.lower()
    count = len(_VOWELS.findall(word)) + len(_PARTED.findall(word))
    if _QUIET.search(word) and not _SOUNDED.search(word):
        count -= 1
    return max(1, count)


def grade_of(texts: Iterable[str]) -> float | None:
    """Return the Flesch-Kincaid grade of English texts, in years at school; None where there are no words."""
    texts = list(texts)
    words = [part for text in texts for word in words_of(text) for part in word.split("-")]
    sentences = count_sentences(texts)
    if not words or not sentences:
        return None
    syllables = sum(map(count_syllables, words))
    return _PER_SENTENCE * len(words) / sentences + _PER_WORD * syllables / len(words) + _BASE


def length_of_sentences(texts: Iterable[str]) -> float | None:
    """Return the characters of a sentence, on the average and without spaces and signs; None where there are none."""
    texts = list(texts)
    sentences = count_sentences(texts)
    characters = sum(len(word) for text in texts for word in words_of(text))
    return characters / sentences if sentences else None


def unit_of(language: str) -> str:
    """Return what the words of a language are called here: "words" or "characters"."""
    return "characters" if language in _UNSPACED else "words"
