"""The translations that ship: complete, true to the world, and Chinese to the last word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.loader.find import list_worlds
from game.loader.load import languages_of, load_project, load_world
from game.loader.translate import untranslated
from game.rules.apply import apply, begin_run
from game.rules.world import Path as Route
from game.story.beats import beats_of
from game.story.offers import offers
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for

WORLDS = Path(__file__).parents[2] / "worlds"
SHIPPED = {each.name: each.path for each in list_worlds([WORLDS])}
ROUTES = [(name, route) for name, path in SHIPPED.items() for route in load_world(path).paths]
KEPT = {("world", "author")}  # names of authors stay as they are


@pytest.mark.parametrize("name", ["saltmarrow", "cloak-of-darkness"])
def test_every_text_is_translated(name: str) -> None:
    assert "zh" in languages_of(SHIPPED[name])
    project = load_project(SHIPPED[name], language="zh")
    assert project.report.sorted() == []
    assert set(untranslated(project.merged)) <= KEPT


@pytest.mark.parametrize(("name", "route"), ROUTES, ids=[f"{name}: {route.name}" for name, route in ROUTES])
def test_a_path_is_told_in_chinese_alone(name: str, route: Route) -> None:
    english, chinese = load_world(SHIPPED[name]), load_world(SHIPPED[name], language="zh")
    zh = sentences_for("zh", chinese.sentences)
    state = begin_run(english, 7).state
    for words in route.choose:
        parsed = parse(english, sentences_for("en", english.sentences), state, words)
        assert isinstance(parsed, Understood)
        outcome = apply(chinese, state, parsed.action)
        texts = [beat.text for beat in beats_of(chinese, zh, state, outcome)]
        shown = [*texts, *(offer.text for offer in offers(chinese, zh, outcome.state))]
        assert [text for text in shown if re.search("[A-Za-z]", text)] == []
        assert outcome.state == apply(english, state, parsed.action).state
        state = outcome.state


def test_the_cloak_is_hung_up_in_chinese() -> None:
    world = load_world(SHIPPED["cloak-of-darkness"], language="zh")
    zh, state = sentences_for("zh"), begin_run(world, 7).state
    for words in ("脱下斗篷", "往西走", "把斗篷挂在挂钩上", "东", "南", "读字"):
        parsed = parse(world, zh, state, words)
        assert isinstance(parsed, Understood), words
        state = apply(world, state, parsed.action).state
    assert state.ending == "won"


def test_every_choice_of_the_beginning_can_be_typed_in_chinese() -> None:
    world = load_world(SHIPPED["saltmarrow"], language="zh")
    zh, state = sentences_for("zh", world.sentences), begin_run(world, 7).state
    for offer in offers(world, zh, state):
        parsed = parse(world, zh, state, offer.text)
        assert isinstance(parsed, Understood)
        assert parsed.action == offer.action
