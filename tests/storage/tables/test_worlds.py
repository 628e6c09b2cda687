"""Copies of worlds: what was put comes back, and what was never put like that is damage."""

from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import SaveError
from game.storage.failures import Damaged
from game.storage.records import WorldCopy
from game.storage.run import RunFile
from game.storage.tables.worlds import LONGEST_WORLD, MOST_FILES, unpack_world

files = st.lists(st.tuples(st.text(), st.text() | st.sampled_from(('"], ["', "\\", '"', "[[]]"))), max_size=5)


@given(files=files)
def test_the_files_of_a_world_come_back(files: list[tuple[str, str]]) -> None:
    assert unpack_world(zlib.compress(json.dumps(files, ensure_ascii=False).encode())) == tuple(files)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "]",
        "[]]",
        "[[]]",
        '["a"]',
        '[["a"]]',
        '[["a", "b"]',
        '[["a", "b"], ]',
        '[["a", "b", "c"]]',
        "{}",
        "null",
        '[["a", "b"]]x',
    ],
)
def test_what_is_no_list_of_files_is_damage(text: str) -> None:
    with pytest.raises(Damaged):
        unpack_world(zlib.compress(text.encode()))


@pytest.mark.parametrize("files", [(("a", "x" * LONGEST_WORLD),), (("", ""),) * (MOST_FILES + 1)], ids=["long", "many"])
def test_a_world_that_could_not_be_read_again_is_not_kept(run: RunFile, files: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(SaveError, match="too long"):
        run.kept.put_world(WorldCopy(1, "a1b2", files))
