"""The key of a sheet."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import DataError
from game.tune.pairs.key import Placed, key_text, placed, read_key
from game.tune.pairs.pair import Drawn
from tests.tune.pairs.made import KEY, PAIR


def test_a_key_says_of_each_number_whose_texts_they_are() -> None:
    order = [Drawn(PAIR, (1, 0)), Drawn(PAIR, (0, 1))]
    assert placed(order, ("old", "new")) == (Placed(1, "line", "new", "old"), Placed(2, "line", "old", "new"))


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (file := tmp_path / "key.json").write_text(key_text(KEY), encoding="utf-8")
    assert read_key(file) == KEY
    assert json.loads(file.read_text(encoding="utf-8"))["made_with"] == {"model": "Tiny"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"1": "A"}',
        key_text(replace(KEY, pairs=(*KEY.pairs, KEY.pairs[0]))),
        key_text(replace(KEY, sides=("untaught", "blend"))),
    ],
)
def test_what_is_no_key_is_one_sentence(tmp_path: Path, text: str) -> None:
    (file := tmp_path / "key.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"key\.json is no key of a sheet: take the file that was written with it\.$"):
        read_key(file)


def test_a_key_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nosuch\.json cannot be read \(No such file or directory\); name"):
        read_key(tmp_path / "nosuch.json")
