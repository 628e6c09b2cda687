"""What the worker does from first to last: it loads the model it is told to, then answers what it is asked.

Knows nothing of pipes' bytes or of llama.cpp. What is no ModelError ends the process, which is then replaced.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from game.errors import ModelError
from game.llm.wire import Step, messages_from_wire, request_from_wire
from game.llm.worker.gathering import gathered
from game.llm.worker.loading import Loaded, load
from game.llm.worker.pipes import Inbox, Job, Outbox, Rank
from game.llm.worker.pulse import Pulse
from game.llm.worker.telling import Teller
from game.story.model import Chunk, Done, Reply

_PROGRESS_S = 0.05


def serve(inbox: Inbox, outbox: Outbox) -> None:
    """Load what the first job orders, and answer the others as long as the process lives."""
    order = inbox.next().frame
    pulse = Pulse(outbox)
    try:
        loaded = load(order, progress=lambda at: _tell_progress(outbox, at), interrupted=pulse.interrupted)
    except ModelError as error:
        outbox.send({"is": "unfit", "why": str(error)})
        return
    outbox.send({"is": "ready", "info": asdict(loaded.info), "steps": loaded.steps})
    desk = Desk(loaded, inbox, outbox, pulse)
    while True:
        desk.answer(inbox.next())


def _tell_progress(outbox: Outbox, at: float) -> None:
    if time.monotonic() - outbox.sent_at > _PROGRESS_S:
        outbox.send({"is": "progress", "at": at})


class Desk:
    """Where jobs become answers, one after the other; small questions are answered in the middle of a telling."""

    def __init__(self, loaded: Loaded, inbox: Inbox, outbox: Outbox, pulse: Pulse) -> None:
        self._template = loaded.template
        self._teller = Teller(loaded.weights, loaded.context, loaded.template, window=loaded.info.window)
        self._inbox = inbox
        self._outbox = outbox
        self._pulse = pulse

    def answer(self, job: Job) -> None:
        """Answer a job to its end."""
        self._pulse.begin(job)
        if job.rank is Rank.QUESTION:
            self._count(job)
        else:
            self._tell(job)

    def _count(self, job: Job) -> None:
        with self._refusing(job):
            tokens = self._template.count(messages_from_wire(job.frame["messages"]))
            self._outbox.send({"is": "counts", "id": job.number, "tokens": tokens})

    def _tell(self, job: Job) -> None:
        request = request_from_wire(job.frame["request"])
        with self._refusing(job):
            replies = self._teller.tell(request, arrived=job.arrived, before=self._between_steps)
            for reply in gathered(replies):
                self._outbox.send(_frame_of(reply, job.number))

    def _between_steps(self, step: Step) -> None:
        self._pulse.enter(step)
        for question in self._inbox.questions():
            self._count(question)

    @contextmanager
    def _refusing(self, job: Job) -> Iterator[None]:
        try:
            yield
        except ModelError as error:
            self._outbox.send({"is": "refused", "id": job.number, "why": str(error)})


def _frame_of(reply: Reply, number: int) -> dict[str, object]:
    match reply:
        case Chunk(text, candidate):
            return {"is": "text", "id": number, "candidate": candidate, "text": text}
        case Done():
            return {"is": "done", "id": number, "done": asdict(reply)}
