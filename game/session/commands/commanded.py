"""What commands are given: the session, as far as they need one, and what was typed after the command's name.

Knows nothing of any single command.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Protocol

from game.rules.state import State
from game.rules.world import World
from game.session.safety import Safety
from game.session.standing import Standing
from game.session.telling import Tellings
from game.session.turn_events import Answered, Offered, TurnEvent
from game.storage.run import RunFile
from game.story.narrator import Narrator
from game.story.sentences import Sentences


class Commanded(Protocol):
    """What commands act on."""

    sentences: Sentences
    run: RunFile
    at: Standing
    told: Tellings
    safety: Safety
    hinted: Counter[tuple[str, int]]
    is_author: bool

    @property
    def world(self) -> World: ...
    @property
    def state(self) -> State: ...
    @property
    def narrator(self) -> Narrator: ...
    def offered(self) -> Offered: ...
    def show(self) -> Iterator[TurnEvent]: ...


Command = Callable[[Commanded, str], Iterator[TurnEvent]]
"""Yields what follows from a command; the text is what was typed after its name, without spaces around it."""


def answer(session: Commanded, sentence: str, /, **values: object) -> Answered:
    """Return one of the language's sentences as an answer."""
    return Answered(session.sentences.say(sentence, **values))
