"""Whether a text told another way says all that it says and nothing else: its clauses, whole, in whatever order.

Knows nothing of models. Nothing is understood here: what says the same in words of its own is not told apart from what
says something else, and is not let pass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise

from game.story.rewording.phrases import Clause, Words, clauses_of, listed, phrases_of, words_of


def keeps_all(text: str, retold: str, *, language: str) -> bool:
    """Return whether retold has every clause of a text, each with its phrases unbroken, and no word beside."""
    clauses, pieces = clauses_of(text, language), clauses_of(retold, language)
    phrases = (phrase for clause in clauses for phrase in phrases_of(clause.words, language))
    return (
        _words(clauses) == _words(pieces)
        and _indefinite(retold, language) <= _indefinite(text, language)
        and all(any(_holds(piece.words, phrase) for piece in pieces) for phrase in phrases)
        and any(map(_is_parted_well, Match(clauses, pieces).ways()))
    )


def says_the_same(text: str, retold: str, *, language: str) -> bool:
    """Return whether retold has the words of a text in the same order, but for such as carry no weight."""
    one, other = (clauses_of(said, language) for said in (text, retold))
    return [*chain(*(each.words for each in one))] == [*chain(*(each.words for each in other))]


def _words(clauses: Sequence[Clause]) -> Counter[str]:
    return Counter(chain.from_iterable(each.words for each in clauses))


def _indefinite(text: str, language: str) -> frozenset[tuple[str, str]]:
    """Return what has an indefinite article: it can be known by now and have another, and not the other way round."""
    first = listed(language)["indefinite"]
    return frozenset((word, after) for word, after in pairwise(words_of(text, language)) if word in first)


def _holds(piece: Words, phrase: Words) -> bool:
    return any(piece[at : at + len(phrase)] == phrase for at in range(len(piece) - len(phrase) + 1))


@dataclass(frozen=True, slots=True)
class _Told:
    """A piece, and the sentence of the text of which it tells."""

    of: int
    piece: Clause


def _is_parted_well(way: Sequence[_Told]) -> bool:
    """Return whether each sentence of a text is told on end, and parted from others by more than a comma.

    Two that are told in one are both told whole in it: what hangs on one would hang on the other.
    """
    sentences = [number for number, _ in groupby(each.of for each in way)]
    if len(set(sentences)) < len(sentences):
        return False
    for one, other in pairwise(way):
        is_one = one.piece.sentence == other.piece.sentence
        if one.of != other.of and is_one and not other.piece.is_joined:
            return False
    together: dict[int, set[int]] = {}
    apart: dict[int, set[int]] = {}
    for each in way:
        together.setdefault(each.piece.sentence, set()).add(each.of)
        apart.setdefault(each.of, set()).add(each.piece.sentence)
    return all(len(told) == 1 or all(len(apart[of]) == 1 for of in told) for told in together.values())


@dataclass(frozen=True, slots=True)
class Match:
    """The clauses of a text, and the pieces in which it may be told: a clause in several, or several clauses in one."""

    clauses: Sequence[Clause]
    pieces: Sequence[Clause]

    def ways(self) -> Iterator[tuple[_Told, ...]]:
        """Yield the ways in which the pieces are the clauses, each clause once."""
        return self._rest(0, frozenset(range(len(self.clauses))), -1)

    def _rest(self, at: int, left: frozenset[int], last: int) -> Iterator[tuple[_Told, ...]]:
        """Yield the ways in which the pieces from one on are the clauses that are left, after the last one."""
        if at == len(self.pieces):
            yield from [()] * (not left)
        for run, used in self._fits(at, left, last) if at < len(self.pieces) else ():
            told = tuple(_Told(self.clauses[run[0]].sentence, each) for each in self.pieces[at : at + used])
            yield from ((*told, *rest) for rest in self._rest(at + used, left - set(run), run[-1]))

    def _fits(self, at: int, left: frozenset[int], last: int) -> Iterator[tuple[range, int]]:
        """Yield clauses side by side that are told from a piece on, and in how many pieces."""
        for first in self._beginning(left, last):
            yield from ((range(first, first + 1), used) for used in self._pieces_of(first, at))
            yield from ((range(first, end), 1) for end in self._clauses_in(at, first, left))

    def _beginning(self, left: frozenset[int], last: int) -> list[int]:
        """Return the clauses that may come next, of those with the same words the first."""
        free = (each for each in sorted(left, reverse=True) if not self.clauses[each].is_bound or last == each - 1)
        return sorted({self.clauses[each].words: each for each in free}.values())

    def _pieces_of(self, number: int, at: int) -> Iterator[int]:
        """Yield how many pieces, parted by commas alone, have the words of a clause."""
        asked, told = Counter(self.clauses[number].words), Counter[str]()
        for used, piece in enumerate(self.pieces[at:]):
            if used and (piece.is_joined or piece.sentence != self.pieces[at].sentence):
                return
            told += Counter(piece.words)
            if told == asked:
                yield used + 1

    def _clauses_in(self, at: int, first: int, left: frozenset[int]) -> Iterator[int]:
        """Yield the ends of runs of clauses, of one sentence and parted by commas alone, whose words a piece has."""
        asked, told = Counter(self.clauses[first].words), Counter(self.pieces[at].words)
        for number in range(first + 1, len(self.clauses)):
            clause = self.clauses[number]
            if number not in left or clause.is_joined or clause.sentence != self.clauses[first].sentence:
                return
            asked += Counter(clause.words)
            if asked == told:
                yield number + 1
