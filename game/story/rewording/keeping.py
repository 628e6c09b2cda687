"""Whether a text told another way says all that it says and nothing else: its clauses, whole, in whatever order.

Knows nothing of models. Nothing is understood here: what says the same in words of its own is not told apart from what
says something else, and is not let pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise

from game.story.rewording.clauses import Clause, clauses_of, pieces_of
from game.story.rewording.orders import orders_of
from game.story.rewording.words import listed, words_of


@dataclass(frozen=True, slots=True)
class _Told:
    """A clause of a text by its place in it, and the piece with which its telling begins."""

    place: int
    clause: Clause
    piece: Clause


def keeps_all(text: str, retold: str, *, language: str) -> bool:
    """Return whether retold has every clause of a text and no word beside, and nothing hangs on what it did not."""
    clauses, pieces = clauses_of(text, language), pieces_of(retold, language)
    if _indefinite(retold, language) - _indefinite(text, language):
        return False
    return any(_is_well_put(way) for way in _ways(list(enumerate(clauses)), pieces, language))


def says_the_same(text: str, retold: str, *, language: str) -> bool:
    """Return whether retold has the words of a text in the same order, but for such as carry no weight."""
    one, other = (chain(*(each.words for each in pieces_of(said, language))) for said in (text, retold))
    return list(one) == list(other)


def _indefinite(text: str, language: str) -> frozenset[tuple[str, str]]:
    """Return what has an indefinite article: it can be known by now and have another, and not the other way round."""
    first = listed(language)["indefinite"]
    return frozenset((word, after) for word, after in pairwise(words_of(text, language)) if word in first)


def _ways(left: Sequence[tuple[int, Clause]], pieces: Sequence[Clause], language: str) -> Iterator[tuple[_Told, ...]]:
    """Yield the ways in which pieces, one after another, are the clauses that are left, each once."""
    if not left and not pieces:
        yield ()
    tried: set[tuple[str, ...]] = set()
    for place, clause in left:
        used = 0 if clause.words in tried else _used_by(clause, pieces, language)
        tried.add(clause.words)
        if used:
            others = [each for each in left if each[0] != place]
            yield from ((_Told(place, clause, pieces[0]), *rest) for rest in _ways(others, pieces[used:], language))


def _used_by(clause: Clause, pieces: Sequence[Clause], language: str) -> int:
    """Return how many of the first pieces, parted by commas alone, tell a clause; 0 where they do not."""
    said: tuple[str, ...] = ()
    for number, piece in enumerate(pieces):
        if number and (piece.is_joined or piece.sentence != pieces[0].sentence):
            return 0
        said += piece.words
        if len(said) >= len(clause.words):
            return number + 1 if said in orders_of(clause, language) else 0
    return 0


def _is_well_put(way: Sequence[_Told]) -> bool:
    """Return whether all that is linked is where it may be, and each sentence of the text by itself or whole."""
    sentences = [number for number, _ in groupby(each.clause.sentence for each in way)]
    return (
        len(set(sentences)) == len(sentences)
        and all(_is_linked(number, way) for number in range(len(way)))
        and all(_is_parted(one, other) for one, other in pairwise(way))
        and not any(told.piece.is_joined for told in _heads(way))
        and all(_is_whole(told, way) for told in way)
    )


def _is_linked(number: int, way: Sequence[_Told]) -> bool:
    """Return whether a clause stands where its link to the one before it in the text lets it."""
    told = way[number]
    before = [way[number - 1].place] if number else []
    after = [way[number + 1].place] if number + 1 < len(way) else []
    match told.clause.link:
        case "after":
            return told.place == 0 or told.place - 1 in before
        case "beside":
            return told.place - 1 in (*before, *after)
    return True


def _is_parted(one: _Told, other: _Told) -> bool:
    """Return whether two clauses side by side are parted by more than a comma, unless they are by one in the text."""
    later = max(one, other, key=lambda each: each.place).clause
    is_comma = one.clause.sentence == other.clause.sentence and not later.is_joined
    return is_comma or other.piece.is_joined or one.piece.sentence != other.piece.sentence


def _heads(way: Sequence[_Told]) -> Iterator[_Told]:
    """Yield what begins each sentence of a retelling."""
    for _, several in groupby(way, key=lambda each: each.piece.sentence):
        yield next(several)


def _is_whole(told: _Told, way: Sequence[_Told]) -> bool:
    """Return whether a sentence that is told in one with another is told whole in it: what hung on it still does."""
    together = {each.clause.sentence for each in way if each.piece.sentence == told.piece.sentence}
    apart = {each.piece.sentence for each in way if each.clause.sentence == told.clause.sentence}
    return len(together) == 1 or len(apart) == 1
