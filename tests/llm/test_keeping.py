"""Which prompts go on the shelf and when, and how slots are filled from it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.llm.worker.keeping import ENOUGH, Keeping
from game.llm.worker.shelf import LEAST, Shelf
from game.llm.worker.slots import NoRoom, Slots
from tests.llm.pages import Pages

CELLS = 4_000
WORLD = list(range(100))


class Game:
    """Slots over a memory, with a shelf in a folder, from a game's start to its end."""

    def __init__(self, folder: Path, *, can_shorten: bool = True, cells: int = CELLS) -> None:
        self.pages = Pages(can_shorten=can_shorten)
        self.shelf = Shelf(self.pages, folder, model="tiny", limit=10**6)
        self.slots = Slots(self.pages, sequences=4, cells=cells, shelf=self.shelf)
        self.keeping = Keeping(self.slots, self.shelf)

    def read(self, name: str, prompt: list[int], *, branches: int = 0) -> int:
        """Read a prompt; return how many of its tokens had to be read. A prompt read for its own sake is settled."""
        slot = self.slots.prepare(name, prompt, branches=branches, room=0)
        rest = prompt[len(slot.tokens) :]
        self.pages.held[slot.sequence] += rest
        self.slots.extend(slot, rest)
        assert self.pages.held[slot.sequence] == prompt
        self.slots.release(slot)
        if not branches:
            self.keeping.note(name, prompt)
        return len(rest)


def grown(tokens: int) -> list[int]:
    """Return a run's history of so many tokens more than its world."""
    return [*WORLD, *range(1_000, 1_000 + tokens)]


def test_what_every_run_begins_with_is_kept_at_once(tmp_path: Path) -> None:
    assert Game(tmp_path).read("world", WORLD) == 100
    assert Game(tmp_path).read("narrator", grown(5)) == 5


def test_a_run_goes_on_where_the_last_game_closed(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("world", WORLD)
    game.read("narrator", grown(LEAST))
    game.keeping.close()
    assert Game(tmp_path).read("narrator", grown(LEAST + 9), branches=1) == 9


def test_what_follows_the_settled_history_is_not_kept_with_it(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("world", WORLD)
    game.read("narrator", grown(300))
    game.read("narrator", [*grown(300), 7, 7, 7], branches=1)
    game.keeping.close()
    assert Game(tmp_path).read("narrator", [*grown(300), 8], branches=1) == 1


def test_a_little_more_is_left_to_be_read(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("world", WORLD)
    game.read("narrator", grown(LEAST - 1))
    game.keeping.close()
    assert Game(tmp_path).read("narrator", grown(LEAST - 1)) == LEAST - 1


def test_a_quiet_moment_keeps_what_has_grown_enough(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("world", WORLD)
    game.read("narrator", grown(ENOUGH - 1))
    game.keeping.rest()
    assert Game(tmp_path).read("narrator", grown(ENOUGH - 1)) == ENOUGH - 1
    game.read("narrator", grown(ENOUGH))
    game.keeping.rest()
    assert Game(tmp_path).read("narrator", grown(ENOUGH)) == 0


def test_history_that_was_lost_meanwhile_is_not_kept(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("world", WORLD)
    game.read("narrator", grown(300))
    game.read("narrator", grown(200), branches=1)
    game.keeping.close()
    assert Game(tmp_path).read("narrator", grown(300)) == 300


def test_a_slot_that_made_room_is_not_kept(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("world", WORLD)
    for name in ("narrator", "a", "b", "c", "d"):
        game.read(name, [*WORLD, ord(name[0]), *range(1_000, 1_300)], branches=int(name != "narrator"))
    game.keeping.close()
    assert Game(tmp_path).read("narrator", [*WORLD, ord("n"), *range(1_000, 1_300)]) == 301


def test_what_memory_holds_is_not_loaded(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("narrator", grown(300))
    game.keeping.close()
    game.read("narrator", grown(301))
    game.read("person:mira", grown(302))
    assert game.pages.loads == 0


def test_what_is_loaded_makes_room_for_itself(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("narrator", grown(300))
    game.keeping.close()
    again = Game(tmp_path, cells=500)
    again.read("touch", [9] * 200)
    assert again.read("narrator", grown(320)) == 20
    assert again.slots.names() == ["narrator"]


def test_what_finds_no_room_is_loaded_later(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("narrator", grown(300))
    game.keeping.close()
    again = Game(tmp_path, cells=500)
    busy = again.slots.prepare("touch", [9] * 200, branches=0, room=0)
    with pytest.raises(NoRoom):
        again.slots.prepare("narrator", grown(300), branches=0, room=0)
    again.slots.release(busy)
    assert again.read("narrator", grown(300)) == 0


def test_a_memory_that_cannot_be_cut_back_is_loaded_where_something_follows(tmp_path: Path) -> None:
    game = Game(tmp_path, can_shorten=False)
    game.read("narrator", grown(300))
    game.keeping.close()
    assert Game(tmp_path, can_shorten=False).read("narrator", grown(310), branches=1) == 10
    assert Game(tmp_path, can_shorten=False).read("narrator", grown(300), branches=1) == 400


def test_a_memory_that_cannot_be_cut_back_is_kept_only_as_it_is(tmp_path: Path) -> None:
    game = Game(tmp_path, can_shorten=False)
    game.read("world", WORLD)
    game.read("narrator", grown(300))
    game.read("narrator", grown(301), branches=1)
    game.keeping.close()
    assert Game(tmp_path, can_shorten=False).read("narrator", grown(300)) == 300


def test_a_file_that_is_damaged_costs_only_the_reading(tmp_path: Path) -> None:
    game = Game(tmp_path)
    game.read("narrator", grown(300))
    game.keeping.close()
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:-4])
    assert Game(tmp_path).read("narrator", grown(300)) == 400


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.lists(st.integers(0, 1), min_size=1, max_size=6)), max_size=12),
    st.booleans(),
)
def test_slots_and_memory_agree_whatever_comes_from_the_shelf(
    steps: list[tuple[str, list[int]]], can_shorten: bool
) -> None:
    with TemporaryDirectory() as folder:
        game = Game(Path(folder), can_shorten=can_shorten, cells=600)
        for number, (name, blocks) in enumerate(steps):
            game.read(name, [block for block in blocks for _ in range(70)])
            if number % 3 == 2:
                game.keeping.close()
                game = Game(Path(folder), can_shorten=can_shorten, cells=600)


def test_without_a_shelf_nothing_is_kept(tmp_path: Path) -> None:
    pages = Pages()
    slots = Slots(pages, sequences=4, cells=CELLS)
    keeping = Keeping(slots, None)
    slots.prepare("world", WORLD, branches=0, room=0)
    keeping.note("world", WORLD)
    keeping.rest()
    keeping.close()
    assert list(tmp_path.iterdir()) == []
