"""A telling adds what the author lets it add: everything harmless, unless the world says less."""

from __future__ import annotations

import pytest

from game.errors import GameError
from game.loader.load import parse_world
from game.rules.actions import Invent, Wait
from game.rules.apply import apply, begin_run
from game.rules.state import State
from game.rules.world import INVENTIONS, World
from game.story.guarding.guard import Guard
from game.story.guarding.inventions import invented
from game.story.sentences import sentences_for
from game.story.turn import Turn
from tests.story.guarding.stage import CHINESE, ENGLISH, MILL, MILL_ZH, reason_of, why

PLAIN = parse_world(MILL.replace("[world.voice]", "[world.voice]\nmay_invent = []"), name="mill.toml")
WET = parse_world(MILL.replace("[world.voice]", '[world.voice]\nmay_invent = ["weather"]'), name="mill.toml")
MILL_OPEN = MILL.replace("[world.voice]", "[world.voice]\nmay_invent = []").replace(
    "[place.yard]", "[place.yard]\ninvent = true"
)
PLAIN_ZH = parse_world(MILL_ZH.replace("[world.voice]", "[world.voice]\nmay_invent = []"), name="mill.zh.toml")


def test_without_the_key_all_harmless_kinds_may_be_added() -> None:
    assert ENGLISH.voice.may_invent == CHINESE.voice.may_invent == INVENTIONS


@pytest.mark.parametrize(
    "sentence",
    [
        "A thin rain begins to fall on the cobbles.",
        "The trough smells of moss.",
        "The wheel creaks.",
        "A gleam runs along the wet stone.",
        "Joan shrugs.",
    ],
)
def test_what_may_be_added_is_held_back_where_nothing_may(sentence: str) -> None:
    assert why(sentence) == ""
    assert reason_of(invented, sentence, world=PLAIN) == "thing"


def test_a_kind_that_is_listed_may_be_added() -> None:
    assert reason_of(invented, "A thin rain begins to fall.", world=WET) == ""
    assert reason_of(invented, "The wheel creaks.", world=WET) == "thing"


def test_what_the_author_says_is_no_invention() -> None:
    assert reason_of(invented, "Dust, and nine sacks in it.", "go in", "go up", world=PLAIN) == ""


def test_in_chinese_too() -> None:
    assert reason_of(invented, "院子里下起了小雨。", world=CHINESE) == ""
    assert reason_of(invented, "院子里下起了小雨。", world=PLAIN_ZH) == "thing"


def test_a_kind_that_there_is_not_is_refused() -> None:
    with pytest.raises(GameError, match="may_invent"):
        parse_world(MILL.replace("[world.voice]", '[world.voice]\nmay_invent = ["dragons"]'), name="mill.toml")


def test_what_was_made_up_for_ever_is_no_invention_any_more() -> None:
    smelling = parse_world(MILL_OPEN, name="mill.toml")
    made = apply(smelling, begin_run(smelling, 7).state, Invent("yard", "smell", "faint.soap")).state
    before, after = _guard(smelling, begin_run(smelling, 7).state), _guard(smelling, made)
    sentence = "A smell of soap hangs over the cobbles."
    assert before.scene(sentence) is not None
    assert after.scene(sentence) is None


def test_a_fixture_that_was_made_up_may_be_told_of() -> None:
    smelling = parse_world(MILL_OPEN, name="mill.toml")
    made = apply(smelling, begin_run(smelling, 7).state, Invent("yard", "fixture", "ring")).state
    assert _guard(smelling, begin_run(smelling, 7).state).scene("A ring is set between the cobbles.") is not None
    assert _guard(smelling, made).scene("A ring is set between the cobbles.") is None


def _guard(world: World, state: State) -> Guard:
    turn = Turn("wait", state, apply(world, state, Wait()), (), 0)
    return Guard(world, sentences_for("en"), turn)
