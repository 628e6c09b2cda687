"""Weights that are fitted: those that make what is meant likeliest."""

from __future__ import annotations

import numpy as np

from tests.bench.voice.fitting import Row, fitted, unseen_loss


def row(signs: list[float], meant: int | None) -> Row:
    """Return a row of candidates that have a sign each, and what they all have."""
    return Row(np.array([[1.0, sign] for sign in signs]), meant)


def test_a_sign_of_what_is_meant_is_worth_much_and_nothing_is_meant_without_it() -> None:
    rows = [row([0.0, 1.0, 0.0], 1), row([1.0, 0.0, 0.0], 0), row([0.0, 0.0, 0.0], None)] * 10
    always, sign = fitted(rows)
    assert always < 0
    assert sign > 2
    assert rows[0].shares(np.array([always, sign])).argmax() == 1


def test_a_sign_that_says_nothing_is_worth_nothing() -> None:
    rows = [row([0.0, 1.0], None), row([1.0, 0.0], 1), row([1.0, 0.0], 0)] * 10
    _, sign = fitted(rows)
    assert abs(sign) < 0.3


def test_what_is_learned_of_some_holds_for_others() -> None:
    rows = [row([0.0, 1.0], 1), row([0.0, 0.0], None)] * 20
    assert unseen_loss(rows) < np.log(2)
