"""What a model is asked for a turn of a run, made again by those who tell: they ask one that only listens.

Knows nothing of which tellings were liked. What history holds are the tellings that it uses now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from threading import Event
from typing import NoReturn

from game.errors import ModelError
from game.rules.world import World
from game.session.past import reach_of, told_turns
from game.session.saved import replies_of, state_in
from game.session.standing import replayed
from game.settings import SMALL_WINDOW
from game.storage.records import Telling
from game.storage.records import Turn as Saved
from game.storage.snapshot import Snapshot
from game.story.clean import clean
from game.story.model import Message, ModelInfo, ModelStatus, Reply, Request, Weighing
from game.story.narrator import Narrator, Way
from game.story.sentences import sentences_for
from game.story.turn import PastTurn, Turn

WINDOW = SMALL_WINDOW
"""Tokens: so much of what was told before is asked with a scene as a model of this window would have before it."""
_LETTERS = 4

Prompt = tuple[Message, ...]


def prompts_of(run: Snapshot, world: World, saved: Saved, above: str, *, way: Way) -> dict[str, Prompt]:
    """Return what a model is asked for a turn that is told in a way, by the slots of its requests.

    above is the state before the turn as it is saved, empty for the root. Raises SaveError, ValueError and LookupError
    for a run that does not fit the world.
    """
    before, outcome = replayed(world, saved, state_in(above) if above else None, seed=run.meta.seed)
    turn = Turn(saved.words, before, outcome, tuple(_past(run, saved)), 0)
    listener = _Listener()
    sentences = sentences_for(world.language, world.sentences, verbs=world.verbs)
    for _ in Narrator(world, sentences, listener, asked=way).tell(turn, Event(), way=way):
        pass  # those who tell ask while they are listened to
    times = Counter(each.slot for each in listener.heard)
    return {each.slot: each.messages for each in listener.heard if times[each.slot] == 1}


def as_asked(prompts: Mapping[str, Prompt], tellings: Sequence[Telling]) -> dict[str, Prompt]:
    """Return prompts with what was asked of the turn alone as the run keeps it, where it does. Raises SaveError."""
    kept = {
        each.slot: clean(each.account.asked)
        for telling in tellings
        for each in replies_of(telling)
        if each.account and each.account.asked
    }
    return {
        slot: (*messages[:-1], Message("user", kept[slot])) if slot in kept else messages
        for slot, messages in prompts.items()
    }


def _past(run: Snapshot, saved: Saved) -> Iterator[PastTurn]:
    """Yield what was told on the way to a turn, as far back as is remembered."""
    before = saved.depth - reach_of(saved.depth)
    return told_turns(run.path_tellings(saved, before + 1)[:-1])


class _Listener:
    """A model that hears what it is asked, and answers nothing: then the author's words tell the turn."""

    def __init__(self) -> None:
        self.heard: list[Request] = []

    @property
    def info(self) -> ModelInfo:
        """Return what those who tell have to know of it."""
        return ModelInfo("listener", 0, WINDOW, "")

    @property
    def status(self) -> ModelStatus:
        """Return that it can be asked."""
        return ModelStatus("ready")

    def wait(self, timeout_s: float) -> bool:
        """Return at once that it is ready."""
        return True

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Hear a request. Raises ModelError."""
        self.heard.append(request)
        self._answer()

    def weigh(self, weighing: Weighing, stop: Event | None = None, due: Event | None = None) -> tuple[float, ...]:
        """Raise ModelError."""
        self._answer()

    def count(self, messages: Sequence[Message]) -> list[int]:
        """Return about a token for each few letters, and as many as those for the scaffold."""
        return [_LETTERS + len(each.text) // _LETTERS for each in messages]

    def wake(self) -> None:
        """Do nothing: it never sleeps."""

    def close(self) -> None:
        """Do nothing: it holds nothing."""

    def _answer(self) -> NoReturn:
        raise ModelError("Who only listens answers nothing.")
