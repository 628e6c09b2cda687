"""Which runs of four words count as said before."""

from __future__ import annotations

from tests.bench.voice.repeating import Repeats, repeats_in


def test_a_run_that_comes_again_in_its_telling_is_counted_each_time() -> None:
    texts = ["Fog lies on it. Fog lies on it.", "Fog lies on it now."]
    assert repeats_in(texts, []) == Repeats(runs=4, within=2, lately=0)


def test_a_run_of_the_last_tellings_is_counted_whatever_its_case_and_marks() -> None:
    assert repeats_in(["The fog lies on it."], ["All day the fog, lies on the sea."]) == Repeats(2, 0, 1)


def test_no_run_goes_on_into_the_next_sentence() -> None:
    assert repeats_in(["It rains. It is late."], ["It rains it is late."]) == Repeats()


def test_chinese_is_counted_by_signs() -> None:
    assert repeats_in(["雾气在水上。"], ["雾气，在水。"]) == Repeats(2, 0, 1)


def test_repeats_add_up() -> None:
    assert Repeats(4, 2, 1) + Repeats(1, 0, 1) == Repeats(5, 2, 2)
