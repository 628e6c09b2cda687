"""Words about what was made up: a person is meant by it, and of a fixture there is no more than its sentence."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.rules.actions import Examine, Invent
from game.rules.apply import apply, begin_run
from game.rules.state import State
from game.rules.world import World
from game.story.parser import NotUnderstood, Understood, parse
from game.story.sentences import sentences_for
from tests.inventive import YARD, yard
from tests.kit import step

LIZ = '[person.liz]\nname = "Liz"\nat = "hall"\naliases = ["woman"]\ninvent = ["mark"]\n'
WORLD = yard(LIZ)
HOOKS = "Here is a row of empty hooks, of no use to anybody."


def standing(world: World, *made: Invent) -> State:
    """Return the state of somebody who stands in the yard, with these details made up."""
    state = begin_run(world, 7).state
    for each in made:
        state = apply(world, state, each).state
    return step(world, state, "east").state


def said(words: str, state: State) -> str:
    """Return why words are not understood."""
    parsed = parse(WORLD, sentences_for("en"), state, words)
    assert isinstance(parsed, NotUnderstood)
    return parsed.sentence


@pytest.mark.parametrize(
    "words", ["examine hooks", "look at the hooks", "take the empty hooks", "examine the row of hooks"]
)
def test_of_a_fixture_there_is_no_more_than_its_sentence(words: str) -> None:
    assert said(words, standing(WORLD, Invent("yard", "fixture", "hooks"))) == HOOKS


def test_what_was_not_made_up_is_not_here() -> None:
    assert "no “hooks” here" in said("examine hooks", standing(WORLD))
    assert "no “spoons” here" in said("examine spoons", standing(WORLD, Invent("yard", "fixture", "hooks")))


def test_a_person_is_meant_by_what_was_made_up_of_them() -> None:
    state = apply(WORLD, begin_run(WORLD, 7).state, Invent("liz", "mark", "tooth")).state
    parsed = parse(WORLD, sentences_for("en"), state, "examine the woman with the chipped tooth")
    assert isinstance(parsed, Understood)
    assert parsed.action == Examine("liz")


def test_in_chinese_too() -> None:
    world = parse_world(YARD.replace('title = "The Inn"', 'title = "客栈"\nlanguage = "zh"'))
    state = begin_run(world, 7).state
    state = apply(world, state, Invent("yard", "fixture", "hooks")).state.but(place="yard")
    parsed = parse(world, sentences_for("zh"), state, "看挂钩")
    assert isinstance(parsed, NotUnderstood)
    assert parsed.sentence == "这里有一排空挂钩，对谁都没有用处。"
