"""A local model behind the LanguageModel protocol: what the game asks, put to a worker process and brought back.

Knows nothing of llama.cpp, which lives in the worker alone, nor of how the worker is kept alive.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from threading import Event

from game.errors import ModelError, ModelLost
from game.llm.board import Board
from game.llm.exchange import Exchange, Exchanges, fingerprint_of
from game.llm.keeper import Keeper
from game.llm.limits import Limits
from game.llm.memory import Footprint
from game.llm.process import Process
from game.llm.tuning import Tuned, Tuning
from game.llm.wire import Frame, WireError, messages_to_wire, request_to_wire, weighing_to_wire
from game.story.abilities import Trust
from game.story.model import Chunk, Done, Message, ModelInfo, ModelStatus, Reply, Request, Weighed, Weighing

_WAIT_S = 0.05
_WITHOUT_GPU: Frame = {"gpu_layers": 0, "tuned": None, "tried": ["the GPU (its process ended)"]}
"""A GPU that killed the process while loading is left alone the next time."""
_TOO_LONG = "This request is too long for any model: shorten it."


class LlamaHost:
    """A GGUF model in a process of its own; any thread may call, and replies are told one after the other."""

    def __init__(  # noqa: PLR0913 - what there is to say of a model
        self,
        path: Path,
        *,
        log: Path,
        template: str = "",
        tuning: Tuning | None = None,
        tuned: Tuned | None = None,
        memory: int = 0,
        shelf: Path | None = None,
        shelf_bytes: int = 2**30,
        known: tuple[Trust, ...] = (),
        limits: Limits | None = None,
    ) -> None:
        """Describe the model; nothing is started.

        path is a GGUF file, log where the process's own messages are added. template is a Jinja chat template for a
        file that carries none, or instead of its own. tuning is how it is computed, where tuned does not know better
        for the GPU that is found; the window is at most what the model was made for. memory is the bytes the process
        may take, 0 for what is available: where that is little the window is lowered. shelf is a folder for prompts
        that were read, so that the next game need not, of shelf_bytes at most; without it none are kept. known is what
        the model is trusted with, by trials and by the catalogue.
        """
        self._log = log
        self._order: Frame = {
            "is": "load",
            "path": str(path.absolute()),
            "template": template,
            "shelf": "" if shelf is None else str(shelf.absolute()),
            "shelf_bytes": shelf_bytes,
            "memory": memory,
            **asdict(tuning or Tuning()),
            "tuned": asdict(tuned) if tuned else None,
        }
        self._footprint = Footprint()
        self._board = Board(known=known)
        self._exchanges = Exchanges()
        self._keeper = Keeper(self._process, board=self._board, exchanges=self._exchanges, limits=limits or Limits())

    @property
    def info(self) -> ModelInfo | None:
        return self._board.info

    @property
    def status(self) -> ModelStatus:
        return replace(self._board.status, memory=self._footprint.of(self._keeper.pid))

    def start(self) -> None:
        """Begin to load in the background; see status, or wait."""
        self._keeper.start()

    def wait(self, timeout_s: float) -> bool:
        return self._board.wait(timeout_s)

    def wake(self) -> None:
        self._keeper.wake()

    def close(self) -> None:
        self._keeper.close()

    def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
        """Yield Chunks, then one Done, as the protocol says; closing the iterator early cancels the rest.

        A request with max_tokens 0 ends as cancelled when one arrives that is to write.
        """
        question: Frame = {"is": "reply", "request": request_to_wire(request)}
        with contextlib.closing(self._answers(question, stop, due)) as answers:
            for each in answers:
                if not isinstance(each, Weighed):
                    yield each

    def weigh(self, weighing: Weighing, stop: Event | None = None, due: Event | None = None) -> tuple[float, ...]:
        """Return how likely each text is, as the protocol says."""
        question: Frame = {"is": "weigh", "request": weighing_to_wire(weighing)}
        *_, answer = self._answers(question, stop, due)
        return answer.weights if isinstance(answer, Weighed) else ()

    def count(self, messages: Sequence[Message]) -> list[int]:
        """Return the tokens of each message with its scaffold; the heading of a reply, a few tokens, is in none.

        Answered between two tokens of a reply that is being told.
        """
        exchange, _ = self._ask({"is": "count", "messages": messages_to_wire(messages)})
        while True:
            match exchange.next(_WAIT_S):
                case {"is": "counts", "tokens": tokens}:
                    return [int(number) for number in tokens]
                case dict() as frame:
                    _raise_for(frame)

    def _answers(self, question: Frame, stop: Event | None, due: Event | None) -> Generator[Reply | Weighed]:
        """Yield what answers a question, to its end; closing the iterator early cancels the rest."""
        is_ahead = due is not None and not due.is_set()
        exchange, process = self._ask({**question, "ahead": is_ahead})
        signals = [(stop, "cancel"), (due if is_ahead else None, "due")]
        try:
            yield from _heard(exchange, process, {word: signal for signal, word in signals if signal})
        finally:
            if self._exchanges.holds(exchange):
                _say("cancel", exchange, process)  # While it is held, a process too stuck to take this is ended.
                self._exchanges.drop(exchange)

    def _process(self, failed_loads: int) -> Process:
        """Start a worker and tell it what to load."""
        process = Process(log=self._log)
        order = self._order if failed_loads == 0 else {**self._order, **_WITHOUT_GPU}
        with contextlib.suppress(ModelLost):  # Whoever listens hears of its end.
            process.send(order)
        return process

    def _ask(self, question: Frame) -> tuple[Exchange, Process]:
        """Send a question; return its exchange and whom it was sent to. Raises ModelError."""
        fingerprint = fingerprint_of(question)
        process = self._keeper.process_for(fingerprint)
        exchange = self._exchanges.open(fingerprint)
        try:
            process.send({**question, "id": exchange.number})
        except WireError as error:
            self._exchanges.drop(exchange)
            raise ModelError(_TOO_LONG) from error
        except ModelLost:
            self._exchanges.drop(exchange)
            raise
        return exchange, process


def _heard(exchange: Exchange, process: Process, signals: dict[str, Event]) -> Iterator[Reply | Weighed]:
    """Yield an answer as it arrives, and say each signal's word once when it is set."""
    while True:
        for word in [word for word, signal in signals.items() if signal.is_set()]:
            del signals[word]
            _say(word, exchange, process)
        match frame := exchange.next(_WAIT_S):
            case {"is": "text", "text": text, "candidate": candidate}:
                yield Chunk(text, candidate)
            case {"is": "done", "done": done}:
                yield Done(**{**done, "likelihoods": tuple(done["likelihoods"])})
                return
            case {"is": "weights", "weights": weights}:
                yield Weighed(tuple(weights))
                return
            case dict():
                _raise_for(frame)


def _raise_for(frame: Frame) -> None:
    """Raise ModelError for a refusal and ModelLost for the end of the process; a beat is neither."""
    match frame:
        case {"is": "refused", "why": why}:
            raise ModelError(why)
        case {"is": "lost", "why": why}:
            raise ModelLost(why)


def _say(word: str, exchange: Exchange, process: Process) -> None:
    with contextlib.suppress(ModelLost):  # Its exchanges hear of its end.
        process.send({"is": word, "id": exchange.number})
