"""Which sequence holds which prompt."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.llm.worker.slots import SPARE, NoRoom, Slot, Slots

SEQUENCES = 4
CELLS = 20


@dataclass
class Sheet:
    """A memory in which every cell is an object; can_shorten False is a recurrent model's."""

    can_shorten: bool = True
    held: dict[int, list[object]] = field(default_factory=lambda: {number: [] for number in range(SEQUENCES)})
    cells: int = CELLS
    is_full: bool = False

    def copy(self, source: int, target: int) -> None:
        assert not self.held[target]
        self.held[target] = list(self.held[source])

    def take_out(self, sequence: int, *, most: int) -> list[object] | None:
        held = self.held[sequence]
        return list(held) if len(held) <= most else None

    def put_back(self, sequence: int, state: list[object]) -> bool:
        assert not self.held[sequence]
        if self.is_full:
            return False
        self.held[sequence] = [Cell(each.token) if isinstance(each, Cell) else each for each in state]
        return True

    def shorten(self, sequence: int, keep: int) -> bool:
        if keep < len(self.held[sequence]) and not self.can_shorten:
            return False
        del self.held[sequence][keep:]
        return True

    def length(self, sequence: int) -> int:
        return len(self.held[sequence])

    def clear(self, sequence: int) -> None:
        self.held[sequence] = []

    def read(self, sequence: int, tokens: list[int]) -> None:
        self.held[sequence] += [Cell(token) for token in tokens]
        assert len({id(cell) for cell in itertools.chain(*self.held.values())}) <= CELLS


@dataclass(eq=False)
class Cell:
    token: int


def slots_over(sheet: Sheet) -> Slots:
    return Slots(sheet, sequences=SEQUENCES, cells=CELLS)


def read(slots: Slots, sheet: Sheet, name: str, prompt: list[int], *, branches: int = 0, room: int = 0) -> int:
    """Read a prompt into a slot as a telling does; return how many of its tokens had to be read."""
    slot = slots.prepare(name, prompt, branches=branches, room=room)
    rest = prompt[len(slot.tokens) :]
    sheet.read(slot.sequence, rest)
    slots.extend(slot, rest)
    assert slot.tokens == prompt == tokens_in(sheet, slot)
    for sequence in slots.branch(slot):
        sheet.read(sequence, [0] * (room // branches))
    slots.release(slot)
    return len(rest)


def tokens_in(sheet: Sheet, slot: Slot) -> list[int]:
    return [cell.token for cell in sheet.held[slot.sequence] if isinstance(cell, Cell)]


def test_what_was_read_is_not_read_again() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    assert read(slots, sheet, "narrator", [1, 2, 3]) == 3
    assert read(slots, sheet, "narrator", [1, 2, 3, 4]) == 1
    assert read(slots, sheet, "narrator", [1, 2, 9]) == 1


def test_the_last_token_is_read_again_where_something_is_to_follow_it() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [1, 2, 3])
    assert read(slots, sheet, "narrator", [1, 2, 3]) == 0
    assert read(slots, sheet, "narrator", [1, 2, 3], branches=1, room=2) == 1


def test_what_another_slot_holds_is_copied() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [1, 2, 3, 4])
    assert read(slots, sheet, "person:mira", [1, 2, 3, 5]) == 1
    assert read(slots, sheet, "narrator", [1, 2, 3, 4, 6]) == 1


def test_the_longer_beginning_is_taken_even_from_another_slot() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [1, 2, 3, 4])
    read(slots, sheet, "touch", [1, 9])
    assert read(slots, sheet, "touch", [1, 2, 3, 4, 5]) == 1


def test_the_slot_used_longest_ago_makes_room() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    for name in ("a", "b", "a"):
        read(slots, sheet, name, [*name.encode()] * 8)
    read(slots, sheet, "c", [1] * 8)
    assert slots.names() == ["a", "c"]


def test_cells_that_are_shared_are_counted_once() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    for name in range(3):
        read(slots, sheet, str(name), [*range(12), name])
    assert slots.names() == ["0", "1", "2"]


