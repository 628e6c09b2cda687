"""A command in one clause, beside clauses that only say why."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import done, meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("这灯看着挺新，把它带上", "take lamp"),
        ("把铁皮灯带上，怪好看的", "take lamp"),
        ("外面太晒了，戴上草帽", "take hat"),
        ("不急着走，先看看铁皮灯", "examine lamp"),
        ("我不去树林，看看草帽", "examine hat"),
    ],
)
def test_the_clause_that_commands_is_done(words: str, action: str) -> None:
    assert done(words)[:1] == [action] or meant(words) == action


@pytest.mark.parametrize("words", ["要是天黑了，我就拿铁皮灯", "砸了草帽，拿铁皮灯烧了它", "别碰它，别拿铁皮灯"])
def test_what_is_weighed_or_denied_is_not_done(words: str) -> None:
    assert meant(words) == "-"


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        ("看看草帽，凑近瞧瞧", ["examine hat"]),
        ("等等，看看草帽", ["examine hat"]),
        ("拿了铁皮灯就去客厅", ["take lamp", "go in"]),
        ("拿起铁皮灯后往北走", ["take lamp", "go north"]),
        ("铁皮灯拿上，进客厅去", ["take lamp", "go in"]),
    ],
)
def test_a_line_is_parted_where_a_deed_begins(words: str, actions: list[str]) -> None:
    assert done(words) == actions
