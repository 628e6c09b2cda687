"""Tellings that share steps, over a tiny model in the tests' own process."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from game.errors import ModelError
from game.llm.tuning import Tuning
from game.llm.wire import request_to_wire
from game.llm.worker.context import Context, Entry
from game.llm.worker.pace import Pace
from game.llm.worker.pipes import Job, Outbox, Rank
from game.llm.worker.pulse import Pulse
from game.llm.worker.schedule import Schedule
from game.llm.worker.teller import Teller
from game.llm.worker.telling import Telling
from game.llm.worker.template import Template
from game.llm.worker.weights import Weights
from game.story.model import Chunk, Done, Weighed
from tests.llm.hosts import asking
from tests.llm.tiny_gguf import write_mamba

WINDOW = 1024
LONG = "x" * 600


class Workshop:
    """A schedule, what its steps held, and what came of each job. wasted has every step broken off."""

    def __init__(self, weights: Weights, *, cells: int = 2048, pace: Pace | None = None) -> None:
        self.wasted = False
        self.steps: list[list[Entry]] = []
        self.texts: dict[int, str] = {}
        self.weighed: dict[int, tuple[float, ...]] = {}
        self.ends: dict[int, Done | ModelError] = {}
        self._numbers = count(1)
        pulse = Pulse(Outbox(os.open(os.devnull, os.O_WRONLY)))
        self.context = Context(weights, cells=cells, tuning=Tuning(threads=1), interrupted=lambda: self.wasted)
        self._real_step = self.context.step
        self.context.step = self._noted_step  # type: ignore[method-assign]
        teller = Teller(self.context, Template(weights), window=WINDOW)
        self.slots = teller.slots
        self.schedule = Schedule(teller, weights, self.context, pace=pace or Pace(), pulse=pulse)

    def _noted_step(self, entries: Sequence[Entry]) -> None:
        self._real_step(entries)
        self.steps.append(list(entries))

    def add(self, rank: Rank, *said: str, **options: Any) -> Job:
        number = next(self._numbers)
        if rank is Rank.READING:
            options["max_tokens"] = 0
        request = asking(*said, **{"slot": f"slot {number}", **options})
        job = Job({"is": "reply", "id": number, "request": request_to_wire(request)}, rank)
        self.schedule.add(job)
        return job

    def turn(self, times: int = 1) -> None:
        for _ in range(times):
            for job, reply in self.schedule.turn():
                match reply:
                    case Chunk(text):
                        self.texts[job.number] = self.texts.get(job.number, "") + text
                    case Weighed(weights):
                        self.weighed[job.number] = weights
                    case end:
                        self.ends[job.number] = end

    def run(self) -> None:
        while not self.schedule.is_idle:
            self.turn()

    def end(self, job: Job) -> Done:
        done = self.ends[job.number]
        assert isinstance(done, Done)
        return done

    def telling(self, job: Job) -> object:
        return next(work.telling for work in self.schedule._begun if work.job is job)

    def has_written(self, job: Job) -> bool:
        return job.number in self.texts


@pytest.fixture
def workshop(tiny_weights: Weights) -> Iterator[Workshop]:
    workshop = Workshop(tiny_weights)
    yield workshop
    workshop.context.close()


@pytest.fixture
def narrow(tiny_weights: Weights) -> Iterator[Workshop]:
    """Yield one with cells for a long telling and little more."""
    workshop = Workshop(tiny_weights, cells=768)
    yield workshop
    workshop.context.close()


def test_what_is_waited_for_is_written_in_common_steps(workshop: Workshop) -> None:
    jobs = [workshop.add(Rank.WRITING, "Be.", f"Who is {name}?") for name in ("Ann", "Bob", "Cy")]
    workshop.run()
    assert [workshop.end(job).written_tokens for job in jobs] == [24, 24, 24]
    assert sum(len(step) == 3 for step in workshop.steps) > 20


def test_what_is_told_ahead_is_written_in_common_steps(workshop: Workshop) -> None:
    for number in range(4):
        workshop.add(Rank.AHEAD, "Be.", f"Choice {number}.")
    workshop.run()
    assert sum(len(step) == 4 for step in workshop.steps) > 15


def test_a_step_with_what_is_told_ahead_is_short(workshop: Workshop) -> None:
    for number in range(4):
        workshop.add(Rank.AHEAD, LONG, f"Choice {number}.")
    workshop.run()
    assert max(map(len, workshop.steps)) == Pace().ahead


def test_first_words_ahead_come_before_the_next_prompt_is_read(workshop: Workshop) -> None:
    first, second = (workshop.add(Rank.AHEAD, f"{number}{LONG}", "Go.") for number in range(2))
    while not workshop.has_written(first):
        workshop.turn()
    assert not workshop.has_written(second)
    assert len(workshop.steps) == -(-workshop_prompt(workshop, first) // Pace().ahead)


def test_what_has_a_sentence_ahead_lets_by_what_has_none(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    tellings: list[object] = []
    monkeypatch.setattr(Telling, "has_sentence", property(lambda telling: telling in tellings))
    first, second = (workshop.add(Rank.AHEAD, f"{number}{LONG}", "Go.") for number in range(2))
    while not workshop.has_written(first):
        workshop.turn()
    tellings.append(workshop.telling(first))
    steps = len(workshop.steps)
    while second.number not in workshop.ends:
        workshop.turn()
    assert all(len({entry.sequence for entry in step}) == 1 for step in workshop.steps[steps:])
    assert first.number not in workshop.ends
    workshop.run()
    assert workshop.end(first).written_tokens == 24


def test_nobody_is_let_by_where_a_second_sequence_costs_nothing(
    tiny_weights: Weights, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = Workshop(tiny_weights, pace=Pace(rides_along=True))
    first, second = (workshop.add(Rank.AHEAD, "Be.", f"Choice {number}.") for number in range(2))
    workshop.turn()
    told = workshop.telling(first)
    monkeypatch.setattr(Telling, "has_sentence", property(lambda telling: telling is told))
    while first.number not in workshop.ends:
        workshop.turn()
    assert workshop.has_written(second)
    assert sum(len(step) == 2 for step in workshop.steps) > 15
    workshop.context.close()


def workshop_prompt(workshop: Workshop, job: Job) -> int:
    """Return the tokens of a job's prompt, known when it has ended."""
    workshop.run()
    return workshop.end(job).prompt_tokens


