"""One turn as a teller gets it: what happened, what can be known, and what was told before on the same path.

Knows nothing of how it will be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from game.rules.apply import Outcome
from game.rules.events import Event
from game.rules.state import State
from game.story.memory import Entry
from game.story.passages import Passage, plain_text

_TOUCHES = 10
_EXCHANGES = 4


@dataclass(frozen=True, slots=True)
class PastTurn:
    """A turn that was told: its number on the path, the player's words, the passages as shown; entry has its events."""

    number: int
    words: str
    passages: tuple[Passage, ...]
    entry: Entry

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened in it."""
        return self.entry.events

    @classmethod
    def of(cls, number: int, words: str, passages: tuple[Passage, ...], events: tuple[Event, ...] = ()) -> PastTurn:
        """Return the past turn, with the text the model remembers made once."""
        return cls(number, words, passages, Entry(words, plain_text(passages), events))


@dataclass(frozen=True, slots=True)
class Turn:
    """A committed turn, to be told. past is the path from the root to the turn before; seed is this telling's own.

    recalled is what happened before that past is remembered no longer, and that has to do with this turn. away is what
    the player has taken back and wants to hear nothing of.
    """

    words: str
    before: State
    outcome: Outcome
    past: Sequence[PastTurn]
    seed: int
    recalled: tuple[str, ...] = ()
    away: tuple[str, ...] = ()


def telling_seed(run_seed: int, path: str, action: str, alternative: int) -> int:
    """Return a telling's seed, 31 bits: a pure function of the run, the path, the action and which telling it is."""
    return _seed_from(run_seed, path, action, alternative)


def retold_seed(seed: int, number: int) -> int:
    """Return the seed, 31 bits, with which a telling is gone on with when it is told again for that many times."""
    return _seed_from(seed, number)


def _seed_from(*parts: object) -> int:
    material = "\n".join(map(str, parts)).encode()
    return int.from_bytes(sha256(material).digest()[:4], "big") >> 1


def recent_touches(past: Sequence[PastTurn]) -> list[str]:
    """Return the last touches that were shown, newest first."""
    found: list[str] = []
    for turn in reversed(past):
        found.extend(passage.text for passage in turn.passages if passage.kind == "touch")
        if len(found) >= _TOUCHES:
            break
    return found[:_TOUCHES]


def was_shown(past: Sequence[PastTurn], look: str) -> bool:
    """Return whether a place was told in these words of the author before, as far back as is remembered."""
    places = (passage for turn in reversed(past) for passage in turn.passages if passage.kind == "place")
    return any(passage.text.startswith(look) for passage in places)


def was_said(past: Sequence[PastTurn], person: str, line: str) -> bool:
    """Return whether a person said a line before, in just these words, as far back as is remembered."""
    return any(
        passage.text == line
        for turn in reversed(past)
        for passage in turn.passages
        if passage.kind == "line" and passage.speaker == person
    )


def last_shown(past: Sequence[PastTurn], ways: Sequence[str]) -> str:
    """Return in which of several ways a place was told last, as far back as is remembered, or nothing."""
    places = (passage.text for turn in reversed(past) for passage in turn.passages if passage.kind == "place")
    return next((way for text in places for way in ways if text.startswith(way)), "")


def exchanges(past: Sequence[PastTurn], person: str) -> list[Entry]:
    """Return the last exchanges with a person, oldest first: what the player said, and what they answered.

    So many at least, where there were, and less than twice as many: a prompt that lost an exchange with every new one
    would be read anew each time.
    """
    found = [
        Entry(turn.words, passage.text)
        for turn in past
        for passage in turn.passages
        if passage.kind == "line" and passage.speaker == person
    ]
    return found[max(len(found) // _EXCHANGES - 1, 0) * _EXCHANGES :]
