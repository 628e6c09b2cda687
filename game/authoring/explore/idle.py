"""Actions of a world that do no more than let time pass, or not even that: one of them stands for all.

Knows nothing of states: what is idle here is idle in every state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.authoring.explore.reads import Reads
from game.rules.actions import Action, Drop, Examine, Give, Look, Part, Put, Take, Talk, Wait
from game.rules.apply import VERBS
from game.rules.ruling import called
from game.rules.world import Thing, World


class Idle:
    """Tells the idle actions of one world. marks are those that make a difference: "examined lamp".

    things are those whose place makes no difference either: nothing asks for them, and no rule sees them handled.
    """

    def __init__(self, world: World, reads: Reads, marks: frozenset[str]) -> None:
        self._world = world
        self._reads = reads
        self._marks = marks
        self._wanted = {each.thing for person in world.people.values() for each in person.accepts}
        self._known: dict[Action, bool] = {}
        named = self._named()
        mere = (each.id for each in world.things.values() if self._is_mere(each))
        self.things = frozenset(mere) - named

    def without(self, actions: Iterable[Action]) -> Iterator[Action]:
        """Yield the actions with, of the idle ones that take time and of those that take none, only the last."""
        idle: dict[bool, Action] = {}
        for action in actions:
            if self.is_idle(action):
                idle[VERBS[type(action)].takes_time] = action
            else:
                yield action
        yield from idle.values()

    def is_idle(self, action: Action) -> bool:
        """Return whether an action changes nothing that makes a difference, but the time."""
        if action not in self._known:
            self._known[action] = self._does_nothing(action) and not self._is_ruled(action)
        return self._known[action]

    def _does_nothing(self, action: Action) -> bool:
        match action:
            case Wait() | Look():
                return True
            case Examine(target):
                return f"examined {target}" not in self._marks
            case Talk(person, topic, _, offer):
                makes = {f"met {person}", f"talking {person}", f"revealed {topic}", f"agreed {offer}"}
                return not makes & self._marks and not (offer and self._world.proposals[offer].do)
            case Part(person):
                return f"talking {person}" not in self._marks
            case Take(thing):
                return thing in self.things or not self._world.things[thing].portable
            case Drop(thing) | Put(thing):
                return thing in self.things
            case Give(thing):
                return thing not in self._wanted
        return False

    def _is_ruled(self, action: Action) -> bool:
        names = tuple(called(self._world, action))
        patterns = (each for rule in self._world.rules.values() for each in (*rule.before, *rule.after))
        return any(words[: len(each)] == each for each in patterns for words in names)

    def _is_mere(self, thing: Thing) -> bool:
        """Return whether a thing has no workings, and to handle it is to wait or to look around."""
        workings = (thing.holds, thing.closed, thing.locked, thing.worn, thing.lit)
        if thing.switch or any(each is not None for each in workings):
            return False
        return not any(map(self._is_ruled, (Wait(), Look(), *self._handlings(thing.id))))

    def _named(self) -> set[str]:
        """Return the names that something of the world asks for: in a condition or effect, as a key, as a gift."""
        names = self._reads.names | self._reads.written
        asked = {name.partition("(")[2].rstrip(")") for name in names}
        keys = {each.key for each in self._world.things.values() if each.key}
        return asked | names | keys | self._wanted

    def _handlings(self, thing: str) -> Iterator[Action]:
        yield from (Take(thing), Drop(thing), Examine(thing))
        yield from (Put(thing, each.id) for each in self._world.things.values() if each.holds)
        yield from (Give(thing, each) for each in self._world.people)
