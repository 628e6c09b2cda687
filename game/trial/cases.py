"""The cases of a language: a small world, and what is asked of a model in it, read from the language's folder.

Knows nothing of models. A language that has a folder can be tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import tomli

from game.loader.load import load_world
from game.story.sentences import FALLBACK
from game.trial.ground import Ground


@dataclass(frozen=True, slots=True)
class Sky:
    """A place at an hour and in a weather, to be told in one sentence of a language, given as two letters."""

    place: str
    hour: str
    weather: str
    mood: str
    indoors: bool = False
    language: str = FALLBACK


@dataclass(frozen=True, slots=True)
class Question:
    """What a person is asked after some commands. An answer holds one of some words; with none they don't know."""

    person: str
    heard: str
    answers: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """What a player types after some commands, and the command that it means; none where it is empty."""

    words: str
    means: str
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """A command that is done after some others, and is to be told."""

    words: str
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What an author wrote of a place, in a language, with the words that a retelling has to keep in some form."""

    text: str
    keep: tuple[str, ...]
    language: str = FALLBACK


@dataclass(frozen=True, slots=True)
class Cases:
    """All the cases of a language, and the ground that they are on. avowals are words that deny or doubt something."""

    ground: Ground
    skies: tuple[Sky, ...]
    questions: tuple[Question, ...]
    wordings: tuple[Wording, ...]
    looks: tuple[Look, ...]
    deeds: tuple[Deed, ...]
    avowals: frozenset[str]


def languages() -> Iterator[str]:
    """Yield the languages, as two letters, in which models can be tried."""
    yield from sorted(each.parent.name for each in _folder().glob("*/cases.toml"))


@cache
def cases_in(language: str) -> Cases:
    """Return the cases of a language that has a folder."""
    rows = tomli.loads((_folder() / language / "cases.toml").read_text(encoding="utf-8"))
    return Cases(
        ground=Ground(load_world(_folder() / language / "world.toml")),
        skies=tuple(Sky(**row, language=language) for row in rows["ambience"]),
        questions=tuple(Question(**_frozen(row)) for row in rows["line"]),
        wordings=tuple(Wording(**_frozen(row)) for row in rows["choosing"]),
        looks=tuple(Look(**_frozen(row), language=language) for row in rows["retelling"]),
        deeds=tuple(Deed(**_frozen(row)) for row in rows["scene"]),
        avowals=frozenset(rows["avowals"].split()),
    )


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


def _folder() -> Path:
    return Path(str(files("game.trial")))
