"""What the narrator remembers is a pure function of the path, and flat in cost."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from game.story.memory import Entry, Memory, rolled
from game.story.model import Message


def ten_each(messages: Sequence[Message]) -> list[int]:
    return [10] * len(messages)


PATH = [Entry(f"go {n}", f"Told {n}. And more.") for n in range(40)]


def test_a_short_path_is_remembered_whole() -> None:
    remembered = Memory().remember(PATH[:5], budget=100, recap=1_000, count=ten_each)
    assert (remembered.recap, remembered.entries) == ("", tuple(PATH[:5]))


def test_when_the_window_fills_half_of_it_becomes_a_recap_in_one_step() -> None:
    sizes = [len(Memory().remember(PATH[:n], budget=100, recap=1_000, count=ten_each).entries) for n in range(1, 13)]
    assert sizes == [1, 2, 3, 4, 5, 2, 3, 4, 5, 2, 3, 4]


def test_a_recap_says_what_was_done_and_what_came_of_it() -> None:
    remembered = Memory().remember(PATH[:6], budget=100, recap=1_000, count=ten_each)
    assert remembered.recap.splitlines() == [f"- go {n}: Told {n}." for n in range(4)]


def test_a_recap_keeps_to_its_room_and_drops_the_oldest() -> None:
    remembered = Memory().remember(PATH[:6], budget=100, recap=40, count=ten_each)
    assert remembered.recap.splitlines() == ["- go 2: Told 2.", "- go 3: Told 3."]


def test_memory_made_step_by_step_is_memory_made_at_once() -> None:
    stepwise = Memory()
    for n in range(1, len(PATH) + 1):
        remembered = stepwise.remember(PATH[:n], budget=130, recap=1_000, count=ten_each)
        assert remembered == Memory().remember(PATH[:n], budget=130, recap=1_000, count=ten_each)


def test_an_undone_turn_leaves_nothing_behind() -> None:
    memory = Memory()
    memory.remember([*PATH[:9], Entry("steal", "You steal it.")], budget=100, recap=1_000, count=ten_each)
    assert "steal" not in str(memory.remember([*PATH[:10]], budget=100, recap=1_000, count=ten_each))


def test_each_turn_is_counted_once() -> None:
    asked: list[Message] = []

    def count(messages: Sequence[Message]) -> list[int]:
        asked.extend(messages)
        return ten_each(messages)

    memory = Memory()
    for n in range(1, 20):
        memory.remember(PATH[:n], budget=100, recap=1_000, count=count)
    assert len(asked) == 2 * 19


def test_nothing_is_kept_of_a_turn_that_the_path_has_no_more() -> None:
    asked: list[Message] = []

    def count(messages: Sequence[Message]) -> list[int]:
        asked.extend(messages)
        return ten_each(messages)

    memory = Memory()
    for path in (PATH[:4], PATH[2:6], PATH[:4]):
        memory.remember(path, budget=100, recap=1_000, count=count)
    assert len(asked) == 2 * (4 + 2 + 2)


@given(st.lists(st.integers(1, 80), max_size=60), st.integers(0, 200))
def test_what_is_remembered_fits_and_only_ever_moves_on(costs: list[int], budget: int) -> None:
    starts = [rolled(costs[:n], budget) for n in range(len(costs) + 1)]
    assert starts == sorted(starts)
    assert sum(costs[starts[-1] :]) <= budget
