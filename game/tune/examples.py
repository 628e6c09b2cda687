"""Examples of the jobs of a model, a record for each kind: what it is given, and what somebody wrote for it by hand.

One kind is of a player's own runs: what they liked of what a model told them, or wrote instead. Knows nothing of files,
or of how prompts are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TypeAlias

from game.story.model import Message


@dataclass(frozen=True, slots=True)
class Ambience:
    """One sentence of weather, light, sound or smell. indoors is said where the place's name does not tell."""

    place: str
    hour: str
    weather: str
    mood: str
    tell: str
    indoors: bool | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What a person, "Marlo Finch, deckhand", answers to what they heard, from what they know now."""

    person: str
    voice: str
    mood: str
    knows: tuple[str, ...]
    heard: str
    tell: str


@dataclass(frozen=True, slots=True)
class Retelling:
    """An author's text said another way, with all the words that are to be kept."""

    style: str
    text: str
    keep: tuple[str, ...]
    tell: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A scene told from its notes: what happened, what and who is here; before is what was told just before it."""

    style: str
    place: str
    event: str
    see: tuple[str, ...]
    people: tuple[str, ...]
    carry: tuple[str, ...]
    tell: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A player's words, and the one of the commands that they mean; None where they mean none."""

    words: str
    means: str | None


@dataclass(frozen=True, slots=True)
class Choosing:
    """A situation with all that can be done in it, and words of players."""

    world: str
    place: str
    look: str
    people: tuple[str, ...]
    carry: tuple[str, ...]
    scene: str
    can: tuple[str, ...]
    said: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """What a player liked in a turn of a run: the job it is an example of, all that was asked, and what was told.

    over is what was told there, for the same asking, and was liked less.
    """

    job: str
    turn: str
    asked: tuple[Message, ...]
    tell: str
    over: tuple[str, ...] = ()


Example: TypeAlias = Ambience | Line | Retelling | Telling | Choosing | Played

KINDS: Mapping[str, type[Example]] = {
    "ambience": Ambience,
    "line": Line,
    "retelling": Retelling,
    "scene": Telling,
    "choosing": Choosing,
    "played": Played,
}


def kind_of(example: Example) -> str:
    """Return the name of an example's kind."""
    return next(name for name, kind in KINDS.items() if isinstance(example, kind))


def job_of(example: Example) -> str:
    """Return the kind of which a model's answer is: of what was played, that of the job."""
    return example.job if isinstance(example, Played) else kind_of(example)


def told(example: Example) -> str:
    """Return what a model is to write; nothing for a choice, of which it writes no word of its own."""
    return "" if isinstance(example, Choosing) else example.tell


def given(example: Example) -> Iterator[str]:
    """Yield every text that a model is given for an example."""
    for field in fields(example):
        match getattr(example, field.name):
            case str() as text if field.name != "tell":
                yield text
            case tuple() as texts:
                yield from (each for each in texts if isinstance(each, str))


def name_of(person: str) -> str:
    """Return the name of a person who is given with what they are: "Marlo Finch" of "Marlo Finch, deckhand"."""
    return person.partition(",")[0].strip()


def trade_of(person: str) -> str:
    """Return what else is said of a person: "deckhand" of "Marlo Finch, deckhand"."""
    return person.partition(",")[2].strip()
