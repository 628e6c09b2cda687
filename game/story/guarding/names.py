"""Names in a sentence: every name and alias of a world's people, things and places, found in one pass.

Knows nothing of states: where somebody is, and whether something may be named, is for the rules to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.rules.world import World
from game.story.lexicon import is_spaced

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands: the ids that it can mean."""

    ids: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a world, folded, with what each can mean."""

    pattern: re.Pattern[str]
    ids: Mapping[str, tuple[str, ...]]

    def find(self, folded: str) -> Iterator[Named]:
        """Yield the names in a folded sentence, the longest where several begin."""
        for found in self.pattern.finditer(folded):
            spelled = found["plural"] or found.group()
            yield Named(self.ids.get(spelled) or self.ids[found.group()], found.start(), found.end())


def names_of(world: World) -> Names:
    """Return the names of a world."""
    return _names(
        tuple(
            (spelled, each.id)
            for table in (world.people, world.things, world.places)
            for each in table.values()
            for spelled in _spellings(each.name, each.aliases)
        )
    )


def _spellings(name: str, aliases: tuple[str, ...]) -> Iterator[str]:
    for each in (name, *aliases):
        yield _ARTICLE.sub("", each.lower().replace("’", "'"))


@lru_cache(maxsize=8)
def _names(spelled: tuple[tuple[str, str], ...]) -> Names:
    ids: dict[str, tuple[str, ...]] = {}
    for name, owner in spelled:
        ids[name] = (*ids.get(name, ()), owner)
    spaced = [re.escape(name) for name in sorted(ids, key=len, reverse=True) if is_spaced(name)]
    unspaced = [re.escape(name) for name in sorted(ids, key=len, reverse=True) if not is_spaced(name)]
    either = [rf"(?<!\w)(?P<plural>{'|'.join(spaced)})s?(?!\w)" if spaced else "(?P<plural>(?!))", *unspaced]
    return Names(re.compile("|".join(either)), ids)
