"""Details that may be made up of a place or a person, in a closed form: kinds, each with lists of words for its slots.

Knows nothing of who makes one up, nor of how it is worded. A detail is the ids of the words that fill its slots, as in
"faint.tar", and never a text: whatever a save or a stranger says, nothing can be told of it but the lists' own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

MOST_DETAILS = 3
"""So many are made up of one place or person, at most; of each kind one."""
_BESIDE = "."


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of detail. slots map the name of each to its words, by id; they are filled in that order."""

    slots: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def details(self) -> Iterator[str]:
        """Yield every detail of this kind."""
        return map(_BESIDE.join, product(*self.slots.values()))

    def words(self, detail: str) -> Mapping[str, str] | None:
        """Return the words of a detail for each slot; None for what is no detail of this kind."""
        filled = detail.split(_BESIDE)
        if len(filled) != len(self.slots) or not all(map(Mapping.__contains__, self.slots.values(), filled)):
            return None
        return {slot: words[each] for (slot, words), each in zip(self.slots.items(), filled, strict=True)}
