"""What the narrator remembers is a pure function of the path, and flat in cost."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.events import Taken
from game.story.memory import Entry, Memory, Remembered
from game.story.model import Message
from game.story.rolling import BACK


def words_of(turns: Sequence[Entry]) -> str:
    return ", ".join(turn.words for turn in turns)


def ten_each(messages: Sequence[Message]) -> list[int]:
    return [10] * len(messages)


PATH = [Entry(f"go {n}", f"Told {n}. And more.") for n in range(40)]


def remembered(path: Sequence[Entry], *, budget: int = 100) -> Remembered:
    return Memory().remember(dict(enumerate(path)), budget=budget, recap=words_of, count=ten_each)


def test_a_short_path_is_remembered_whole() -> None:
    assert remembered(PATH[:2]) == Remembered("", tuple(PATH[:2]))


def test_when_the_window_fills_half_of_it_becomes_a_recap_in_one_step() -> None:
    sizes = [len(remembered(PATH[:n]).entries) for n in range(1, 13)]
    assert sizes == [1, 2, 3, 4, 5, 3, 4, 5, 3, 4, 5, 3]


def test_what_is_to_come_begins_with_a_recap_when_half_of_the_window_is_full() -> None:
    assert remembered(PATH[:3]).coming == Remembered(remembered(PATH[:6]).recap, ())
    assert remembered(PATH[:6]).recap == "go 0, go 1, go 2"


def test_what_is_to_come_grows_by_the_turns_that_what_is_now_grows_by() -> None:
    for n in range(3, len(PATH)):
        now, then = remembered(PATH[:n]), remembered(PATH[: n + 1])
        heir = then.coming if then.recap == now.recap else then
        assert now.coming is not None
        assert heir is not None
        assert (heir.recap, heir.entries) == (now.coming.recap, (*now.coming.entries, PATH[n]))


def test_memory_made_step_by_step_is_memory_made_at_once() -> None:
    stepwise = Memory()
    for n in range(1, len(PATH) + 1):
        step = stepwise.remember(dict(enumerate(PATH[:n])), budget=130, recap=words_of, count=ten_each)
        assert step == remembered(PATH[:n], budget=130)


def test_an_undone_turn_leaves_nothing_behind() -> None:
    memory = Memory()
    undone = [*PATH[:9], Entry("steal", "You steal it.")]
    memory.remember(dict(enumerate(undone)), budget=100, recap=words_of, count=ten_each)
    after = memory.remember(dict(enumerate(PATH[:10])), budget=100, recap=words_of, count=ten_each)
    assert after == remembered(PATH[:10])


class Counter:
    """Counts as ten_each does, and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[Message] = []

    def __call__(self, messages: Sequence[Message]) -> list[int]:
        self.asked.extend(messages)
        return ten_each(messages)


def test_each_turn_is_counted_once() -> None:
    memory, count = Memory(), Counter()
    for n in range(1, 20):
        memory.remember(dict(enumerate(PATH[:n])), budget=100, recap=words_of, count=count)
    assert len(count.asked) == 2 * 19


def test_a_recap_is_made_once_for_as_long_as_it_stands() -> None:
    made: list[str] = []

    def recap(turns: Sequence[Entry]) -> str:
        made.append(words_of(turns))
        return made[-1]

    memory = Memory()
    for n in range(1, 12):
        memory.remember(dict(enumerate(PATH[:n])), budget=100, recap=recap, count=ten_each)
    assert made == [words_of(PATH[:n]) for n in (3, 6, 9)]


def test_turns_in_which_something_else_happened_are_another_recap() -> None:
    memory = Memory()
    for thing in ("lamp", "ring"):
        path = [Entry("take it", "Taken.", (Taken(thing),)), *PATH[:2]]
        told = dict(enumerate(path))
        now = memory.remember(told, budget=50, recap=lambda turns: str(turns[0].events), count=ten_each)
        assert now.recap == str((Taken(thing),))


def test_nothing_is_kept_of_a_turn_that_the_path_has_no_more() -> None:
    memory, count = Memory(), Counter()
    for path in (PATH[:4], PATH[2:6], PATH[:4]):
        memory.remember(dict(enumerate(path)), budget=100, recap=words_of, count=count)
    assert len(count.asked) == 2 * (4 + 2 + 2)


def test_turns_long_past_are_not_even_counted() -> None:
    count = Counter()
    told = {number: Entry("wait", f"Hour {number}.") for number in range(3 * BACK)}
    Memory().remember(told, budget=100, recap=words_of, count=count)
    assert len(count.asked) <= 2 * BACK
