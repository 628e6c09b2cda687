"""Listening to a process until it ends or is silent for too long."""

from __future__ import annotations

import pytest

from game.llm.board import Board
from game.llm.exchange import Exchanges
from game.llm.limits import Limits
from game.llm.watch import Unfit, Watch
from game.llm.wire import Frame
from game.story.model import ModelStatus
from tests.llm.acted import READY, Acted, process_of

SHORT = Limits(silence_s=0.05, load_silence_s=0.05)
NEVER = Limits(silence_s=60.0, load_silence_s=60.0)


class Room:
    """A watch and all it changes."""

    def __init__(self, acted: Acted, limits: Limits) -> None:
        self.board = Board()
        self.board.show(ModelStatus("loading"))
        self.exchanges = Exchanges()
        self.watch = Watch(process_of(acted), board=self.board, exchanges=self.exchanges, limits=limits)


def watched(*frames: Frame, limits: Limits = NEVER) -> Room:
    """Return what is left of a process that said these frames and ended."""
    room = Room(Acted(*frames, ends=limits is NEVER), limits)
    room.watch.until_end()
    return room


def test_progress_shows() -> None:
    assert watched({"is": "progress", "at": 0.25}).board.status == ModelStatus("loading", 0.25)


def test_what_is_ready_is_known() -> None:
    board = watched(READY).board
    assert board.status.phase == "ready"
    assert board.info is not None
    assert board.info.name == "Acted"


def test_what_does_not_fit_says_why() -> None:
    with pytest.raises(Unfit, match="It is damaged"):
        watched({"is": "unfit", "why": "It is damaged."})


def test_silence_while_loading_ends_the_watch() -> None:
    assert watched({"is": "progress", "at": 0.5}, limits=SHORT).board.status.phase == "loading"


def test_silence_after_a_question_ends_the_watch() -> None:
    room = Room(Acted(READY), SHORT)
    room.exchanges.open("a")
    room.watch.until_end()
    assert room.board.status.phase == "ready"


def test_answers_are_counted_and_texts_are_not() -> None:
    room = Room(Acted(READY, ends=True), NEVER)
    one, other = room.exchanges.open("a"), room.exchanges.open("b")
    frames = [{"is": "text", "id": one.number}, {"is": "done", "id": one.number}, {"is": "refused", "id": other.number}]
    room.watch._process.say(frames)  # type: ignore[attr-defined]
    room.watch.until_end()
    assert room.watch.answers == 2
