"""Names in a sentence: every name and alias of a world's people, things and places, found in one pass.

Knows nothing of where anybody is: that, and whether something may be named, is for the rules to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.rules.state import State
from game.rules.world import World
from game.story.guarding.phrases import phrase_source
from game.story.lexicon import is_spaced

_ROLE = re.compile(r"\bplayer is (?:an?|the) ([\w-]+)|玩家是(\w+)")
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


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
    capital: frozenset[str]

    def find(self, folded: str, spelled: str = "") -> Iterator[Named]:
        """Yield the names in a folded sentence, the longest where several begin.

        spelled is the sentence as it stands: where it is given, "the widow" is not the bell called the Widow.
        """
        for found in self.pattern.finditer(folded):
            name = found["singular"] or found.group()
            if not (spelled and name in self.capital and spelled[found.start()].islower()):
                yield Named(self.ids.get(name) or self.ids[found.group()], found.start(), found.end())


def by_person(world: World, names: Names, folded: str) -> str:
    """Return a folded text in which whatever somebody is called is their id: "the ferryman" is "piet"."""
    parts, at = [], 0
    for each in names.find(folded):
        person = next((name for name in each.ids if name in world.people), "")
        if person:
            parts += [folded[at : each.start], person]
            at = each.end
    return "".join((*parts, folded[at:]))


def names_of(world: World) -> Names:
    """Return the names of a world."""
    return _names(
        tuple(
            (spelled, each.id)
            for table in (world.people, world.things, world.places)
            for each in table.values()
            for spelled in (each.name, *each.aliases)
        )
    )


@lru_cache(maxsize=8)
def _names(spelled: tuple[tuple[str, str], ...]) -> Names:
    ids: dict[str, tuple[str, ...]] = {}
    capital: set[str] = set()
    for written, owner in spelled:
        name = _ARTICLE.sub("", written.replace("’", "'"))
        capital |= {name.lower()} if name[:1].isupper() and name.isalpha() else set()
        name = name.lower()
        ids[name] = (*ids.get(name, ()), owner)
    spaced = phrase_source(name for name in ids if is_spaced(name)) or "(?!)"
    unspaced = phrase_source(name for name in ids if not is_spaced(name)) or "(?!)"
    pattern = re.compile(rf"(?<!\w)(?P<singular>{spaced})s?(?!\w)|{unspaced}")
    return Names(pattern, ids, frozenset(capital - {name for name, _ in spelled}))


def proper_names(world: World, state: State) -> frozenset[str]:
    """Return the words that authors write with a capital within a sentence: names, of the living and the dead."""
    texts = (text.read(state) for known in world.knowledge.values() for text in (known.text, known.say))
    lore = (*(each.text for each in world.lore), *(each.text for each in world.secrets.values()))
    named = frozenset(word for text in (*texts, *lore) for word in _CAPITAL.findall(text))
    return named - {
        word
        for table in (world.places, world.things)
        for each in table.values()
        for spelled in (each.name, *each.aliases)
        for word in spelled.split()
    }


def roles_of(world: World) -> tuple[str, ...]:
    """Return what the author says that the player is: "assessor"."""
    texts = (world.about, *(each.text for each in world.lore if each.when is None))
    said = (found for text in texts for found in _ROLE.finditer(text.lower()))
    return tuple(found[1] or found[2].rsplit("的", 1)[-1] for found in said)
