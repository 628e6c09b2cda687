"""The search of a world's every state, breadth first, over every action and every way that chance can fall.

Knows nothing of how its report is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from time import monotonic

from game.authoring.explore_chance import MOST_OUTCOMES, Ways, every_way
from game.authoring.explore_frame import Frame
from game.authoring.explore_graph import Graph, Route
from game.authoring.explore_parts import Met, met_at_first, met_by, met_in, parts_of
from game.authoring.explore_report import Reached, Report, Stuck, Words
from game.loader.load import Project
from game.rules.actions import Action
from game.rules.apply import apply_legal, begin_with, legal_actions
from game.rules.world import World
from game.story.offers import action_words
from game.story.sentences import sentences_for


def explore(project: Project, world: World, *, states: int, seconds: float) -> Report:
    """Return what a search of the whole world finds, or of so many states, or in so many seconds."""
    search = Search(world)
    began = monotonic()
    search.run(states=states, until=began + seconds)
    took = monotonic() - began
    return _report(project, world, search, seconds=took)


class Search:
    """One search in progress. met is what was come to, chancy how many steps had too many outcomes to try all."""

    def __init__(self, world: World) -> None:
        self.frame = Frame(world)
        self.graph = Graph()
        self.met: set[Met] = met_at_first(world)
        self.chancy = 0
        self._world = world
        self._done: set[Action] = set()

    def run(self, *, states: int, until: float) -> None:
        """Follow every state, until none is left, there are so many, or the time has come."""
        self._follow(every_way(partial(begin_with, self._world, 0)), None)
        number = 0
        while number < len(self.graph.keys) < states and monotonic() < until:
            self._expand(number)
            number += 1

    def _expand(self, number: int) -> None:
        targets: list[int] = []
        chancy = self.chancy
        key = self.graph.keys[number]
        if not key.ending:
            state = self.frame.unpack(key)
            legal = legal_actions(self._world, state)
            self._note(legal)
            for action in self.frame.idle.without(legal):
                ways = every_way(partial(apply_legal, self._world, state, action))
                targets += self._follow(ways, (number, action))
        self.graph.lead(number, targets, is_all=chancy == self.chancy)

    def _follow(self, ways: Ways, came: tuple[int, Action] | None) -> list[int]:
        self.chancy += not ways.is_all
        for outcome in ways.outcomes:
            self.met.update(met_in(outcome))
        return [self.graph.add(self.frame.pack(outcome.state), came) for outcome in ways.outcomes]

    def _note(self, legal: tuple[Action, ...]) -> None:
        """Note what is met by idle actions, of which most are not done."""
        new = [action for action in legal if action not in self._done]
        self._done.update(new)
        self.met.update(met_by((action for action in new if self.frame.idle.is_idle(action)), self._world))


def _report(project: Project, world: World, search: Search, *, seconds: float) -> Report:
    graph = search.graph
    complete = not graph.unsure and not search.chancy
    words = partial(_words, world, search.frame)
    parts = tuple(parts_of(project, world))
    first = graph.first_endings()
    endings = tuple(
        Reached(each, words(graph.route(first[each.id])) if each.id in first else None)
        for each in parts
        if each.kind == "ending"
    )
    locked = graph.soft_locks() if world.endings else []
    dead = graph.dead_ends()
    return Report(
        complete=complete,
        states=len(graph.keys),
        seconds=seconds,
        endings=endings,
        soft_locks=Stuck(len(locked), complete, words(graph.route(locked[0])) if locked else None),
        dead_ends=Stuck(len(dead), complete, words(graph.route(dead[0])) if dead else None),
        untested=tuple(each for each in parts if (each.kind, each.id) not in search.met),
        not_decided=() if complete else tuple(_undecided(search, endings)),
    )


def _undecided(search: Search, endings: tuple[Reached, ...]) -> Iterator[str]:
    yield from (f"{each.ending}: not reached in the states that were searched" for each in endings if each.path is None)
    left, states = len(search.graph.unsure), len(search.graph.keys)
    yield f"what {left:,} of {states:,} states lead to, and with it whether there are more soft locks"
    if search.chancy:
        yield f"{search.chancy:,} steps that have more than {MOST_OUTCOMES} outcomes each: not all of them were tried"


def _words(world: World, frame: Frame, route: Route) -> Words:
    sentences = sentences_for(world.language, world.sentences)
    return tuple(action_words(world, sentences, frame.unpack(key), action) for key, action in route)
