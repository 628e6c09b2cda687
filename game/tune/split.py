"""Which examples are trained on and which are held out: whoever or whatever is on one side is not on the other.

Knows nothing of files: the side follows from names alone. A new row moves others only where it binds two groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from game.story.lexicon import plain
from game.tune.examples import Ambience, Choosing, Example, Line, Played, Retelling, Telling, name_of
from game.tune.rows import Row

SHARE = 8
"""One in so many groups of examples is held out."""


@dataclass(frozen=True, slots=True)
class Split:
    """The two sides, each in the order of the files."""

    train: tuple[Row, ...]
    held_out: tuple[Row, ...]


def split(rows: Sequence[Row]) -> Split:
    """Return the two sides of some rows. Rows that share a subject, directly or by others, are on the same one."""
    leaders = _leaders([tuple(subjects(row.example)) for row in rows])
    sides = [is_held_out(leaders[next(subjects(row.example))]) for row in rows]
    return Split(
        tuple(row for row, is_out in zip(rows, sides, strict=True) if not is_out),
        tuple(row for row, is_out in zip(rows, sides, strict=True) if is_out),
    )


def is_held_out(subject: str) -> bool:
    """Return whether what is led by a subject is held out."""
    return int.from_bytes(sha256(subject.encode()).digest()[:4]) % SHARE == 0


def subjects(example: Example) -> Iterator[str]:
    """Yield the places, people and situations of an example, the first of which it always has."""
    match example:
        case Ambience():
            yield _subject("place", example.place)
        case Line():
            yield _subject("person", name_of(example.person))
        case Retelling():
            yield _subject("text", example.text)
            yield from _named(example.keep)
        case Telling():
            yield _subject("place", example.place)
            yield from _named(example.people)
        case Choosing():
            yield _subject("place", example.place)
            yield _subject("world", example.world)
            yield from _named(example.people)
        case Played():
            yield _subject("turn", example.turn)


def _named(people: Iterable[str]) -> Iterator[str]:
    """Yield those who have a name: "a fisherman, mending nets" is somebody else in every world."""
    return (_subject("person", name_of(each)) for each in people if each[:1].isupper())


def _subject(sort: str, name: str) -> str:
    return f"{sort}: {plain(name).removeprefix('the ')}"


def _leaders(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return for each subject the first, by the alphabet, of all that it is bound to."""
    leaders: dict[str, str] = {}
    for group in groups:
        roots = {_root(leaders, each) for each in group}
        first = min(roots)
        leaders.update(dict.fromkeys(roots, first))
    return {each: _root(leaders, each) for each in leaders}


def _root(leaders: dict[str, str], subject: str) -> str:
    while (leader := leaders.setdefault(subject, subject)) != subject:
        subject = leader
    return subject
