"""The two sides as figures and as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.errors import DataError
from game.tune.lint import Fault
from game.tune.rows import our_rows, rows_in
from game.tune.sets import Tally, held_out_examples, tallies, without, write_sets
from game.tune.split import Split, split
from tests.tune.made import AMBIENCE, CHOOSING, LINE, TOUCH, rows_of, write_rows

AMBIENT, ASKED, CHOSEN = rows_of(AMBIENCE, LINE, CHOOSING)
SIDES = Split((AMBIENT, CHOSEN), (ASKED,))


def test_each_kind_is_counted() -> None:
    assert tallies(SIDES, [Fault(ASKED, "name", "Odo"), Fault(ASKED, "worn", "odd")]) == [
        Tally("ambience", 1, 1, 0, 1, 0),
        Tally("line", 1, 0, 1, 1, 1),
        Tally("choosing", 1, 1, 0, 1, 0),
    ]


def test_rows_with_a_fault_are_left_out() -> None:
    assert without(SIDES, [Fault(CHOSEN, "shape", "odd")]) == Split((AMBIENT,), (ASKED,))


def test_held_out_examples_are_the_games_own_where_no_folder_is_named(tmp_path: Path) -> None:
    assert held_out_examples(None) == [row.example for row in split(our_rows()).held_out]
    with pytest.raises(DataError, match="is held out: there have to be more"):
        held_out_examples(write_rows(tmp_path, TOUCH))


def test_rows_are_written_as_they_stand_and_can_be_read_again(tmp_path: Path) -> None:
    sides = split(our_rows())
    write_sets(sides, tmp_path / "sets")
    (tmp_path / "sets" / "train" / "exchanges.jsonl").unlink()
    (tmp_path / "sets" / "held-out" / "exchanges.jsonl").unlink()
    texts = sorted(row.text for row in rows_in(tmp_path / "sets"))
    assert texts == sorted(row.text for row in our_rows())


def test_what_they_teach_is_written_beside_them(tmp_path: Path) -> None:
    write_sets(split(rows_in(write_rows(tmp_path, TOUCH))), tmp_path / "sets")
    lines = [line for path in tmp_path.glob("sets/*/exchanges.jsonl") for line in path.read_text().splitlines()]
    (exchange,) = map(json.loads, lines)
    assert exchange["kind"] == "ambience"
    assert exchange["completion"] == [{"role": "assistant", "content": "Rain falls."}]


def test_what_was_written_before_is_replaced(tmp_path: Path) -> None:
    write_sets(SIDES, tmp_path)
    write_sets(Split((), ()), tmp_path)
    assert not any(path.read_text() for path in tmp_path.glob("*/*.jsonl"))


def test_a_folder_that_cannot_be_written_to_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="name another folder"):
        write_sets(SIDES, tmp_path / "file")
