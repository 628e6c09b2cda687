"""Tellings that go on side by side, computed in common steps: what is waited for first, the rest where it costs nobody.

Knows nothing of what a telling does with its part of a step.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.errors import ModelError
from game.llm.wire import request_from_wire, weighing_from_wire
from game.llm.worker.context import OUTPUTS, Context, Entry, Interrupted
from game.llm.worker.pace import Pace
from game.llm.worker.pipes import Job, Rank
from game.llm.worker.pulse import Pulse
from game.llm.worker.slots import NoRoom
from game.llm.worker.tally import Tally
from game.llm.worker.teller import Teller
from game.llm.worker.telling import Telling
from game.llm.worker.weigher import Weigher
from game.llm.worker.weights import Weights
from game.story.model import Reply, Weighed

Answer = tuple[Job, Reply | Weighed | ModelError]


@dataclass(frozen=True, slots=True, eq=False)
class _Work:
    """A job that was begun."""

    job: Job
    telling: Telling | Weigher


class Schedule:
    """Jobs under way, and those that wait until they can begin. One thread adds to it and turns it."""

    def __init__(self, teller: Teller, weights: Weights, context: Context, *, pace: Pace, pulse: Pulse) -> None:
        self._teller = teller
        self._weights = weights
        self._context = context
        self._pace = pace
        self._pulse = pulse
        self._waiting: list[Job] = []
        self._begun: list[_Work] = []
        self._stepping: list[Job] = []

    @property
    def is_idle(self) -> bool:
        return not self._waiting and not self._begun

    def add(self, job: Job) -> None:
        """Take a job; it begins at the next turn, or when there is room."""
        self._waiting.append(job)

    def is_wasted(self, *, somebody_waits: bool) -> bool:
        """Return whether the step under way serves nobody, or only jobs that give way to somebody who waits."""
        if any(job.is_awaited for job in self._stepping):
            return False
        return somebody_waits or all(job.cancelled for job in self._stepping)

    def turn(self) -> Iterator[Answer]:
        """Begin what can begin, compute one step of what is most urgent, and yield what came of it.

        Raises DecodeError.
        """
        yield from self._end_cancelled()
        yield from self._begin_waiting()
        yield from self._step()

    def _end_cancelled(self) -> Iterator[Answer]:
        for work in [work for work in self._begun if work.job.cancelled]:
            yield self._end(work)
        for job in [job for job in self._waiting if job.cancelled]:
            self._waiting.remove(job)
            yield job, Tally(job.arrived, 0).cancelled()

    def _begin_waiting(self) -> Iterator[Answer]:
        for job in sorted(self._waiting, key=_urgency):
            if not self._stands_still(job):
                yield from self._begin(job)

    def _begin(self, job: Job) -> Iterator[Answer]:
        """Begin a job; where there is no room, end what gives way to it, or else leave it waiting."""
        for work in self._giving_way(job):
            yield self._end(work)
        try:
            telling = self._begun_by(job)
        except ModelError as error:
            self._waiting.remove(job)
            yield job, error
        except NoRoom:
            yield from self._make_room(job)
        else:
            self._waiting.remove(job)
            self._pulse.begin(job.number)
            self._begun.append(work := _Work(job, telling))
            if isinstance(telling, Telling) and telling.ended:
                yield job, telling.complete()
                self._finish(work)

    def _begun_by(self, job: Job) -> Telling | Weigher:
        """Return what a job asks for, begun. Raises ModelError or NoRoom."""
        asked = job.frame["request"]
        if _only_weighs(job):
            return self._teller.weigh(weighing_from_wire(asked), arrived=job.arrived)
        return self._teller.begin(request_from_wire(asked), arrived=job.arrived, is_ahead=job.rank is Rank.AHEAD)

    def _giving_way(self, job: Job) -> list[_Work]:
        """Return what ends where a job is to write: what only reads, for what it has read stays in its slot.

        So does what is told ahead, where it would stand still: another turn came, and its cells are in the way. Of
        words that are weighed nobody knows yet which turn they lead to.
        """
        if job.rank is not Rank.WRITING:
            return []
        stays = self._pace.rides_along or _only_weighs(job)
        ending = {Rank.READING} if stays else {Rank.READING, Rank.AHEAD}
        return [work for work in self._begun if work.job.rank in ending]

    def _make_room(self, job: Job) -> Iterator[Answer]:
        lesser = [work for work in self._begun if work.job.rank > job.rank]
        if lesser:
            yield self._end(max(lesser, key=lambda work: _urgency(work.job)))
            yield from self._begin(job)
        elif job.rank is Rank.AHEAD:
            self._waiting.remove(job)
            yield job, Tally(job.arrived, 0).cancelled()

    def _end(self, work: _Work) -> Answer:
        self._close(work)
        return work.job, work.telling.cancel()

    def _finish(self, work: _Work) -> None:
        self._close(work)
        if work.job.rank is Rank.READING:
            self._teller.keeping.note(*work.telling.settled)
        elif not _only_weighs(work.job):
            return
        if self._pace.is_tidy:
            self._teller.slots.tidy()

    def _close(self, work: _Work) -> None:
        self._begun.remove(work)
        work.telling.close(self._teller.slots)

    def _step(self) -> Iterator[Answer]:
        parts, entries = self._parts()
        if not entries:
            return
        self._stepping = [work.job for work, _ in parts]
        self._pulse.enter(parts[0][0].telling.phase)
        try:
            self._context.step(entries)
        except Interrupted:
            yield from self._broken_off([work for work, _ in parts])
            return
        for work, first in parts:
            yield from self._taken(work, first)

    def _parts(self) -> tuple[list[tuple[_Work, int]], list[Entry]]:
        """Return what takes part in the next step, each with the index of its first entry, and all entries."""
        parts: list[tuple[_Work, int]] = []
        entries: list[Entry] = []
        for work in sorted(self._begun, key=lambda work: _urgency(work.job)):
            if self._stands_still(work.job):
                break
            if self._can_wait(work):
                continue
            part = work.telling.next(self._pace.room(work.job.rank, beside=entries))
            if part and _outputs(entries) + _outputs(part) <= OUTPUTS:
                parts.append((work, len(entries)))
                entries += part
        return parts, entries

    def _taken(self, work: _Work, first: int) -> Iterator[Answer]:
        for reply in work.telling.take(first, self._context, self._weights, self._teller.slots):
            yield work.job, reply
        if work.telling.ended:
            self._finish(work)

    def _broken_off(self, works: Sequence[_Work]) -> Iterator[Answer]:
        for work in works:
            if not work.telling.broken_off(self._context, self._teller.slots):
                yield self._end(work)

    def _stands_still(self, job: Job) -> bool:
        return self._pace.gives_way(job.rank) and any(work.job.is_awaited for work in self._begun)

    def _can_wait(self, work: _Work) -> bool:
        """Return whether a telling ahead lets others by, which have nothing to be shown yet as it has."""
        if self._pace.rides_along or not _has_words_ahead(work):
            return False
        return any(other.job.rank is Rank.AHEAD and not _has_words_ahead(other) for other in self._begun)


def _has_words_ahead(work: _Work) -> bool:
    return work.job.rank is Rank.AHEAD and isinstance(work.telling, Telling) and work.telling.has_sentence


def _only_weighs(job: Job) -> bool:
    return bool(job.frame["is"] == "weigh")


def _outputs(entries: Sequence[Entry]) -> int:
    return sum(entry.wanted for entry in entries)


def _urgency(job: Job) -> tuple[int, float]:
    """Return what jobs are sorted by: what is waited for first, of equals the oldest."""
    return job.rank, job.arrived