def test_what_is_told_ahead_ends_when_somebody_waits_for_something_else(workshop: Workshop) -> None:
    ahead = workshop.add(Rank.AHEAD, "Be.", "Maybe.")
    while not workshop.has_written(ahead):
        workshop.turn()
    workshop.add(Rank.WRITING, "Be.", "Surely.")
    workshop.turn()
    assert workshop.end(ahead).reason == "cancelled"


def test_nothing_is_begun_ahead_while_somebody_waits(workshop: Workshop) -> None:
    awaited = workshop.add(Rank.WRITING, "Be.", "Surely.")
    workshop.turn()
    ahead = workshop.add(Rank.AHEAD, "Be.", "Maybe.")
    while awaited.number not in workshop.ends:
        workshop.turn()
    assert not workshop.has_written(ahead)
    workshop.run()
    assert workshop.end(ahead).written_tokens == 24


def test_where_a_second_sequence_costs_nothing_it_rides_along(tiny_weights: Weights) -> None:
    workshop = Workshop(tiny_weights, pace=Pace(rides_along=True))
    ahead, awaited = (workshop.add(rank, "Be.", f"{rank}.") for rank in (Rank.AHEAD, Rank.WRITING))
    workshop.run()
    assert {len({entry.sequence for entry in step}) for step in workshop.steps} >= {2}
    assert workshop.end(ahead).reason == workshop.end(awaited).reason == "length"
    workshop.context.close()


def test_what_was_told_ahead_goes_on_when_it_is_due(workshop: Workshop) -> None:
    other, chosen = (workshop.add(Rank.AHEAD, "Be.", f"Choice {number}.") for number in range(2))
    while not workshop.has_written(chosen):
        workshop.turn()
    chosen.rank, other.cancelled = Rank.WRITING, True
    workshop.run()
    assert (workshop.end(other).reason, workshop.end(chosen).reason) == ("cancelled", "length")
    assert workshop.end(chosen).read_tokens <= workshop.end(chosen).prompt_tokens


def test_what_is_told_ahead_is_what_is_told_when_asked(workshop: Workshop) -> None:
    ahead = workshop.add(Rank.AHEAD, "Be.", "Who?", seed=3)
    workshop.run()
    asked = workshop.add(Rank.WRITING, "Be.", "Who?", seed=3)
    workshop.run()
    assert workshop.texts[ahead.number] == workshop.texts[asked.number]


def test_what_is_told_ahead_leaves_no_slot(workshop: Workshop) -> None:
    workshop.add(Rank.READING, "Be.", slot="narrator")
    workshop.run()
    for number in range(4):
        workshop.add(Rank.AHEAD, "Be.", f"Choice {number}.", slot="narrator")
    workshop.run()
    assert workshop.slots.names() == ["narrator"]


def test_what_is_told_ahead_reads_only_what_the_narrator_has_not(workshop: Workshop) -> None:
    history = ("Be.", LONG, "I am.")
    workshop.add(Rank.READING, *history, slot="narrator")
    workshop.run()
    ahead = workshop.add(Rank.AHEAD, *history, "Maybe.", slot="narrator")
    workshop.run()
    assert workshop.end(ahead).read_tokens < 40


def test_reading_ahead_ends_when_somebody_waits(workshop: Workshop) -> None:
    reading = workshop.add(Rank.READING, LONG, slot="narrator")
    workshop.turn()
    awaited = workshop.add(Rank.WRITING, LONG, "Go.", slot="narrator")
    workshop.run()
    assert (workshop.end(reading).reason, workshop.end(reading).read_tokens) == ("cancelled", Pace().chunk)
    assert workshop.end(awaited).read_tokens == workshop.end(awaited).prompt_tokens - Pace().chunk