def test_a_slot_makes_room_for_a_new_one_when_sequences_run_out() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    for name in range(SEQUENCES + 1):
        read(slots, sheet, str(name), [name])
    assert slots.names() == ["1", "2", "3", "4"]


def test_the_slot_that_is_copied_is_not_the_one_that_makes_room() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    for name in range(SEQUENCES):
        read(slots, sheet, str(name), [name, 7, 7])
    assert read(slots, sheet, "new", [0, 7, 8]) == 1


def test_branches_take_the_sequences_of_idle_slots() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    for name in range(3):
        read(slots, sheet, str(name), [name])
    read(slots, sheet, "2", [2, 3], branches=3, room=6)
    assert slots.names() == ["2"]


def test_what_a_broken_step_left_is_forgotten() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    slot = slots.prepare("narrator", [1, 2, 3], branches=0, room=0)
    sheet.read(slot.sequence, [1, 2])
    slots.extend(slot, [1])
    slots.forget_unread(slot)
    assert tokens_in(sheet, slot) == [1]


def test_a_memory_that_cannot_be_cut_back_is_read_anew() -> None:
    sheet = Sheet(can_shorten=False)
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [1, 2, 3])
    assert read(slots, sheet, "narrator", [1, 2, 3, 4]) == 1
    assert read(slots, sheet, "narrator", [1, 2, 9]) == 3


def test_a_memory_that_cannot_be_cut_back_is_copied_whole() -> None:
    sheet = Sheet(can_shorten=False)
    slots = slots_over(sheet)
    read(slots, sheet, "rules", [1, 2])
    assert read(slots, sheet, "narrator", [1, 2, 3]) == 1
    assert read(slots, sheet, "person:mira", [1, 2, 4]) == 1


def test_the_longest_prompt_stays_and_is_laid_out_anew() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [1, 2, 3])
    (first, *_), *_ = filter(None, sheet.held.values())
    slots.tidy()
    assert first not in itertools.chain(*sheet.held.values())
    assert read(slots, sheet, "narrator", [1, 2, 3, 4]) == 1


def test_all_others_are_laid_aside_and_not_read_again() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    for name in ("mira", "narrator", "wren"):
        read(slots, sheet, name, [*name.encode()])
    slots.tidy()
    assert slots.names() == ["narrator"]
    assert sum(map(len, sheet.held.values())) == len("narrator")
    assert read(slots, sheet, "mira", [*b"mira", 1]) == 1
    assert read(slots, sheet, SPARE, [*b"wren", 1]) == 1


def test_what_was_laid_aside_is_cut_back_to_what_is_wanted() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [9] * 6)
    read(slots, sheet, "mira", [1, 2, 3])
    slots.tidy()
    assert read(slots, sheet, "mira", [1, 2, 7, 8]) == 2


def test_what_makes_room_for_a_longer_prompt_laid_aside_is_not_read_again_after_it() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "coming", [9] * 8)
    read(slots, sheet, "narrator", [1] * 12)
    slots.tidy()
    assert read(slots, sheet, "narrator", [9] * 12) == 4


def test_a_slot_stays_where_it_is_without_room_or_while_it_is_used() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [1] * 11)
    before = [list(each) for each in sheet.held.values()]
    slots.tidy()
    slots.prepare("narrator", [1] * 12, branches=0, room=0)
    slots.tidy()
    assert list(sheet.held.values()) == before


def test_what_others_began_with_stays_where_it_is_and_the_rest_is_laid_aside() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [1, 2, 3, 4])
    ahead = slots.prepare(SPARE, [1, 2, 3, 4, 5], branches=0, room=0)
    read(slots, sheet, "coming", [9, 9])
    before = [each for each in sheet.held.values() if len(each) > 2]
    slots.tidy()
    assert list(filter(None, sheet.held.values())) == before
    assert slots.names() == ["narrator", SPARE]
    slots.release(ahead)


def test_tokens_that_were_not_put_back_are_read_again() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [1, 2, 3])
    sheet.is_full = True
    slots.tidy()
    assert read(slots, sheet, "narrator", [1, 2, 3]) == 3


