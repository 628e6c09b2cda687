"""How likely answers are: the same side by side as each alone, token by token."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest

from game.errors import ModelError
from game.llm.worker.context import Entry
from game.llm.worker.weigher import log_likelihood
from game.tune.evaluation.desk import BRANCHES, Desk
from game.tune.evaluation.reader import Asked, Likely, likelihoods

TRUNK = list(range(10, 40))
LUCK = Random(4)
MANY = [
    Asked(
        some,
        tuple(tuple(LUCK.choices(range(3, 250), k=LUCK.choice((1, 2, 9, 130)))) for _ in range(LUCK.choice((1, 25)))),
    )
    for some in (LUCK.choices(range(3, 250), k=length) for length in (1, 2, 5, 9, 300, 40, 3, 600, 7, 1, 1, 2, 2, 3, 8))
]


def alone(desk: Desk, prompt: Sequence[int], answer: Sequence[int], trunk: Sequence[int] = TRUNK) -> Likely:
    """Return how likely an answer is, read a token a step."""
    desk.lay([])
    found, whole = Likely(len(answer)), [*trunk, *prompt, *answer]
    for at, token in enumerate(whole[:-1]):
        desk.context.step([Entry(token, at, 1, wanted=True)])
        if at >= len(whole) - len(answer) - 1:
            found.add(desk.context.logits(0).copy(), whole[at + 1])
    return found


def test_many_side_by_side_are_as_likely_as_each_alone(desk: Desk) -> None:
    desk.lay(TRUNK)
    together = list(likelihoods(desk, MANY))
    assert [len(found) for found in together] == [len(asked.answers) for asked in MANY]
    for asked, found in zip(MANY, together, strict=True):
        for answer, likely in list(zip(asked.answers, found, strict=True))[:2]:
            one = alone(desk, asked.prompt, answer)
            assert likely.nats == pytest.approx(one.nats, rel=0.02, abs=0.2)
            assert abs(likely.first_choices - one.first_choices) <= 1


def test_nothing_is_left_of_what_was_asked_before(desk: Desk) -> None:
    first, again = ([likely for (likely,) in _asked_once(desk)] for _ in range(2))
    assert first == again
    assert [desk.context.length(branch) for branch in range(1, BRANCHES + 1)] == [0] * BRANCHES


def _asked_once(desk: Desk) -> list[list[Likely]]:
    desk.lay(TRUNK)
    return list(likelihoods(desk, [Asked([5, 6], ((7, 8, 9),)), Asked([5], ((9,),))]))


def test_what_is_too_long_for_the_model_is_one_sentence(desk: Desk) -> None:
    desk.lay(TRUNK)
    with pytest.raises(ModelError, match="Tiny llama could not read the examples"):
        list(likelihoods(desk, [Asked([5] * desk.context.cells, ((9,),))]))


def test_a_token_is_a_first_choice_where_none_is_likelier() -> None:
    likely = Likely(2)
    logits = np.array([0.0, 2.0, 1.0], dtype=np.float32)
    likely.add(logits, 1)
    likely.add(logits, 2)
    assert likely.first_choices == 1
    assert likely.nats == pytest.approx(log_likelihood(logits, 1) + log_likelihood(logits, 2))
