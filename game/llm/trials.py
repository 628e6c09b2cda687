"""What trials found, kept for each model and language: a file in the cache folder for every result.

Knows nothing of how a model is tried. Results are known by the digest of the weights, wherever the file lies.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.llm.choice import ModelChoice
from game.llm.digest import weights_digest
from game.llm.found import keep_found
from game.story.abilities import Job, Trust
from game.story.model import ModelInfo
from game.story.trust import trust_in

EDITION = 2
"""Of the cases and bars: it is counted on when any of them changes, and what was found by others is not believed."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A share, from 0 to 1, of so many, beside its bar: at least that, or at most."""

    what: str
    share: float
    of: int
    bar: float
    is_least: bool

    @property
    def is_met(self) -> bool:
        """Return whether the share is on the good side of its bar."""
        return self.share >= self.bar if self.is_least else self.share <= self.bar


@dataclass(frozen=True, slots=True)
class Tried:
    """A job as it was tried, in so many cases."""

    job: Job
    cases: int
    figures: tuple[Figure, ...]

    @property
    def is_passed(self) -> bool:
        """Return whether every bar is met; a job that nothing was asked of is not passed."""
        return self.cases > 0 and all(each.is_met for each in self.figures)


@dataclass(frozen=True, slots=True)
class Result:
    """What was found for a model in a language; weights is the digest of its file."""

    model: str
    weights: str
    language: str
    edition: int
    seconds: float
    tried: tuple[Tried, ...]
    refused: tuple[Job, ...] = ()
    """Jobs in which readers would rather do without this model, true as it may be."""

    @property
    def trust(self) -> Trust:
        """Return what follows from it."""
        passed = frozenset(each.job for each in self.tried if each.is_passed)
        return Trust(self.language, passed.difference(self.refused), "trial")


def known_of(choice: ModelChoice, cache: Path) -> tuple[Trust, ...]:
    """Return what a model is trusted with by trials, and after that by the catalogue; nothing of what is unknown."""
    return (*(each.trust for each in kept_results(cache, choice.path)), *choice.trusted)


def trusts_of(choice: ModelChoice, cache: Path, *, parameters: int, languages: Iterable[str] = ()) -> list[Trust]:
    """Return what a model's file is trusted with in some languages and in all of which something is known of it."""
    info = ModelInfo(choice.name, parameters, 0, "", known=known_of(choice, cache))
    return [trust_in(info, each) for each in dict.fromkeys((*languages, *(trust.language for trust in info.known)))]


def kept_results(cache: Path, model: Path) -> Iterator[Result]:
    """Yield what was found for a model's file, a result for each language that it was tried in."""
    try:
        weights = weights_digest(model)
    except OSError:
        return
    for file in sorted(_folder(cache).glob(f"{_key(weights)}-*.json")):
        result = _read(file)
        if result and (result.weights, result.edition) == (weights, EDITION):
            yield result


def keep_result(cache: Path, result: Result) -> Path:
    """Keep a result in the place of an older one; return its file. Raises ModelError where it cannot be written."""
    return keep_found(_folder(cache) / f"{_key(result.weights)}-{result.language}.json", asdict(result))


def _folder(cache: Path) -> Path:
    return cache / "trials"


def _key(weights: str) -> str:
    return hashlib.sha256(weights.encode()).hexdigest()[:24]


def _read(file: Path) -> Result | None:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
        tried, refused = tuple(_tried(each) for each in values["tried"]), tuple(values.get("refused", ()))
        return Result(**{**values, "tried": tried, "refused": refused})
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _tried(values: dict[str, Any]) -> Tried:
    return Tried(values["job"], values["cases"], tuple(_figure(**each) for each in values["figures"]))


def _figure(*, what: str, share: float, of: int, bar: float, is_least: bool) -> Figure:
    return Figure(what, float(share), of, float(bar), is_least)
