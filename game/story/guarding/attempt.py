"""What the player tried in a turn: on which things, by which way, and what they have now that they had not, or no more.

Knows nothing of sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.rules.state import YOU
from game.rules.views import exits
from game.rules.world import Exit, World
from game.story.guarding.denials import denied_in
from game.story.guarding.ground import Ground
from game.story.guarding.lexicon import Lexicon
from game.story.guarding.said import Said
from game.story.guarding.stems import stems_of
from game.story.prose import sentences_in
from game.story.turn import Turn

_SHORT = 3


@dataclass(frozen=True)
class Attempt:
    """What a committed turn was about. asked is what the player wanted, notes are the author's words of the turn."""

    world: World
    turn: Turn
    lexicon: Lexicon
    asked: Ground
    notes: Ground

    @property
    def verb(self) -> str:
        """What the world refused: "go", "take"; empty where it refused nothing."""
        refusal = self.turn.outcome.refusal
        return refusal.action.partition(" ")[0] if refusal else ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of what the player wanted, and of the names of what has to do with it."""
        named = (self.world.things[name] for name in self.things)
        texts = (self.asked.text, self._way, *(text for thing in named for text in (thing.name, *thing.aliases)))
        barriers = (
            each for each in self.lexicon.words.get("barriers", ()) if self._barred and each in self.notes.stems
        )
        wanted = (each for each in stems_of(text.lower() for text in texts) if not self._is_common(each))
        return frozenset((*wanted, *barriers))

    def _is_common(self, base: str) -> bool:
        return len(base) < _SHORT or any(self.lexicon.has(key, base) for key in ("grammar", "deeds", "moving"))

    @cached_property
    def denied(self) -> frozenset[str]:
        """The stems of what the author denies of it."""
        said = (Said(each, self.lexicon) for line in self.notes.text.splitlines() for each in sentences_in(line))
        return frozenset(base for each in said for base in denied_in(each.bare, self.lexicon))

    @cached_property
    def things(self) -> frozenset[str]:
        """The things that it was about, or that have changed hands."""
        before, outcome = self.turn.before, self.turn.outcome
        named = {getattr(event, key, "") for event in outcome.events for key in ("thing", "holder", "target")}
        named |= set(outcome.refusal.action.split()) if outcome.refusal else set()
        moved = {name for name in self.world.things if before.holder(name) != outcome.state.holder(name)}
        return frozenset(name for name in named | moved if name in self.world.things)

    @property
    def gained(self) -> frozenset[str]:
        """What the player has now, and had not when the turn began."""
        return frozenset(name for name in self.things if self._has(name) and not self._had(name))

    @property
    def lost(self) -> frozenset[str]:
        """What the player had when the turn began, and has not now."""
        return frozenset(name for name in self.things if self._had(name) and not self._has(name))

    def _has(self, thing: str) -> bool:
        return self.turn.outcome.state.holder(thing) == YOU

    def _had(self, thing: str) -> bool:
        return self.turn.before.holder(thing) == YOU

    @property
    def place(self) -> str:
        """The place that the player wanted to go to and could not."""
        way = self._barred
        return way.to if way and way.to != self.turn.outcome.state.place else ""

    @cached_property
    def _barred(self) -> Exit | None:
        refusal = self.turn.outcome.refusal
        direction = refusal.action.removeprefix("go ") if refusal and self.verb == "go" else ""
        return next((each for each in exits(self.world, self.turn.before) if each.direction == direction), None)

    @property
    def _way(self) -> str:
        return f"{self._barred.name} {self.world.places[self._barred.to].name}" if self._barred else ""
