"""A run in use: what is created, committed and found again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.errors import SaveError
from game.storage.records import Meta, Turn
from game.storage.run import RunFile

Play = Callable[..., list[Turn]]

any_text = st.text(st.characters(exclude_categories=["Cs"]))


def test_a_new_run_stands_at_its_root(run: RunFile) -> None:
    assert run.current() == Turn(1, None, 0, "", "", "[]", "at quay")
    assert run.path() == [run.current()]


def test_a_run_keeps_what_it_was_begun_with(run: RunFile, file: Path, meta: Meta) -> None:
    run.close()
    with RunFile.open(file) as again:
        assert (run.meta, again.meta) == (meta, meta)


def test_a_commit_is_a_child_of_the_current_turn_and_becomes_current(run: RunFile) -> None:
    turn = run.commit("go up", "go up", '["Went"]', "at lamp_room")
    assert turn == Turn(2, 1, 1, "go up", "go up", '["Went"]', "at lamp_room")
    assert run.current() == turn


def test_the_path_runs_from_the_root_to_the_current_turn(run: RunFile, play: Play) -> None:
    root, turns = run.current(), play("north", "east", "up")
    assert run.path() == [root, *turns]


def test_the_path_to_an_earlier_turn_ends_there(run: RunFile, play: Play) -> None:
    north, _ = play("north", "east")
    assert run.path(north.id)[-1] == north


def test_a_turn_that_is_not_there_has_no_path(run: RunFile) -> None:
    with pytest.raises(SaveError, match="There is no turn 99 in the run"):
        run.path(99)


def test_turns_survive_close_and_open(run: RunFile, play: Play, file: Path) -> None:
    play("north", "east")
    before = run.path()
    run.close()
    with RunFile.open(file) as again:
        assert again.path() == before
        assert again.current() == before[-1]


def test_a_name_is_not_taken_twice(run: RunFile, file: Path, meta: Meta) -> None:
    run.close()
    with pytest.raises(SaveError, match=r"There is a run .* already"):
        RunFile.create(file, meta, state="", events="")


def test_a_broken_off_creation_is_no_obstacle(file: Path, meta: Meta) -> None:
    file.parent.mkdir(parents=True)
    (file.parent / f".{file.name}.new").write_bytes(b"half")
    RunFile.create(file, meta, state="", events="").close()
    assert sorted(path.name for path in file.parent.iterdir()) == [f".{file.name}.lock", file.name]


def test_a_failed_creation_leaves_no_file(file: Path, meta: Meta) -> None:
    with pytest.raises(SaveError, match="half a character"):
        RunFile.create(file, meta, state="\ud800", events="")
    assert [path.name for path in file.parent.iterdir()] == [f".{file.name}.lock"]


def test_a_missing_run_is_refused_and_leaves_no_lock(file: Path) -> None:
    file.parent.mkdir(parents=True)
    with pytest.raises(SaveError, match="There is no run"):
        RunFile.open(file)
    assert not list(file.parent.iterdir())


def test_a_closed_run_says_so(run: RunFile) -> None:
    run.close()
    run.close()
    with pytest.raises(SaveError, match="is closed"):
        run.commit("", "", "", "")


def test_a_sound_run_passes_the_quick_check(run: RunFile, play: Play) -> None:
    play("north")
    run.quick_check()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=any_text, action=any_text, events=any_text, state=any_text, text=any_text, seed=st.integers())
def test_any_text_comes_back_as_it_went_in(
    run: RunFile, words: str, action: str, events: str, state: str, text: str, seed: int
) -> None:
    turn = run.commit(words, action, events, state)
    telling = run.tell(turn.id, text, narrator=words, model=action, seed=seed)
    assert run.path(turn.id)[-1] == turn == Turn(turn.id, turn.parent, turn.depth, words, action, events, state)
    assert run.chosen_telling(turn.id) == telling
    assert (telling.text, telling.seed) == (text, seed)
