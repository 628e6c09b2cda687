"""What the worker does from first to last: it loads the model it is told to, then answers what it is asked.

Knows nothing of pipes' bytes or of llama.cpp. What is no ModelError ends the process, which is then replaced.
"""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from threading import Thread

from game.errors import ModelError
from game.llm.wire import Frame, messages_from_wire
from game.llm.worker.gathering import Gathering
from game.llm.worker.loading import Loaded, load
from game.llm.worker.pipes import Inbox, Job, Outbox
from game.llm.worker.pulse import Pulse
from game.llm.worker.schedule import Schedule
from game.llm.worker.shelf import Shelf
from game.llm.worker.teller import Teller
from game.llm.worker.template import Template
from game.story.model import Chunk, Done, Reply, Weighed

_PROGRESS_S = 0.05
_QUIET_S = 20.0


def serve(inbox: Inbox, outbox: Outbox) -> None:
    """Load what the first job orders, and answer the others until the game closes."""
    (order,) = inbox.next()
    pulse = Pulse(outbox)
    try:
        loaded = load(order.frame, progress=lambda at: _tell_progress(outbox, at), interrupted=pulse.interrupted)
    except ModelError as error:
        outbox.send({"is": "unfit", "why": str(error)})
        return
    Thread(target=answer_questions, args=(inbox, outbox, loaded.template), name="questions", daemon=True).start()
    outbox.send({"is": "ready", "info": asdict(loaded.info), "steps": loaded.steps})
    Desk(loaded, inbox, outbox, pulse, shelf=_shelf(order.frame, loaded)).work()


def _shelf(order: Frame, loaded: Loaded) -> Shelf | None:
    if not order.get("shelf"):
        return None
    model = f"{loaded.info.digest} {loaded.context.kind}"
    return Shelf(loaded.context, Path(order["shelf"]), model=model, limit=order["shelf_bytes"])


def _tell_progress(outbox: Outbox, at: float) -> None:
    if time.monotonic() - outbox.sent_at > _PROGRESS_S:
        outbox.send({"is": "progress", "at": at})


def answer_questions(inbox: Inbox, outbox: Outbox, template: Template) -> None:
    """Count tokens, in a thread beside the computation: a vocabulary may be read while it goes on."""
    while True:
        question = inbox.questions.get()
        number = question["id"]
        outbox.send({"is": "beat", "step": "read", "id": number})
        try:
            tokens = template.count(messages_from_wire(question["messages"]))
        except ModelError as error:
            outbox.send({"is": "refused", "id": number, "why": str(error)})
        else:
            outbox.send({"is": "counts", "id": number, "tokens": tokens})


class Desk:
    """Where jobs become answers, several of them going on at once."""

    def __init__(self, loaded: Loaded, inbox: Inbox, outbox: Outbox, pulse: Pulse, *, shelf: Shelf | None) -> None:
        teller = Teller(loaded.context, loaded.template, window=loaded.info.window, aside=loaded.aside, shelf=shelf)
        self._keeping = teller.keeping
        self._schedule = Schedule(teller, loaded.weights, loaded.context, pace=loaded.pace, pulse=pulse)
        self._inbox = inbox
        self._outbox = outbox
        self._gatherings: defaultdict[int, Gathering] = defaultdict(Gathering)
        pulse.is_wasted = lambda: self._schedule.is_wasted(somebody_waits=inbox.is_awaited)

    def work(self) -> None:
        """Answer until the game closes; then keep what the next one would have to read."""
        while not self._inbox.is_closing:
            for job in self._jobs():
                self._schedule.add(job)
            self._turn()
        self._turn()  # All that goes on was cancelled.
        self._keeping.close()

    def _jobs(self) -> list[Job]:
        if not self._schedule.is_idle:
            return self._inbox.arrivals()
        jobs = self._inbox.next(_QUIET_S)
        if not jobs:
            self._keeping.rest()
        return jobs

    def _turn(self) -> None:
        for job, reply in self._schedule.turn():
            self._answer(job, reply)

    def _answer(self, job: Job, reply: Reply | Weighed | ModelError) -> None:
        if isinstance(reply, ModelError):
            self._outbox.send({"is": "refused", "id": job.number, "why": str(reply)})
        elif isinstance(reply, Weighed):
            self._outbox.send({"is": "weights", "id": job.number, "weights": reply.weights})
        else:
            for each in self._gatherings[job.number].take(reply):
                self._outbox.send(_frame_of(each, job.number))
        if not isinstance(reply, Chunk):
            self._gatherings.pop(job.number, None)
            self._inbox.forget(job)


def _frame_of(reply: Reply, number: int) -> dict[str, object]:
    match reply:
        case Chunk(text, candidate):
            return {"is": "text", "id": number, "candidate": candidate, "text": text}
        case Done():
            return {"is": "done", "id": number, "done": asdict(reply)}
