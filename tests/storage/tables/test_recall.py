"""Turns found by words: on the path alone, by the telling that is chosen, the best first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from game.storage.failures import Damaged
from game.storage.records import Telling, Turn
from game.storage.run import RunFile
from game.storage.tables import recall
from tests.storage.kit import alter


def tell(run: RunFile, words: str | None, *, turn: Turn | None = None) -> Telling:
    """Play a turn, or take one that was, and tell it by some words."""
    told = turn or run.commit("on", "wait", "[]", "s")
    return run.tell(told.id, "Fog.", narrator="scene", model="small", seed=7, words=words)


def depths(run: RunFile, *words: str, before: int | None = None, most: int = 9) -> list[int]:
    """Return the depths of the turns that words find on the path to the current one."""
    before = run.current().depth + 1 if before is None else before
    return [step.depth for step in run.index.find(run.current().id, words, before=before, most=most)]


def test_a_turn_is_found_by_any_word_of_its_telling(run: RunFile) -> None:
    for words in ("lamp quay", "bell", "quay wren"):
        tell(run, words)
    assert depths(run, "bell") == [2]
    assert depths(run, "quay") == [3, 1]
    assert depths(run, "gull") == depths(run) == []


def test_another_form_of_an_english_word_finds_it_too(run: RunFile) -> None:
    tell(run, "lanterns carried")
    assert depths(run, "lantern") == depths(run, "carry") == [1]


def test_chinese_pairs_of_characters_are_words(run: RunFile) -> None:
    tell(run, "灯 塔 灯塔")
    assert depths(run, "灯塔") == depths(run, "灯") == [1]
    assert depths(run, "塔灯") == []


def test_what_fits_best_comes_first_and_what_fits_half_as_well_not_at_all(run: RunFile) -> None:
    for words in ("quay wren", "quay", "quay", "wren lens", "quay"):
        tell(run, words)
    assert depths(run, "quay", "lens") == [4]
    assert depths(run, "quay", "wren") == [1, 4]


def test_a_word_that_few_turns_hold_says_more(run: RunFile) -> None:
    for words in ("bell", "quay", "quay", "quay", "quay"):
        tell(run, words)
    assert depths(run, "quay", "bell", most=1) == [1]


def test_only_turns_before_a_depth_are_found(run: RunFile) -> None:
    for _ in range(4):
        tell(run, "quay")
    assert depths(run, "quay", before=3) == [2, 1]
    assert depths(run, "quay", before=0) == []


def test_nothing_of_another_branch_is_found(run: RunFile) -> None:
    for words in ("quay", "quay bell", "bell"):
        tell(run, words)
    run.jump(2)
    for words in ("tower", "quay"):
        tell(run, words)
    assert depths(run, "quay", "bell") == [3, 1]
    run.jump(4)
    assert depths(run, "quay", "tower") == [2, 1]


def test_branches_of_branches_lead_back_to_the_root(run: RunFile) -> None:
    for number in range(12):
        tell(run, f"quay n{number}")
        if number % 3 == 2:
            run.undo()
            run.undo()
            tell(run, "tower")
    path = {turn.depth for turn in run.path()} - {0}
    assert set(depths(run, "quay", "tower", most=99)) == path
    found = run.index.find(run.current().id, ("quay", "tower"), before=99, most=99)
    assert {step.id for step in found} == {turn.id for turn in run.path()} - {1}


def test_what_other_branches_hold_does_not_change_what_is_found(run: RunFile) -> None:
    for words in ("quay wren", "bell wren", "quay bell"):
        tell(run, words)
    before = depths(run, "quay", "bell", "wren")
    run.jump(1)
    for _ in range(30):
        tell(run, "quay")
    run.jump(4)
    assert depths(run, "quay", "bell", "wren") == before


def test_a_turn_is_found_by_the_telling_that_is_chosen(run: RunFile) -> None:
    first = tell(run, "lamp")
    tell(run, "bell", turn=run.current())
    assert (depths(run, "lamp"), depths(run, "bell")) == ([], [1])
    run.choose(first)
    assert (depths(run, "lamp"), depths(run, "bell")) == ([1], [])


def test_nothing_is_left_of_the_words_of_a_turn_that_is_forgotten(run: RunFile, file: Path) -> None:
    for words in ("bell", "quay unspeakable", "quay"):
        tell(run, words)

    def drop(db: sqlite3.Connection) -> None:
        db.execute("PRAGMA secure_delete = ON")
        recall.forget_turn(db, 3)

    run._write(drop)
    assert depths(run, "unspeakable") == []
    assert depths(run, "quay") == [3]
    run.close()
    assert b"unspeak" not in file.read_bytes()


def test_a_turn_that_was_forgotten_can_be_found_by_other_words(run: RunFile) -> None:
    tell(run, "bell")
    run._write(lambda db: recall.forget_turn(db, run.current().id))
    run.index.add([(run.tellings(run.current().id)[0], "quay")])
    assert (depths(run, "bell"), depths(run, "quay")) == ([], [1])


def test_of_a_word_that_very_many_turns_hold_the_latest_are_looked_at(
    run: RunFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recall, "MOST_HITS", 3)
    for _ in range(6):
        tell(run, "quay")
    assert depths(run, "quay") == [6, 5, 4]


@pytest.mark.parametrize("word", ['"', 'a" OR "b', "*", "^quay", "NEAR(quay)", "", "-quay", "words:quay"])
def test_words_are_no_language_of_queries(run: RunFile, word: str) -> None:
    tell(run, "bell")
    assert depths(run, word) == []


def test_a_telling_without_words_is_given_them_later(run: RunFile) -> None:
    kept, other = tell(run, None), tell(run, "bell")
    tell(run, "")
    assert run.index.missing(9) == [kept]
    run.index.add([(kept, "lamp quay")])
    assert run.index.missing(9) == []
    assert depths(run, "lamp") == [1]
    assert run.tellings(other.turn) == [other]


def test_of_those_that_miss_words_the_latest_come_first(run: RunFile) -> None:
    told = [tell(run, None) for _ in range(4)]
    assert run.index.missing(2) == [told[3], told[2]]


def test_a_way_back_that_leads_nowhere_is_damage(run: RunFile, file: Path) -> None:
    tell(run, "bell")
    run.close()
    alter(file, "UPDATE turns SET parent = 2 WHERE id = 2")
    with closing(sqlite3.connect(file)) as db:
        for turn_id in (2, 7):
            with pytest.raises(Damaged):
                recall.find_turns(db, turn_id, ("bell",), before=9, most=9)


def test_the_way_back_is_found_in_steps_that_do_not_grow_with_a_run(run: RunFile) -> None:
    def plan(db: sqlite3.Connection) -> str:
        return str(db.execute(f"EXPLAIN QUERY PLAN {recall._LATEST_FORK}", (9,)).fetchall())

    assert "SEARCH turns USING COVERING INDEX forks (id<?)" in run._read(plan)
