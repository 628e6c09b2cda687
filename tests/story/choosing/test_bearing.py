"""What a player's words share with an action, before any model is asked."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.rules.actions import Action, Choose, Examine, Give, Go, Take, Talk, Wait
from game.rules.state import State
from game.rules.world import World
from game.story.choosing.bearing import WEIGHTS, Bearing
from game.story.choosing.candidates import abouts
from game.story.sentences import sentences_for
from tests.kit import INN, inn, play

WORLD = inn()
STATE = play(WORLD).state


def bearing(words: str, action: Action, *, world: World = WORLD, state: State = STATE) -> dict[str, float]:
    """Return what words have to do with an action in the inn."""
    among = abouts(world, state)
    each = next(each for each in among if each.action == action)
    return Bearing(sentences_for("en"), words, among).features(each)


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
    both, one = (
        bearing(words, Give("lamp", "anna"), state=state)["named"] for words in ("brass lamp for anna", "brass lamp")
    )
    assert both == 1.0
    assert one < 0.5


def test_who_is_there_may_be_meant_without_a_name() -> None:
    assert bearing("who are you", Talk("anna"))["named"] > bearing("who is it", Talk("anna"))["named"] > 0


def test_what_the_author_tells_of_a_thing_is_heard() -> None:
    assert bearing("does it want oil", Examine("lamp"))["told"] > bearing("does it want oil", Examine("table"))["told"]


def test_a_word_that_is_told_of_all_says_little() -> None:
    common, rare = (bearing(words, Go("east"))["told"] for words in ("brass hall", "yard hall"))
    assert rare > common


def test_a_verb_is_known_in_the_words_of_the_language() -> None:
    assert bearing("collect brass", Take("lamp"))["verb"] == 1.0
    assert bearing("brass, please", Take("lamp"))["verb"] == 0.0


def test_what_no_rule_knows_is_beyond_all_but_a_choice_of_that() -> None:
    kissing = parse_world(INN.replace("Pay her", "Kiss her"), name="inn.toml")
    assert bearing("try to kiss anna", Talk("anna"), world=kissing)["beyond"] == 1.0
    assert bearing("try to kiss anna", Choose("pay"), world=kissing)["beyond"] == 0.0


def test_what_no_rule_knows_says_nothing_in_the_middle_of_a_sentence() -> None:
    assert bearing("break the lamp", Examine("lamp"))["beyond"] == 1.0
    assert bearing("what does the lamp break", Examine("lamp"))["beyond"] == 0.0


@pytest.mark.parametrize("words", ["what happens if I light the lamp?", "I don't take the lamp", "should I light it"])
def test_what_is_only_thought_of_is_doubted(words: str) -> None:
    assert bearing(words, Take("lamp"))["doubted"] == 1.0
    assert bearing("I had better take it", Take("lamp"))["doubted"] == 0.0


def test_a_verb_may_have_its_noun_between_its_parts() -> None:
    verbs = {"take": ("pick … up",)}
    among = abouts(WORLD, STATE)
    lamp = next(each for each in among if each.action == Take("lamp"))
    phrases = ("pick that lamp right up", "pick that lamp")
    heard = [Bearing(sentences_for("en", verbs=verbs), each, among).features(lamp)["verb"] for each in phrases]
    assert heard == [1.0, 0.0]


@pytest.mark.parametrize(("words", "is_one"), [("what is this", 1.0), ("the lamp?", 1.0), ("see what this is", 0.0)])
def test_a_question_is_rather_asked_or_looked_at_than_done(words: str, is_one: float) -> None:
    assert bearing(words, Examine("lamp"))["asked"] == is_one
    assert bearing(words, Take("lamp"))["not asked"] == is_one


def test_every_feature_has_a_weight() -> None:
    assert list(bearing("wait", Wait())) == list(WEIGHTS)


def test_words_about_nothing_bear_on_nothing() -> None:
    among = abouts(WORLD, STATE)
    bearing = Bearing(sentences_for("en"), "asdf jkl", among)
    assert max(map(bearing.on, among)) < 0.5
