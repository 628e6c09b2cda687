"""A text as clauses, which keep together when it is told another way, and in each clause phrases, which stay whole.

Knows nothing of who tells it. Which words begin a phrase, and which stand for one another, is in prompts/, by language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from game.story.parting import known_words
from game.story.prompt import word_lists
from game.story.prose import sentences_in
from game.story.reading import unit_of
from game.story.tables import prompts_in

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PAUSE = re.compile(r"[,;:—–、，；：()（）]+|\s-\s")
_NUMBER = re.compile(r"\d+")
_THE = "the"

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, which is given by its number: its words, each in one form for all that may stand for it.

    One that is joined has a word before it that only joins. One that is bound follows the one before it wherever that
    goes: it points back to it, or is half of it, as is in Chinese all that comes after a comma.
    """

    sentence: int
    words: Words
    is_joined: bool
    is_bound: bool


def clauses_of(text: str, language: str) -> tuple[Clause, ...]:
    """Return a text clause by clause: parted where it pauses, and at words that only join."""
    return tuple(
        Clause(
            sentence=number,
            words=tuple(_in_one_form(part, language)),
            is_joined=is_joined,
            is_bound=_is_bound(part, language, is_joined=is_joined) or (place > 0 and not _parts_by_spaces(language)),
        )
        for number, sentence in enumerate(sentences_in(text))
        for place, piece in enumerate(_PAUSE.split(sentence))
        for part, is_joined in _parts(words_of(piece, language), listed(language)["joining"])
    )


def phrases_of(words: Sequence[str], language: str) -> list[Words]:
    """Return the phrases of a clause's words: what belongs together, without verbs that may stand before or behind it.

    Each begins with an article, or with a word that says where or how.
    """
    lists = listed(language)
    found: list[list[str]] = [[]]
    for word in words:
        last = found[-1][-1:]
        goes_on = last and (last[0] in lists["relations"] or last[0] in lists["binding"])
        if word in lists["relations"] or word in lists["parting"] or (word == _THE and not goes_on):
            found.append([])
        if word in lists["parting"]:
            continue
        found[-1].append(word)
    return [phrase for each in found if (phrase := _without_edges(each, lists["turning"]))]


def words_of(text: str, language: str) -> list[str]:
    """Return the words of a text in lower case; of a run without spaces what the lists know, and what is between."""
    if _parts_by_spaces(language):
        return [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    known = frozenset().union(*listed(language).values(), *alike(language))
    return [*known_words(text, known), *_NUMBER.findall(text)]


def spelled_words(text: str, names: Collection[str]) -> frozenset[str]:
    """Return the words of a text as they are spelled within a sentence, where only names have a capital.

    names, in lower case, are those of the words that begin a sentence.
    """
    return frozenset(
        word if place or word.lower() in names or word[1:].isupper() else word[0].lower() + word[1:]
        for place, word in _placed(text)
    )


def names_in(text: str, language: str) -> frozenset[str]:
    """Return the names in a text, in lower case: words with a capital within a sentence, or before one there."""
    lists = frozenset().union(*listed(language).values())
    found = list(_placed(text))
    within = {word.lower() for place, word in found if place and word[0].isupper()}
    before = {
        word.lower()
        for (place, word), (next_place, after) in pairwise(found)
        if not place and next_place and after[0].isupper() and word.lower() not in lists
    }
    return frozenset(within | before)


def _placed(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text, each with its place in its sentence."""
    return ((place, word) for sentence in sentences_in(text) for place, word in enumerate(_WORD.findall(sentence)))


def listed(language: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of words that say how a text hangs together."""
    return word_lists("retelling", "words", language)


@cache
def alike(language: str) -> tuple[Words, ...]:
    """Return the words that may stand for one another, those that do side by side; all are meant by the first."""
    return tuple(tuple(row.split()) for row in prompts_in(language)["retelling"]["alike"])


def _in_one_form(words: Iterable[str], language: str) -> Iterator[str]:
    lists, forms = listed(language), _forms(language)
    yield from (_THE if word in lists["articles"] else forms.get(word, word) for word in words)


@cache
def _forms(language: str) -> Mapping[str, str]:
    """Return the word that is meant, for each that may stand for others."""
    return {word: row[0] for row in alike(language) for word in row}


def _parts(words: Iterable[str], joining: frozenset[str]) -> Iterator[tuple[list[str], bool]]:
    """Yield what stands between joining words, and whether one is before it."""
    part: list[str] = []
    is_joined = False
    for word in words:
        if word not in joining:
            part.append(word)
            continue
        if part:
            yield part, is_joined
        part, is_joined = [], True
    if part:
        yield part, is_joined


def _is_bound(words: Sequence[str], language: str, *, is_joined: bool) -> bool:
    lists = listed(language)
    begins = words[0] in lists["articles"] or words[0] in lists["relations"]
    return (is_joined and not begins) or not lists["pointing"].isdisjoint(words)


def _without_edges(words: Sequence[str], turning: frozenset[str]) -> Words:
    kept = [place for place, word in enumerate(words) if word not in turning]
    return tuple(words[kept[0] : kept[-1] + 1]) if kept else ()


def _parts_by_spaces(language: str) -> bool:
    return unit_of(language) == "words"
