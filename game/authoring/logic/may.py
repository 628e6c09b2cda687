"""What may ever happen in a world, found by following its steps from the start until nothing more is added.

Knows nothing of what the steps stand for. What is not found certainly never happens.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from game.authoring.explore.reads import names_in
from game.authoring.logic.decide import Decider
from game.authoring.logic.happenings import Step, arrivals, steps_of
from game.authoring.logic.literals import PLAYER, Needs
from game.authoring.logic.ranges import Ranges
from game.authoring.logic.values import NO, Values
from game.rules.world import World

_MARKS = frozenset(
    {"seen", "chosen", "visited", "examined", "revealed", "heard", "met", "agreed", "begun", "done", "has", "here"}
)
Question = tuple[str, Needs]


class May:
    """What may happen in one world: the marks that may be given, and the steps that wait in vain.

    happened holds the marks; blocked the steps whose needs may be met, and whose conditions cannot.
    """

    def __init__(self, world: World, ranges: Ranges, decider: Decider) -> None:
        self.happened: set[str] = set()
        self._world = world
        self._ranges = ranges
        self._decider = decider
        # "" is somewhere else: without it, what asks not to be in a place had to be asked again for each new one.
        self._places: set[str] = {""} if len(world.places) > 1 else set()
        self._lacking: dict[str, list[tuple[Step, list[str]]]] = defaultdict(list)
        self._asking: dict[Question, list[Step]] = {}
        self._readers: dict[str, list[Question]] = defaultdict(list)
        self._met: set[Question] = set()
        self._news: list[str] = []
        for step in steps_of(world):
            self._wait(step)
        self._follow()

    @property
    def blocked(self) -> list[Step]:
        """The steps that only their own condition keeps from being taken, ever."""
        return [step for question, steps in self._asking.items() if question not in self._met for step in steps]

    def is_met(self, source: str, given: Needs = ()) -> bool:
        """Return whether a condition is known to be one that may hold, because a step with it may be taken."""
        return (source, given) in self._met

    def ranges(self, name: str) -> Values:
        """Return what something named may be, as far as is known of what may happen."""
        if name == PLAYER:
            return Values(self._places)
        query = name.partition("(")[0]
        if "(" in name and query in _MARKS:
            return self._ranges(name) if name in self.happened else NO
        first = None if name in self.happened else self._ranges.first(name)
        return self._ranges(name) if first is None else first

    def _wait(self, step: Step, lacking: list[str] | None = None) -> None:
        """Take a step once all that it needs has happened; lacking are its needs that had not when last looked at."""
        lacking = list(step.needs) if lacking is None else lacking
        while lacking and lacking[-1] in self.happened:
            lacking.pop()
        if lacking:
            self._lacking[lacking[-1]].append((step, lacking))
        elif step.when is None:
            self._give(step.gives)
        else:
            self._ask(step, (step.when.source, step.given))

    def _ask(self, step: Step, question: Question) -> None:
        if question not in self._asking:
            self._asking[question] = []
            for name in names_in(self._decider.tree(question[0])):
                self._readers[name].append(question)
            self._try(question)
        self._asking[question].append(step)
        if question in self._met:
            self._give(step.gives)

    def _try(self, question: Question) -> None:
        source, given = question
        if question in self._met or not self._decider.can_hold(source, self.ranges, given=given):
            return
        self._met.add(question)
        for step in self._asking[question]:
            self._give(step.gives)

    def _give(self, marks: Iterable[str]) -> None:
        for mark in marks:
            if mark not in self.happened:
                self.happened.add(mark)
                if mark.startswith("visited("):
                    self._places.add(mark[8:-1])
                self._news.append(mark)

    def _follow(self) -> None:
        while self._news:
            mark = self._news.pop()
            if ")=" in mark:
                for step in arrivals(mark, self._world):
                    self._wait(step)
            if mark.startswith("visited("):
                self._again(f"at({mark[8:-1]})")
            self._again(mark)
            for step, lacking in self._lacking.pop(mark, ()):
                self._wait(step, lacking)

    def _again(self, name: str) -> None:
        for question in self._readers.get(name, ()):
            self._try(question)
