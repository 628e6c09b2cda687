"""The figures of a world: how much of everything it has, how it reads and how long it takes.

Knows nothing of how they are printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.authoring.playtime import Played, play_paths
from game.authoring.told import told_by_kind
from game.rules.world import World
from game.story.reading import count_words, grade_of, length_of_sentences, unit_of


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures. unit says what words are counted in: "words", or "characters" where no spaces part them.

    grade is the Flesch-Kincaid grade of an English world; any other has sentence_length, in characters. shortest and
    longest are those of the world's own paths that take least and most time; unplayable counts those that lead nowhere.
    """

    title: str
    language: str
    unit: str
    words: Mapping[str, int]
    counts: Mapping[str, int]
    grade: float | None = None
    sentence_length: float | None = None
    shortest: Played | None = None
    longest: Played | None = None
    unplayable: int = 0

    @property
    def total(self) -> int:
        """Return the words of all kinds together."""
        return sum(self.words.values())


def stats_of(world: World) -> Stats:
    """Return the figures of a world; its paths are played for it."""
    told = told_by_kind(world)
    prose = [wording for wordings in told.values() for wording in wordings]
    is_english = world.language == "en"
    played = play_paths(world)
    return Stats(
        title=world.title,
        language=world.language,
        unit=unit_of(world.language),
        words={kind: count_words(wordings) for kind, wordings in told.items()},
        counts=_counts(world),
        grade=grade_of(prose) if is_english else None,
        sentence_length=None if is_english else length_of_sentences(prose),
        shortest=played[0] if played else None,
        longest=played[-1] if played else None,
        unplayable=len(world.paths) - len(played),
    )


def _counts(world: World) -> dict[str, int]:
    return {
        "places": len(world.places),
        "exits": sum(len(place.exits) for place in world.places.values()),
        "things": len(world.things),
        "people": len(world.people),
        "scenes": len(world.scenes),
        "choices": len(world.choices),
        "offers": len(world.proposals),
        "quests": len(world.quests),
        "endings": len(world.endings),
        "rules": len(world.rules),
        "paths": len(world.paths),
    }
