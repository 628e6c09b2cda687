"""How wide a window is worth having."""

from __future__ import annotations

import pytest

from game.llm.tuning import Tuning
from game.llm.worker.tune import window
from game.llm.worker.tune.bench import Bench
from game.llm.worker.tune.lengths import Lengths
from game.llm.worker.tune.notes import Notes, Slope
from game.llm.worker.tune.window import choose_window, seconds_for, widest, window_for
from game.llm.worker.weights import Weights

QUICK = Slope(first=0.001, later=0.002, fill=1000)
EVEN = Slope(first=0.01, later=0.009, fill=1000)


def test_each_token_takes_longer_than_the_one_before() -> None:
    assert seconds_for(1000, QUICK) == pytest.approx(1.5)
    assert seconds_for(4000, QUICK) == pytest.approx(12.0)


def test_a_recurrent_models_tokens_all_take_the_same() -> None:
    assert seconds_for(1000, EVEN) == pytest.approx(10.0)


@pytest.mark.parametrize(("slope", "wanted", "used"), [(QUICK, 4096, 4096), (QUICK, 8192, 5376), (EVEN, 4096, 1792)])
def test_a_window_is_no_wider_than_can_be_read_while_somebody_waits(slope: Slope, wanted: int, used: int) -> None:
    assert window_for(wanted, slope) == used
    assert seconds_for(used, slope) <= 20


def test_even_on_a_slow_machine_there_is_a_window() -> None:
    slow = Slope(first=1.0, later=2.0, fill=100)
    assert (widest(20.0, slow), window_for(4096, slow), window_for(512, slow)) == (0, 1024, 512)


@pytest.fixture
def bench(tiny_weights: Weights) -> Bench:
    return Bench(tiny_weights, Lengths(read=32, write=4, fill=64))


@pytest.mark.parametrize(("idle_cost", "beside"), [(1.05, 4096), (1.5, 2048)])
def test_where_idle_cells_cost_little_there_are_more_of_them(bench: Bench, idle_cost: float, beside: int) -> None:
    notes = Notes(slope=QUICK, idle_cost=idle_cost)
    chosen = choose_window(bench, Tuning(threads=1), notes)
    assert (chosen.window, chosen.beside) == (4096, beside)
    assert (notes.rows[0].figures, notes.rows[0].chosen) == ({"4,096 tokens": 12.5}, "4,096 tokens")


def test_a_window_fits_into_three_quarters_of_the_memory(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "left_for_window", lambda *_, **__: 2_200_000)
    chosen = choose_window(bench, Tuning(threads=1), Notes(slope=QUICK))
    assert 1024 <= chosen.window < 4096
