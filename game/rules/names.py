"""The vocabulary that expressions are checked against: which ids a world has, of which kind, and its facts' types.

Knows nothing of how the world was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from game.errors import GameError
from game.rules.clock import Clock
from game.rules.draws import Draws
from game.rules.state import NOWHERE, YOU, State, Value

KINDS = (
    "place",
    "thing",
    "person",
    "scene",
    "choice",
    "quest",
    "rule",
    "ending",
    "knowledge",
    "offer",
    "secret",
    "table",
    "daypart",
)
Table = Callable[[State, Draws], str]
"""A table of texts, drawn from."""
CLOCK_WORDS = ("hour", "minute", "day", "daypart")
CONSTANTS = frozenset({YOU, NOWHERE})


class ExpressionError(GameError):
    """A condition or an effect is wrong. column and length locate it in its source, in characters from 0.

    unknown is the name that was not found, if that is what is wrong, and candidates the names it may have meant; there
    may be a great many, so they are gone through once, and only if somebody asks.
    """

    def __init__(
        self, message: str, *, column: int = 0, length: int = 1, unknown: str = "", candidates: Iterable[str] = ()
    ) -> None:
        super().__init__(message)
        self.column = column
        self.length = length
        self.unknown = unknown
        self.candidates = candidates


@dataclass(frozen=True, slots=True)
class Names:
    """kinds maps every id to its kind (one of KINDS); facts maps every fact to its value at the start.

    tables are filled once their own conditions are compiled, and read when something is drawn. shown maps a text that
    a fact may hold to what players read for it, where a translation says so. bounds hold the least and the most that a
    number may be, for the facts that have them. tags are those of choices.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Value] = field(default_factory=dict)
    clock: Clock | None = None
    tables: dict[str, Table] = field(default_factory=dict, compare=False, repr=False)
    shown: Mapping[str, str] = field(default_factory=dict)
    bounds: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    _by_kind: Mapping[str, tuple[str, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        by_kind: dict[str, list[str]] = {}
        for name, kind in self.kinds.items():
            by_kind.setdefault(kind, []).append(name)
        object.__setattr__(self, "_by_kind", {kind: tuple(names) for kind, names in by_kind.items()})

    def of_kind(self, *kinds: str) -> Iterator[str]:
        """Yield the ids of these kinds: kind by kind, each in the world's order."""
        return chain.from_iterable(self._by_kind.get(kind, ()) for kind in kinds)
