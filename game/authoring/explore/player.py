"""A player who tries a world out, play after play: drawn to what was tried least, and back to where something was new.

Knows nothing of other players, or of what is done with what was found. To go back to where something was met for the
first time, and to go on from there, is what Go-Explore does (Ecoffet et al., Nature 590, 2021).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from game.authoring.explore.frame import Frame
from game.authoring.explore.parts import Met, met_by, met_in
from game.authoring.explore.report import Words
from game.rules.actions import Action, Go
from game.rules.apply import VERBS, apply_legal, begin_with, legal_actions
from game.rules.draws import Draws, draw
from game.rules.state import State
from game.rules.world import World
from game.story.offers import action_words
from game.story.sentences import sentences_for

MOST_ACTIONS = 300
"""How many actions a play has at most."""
_WHIMS = 4
"""One action in so many is any, whatever was tried: what is least tried is not always what comes next."""

Tries = Counter[tuple[str, Action]]


@dataclass
class Found:
    """What plays came to; paths holds the shortest to each ending, states counts every state they were in."""

    met: set[Met] = field(default_factory=set)
    paths: dict[str, Words] = field(default_factory=dict)
    states: int = 0

    def add(self, other: Found) -> None:
        """Add what other plays came to."""
        self.met |= other.met
        self.states += other.states
        for ending, words in other.paths.items():
            self.paths[ending] = min(self.paths.get(ending, words), words, key=len)


@dataclass
class _Camp:
    """A state in which something was new, the way there, and how often a play set out from it."""

    state: State
    words: Words
    left: int = 0


class Player:
    """Plays one world again and again, and remembers what was tried and what was new."""

    def __init__(self, world: World, seed: int) -> None:
        self.found = Found()
        self._world = world
        self._seed = seed
        self._sentences = sentences_for(world.language, world.sentences)
        self._idle = Frame(world).idle
        self._tried: Tries = Counter()
        self._camps: list[_Camp] = []

    def play(self, number: int) -> None:
        """Play once, to an ending or for so many actions; every other time from a camp."""
        state, words = self._set_out(number)
        tried: Tries = Counter()
        while not state.ending and len(words) < MOST_ACTIONS:
            counts = (tried, self._tried) if number % 4 < 2 else (self._tried, tried)
            action = self._choose(state, counts, number)
            words += (action_words(self._world, self._sentences, state, action),)
            tried[_where(state, action)] += 1
            self._tried[_where(state, action)] += 1
            state = self._step(state, action, words)
        if state.ending and len(words) < len(self.found.paths.get(state.ending, (*words, ""))):
            self.found.paths[state.ending] = words

    def _set_out(self, number: int) -> tuple[State, Words]:
        if number % 2 and self._camps:
            camp = min(reversed(self._camps), key=lambda each: each.left)
            camp.left += 1
            return camp.state, camp.words
        seed = draw(self._seed, number, 0, sides=1 << 32)
        outcome = begin_with(self._world, seed, Draws(seed, 0))
        self.found.met.update(met_in(outcome))
        return outcome.state, ()

    def _choose(self, state: State, counts: tuple[Tries, Tries], number: int) -> Action:
        """Return one of the actions tried least by the first count, and among these by the second; or any at a whim."""
        legal = legal_actions(self._world, state)
        self.found.met.update(met_by(filter(self._idle.is_idle, legal), self._world))
        actions = [each for each in self._idle.without(legal) if not self._is_nothing(each)] or legal
        luck = self._seed + number
        if draw(luck, state.turn, 1, sides=_WHIMS) == 1:
            return actions[draw(luck, state.turn, 2, sides=len(actions)) - 1]
        tried = [tuple(count[_where(state, each)] for count in counts) for each in actions]
        least = min(tried)
        likely = [each for each, times in zip(actions, tried, strict=True) if times == least]
        return likely[draw(luck, state.turn, 0, sides=len(likely)) - 1]

    def _is_nothing(self, action: Action) -> bool:
        return self._idle.is_idle(action) and not VERBS[type(action)].takes_time

    def _step(self, state: State, action: Action, words: Words) -> State:
        outcome = apply_legal(self._world, state, action, Draws(state.seed, state.turn + 1))
        new = set(met_in(outcome)) - self.found.met
        self.found.met |= new
        self.found.states += 1
        if new and not outcome.state.ending:
            self._camps.append(_Camp(outcome.state, words))
        return outcome.state


def _where(state: State, action: Action) -> tuple[str, Action]:
    """Return an action as it is counted: a way out with its place, any other by itself."""
    return (state.place if isinstance(action, Go) else ""), action
