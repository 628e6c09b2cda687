"""Seeds of candidates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.llm.seeds import candidate_seed


def test_every_candidate_has_a_seed_of_its_own() -> None:
    seeds = {candidate_seed(seed, candidate) for seed in range(20) for candidate in range(8)}
    assert len(seeds) == 160


@given(st.integers(), st.integers(0, 7))
def test_a_seed_is_never_the_number_that_means_any(seed: int, candidate: int) -> None:
    assert 0 <= candidate_seed(seed, candidate) < 0xFFFFFFFF


def test_seeds_stay_what_they_were() -> None:
    assert [candidate_seed(7, candidate) for candidate in range(2)] == [2872258379, 2378137547]
