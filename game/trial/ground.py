"""The world that models are tried in, and the turns that commands lead to in it.

Knows nothing of models, nor of what is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from threading import Event

from game.rules.actions import Action, Talk
from game.rules.apply import apply, begin_run
from game.rules.state import State
from game.rules.world import World
from game.story.parser import Understood, parse
from game.story.passages import gather
from game.story.sentences import sentences_for
from game.story.tellers.authored import Authored
from game.story.turn import PastTurn, Turn

_SEED = 7


class Ground:
    """A world and its sentences."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.sentences = sentences_for(world.language, world.sentences, verbs=world.verbs)

    def after(self, commands: Iterable[str]) -> State:
        """Return the state that commands lead to from the start. Raises ValueError for one that is not understood."""
        turns = self._walk(commands)
        return turns[-1].outcome.state if turns else begin_run(self.world, _SEED).state

    def turn(self, commands: Iterable[str], last: str) -> Turn:
        """Return the turn of a last command, to be told; those before it were told in the author's words.

        Raises ValueError for a command that is not understood.
        """
        return self._walk((*commands, last))[-1]

    def talk(self, commands: Iterable[str], person: str, words: str) -> Turn:
        """Return the turn in which somebody is spoken to where they are then, wherever commands have led."""
        state = self.after(commands)
        state = replace(state, place=state.where[person])
        return Turn(words, state, apply(self.world, state, Talk(person, words=words)), (), _SEED)

    def action(self, state: State, command: str) -> Action:
        """Return what a command means in a state. Raises ValueError for one that is not understood."""
        match parse(self.world, self.sentences, state, command):
            case Understood(action):
                return action
        raise ValueError(f"'{command}' is not understood in {self.world.title}.")

    def _walk(self, commands: Iterable[str]) -> list[Turn]:
        state, turns, past = begin_run(self.world, _SEED).state, list[Turn](), list[PastTurn]()
        for words in commands:
            outcome = apply(self.world, state, self.action(state, words))
            turns.append(Turn(words, state, outcome, tuple(past), _SEED))
            past.append(self._told(turns[-1]))
            state = outcome.state
        return turns

    def _told(self, turn: Turn) -> PastTurn:
        shown = gather(Authored(self.world, self.sentences).tell(turn, Event()))
        return PastTurn.of(turn.outcome.state.turn, turn.words, shown, turn.outcome.events)