def test_what_is_read_already_is_done_without_a_step(workshop: Workshop) -> None:
    workshop.add(Rank.READING, "Be.", slot="narrator")
    workshop.run()
    again = workshop.add(Rank.READING, "Be.", slot="narrator")
    workshop.run()
    assert (workshop.end(again).reason, workshop.end(again).read_tokens, len(workshop.steps)) == ("stop", 0, 1)


@pytest.mark.parametrize("tidy", [True, False])
def test_what_was_read_ahead_is_laid_aside_where_that_helps(tiny_weights: Weights, tidy: bool) -> None:
    workshop = Workshop(tiny_weights, pace=Pace(is_tidy=tidy))
    workshop.add(Rank.READING, "Be.", "So much for that.", slot="narrator")
    workshop.turn()
    workshop.add(Rank.READING, "Be.", slot="person:mira")
    workshop.turn()
    assert workshop.slots.names() == (["narrator"] if tidy else ["narrator", "person:mira"])
    again = workshop.add(Rank.READING, "Be.", slot="person:mira")
    workshop.run()
    assert workshop.end(again).read_tokens == 0
    workshop.context.close()


def test_two_for_one_slot_are_told_one_after_the_other(workshop: Workshop) -> None:
    jobs = [workshop.add(Rank.WRITING, "Be.", text, slot="narrator") for text in ("One.", "Two.")]
    workshop.run()
    assert [workshop.end(job).reason for job in jobs] == ["length", "length"]
    assert {len({entry.sequence for entry in step}) for step in workshop.steps} == {1}


def test_what_is_told_ahead_makes_room_for_what_is_waited_for(narrow: Workshop) -> None:
    ahead = narrow.add(Rank.AHEAD, LONG, "Maybe.")
    narrow.turn()
    awaited = narrow.add(Rank.WRITING, "y" * 600, "Surely.")
    narrow.run()
    assert (narrow.end(ahead).reason, narrow.end(awaited).reason) == ("cancelled", "length")


def test_nothing_is_told_ahead_where_there_is_no_room(narrow: Workshop) -> None:
    first, second = (narrow.add(Rank.AHEAD, f"{number}{LONG}", "Maybe.") for number in range(2))
    narrow.run()
    assert [narrow.end(job).reason for job in (first, second)] == ["length", "cancelled"]


def test_what_is_waited_for_waits_for_room(narrow: Workshop) -> None:
    jobs = [narrow.add(Rank.WRITING, f"{number}{LONG}", "Go.") for number in range(2)]
    narrow.run()
    assert [narrow.end(job).reason for job in jobs] == ["length", "length"]


def test_a_cancelled_job_ends_before_it_begins(workshop: Workshop) -> None:
    job = workshop.add(Rank.WRITING, "Be.", "Who?")
    job.cancelled = True
    workshop.run()
    assert (workshop.end(job).reason, workshop.steps) == ("cancelled", [])


def test_a_request_that_cannot_be_met_is_refused_and_others_go_on(workshop: Workshop) -> None:
    refused, told = workshop.add(Rank.WRITING, "z" * 2000, "Who?"), workshop.add(Rank.WRITING, "Be.", "Who?")
    workshop.run()
    assert isinstance(workshop.ends[refused.number], ModelError)
    assert workshop.end(told).reason == "length"


def test_a_step_is_wasted_when_only_others_wait_or_nobody_does(workshop: Workshop) -> None:
    ahead = workshop.add(Rank.AHEAD, "Be.", "Maybe.")
    workshop.turn()
    assert workshop.schedule.is_wasted(somebody_waits=True)
    assert not workshop.schedule.is_wasted(somebody_waits=False)
    ahead.rank = Rank.WRITING
    assert not workshop.schedule.is_wasted(somebody_waits=True)
    ahead.cancelled = True
    assert workshop.schedule.is_wasted(somebody_waits=False)


@pytest.mark.parametrize("steps", [1, 3, 12, 20])
def test_after_a_broken_step_the_same_is_told(workshop: Workshop, steps: int) -> None:
    whole = workshop.add(Rank.WRITING, LONG[:200], "Who?", seed=5)
    workshop.run()
    broken = workshop.add(Rank.WRITING, LONG[:200], "Who?", seed=5, slot="other")
    for wasted in (False, True) * steps:
        workshop.wasted = wasted
        workshop.turn()
    workshop.wasted = False
    workshop.run()
    assert workshop.texts[broken.number] == workshop.texts[whole.number]


def test_a_recurrent_model_tells_anew_what_was_broken_off(tmp_path: Path) -> None:
    weights = Weights(write_mamba(tmp_path / "m.gguf"), gpu_layers=0, progress=lambda _: None)
    workshop = Workshop(weights)
    ahead = workshop.add(Rank.AHEAD, "Be.", "Maybe.")
    while not workshop.has_written(ahead):
        workshop.turn()
    workshop.wasted = True
    workshop.turn()
    workshop.wasted = False
    told = workshop.add(Rank.WRITING, "Be.", "Maybe.")
    workshop.run()
    assert workshop.end(told).reason == "length"
    assert workshop.end(ahead).reason in {"cancelled", "length"}
    workshop.context.close()
    weights.close()
