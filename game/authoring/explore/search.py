"""The search of a world's every state, breadth first, over every action and every way that chance can fall.

Knows nothing of how its report is shown. A small world is searched in this process alone, a large one on all cores: on
two, that is 1.8 times as fast, and the process that gathers the states is busy for a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import monotonic

from game.authoring.explore.chance import MOST_OUTCOMES
from game.authoring.explore.expand import Expand, Expanded, Expander, on_all_cores
from game.authoring.explore.frame import Frame
from game.authoring.explore.graph import Graph, Route
from game.authoring.explore.parts import Met, done_by, met_at_first, parts_of
from game.authoring.explore.report import Reached, Report, Stuck, Words
from game.authoring.explore.walked import walked_endings
from game.loader.load import Project
from game.rules.world import World
from game.story.offers import action_words
from game.story.sentences import sentences_for

ALONE = 5_000
"""From how many states on other cores are set to work."""
_AT_ONCE = 2_000


def explore(project: Project, world: World, path: Path | None = None, *, states: int, seconds: float) -> Report:
    """Return what a search of the whole world finds, or of so many states, or in so many seconds.

    path is where the world is; without one all is done in this process. What is found is the same.
    """
    began = monotonic()
    search = Search(world, states=states, until=began + seconds)
    search.run(path)
    return _report(project, world, search, seconds=monotonic() - began)


class Search:
    """One search, up to so many states or some time of the clock.

    met is what was come to; cut counts the steps that were not tried in every way.
    """

    def __init__(self, world: World, *, states: int, until: float) -> None:
        self.graph = Graph()
        self.met: set[Met] = met_at_first(world)
        self.cut = 0
        self._expander = Expander(world)
        self.frame = self._expander.frame
        self._states = states
        self._until = until
        self._followed = 0

    def run(self, path: Path | None) -> None:
        """Follow every state, as far as the limits allow."""
        self._add(None, self._expander.first())
        self._follow(self._expander.expand_each, most=self._states if path is None else min(ALONE, self._states))
        if path is not None and self._goes_on(self._states):
            with on_all_cores(path) as expand:
                self._follow(expand, most=self._states)

    def _goes_on(self, most: int) -> bool:
        return self._followed < len(self.graph.keys) < most and monotonic() < self._until

    def _follow(self, expand: Expand, *, most: int) -> None:
        while self._goes_on(most):
            waiting = self.graph.keys[self._followed : self._followed + _AT_ONCE]
            for expanded in expand(waiting):
                self._add(self._followed, expanded)
                self._followed += 1
                if not self._goes_on(most):
                    break

    def _add(self, source: int | None, expanded: Expanded) -> None:
        self.met |= expanded.met
        self.cut += expanded.cut
        numbers = [
            self.graph.add(key, None if source is None or action is None else (source, action))
            for action, key in expanded.led
        ]
        if source is not None:
            self.graph.lead(source, numbers, is_all=not expanded.cut)


def _report(project: Project, world: World, search: Search, *, seconds: float) -> Report:
    graph = search.graph
    complete = not graph.unsure and not search.cut
    words = partial(_words, world, search.frame)
    parts = tuple(parts_of(project, world))
    found = {ending: words(graph.route(number)) for ending, number in graph.first_endings().items()}
    known = found if complete else {**walked_endings(world), **found}
    endings = tuple(Reached(each, known.get(each.id)) for each in parts if each.kind == "ending")
    return Report(
        complete=complete,
        states=len(graph.keys),
        seconds=seconds,
        endings=endings,
        soft_locks=_stuck(world, search, graph.soft_locks() if world.endings else [], decided=complete),
        dead_ends=_stuck(world, search, graph.dead_ends(), decided=complete),
        untested=tuple(each for each in parts if (each.kind, each.id) not in search.met),
        not_decided=() if complete else tuple(_undecided(search, endings)),
    )


def _stuck(world: World, search: Search, states: list[int], *, decided: bool) -> Stuck:
    if not states:
        return Stuck(0, decided, None)
    route = search.graph.route(states[0])
    last = done_by(route[-1][1], route[-1][0].place) if route else None
    return Stuck(len(states), decided, _words(world, search.frame, route), last)


def _undecided(search: Search, endings: tuple[Reached, ...]) -> Iterator[str]:
    yield from (f"{each.ending}: not reached in the states that were searched" for each in endings if each.path is None)
    left, states = len(search.graph.unsure), len(search.graph.keys)
    yield f"what {left:,} of {states:,} states lead to, and with it whether there are more soft locks"
    if search.cut:
        yield f"{search.cut:,} steps that have more than {MOST_OUTCOMES} outcomes each: not all of them were tried"


def _words(world: World, frame: Frame, route: Route) -> Words:
    sentences = sentences_for(world.language, world.sentences)
    return tuple(action_words(world, sentences, frame.unpack(key), action) for key, action in route)
