"""How far two readers agree."""

from __future__ import annotations

import pytest

from game.tune.pairs.agreement import kappa, observed


def told(text: str) -> list[tuple[str, str]]:
    """Return answers of two readers: "AB" for A of the first and B of the second."""
    return [(each[0], each[1]) for each in text.split()]


def test_agreement_is_the_share_of_like_answers() -> None:
    assert observed(told("AA AB == BA")) == 0.5


def test_kappa_is_agreement_beyond_chance() -> None:
    # The worked example of two who agree on 35 of 50: 0.7 observed, 0.5 by chance.
    assert kappa([*told("AA") * 20, *told("AB") * 5, *told("BA") * 10, *told("BB") * 15]) == pytest.approx(0.4)


def test_kappa_counts_every_class() -> None:
    # 24 of 36 observed; by chance 3 × 3 for A, 1 × 2 for B and 2 × 1 for a tie.
    assert kappa(told("AA AA AB BB == =A")) == pytest.approx((24 - 13) / (36 - 13))


@pytest.mark.parametrize(
    ("answers", "found"), [("AA AA BB", 1.0), ("AA AA AA", 1.0), ("AA AB BA BB", 0.0), ("AB BA", -1.0)]
)
def test_kappa_runs_from_one_to_minus_one(answers: str, found: float) -> None:
    assert kappa(told(answers)) == pytest.approx(found)
