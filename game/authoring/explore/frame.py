"""The states of one world as a search tells them apart: without what no rule of the world can read.

Two states with one key lead to the same futures, whatever else they remember. Knows nothing of how states are searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from game.authoring.explore.idle import Idle
from game.authoring.explore.reads import Reads, reads_of
from game.rules.apply import begin_run
from game.rules.state import YOU, State, Value
from game.rules.world import World

_HOWS = ("closed", "locked", "worn", "lit")

V = TypeVar("V", bound=Value)


class Key(NamedTuple):
    """What makes a difference in a state. marks and now are sets of bits, rests how long ago resting scenes began.

    heard is who has heard what; from whom they have it makes none.
    """

    place: str
    scene: str
    scene_at: str
    ending: str
    marks: int
    now: int
    clocks: tuple[int, ...]
    rests: tuple[tuple[str, int], ...]
    facts: tuple[Value, ...]
    trust: tuple[int, ...]
    mood: tuple[str, ...]
    where: tuple[str, ...]
    heard: tuple[str, ...]


class Frame:
    """Packs the states of one world into keys, and unpacks keys into states that stand for all of their key."""

    def __init__(self, world: World) -> None:
        reads = reads_of(world)
        marks = frozenset(_marks(world, reads))
        self.idle = Idle(world, reads, marks)
        self._first = first = begin_run(world, 0).arrived.but(marks=frozenset(), now=frozenset())
        self._cooldowns = {each.id: each.cooldown for each in world.scenes.values() if each.cooldown}
        self._knowing = {each.id: each.person for each in world.knowledge.values()}
        self._marks = _Bits(sorted(marks))
        talks = (f"talking {each}" for each in world.people if f"talking({each})" in reads.names)
        self._now = _Bits([*(f"{how} {thing}" for thing in world.things for how in _HOWS), *talks])
        self._clocks = _Values({"time": 0, "turn": 0}, reads.names, reads, spelling="{}")
        self._facts = _Values(first.facts, reads.names & reads.written, reads, spelling="{}")
        self._trust = _Values(first.trust, reads.names, reads, spelling="trust({})")
        self._mood = _Values(first.mood, reads.names, reads, spelling="mood({})")
        self._where = _Values(first.where, _movable(world, reads, self.idle), reads, spelling="place({})")

    def pack(self, state: State) -> Key:
        """Return the key of a state."""
        return Key(
            state.place,
            state.scene,
            state.scene_at,
            state.ending,
            self._marks.pack(state.marks),
            self._now.pack(state.now),
            self._clocks.pack({"time": state.time, "turn": state.turn}),
            self._rests(state),
            self._facts.pack(state.facts),
            self._trust.pack(state.trust),
            self._mood.pack(state.mood),
            self._where.pack(state.where),
            tuple(sorted(state.heard)),
        )

    def unpack(self, key: Key) -> State:
        """Return a state with this key."""
        clocks = self._clocks.unpack(key.clocks)
        return State(
            seed=0,
            place=key.place,
            turn=clocks["turn"],
            time=clocks["time"],
            scene=key.scene,
            scene_at=key.scene_at,
            ending=key.ending,
            facts=self._facts.unpack(key.facts),
            where=self._where.unpack(key.where),
            trust=self._trust.unpack(key.trust),
            mood=self._mood.unpack(key.mood),
            began={name: clocks["time"] - rested for name, rested in key.rests},
            marks=self._marks.unpack(key.marks),
            now=self._now.unpack(key.now),
            heard={each: self._knowing[each.partition(" ")[2]] for each in key.heard},
        )

    def _rests(self, state: State) -> tuple[tuple[str, int], ...]:
        """Return how long ago the scenes that still rest began: once they are rested, no matter when it was."""
        ago = ((name, state.time - began) for name, began in state.began.items())
        return tuple(sorted((name, rested) for name, rested in ago if rested < self._cooldowns[name]))


class _Bits:
    """Some marks as the bits of a number."""

    def __init__(self, names: Iterable[str]) -> None:
        self._bits = {name: 1 << number for number, name in enumerate(names)}
        self._names = frozenset(self._bits)

    def pack(self, names: frozenset[str]) -> int:
        return sum(map(self._bits.__getitem__, names & self._names))

    def unpack(self, bits: int) -> frozenset[str]:
        return frozenset(name for name, bit in self._bits.items() if bits & bit)


class _Values(Generic[V]):
    """Some of a mapping's values. A number that only rises stands still above the last one it is compared with."""

    def __init__(self, first: Mapping[str, V], kept: Iterable[str], reads: Reads, *, spelling: str) -> None:
        kept = frozenset(kept)
        self._first = first
        self._names = tuple(name for name in first if spelling.format(name) in kept)
        limits = ((n, reads.limits.get(spelling.format(name))) for n, name in enumerate(self._names))
        self._tops = [(n, limit + 1) for n, limit in limits if limit is not None]
        self._shared: dict[tuple[V, ...], tuple[V, ...]] = {}

    def pack(self, values: Mapping[str, V]) -> tuple[V, ...]:
        packed: list[Any] = [values[name] for name in self._names]
        for n, top in self._tops:
            packed[n] = min(packed[n], top)
        kept = tuple(packed)
        return self._shared.setdefault(kept, kept)

    def unpack(self, packed: tuple[V, ...]) -> dict[str, V]:
        return {**self._first, **dict(zip(self._names, packed, strict=True))}


def _marks(world: World, reads: Reads) -> Iterator[str]:
    """Yield the marks that make a difference: those a condition asks for, and those the engine itself goes by."""
    for name in reads.names:
        query, _, named = name.partition("(")
        yield f"{query} {named.rstrip(')')}"
    yield from (f"over {each.id}" for each in world.scenes.values() if each.once)
    yield from (f"chosen {each.id}" for each in world.choices.values() if each.stay)
    yield from (f"ruled {each.id}" for each in world.rules.values() if each.once)
    yield from (f"revealed {each.id}" for each in world.knowledge.values() if each.do)
    yield from (f"agreed {each.id}" for each in world.proposals.values() if each.once and each.do)
    for quest in world.quests.values():
        yield from (f"begun {quest.id}", f"done {quest.id}")
        yield from (f"stage {quest.id}.{number}" for number in range(1, len(quest.stages) + 1))


def _movable(world: World, reads: Reads, idle: Idle) -> frozenset[str]:
    """Return the things and people that can come to be elsewhere, as effects name their places."""
    things = {each.id for each in world.things.values() if each.portable or each.at == YOU} - idle.things
    people = {each.id for each in world.people.values() if each.schedule}
    return reads.written | {f"place({each})" for each in things | people}
