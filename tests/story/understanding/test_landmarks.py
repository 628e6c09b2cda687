"""Ways by what the place tells of them, by whom they lead to, and by what one goes for."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.rules.actions import format_action
from game.rules.apply import begin_run
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for

WORLD = parse_world(
    """
schema = 1
[world]
id = "hill"
title = "山村"
language = "zh"
start = "yard"
[place.yard]
name = "院子"
look = "东边，石板路下了陡坡，通到河滩。西面一道拱门，里头是药铺。"
exits = { east = "beach", west = "shop" }
[place.beach]
name = "河滩"
look = "水。"
exits = { west = "yard" }
[place.shop]
name = "药铺"
look = "药。"
exits = { east = "yard" }
[person.lin]
name = "林婆婆"
at = "shop"
""",
    name="hill.toml",
)


def meant(words: str) -> str:
    """Return the text of the action that words mean, "?" where they are asked about, or "-"."""
    parsed = parse(WORLD, sentences_for("zh"), begin_run(WORLD, 7).state, words)
    if isinstance(parsed, Understood):
        return format_action(parsed.action)
    return "?" if parsed.asks else "-"


@pytest.mark.parametrize("words", ["沿着陡坡下去", "下去", "顺着石板路走", "去河滩", "下去洗把脸", "到河滩散散心"])
def test_a_way_is_found_by_what_is_told_of_it(words: str) -> None:
    assert meant(words) == "go east"


@pytest.mark.parametrize("words", ["穿过拱门", "去药铺看看", "去找林婆婆", "药铺在西面吧，进去坐坐", "到林婆婆那儿去"])
def test_a_way_is_found_by_whom_it_leads_to(words: str) -> None:
    assert meant(words) == "go west"


@pytest.mark.parametrize("words", ["走吧走吧", "走", "咱们走"])
def test_it_is_asked_which_way(words: str) -> None:
    assert meant(words) == "?"


@pytest.mark.parametrize("words", ["去药铺后面的马厩", "去河边的客栈", "爬到树上去"])
def test_what_leads_nowhere_is_no_way(words: str) -> None:
    assert meant(words) == "-"
