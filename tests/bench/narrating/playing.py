"""Turns played and timed: what a player waits for after Enter, parsing, rules and disk counted.

Knows nothing of what the times are held against.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

import psutil

from game.llm.host import LlamaHost
from game.session.opening import open_session
from game.session.session import Session
from game.session.turn_events import TurnEvent
from game.story.gating.judge import Lenient
from game.story.model import LanguageModel
from game.story.narrator import Narrator, Way
from game.story.passages import Grew, Opened
from game.story.prose import whole_sentences
from tests.bench.narrating.recorder import Recorder
from tests.bench.narrating.stage import Stage
from tests.llm.hosts import worker_of

ROUND = (
    *("west", "talk to jory", "look", "wait", "east", "look"),
    *("east", "talk to corm", "wait", "look", "west", "wait"),
)
"""A walk from the upper square to two people and back. That a player looks around or waits is never told ahead."""
_ALWAYS_UNDERSTOOD = ("look", "1")
_RESTED_S = 120.0
_LOOK_S = 0.01


@dataclass(frozen=True, slots=True)
class Timed:
    """A turn by its number; seconds after Enter to the model's first words and first whole sentence, if it told any.

    sentence is all that was shown when the first was whole. kind is that of their passage: a telling, a line, a touch,
    or nothing.
    """

    number: int
    entered: float
    first_s: float | None
    sentence_s: float | None
    sentence: str
    kind: str


@dataclass(slots=True)
class Ahead:
    """Whether a session may tell likely turns ahead, to be changed as it goes on."""

    may: bool = False

    def __call__(self) -> bool:
        return self.may


def begun(stage: Stage, model: LanguageModel, run: str, ahead: Ahead, *, way: Way = "model") -> Session:
    """Return a session in the upper square, where the rounds begin, or wherever its run was left."""
    session = opened(stage, model, run, ahead, way=way)
    exhaust(session.begin())
    if session.run.current().depth == 0:
        exhaust(session.submit("up"))
    return session


def opened(stage: Stage, model: LanguageModel, run: str, ahead: Ahead, *, way: Way = "model") -> Session:
    """Return a session of a run, begun if there is none; nothing is held back in it, so a telling is one request."""
    session = open_session(stage.world, stage.folder, model, run=run, seed=7, way=way, may_look_ahead=ahead)
    session.told.narrator = Narrator(session.world, session.sentences, model, asked=way, judges=Lenient)
    return session


def lengthen(session: Session, model: Recorder, turn: int) -> None:
    """Play rounds, told in prepared words, until the run is that many turns long."""
    if session.run.current().depth >= turn:
        return
    model.is_prepared = True
    while session.run.current().depth < turn:
        play(session, next_words(session))
    rested(session, model)
    model.is_prepared = False


def next_words(session: Session) -> str:
    """Return the words of the round that are next."""
    return ROUND[(session.run.current().depth - 1) % len(ROUND)]


def play(session: Session, words: str) -> Timed:
    """Play a turn and return its times. Words that are no turn give way to some that are."""
    number = session.run.current().depth + 1
    for each in (words, *_ALWAYS_UNDERSTOOD):
        timed = _timed(session, each, number)
        if session.run.current().depth == number:
            return timed
    raise SystemExit(f"bench: turn {number} of {session.run.file.stem} could not be played")


def rested(session: Session, model: Recorder) -> None:
    """Wait until nothing is left to be done while the player reads, what is told ahead included."""
    session.resting.result(timeout=_RESTED_S)
    deadline = time.monotonic() + _RESTED_S
    while model.is_busy and time.monotonic() < deadline:
        time.sleep(_LOOK_S)


def megabytes(host: LlamaHost) -> float:
    """Return the memory that the game and its model's process hold."""
    return float(worker_of(host).memory_info().rss + psutil.Process().memory_info().rss) / 1e6


def exhaust(events: Iterable[object]) -> None:
    """Let a turn come to its end."""
    for _ in events:
        pass


def _timed(session: Session, words: str, number: int) -> Timed:
    entered = time.perf_counter()
    heard = Heard()
    for event in session.submit(words):
        heard.hear(event, time.perf_counter() - entered)
    return Timed(number, entered, heard.first_s, heard.sentence_s, heard.sentence, heard.kind)


@dataclass(slots=True)
class Heard:
    """The first passage of a turn that is the model's, as it comes."""

    first_s: float | None = None
    sentence_s: float | None = None
    sentence: str = ""
    kind: str = ""
    _text: str = ""
    _is_models: bool = False

    def hear(self, event: TurnEvent, after_s: float) -> None:
        """Take what is yielded so many seconds after Enter."""
        match event:
            case Opened(passage):
                self._is_models = passage.source == "model" and not self.kind
                if self._is_models:
                    self.first_s, self.kind = after_s, passage.kind
                    self._add(passage.text, after_s)
            case Grew(text) if self._is_models:
                self._add(text, after_s)

    def _add(self, text: str, after_s: float) -> None:
        self._text += text
        if not self.sentence and (whole := whole_sentences(self._text)):
            self.sentence, self.sentence_s = whole, after_s
