"""A text as clauses, which stay whole when it is told another way: the words of each, and the orders they may come in.

Knows nothing of who tells it. Which words say where, turn round or point back is in prompts/, by language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from game.story.parting import known_words
from game.story.prompt import word_lists
from game.story.prose import sentences_in
from game.story.reading import unit_of
from game.story.rewording.spelling import WORD
from game.story.tables import prompts_in

_PAUSE = re.compile(r"[,;:—–、，；：()（）]+|\s-\s")
_NUMBER = re.compile(r"\d+")
_THE = "the"

Words = tuple[str, ...]
Link = Literal["free", "beside", "after"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, which is given by its number: its words, each in one form for all that may stand for it.

    One that is joined has a word before it that only joins. One that is linked stays beside the one before it, on
    whichever side, or after it.
    """

    sentence: int
    words: Words
    is_joined: bool = False
    link: Link = "free"


def pieces_of(text: str, language: str) -> tuple[Clause, ...]:
    """Return a text parted wherever it pauses, and at words that only join; nothing of it is linked."""
    return tuple(
        Clause(number, tuple(_in_one_form(part, language)), is_joined)
        for number, sentence in enumerate(sentences_in(text))
        for piece in _PAUSE.split(sentence)
        for part, is_joined in _parts(words_of(piece, language), listed(language)["joining"])
    )


def clauses_of(text: str, language: str) -> tuple[Clause, ...]:
    """Return a text clause by clause: what only says where or how is of the clause that it stands beside."""
    found: list[Clause] = []
    for piece in pieces_of(text, language):
        last = found[-1] if found else None
        is_within = last is not None and last.sentence == piece.sentence and not piece.is_joined
        if last and is_within and (words := _together(last.words, piece.words, listed(language))):
            link: Link = "after" if _points(piece, language) else last.link
            found[-1] = replace(last, words=words, link=link)
        else:
            found.append(replace(piece, link=_link_of(piece, last, language)))
    return tuple(found)


def orders_of(clause: Clause, language: str) -> frozenset[Words]:
    """Return the orders that the words of a clause may come in.

    What says where or how may come first or last, and then a verb that turns may stand on either side of its subject.
    Nothing is moved in a clause that has another in it.
    """
    words, lists = clause.words, listed(language)
    if not lists["fixing"].isdisjoint(words):
        return frozenset({words})
    return frozenset({words, *_fronted(words, lists), *_ended(words, lists), *_swapped(words, lists)})


def words_of(text: str, language: str) -> list[str]:
    """Return the words of a text in lower case; of a run without spaces what the lists know, and what is between."""
    if _parts_by_spaces(language):
        return [word.lower().replace("’", "'") for word in WORD.findall(text)]
    known = frozenset().union(*listed(language).values(), *alike(language))
    return [*known_words(text, known), *_NUMBER.findall(text)]


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


def _together(one: Words, other: Words, lists: Mapping[str, frozenset[str]]) -> Words:
    """Return two pieces as one clause where either only says where or how, that last if it may be; else nothing."""
    if _is_aside(one, lists) and lists["fixing"].isdisjoint(other):
        return other + one
    return one + other if _is_aside(one, lists) or _is_aside(other, lists) else ()


def _link_of(piece: Clause, last: Clause | None, language: str) -> Link:
    lists = listed(language)
    begins = piece.words[0] == _THE or piece.words[0] in lists["relations"]
    is_within = last is not None and last.sentence == piece.sentence
    if _points(piece, language) or (piece.is_joined and not begins):
        return "after"
    if is_within and not piece.is_joined:
        return "beside" if _parts_by_spaces(language) else "after"
    return "free"


def _points(piece: Clause, language: str) -> bool:
    return not listed(language)["pointing"].isdisjoint(piece.words)


def _is_aside(words: Sequence[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Return whether words are nothing but phrases that say where or how: "on the wall", "out of the fog"."""
    relations = lists["relations"]
    if not words or words[0] not in relations or words[-1] in relations or not lists["turning"].isdisjoint(words):
        return False
    return all(before in relations | lists["binding"] for before, word in pairwise(words) if word == _THE)


def _fronted(words: Words, lists: Mapping[str, frozenset[str]]) -> Iterator[Words]:
    """Yield them with what says where or how at their end put first."""
    for at in range(1, len(words)):
        first, rest = words[at:], words[:at]
        if not _is_aside(first, lists):
            continue
        yield first + rest
        if len(rest) > 1 and rest[-1] in lists["turning"]:
            yield (*first, rest[-1], *rest[:-1])


def _ended(words: Words, lists: Mapping[str, frozenset[str]]) -> Iterator[Words]:
    """Yield them with what says where or how at their beginning put last."""
    for at in range(1, len(words)):
        last, rest = words[:at], words[at:]
        if not _is_aside(last, lists):
            continue
        if rest[0] == _THE and last[-1] not in lists["relations"] | lists["binding"]:
            yield rest + last
        if len(rest) > 1 and rest[0] in lists["turning"]:
            yield (*rest[1:], rest[0], *last)


def _swapped(words: Words, lists: Mapping[str, frozenset[str]]) -> Iterator[Words]:
    """Yield them with what is before and behind the one word that stands between its two sides exchanged."""
    places = [place for place, word in enumerate(words) if word in lists["parting"]]
    if len(places) == 1 and 0 < places[0] < len(words) - 1:
        yield (*words[places[0] + 1 :], words[places[0]], *words[: places[0]])


def _parts_by_spaces(language: str) -> bool:
    return unit_of(language) == "words"