def test_a_prompt_laid_aside_can_be_put_in_a_file() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "world", [1, 2, 3])
    read(slots, sheet, "narrator", [9] * 6)
    slots.tidy()
    sequence = slots.holding("world", [1, 2, 3])
    assert sequence is not None
    assert len(sheet.held[sequence]) == 3
    assert slots.holding("world", [1, 2, 4]) is None


def test_a_slot_in_use_makes_no_room() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    slots.prepare("narrator", [1] * 8, branches=1, room=4)
    with pytest.raises(NoRoom):
        slots.prepare("touch", [2] * 9, branches=0, room=0)
    assert read(slots, sheet, "touch", [2] * 8) == 8


def test_a_slot_in_use_is_lent_to_nobody_else() -> None:
    slots = slots_over(Sheet())
    slot = slots.prepare("narrator", [1, 2], branches=0, room=0)
    with pytest.raises(NoRoom):
        slots.prepare("narrator", [1, 2], branches=0, room=0)
    slots.release(slot)
    slots.prepare("narrator", [1, 2], branches=0, room=0)


def test_sequences_of_branches_are_taken_when_the_slot_is() -> None:
    slots = slots_over(Sheet())
    slots.prepare("narrator", [1, 2], branches=2, room=2)
    with pytest.raises(NoRoom):
        slots.prepare("touch", [3], branches=1, room=1)


def test_spare_slots_begin_with_what_others_hold_and_are_dropped_at_their_end() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    read(slots, sheet, "narrator", [1, 2, 3])
    assert [read(slots, sheet, SPARE, [1, 2, 3, ahead]) for ahead in (4, 5)] == [1, 1]
    assert slots.names() == ["narrator"]


def test_a_spare_slot_without_room_is_dropped_at_once() -> None:
    sheet = Sheet()
    slots = slots_over(sheet)
    slot = slots.prepare("narrator", [1], branches=1, room=15)
    with pytest.raises(NoRoom):
        slots.prepare(SPARE, [1, 2, 3, 4, 5, 6], branches=0, room=0)
    slots.release(slot)
    assert (slots.names(), sum(map(len, sheet.held.values()))) == (["narrator"], 0)


STEPS = st.tuples(
    st.sampled_from("abcdef"),
    st.lists(st.integers(0, 1), min_size=1, max_size=12),
    st.integers(0, 3),
    st.integers(0, 2),
)


@given(st.lists(STEPS, max_size=30), st.booleans())
def test_slots_and_memory_agree_and_nothing_overflows(
    steps: list[tuple[str, list[int], int, int]], can_shorten: bool
) -> None:
    sheet = Sheet(can_shorten)
    slots = slots_over(sheet)
    for name, prompt, branches, each in steps:
        read(slots, sheet, name, prompt, branches=branches, room=branches * each)


@given(st.lists(STEPS, max_size=30), st.booleans())
def test_slots_used_side_by_side_never_fill_more_than_there_is(
    steps: list[tuple[str, list[int], int, int]], can_shorten: bool
) -> None:
    sheet = Sheet(can_shorten)
    slots = slots_over(sheet)
    used: list[tuple[Slot, list[int], int]] = []
    for name, prompt, branches, each in steps:
        try:
            used.append((slots.prepare(name, prompt, branches=branches, room=branches * each), prompt, each))
        except NoRoom:
            finish(slots, sheet, *used.pop(0)) if used else pytest.fail("an idle memory has room")
    for slot, prompt, each in used:
        finish(slots, sheet, slot, prompt, each)
    assert len(slots._free) + len(slots.names()) == SEQUENCES


def finish(slots: Slots, sheet: Sheet, slot: Slot, prompt: list[int], each: int) -> None:
    """Read the rest of a prompt and write on each branch, while others are in use as well."""
    rest = prompt[len(slot.tokens) :]
    sheet.read(slot.sequence, rest)
    slots.extend(slot, rest)
    for sequence in slots.branch(slot):
        sheet.read(sequence, [0] * each)
    slots.release(slot)
