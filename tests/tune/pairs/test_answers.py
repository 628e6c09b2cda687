"""What readers wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import DataError
from game.tune.pairs.answers import answers_in, side_by_side

LIKE = '{"1": "A"}'


def test_answers_are_read_by_number(tmp_path: Path) -> None:
    (file := tmp_path / "answers.json").write_text('{"1": "A", "12": "="}', encoding="utf-8")
    assert answers_in(file, ("A", "B", "="), like=LIKE) == {1: "A", 12: "="}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"1": "C"}', '{"one": "A"}', '["A"]', '{"1": ["A"]}', "[" * 9_999])
def test_what_holds_none_says_what_to_write(tmp_path: Path, text: str) -> None:
    (file := tmp_path / "answers.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r'answers\.json holds no answers such as are asked for; write {"1": "A"}\.'):
        answers_in(file, ("A", "B", "="), like=LIKE)


@pytest.mark.parametrize("text", ['{"1": 1}', '{"1": "true"}'])
def test_what_only_resembles_an_answer_is_none(tmp_path: Path, text: str) -> None:
    (file := tmp_path / "answers.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="holds no answers"):
        answers_in(file, (True, False), like=LIKE)


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nosuch\.json cannot be read \(No such file or directory\); name a file"):
        answers_in(tmp_path / "nosuch.json", ("A",), like=LIKE)


def test_two_readers_answers_stand_side_by_side() -> None:
    assert side_by_side({1: "A", 2: "B"}, {2: "=", 1: "A"}, what="pair") == [("A", "A"), ("B", "=")]


def test_both_have_to_answer_the_same() -> None:
    with pytest.raises(DataError, match=r"Only one of the two readers answers pair 2; both must answer the same\."):
        side_by_side({1: "A", 2: "B"}, {1: "A"}, what="pair")
