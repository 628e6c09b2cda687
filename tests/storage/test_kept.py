"""What a run keeps beside its turns: bookmarks, ratings, its worlds, its settings; and looking without writing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.errors import SaveError
from game.storage.lock import lock_path
from game.storage.records import Bookmark, Meta, Turn, WorldCopy
from game.storage.run import RunFile
from tests.storage.kit import alter

Play = Callable[..., list[Turn]]
FILES = (("inn.toml", "schema = 1\n"), ("inn.zh.toml", "文字"))


def test_bookmarks_come_back_in_the_order_of_their_turns(run: RunFile, play: Play, file: Path) -> None:
    north, east = play("north", "east")
    run.kept.bookmark(Bookmark("before the storm", east.id, "ask her again"))
    run.kept.bookmark(Bookmark("quay", north.id))
    run.close()
    with RunFile.open(file) as again:
        assert again.kept.bookmarks() == [
            Bookmark("quay", north.id),
            Bookmark("before the storm", east.id, "ask her again"),
        ]


def test_a_bookmark_takes_the_place_of_another_of_its_name(run: RunFile, play: Play) -> None:
    north, east = play("north", "east")
    run.kept.bookmark(Bookmark("here", north.id))
    run.kept.bookmark(Bookmark("here", east.id))
    assert run.kept.bookmarks() == [Bookmark("here", east.id)]
    assert run.kept.drop_bookmark("here")
    assert not run.kept.drop_bookmark("here")


def test_a_bookmark_of_no_turn_is_refused(run: RunFile) -> None:
    with pytest.raises(SaveError):
        run.kept.bookmark(Bookmark("nowhere", 99))


def test_a_rating_belongs_to_one_telling(run: RunFile) -> None:
    first = run.tell(1, "Fog.", narrator="scene", model="small", seed=1, details='{"temperature":0.7}')
    second = run.tell(1, "Mist.", narrator="scene", model="small", seed=2)
    run.kept.rate(first, 1)
    run.kept.rate(second, -1)
    run.kept.rate(second, 0)
    assert [(each.text, each.rating, each.details) for each in run.tellings(1)] == [
        ("Fog.", 1, '{"temperature":0.7}'),
        ("Mist.", 0, ""),
    ]


def test_an_earlier_telling_can_be_chosen_again(run: RunFile) -> None:
    first = run.tell(1, "Fog.", narrator="scene", model="", seed=1)
    run.tell(1, "Mist.", narrator="scene", model="", seed=2)
    run.choose(first)
    assert run.chosen_telling(1) == first


def test_each_turn_knows_the_world_by_which_it_was_played(meta: Meta, file: Path) -> None:
    begun = WorldCopy(1, "a1b2", FILES)
    with RunFile.create(file, meta, state="", events="", world=begun) as run:
        run.commit("", "", "", "")
        edited = WorldCopy(3, "c3d4", (("inn.toml", "schema = 1 # edited\n"),))
        run.kept.put_world(edited)
        run.commit("", "", "", "")
    with RunFile.open(file) as again:
        assert [again.kept.world_of(turn) for turn in (1, 2, 3, 4)] == [begun, begun, edited, edited]


def test_a_run_without_a_copy_of_its_world_says_so(run: RunFile) -> None:
    assert run.kept.world_of(1) is None


def test_settings_come_back(run: RunFile) -> None:
    assert run.kept.setting("way") is None
    run.kept.put_setting("way", "scene")
    run.kept.put_setting("way", "authored")
    assert run.kept.setting("way") == "authored"


def read_all(run: RunFile) -> None:
    run.kept.bookmarks()
    run.tellings(1)
    run.kept.world_of(1)
    run.kept.setting("way")


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE bookmarks SET note = 'x'",
        "UPDATE ratings SET rating = 5",
        "UPDATE worlds SET packed = x'00'",
        "UPDATE settings SET value = 'x'",
        "UPDATE tellings SET details = '{}'",
    ],
)
def test_what_was_changed_behind_our_back_is_damage(run: RunFile, file: Path, harm: str) -> None:
    telling = run.tell(1, "Fog.", narrator="", model="", seed=1)
    run.kept.rate(telling, 1)
    run.kept.bookmark(Bookmark("here", 1))
    run.kept.put_world(WorldCopy(1, "a", FILES))
    run.kept.put_setting("way", "scene")
    run.close()
    alter(file, harm)
    with RunFile.open(file) as again, pytest.raises(SaveError, match="damaged"):
        read_all(again)


def test_a_jump_leads_redo_along_its_branch(run: RunFile, play: Play) -> None:
    north, east, _up = play("north", "east", "up")
    run.jump(north.id)
    (west,) = play("west")
    assert run.jump(east.id) == east
    run.jump(1)
    assert [run.redo(), run.redo()] == [north, east]
    assert [step.id for step in run.tree()] == [1, 2, 3, 4, west.id]


def test_a_jump_to_no_turn_moves_nothing(run: RunFile, play: Play) -> None:
    (north,) = play("north")
    with pytest.raises(SaveError, match="There is no turn 99"):
        run.jump(99)
    assert run.current() == north


def test_a_run_may_be_looked_at_while_it_is_played(run: RunFile, play: Play, file: Path) -> None:
    (north,) = play("north")
    with RunFile.look(file) as looked:
        assert looked.current() == north
        with pytest.raises(SaveError, match="only looked at"):
            looked.undo()
    assert run.commit("", "", "", "").parent == north.id


def test_a_run_knows_whether_it_was_given_back(run: RunFile, file: Path) -> None:
    run.close()
    with RunFile.open(file) as again:
        assert again.was_closed
        assert lock_path(file).read_bytes()
    lock_path(file).write_bytes(b"open\n")  # as its owner leaves it who dies
    with RunFile.open(file) as again:
        assert not again.was_closed
    with RunFile.open(file) as again:
        assert again.was_closed
