"""Examples that say nearly the same as another, or begin as several others do.

Knows nothing of what they say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from game.story.guarding.stems import stem, words_of
from game.tune.examples import Example, Line, told
from game.tune.rows import Row

_LIKE = 0.6
"""The share of the words of two tellings, by their stems, that both have."""
_GRAM = 3
_OPENING = 3
_OFTEN = 3
_OFTEN_OF = 200
"""So many rows of a kind may begin with the same words, or where there are many of them one in so many."""


def near_duplicates(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Yield each row that says nearly what one before it does. Only rows that share three words on end are compared."""
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    stems = [[stem(word) for word in words_of(_lesson(row.example))] for row in rows]
    for number, row in enumerate(rows):
        grams = set(zip(*(stems[number][at:] for at in range(_GRAM)), strict=False))
        others = sorted({other for gram in grams for other in seen[gram]})
        if (twin := next((each for each in others if _are_alike(stems[each], stems[number])), None)) is not None:
            yield row, f"it says what {rows[twin]} says"
        for gram in grams:
            seen[gram].append(number)


def repeated_openings(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Yield each row beyond the first few that begin with the same words."""
    most = max(_OFTEN, len(rows) // _OFTEN_OF)
    begun: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        opening = opening_of(told(row.example))
        begun[opening] += 1
        if opening and begun[opening] > most:
            yield row, f"“{' '.join(opening)}” begins {most} others"


def opening_of(text: str) -> tuple[str, ...]:
    """Return the words that a text begins with."""
    return tuple(words_of(text)[:_OPENING])


def _lesson(example: Example) -> str:
    """Return what an example teaches: of a line that is an answer to a question, for one fact answers many."""
    return f"{example.heard} {example.tell}" if isinstance(example, Line) else told(example)


def _are_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    both = (Counter(one) & Counter(other)).total()
    return both >= _LIKE * max(len(one), len(other))
