"""Patience with a silent process, and what follows from deaths."""

from __future__ import annotations

from game.llm.limits import Deaths, Limits, Patience

LIMITS = Limits()


def test_silence_is_borne_for_five_seconds_at_least() -> None:
    patience = Patience(LIMITS)
    patience.learn("read", 0.1)
    assert patience.for_step("read") == 5.0


def test_slow_steps_are_given_ten_times_their_time() -> None:
    patience = Patience(LIMITS)
    patience.learn("read", 2.0)
    assert patience.for_step("read") == 20.0
    assert patience.for_step("write") == 5.0


def test_one_slow_step_is_forgotten_in_time() -> None:
    patience = Patience(LIMITS)
    for seconds in [30.0, *[0.1] * 50]:
        patience.learn("write", seconds)
    assert patience.for_step("write") == 5.0


def test_loading_is_given_longer() -> None:
    assert Patience(LIMITS).for_step("load") == 60.0


def test_pauses_grow_until_something_is_answered() -> None:
    deaths = Deaths(LIMITS)
    pauses = []
    for minute in range(6):
        deaths.add(60.0 * minute, loaded=True)
        pauses.append(deaths.pause())
    assert pauses == [0.2, 0.5, 1.0, 2.0, 5.0, 5.0]
    deaths.answered()
    deaths.add(400.0, loaded=True)
    assert deaths.pause() == 0.2


def test_three_deaths_in_a_minute_are_too_many() -> None:
    deaths = Deaths(LIMITS)
    for now in (0.0, 30.0):
        deaths.add(now, loaded=True)
        assert not deaths.too_many(now)
    deaths.add(59.0, loaded=True)
    assert deaths.too_many(59.0)


def test_deaths_far_apart_are_not_too_many() -> None:
    deaths = Deaths(LIMITS)
    for now in (0.0, 40.0, 80.0, 120.0):
        deaths.add(now, loaded=True)
        assert not deaths.too_many(now)


def test_a_request_that_was_there_at_two_deaths_is_condemned() -> None:
    deaths = Deaths(LIMITS)
    deaths.add(0.0, suspects=frozenset({"a", "b"}), loaded=True)
    deaths.add(90.0, suspects=frozenset({"a"}), loaded=True)
    assert deaths.condemned("a")
    assert not deaths.condemned("b")


def test_two_deaths_while_loading_are_the_last() -> None:
    deaths = Deaths(LIMITS)
    deaths.add(0.0, loaded=False)
    assert not deaths.unloadable()
    deaths.add(1.0, loaded=False)
    assert deaths.unloadable()


def test_a_load_that_succeeds_clears_those_that_did_not() -> None:
    deaths = Deaths(LIMITS)
    for loaded in (False, True, False):
        deaths.add(0.0, loaded=loaded)
    assert not deaths.unloadable()


def test_what_the_player_wakes_begins_anew() -> None:
    deaths = Deaths(LIMITS)
    for _ in range(3):
        deaths.add(0.0, suspects=frozenset({"a"}), loaded=False)
    deaths.forget()
    assert (deaths.too_many(0.0), deaths.unloadable(), deaths.condemned("a"), deaths.pause()) == (
        False,
        False,
        False,
        0,
    )
