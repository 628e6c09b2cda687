"""Likelihoods of texts, over a tiny model in the tests' own process: the same whatever shares their steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from game.errors import ModelError
from game.llm.wire import weighing_to_wire
from game.llm.worker.context import OUTPUTS, Entry
from game.llm.worker.pace import Pace
from game.llm.worker.pipes import Job, Rank
from game.llm.worker.template import Template
from game.llm.worker.weigher import MOST_AT_ONCE, log_likelihood
from game.llm.worker.weights import Weights
from game.story.model import Message, Weighing
from tests.llm.hosts import asking
from tests.llm.test_schedule import LONG, WINDOW, Workshop
from tests.llm.tiny_gguf import write_mamba

TEXTS = ("take the lamp", "go", "ask the miller about the flour")
MESSAGES = asking("Choose.", "Snatch it.").messages


class Scales(Workshop):
    """A workshop in which texts are weighed."""

    def put(
        self,
        texts: Sequence[str],
        *,
        rank: Rank = Rank.WRITING,
        messages: Sequence[Message] = MESSAGES,
        slot: str = "parser",
    ) -> Job:
        number = next(self._numbers)
        weighing = Weighing(slot, tuple(messages), tuple(texts))
        job = Job({"is": "weigh", "id": number, "request": weighing_to_wire(weighing)}, rank)
        self.schedule.add(job)
        return job

    def weigh(self, texts: Sequence[str]) -> tuple[float, ...]:
        job = self.put(texts)
        self.run()
        return self.weighed[job.number]


@pytest.fixture
def scales(tiny_weights: Weights) -> Iterator[Scales]:
    scales = Scales(tiny_weights)
    yield scales
    scales.context.close()


def token_by_token(scales: Scales, weights: Weights, text: str) -> float:
    """Return how likely a text is, read a token a step."""
    template = Template(weights)
    prompt, reply = template.prompt(MESSAGES), template.reply(text)
    tokens, total = [*prompt, *reply], 0.0
    for at, token in enumerate(tokens[:-1]):
        scales.context.step([Entry(token, at, 0, wanted=True)])
        if at + 1 >= len(prompt):
            total += log_likelihood(scales.context.logits(0), tokens[at + 1])
    scales.context.clear(0)
    return total


def test_a_text_weighs_what_its_tokens_do_one_after_the_other(scales: Scales, tiny_weights: Weights) -> None:
    alone = [token_by_token(scales, tiny_weights, text) for text in TEXTS]
    assert scales.weigh(TEXTS) == pytest.approx(alone, abs=1e-3)


def test_a_whole_reply_ends_with_the_token_that_ends_a_turn(tiny_weights: Weights) -> None:
    reply = Template(tiny_weights).reply("go")
    assert [tiny_weights.ends(token) for token in reply] == [False] * (len(reply) - 1) + [True]


def test_likelihoods_of_all_tokens_add_up_to_one() -> None:
    logits = np.array([900.0, 901.0, 899.0], dtype=np.float32)
    assert sum(np.exp(log_likelihood(logits, token)) for token in range(3)) == pytest.approx(1.0)


def test_more_texts_than_go_on_at_once_come_out_in_their_order(scales: Scales) -> None:
    texts = [f"go {number}" for number in range(3 * MOST_AT_ONCE)]
    some = [5, 20, 35]
    assert [scales.weigh(texts)[at] for at in some] == pytest.approx(scales.weigh([texts[at] for at in some]), abs=1e-3)


def test_no_step_asks_for_more_than_llama_cpp_gives(scales: Scales) -> None:
    scales.weigh([f"{number} {LONG[:90]}" for number in range(20)])
    asked = [sum(entry.wanted for entry in step) for step in scales.steps]
    assert OUTPUTS // 2 <= max(asked) <= OUTPUTS


def test_a_text_that_does_not_fit_a_step_is_weighed_in_several(scales: Scales, tiny_weights: Weights) -> None:
    assert scales.weigh([LONG[:200]]) == pytest.approx([token_by_token(scales, tiny_weights, LONG[:200])], abs=1e-2)


def test_after_a_broken_step_the_same_is_weighed(scales: Scales) -> None:
    whole = scales.weigh(TEXTS)
    broken = scales.put(TEXTS)
    for wasted in (False, True) * 6:
        scales.wasted = wasted
        scales.turn()
    scales.wasted = False
    scales.run()
    assert scales.weighed[broken.number] == pytest.approx(whole, abs=1e-3)


def test_of_a_prompt_that_was_read_only_what_is_new_is_read(scales: Scales) -> None:
    scales.weigh(TEXTS)
    scales.steps.clear()
    scales.weigh(("go",))
    assert sum(map(len, scales.steps)) < 8
    assert scales.slots.names() == ["parser"]


def test_what_is_told_ahead_stands_still_while_words_are_weighed_and_goes_on(scales: Scales) -> None:
    ahead = scales.add(Rank.AHEAD, "Be.", "Maybe.", max_tokens=8)
    scales.turn(3)
    weighed = scales.put(TEXTS)
    scales.run()
    assert len(scales.weighed[weighed.number]) == len(TEXTS)
    assert scales.end(ahead).reason == "length"


def test_what_only_reads_ends_where_words_are_weighed(scales: Scales) -> None:
    reading = scales.add(Rank.READING, LONG, slot="narrator")
    scales.turn()
    scales.put(TEXTS)
    scales.run()
    assert scales.end(reading).reason == "cancelled"


def test_what_is_weighed_ahead_is_read_for_what_is_weighed_later(scales: Scales) -> None:
    scales.put(TEXTS, rank=Rank.AHEAD)
    scales.run()
    scales.steps.clear()
    scales.weigh(TEXTS)
    assert len(scales.steps[0]) == 1


def test_what_is_weighed_ahead_ends_for_what_is_waited_for(scales: Scales) -> None:
    ahead = scales.put([f"go {number}" for number in range(40)], rank=Rank.AHEAD)
    scales.turn(2)
    assert len(scales.weigh(TEXTS)) == len(TEXTS)
    assert scales.end(ahead).reason == "cancelled"


def test_what_is_weighed_is_out_of_the_way_of_the_next_telling(tiny_weights: Weights) -> None:
    scales = Scales(tiny_weights, pace=Pace(is_tidy=True))
    scales.add(Rank.READING, LONG, slot="narrator")
    scales.run()
    before = scales.weigh(TEXTS)
    assert scales.slots.names() == ["narrator"]
    assert scales.weigh(TEXTS) == pytest.approx(before, abs=1e-3)
    scales.context.close()


@pytest.mark.parametrize("turns", [0, 1, 2])
def test_what_is_cancelled_gives_its_sequences_back(scales: Scales, turns: int) -> None:
    job = scales.put([f"go {number}" for number in range(40)])
    scales.turn(turns)
    job.cancelled = True
    scales.run()
    assert scales.end(job).reason == "cancelled"
    assert len(scales.weigh(TEXTS)) == len(TEXTS)


def test_two_that_are_weighed_together_do_not_ask_for_too_much(tiny_weights: Weights) -> None:
    scales = Scales(tiny_weights, pace=Pace(rides_along=True))
    texts = [f"{number} {LONG[:40]}" for number in range(8)]
    jobs = [scales.put(texts, rank=Rank.AHEAD, slot=slot) for slot in ("one", "two", "three")]
    scales.run()
    assert all(len(scales.weighed[job.number]) == 8 for job in jobs)
    assert max(sum(entry.wanted for entry in step) for step in scales.steps) <= OUTPUTS
    scales.context.close()


@pytest.mark.parametrize(
    ("texts", "messages"),
    [((), MESSAGES), (("go",) * 300, MESSAGES), (("go",), ()), (("x" * WINDOW,), MESSAGES)],
    ids=["no text", "too many", "no prompt", "too long"],
)
def test_what_cannot_be_weighed_is_refused(scales: Scales, texts: Sequence[str], messages: Sequence[Message]) -> None:
    job = scales.put(texts, messages=messages)
    scales.run()
    assert isinstance(scales.ends[job.number], ModelError)


def test_a_recurrent_model_weighs_too(tmp_path: Path) -> None:
    weights = Weights(write_mamba(tmp_path / "m.gguf"), gpu_layers=0, progress=lambda _: None)
    scales = Scales(weights)
    assert scales.weigh(TEXTS) == pytest.approx([scales.weigh((text,))[0] for text in TEXTS], abs=1e-3)
    scales.context.close()
    weights.close()
