"""What a player's words share with an action, before any model is asked."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.rules.actions import Action, Choose, Examine, Give, Go, Take, Talk, Wait
from game.rules.state import State
from game.rules.world import World
from game.story.choosing.bearing import Bearing
from game.story.choosing.candidates import abouts
from game.story.choosing.weights import worth
from game.story.sentences import sentences_for
from game.story.understanding.scope import Scope
from tests.kit import INN, inn, play

WORLD = inn()
STATE = play(WORLD).state


def bearing(words: str, action: Action, *, world: World = WORLD, state: State = STATE) -> dict[str, float]:
    """Return what words have to do with an action in the inn."""
    among = abouts(world, state)
    each = next(each for each in among if each.action == action)
    return Bearing(Scope(world, sentences_for("en"), state, words=words), among).features(each)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("nab the brass lamp", 1.0),
        ("nab the light", 1.0),
        ("nab the lamps", 0.7),
        ("nab it", 0.4),
        ("nab the moon", 0.0),
    ],
)
def test_a_thing_is_named_in_full_in_part_or_as_it(words: str, named: float) -> None:
    assert bearing(words, Take("lamp"))["named"] == named


def test_what_names_two_is_named_as_well_as_the_worse_of_them() -> None:
    state = play(WORLD, "take lamp").state
    both, one = (bearing(words, Give("lamp", "anna"), state=state) for words in ("brass lamp for anna", "brass lamp"))
    assert both["named"] == both["all named"] == 1.0
    assert one["named"] < 0.5
    assert one["all named"] == 0.0


def test_who_is_there_may_be_meant_without_a_name() -> None:
    assert bearing("who are you", Talk("anna"))["named"] > bearing("who is it", Talk("anna"))["named"] > 0


def test_what_the_author_tells_of_a_thing_explains_the_words() -> None:
    lamp, table = (bearing("does it want oil", Examine(each))["unexplained"] for each in ("lamp", "table"))
    assert lamp < table


def test_a_verb_is_known_in_the_words_of_the_language() -> None:
    assert bearing("collect brass", Take("lamp"))["verb"] == 1.0
    assert bearing("brass, please", Take("lamp"))["verb"] == 0.0


def test_the_verb_of_another_action_is_amiss() -> None:
    assert bearing("collect brass", Examine("lamp"))["amiss"] == 1.0
    assert bearing("collect brass", Take("lamp"))["amiss"] == bearing("brass", Examine("lamp"))["amiss"] == 0.0


def test_a_choice_is_held_by_words_that_mean_much_the_same() -> None:
    assert bearing("hand her something", Choose("pay"))["kin"] > bearing("sing her something", Choose("pay"))["kin"]


def test_what_else_is_named_is_stray() -> None:
    words = "the table and the brass lamp"
    assert bearing(words, Take("lamp"))["stray"] == 0.5
    assert bearing(words, Wait())["stray"] == 1.0


def test_what_no_rule_knows_is_beyond_all_but_a_choice_of_that() -> None:
    kissing = parse_world(INN.replace("Pay her", "Kiss her"), name="inn.toml")
    assert bearing("try to kiss anna", Talk("anna"), world=kissing)["beyond"] == 1.0
    assert bearing("try to kiss anna", Choose("pay"), world=kissing)["beyond"] == 0.0


def test_what_no_rule_knows_says_nothing_in_the_middle_of_a_sentence() -> None:
    assert bearing("break the lamp", Examine("lamp"))["beyond"] == 1.0
    assert bearing("what does the lamp break", Examine("lamp"))["beyond"] == 0.0


def test_a_question_is_rather_asked_or_looked_at_than_done() -> None:
    words = "what is this?"
    assert bearing(words, Examine("lamp"))["asked of a look"] == 1.0
    assert bearing(words, Talk("anna"))["asked of somebody"] == 1.0
    assert not any(value for name, value in bearing(words, Take("lamp")).items() if name.startswith("asked"))


def test_every_action_has_the_same_features() -> None:
    assert list(bearing("wait", Wait())) == list(bearing("go east", Go("east")))


def test_words_about_nothing_bear_on_nothing() -> None:
    among = abouts(WORLD, STATE)
    bearing = Bearing(Scope(WORLD, sentences_for("en"), STATE, words="asdf jkl"), among)
    assert max(worth(bearing.features(each)) for each in among) < 0
