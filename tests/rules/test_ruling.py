"""The author's rules: before and after actions, and as time passes."""

from __future__ import annotations

import pytest

from game.errors import WorldError
from game.loader.load import parse_world
from game.rules.actions import Take
from game.rules.apply import apply, begin_run
from game.rules.events import Refused, Ruled, Taken
from game.rules.world import World
from game.story.beats import beats_of
from game.story.sentences import sentences_for
from tests.kit import INN, inn, play, step

GUARDED = inn("""
[[rule]]
before = "take lamp"
when = "not revealed(guest) and trust(anna) < 1"
refuse = "Anna clears her throat."
do = ["coins -= 1"]
[[rule]]
id = "dust"
after = ["examine", "take"]
unless = ["take ring"]
tell = "Dust rises."
once = true
[[rule]]
when = "coins == 1"
do = ["hour = 'morning'"]
tell = "It grows light."
""")


def texts(*words: str) -> list[str]:
    """Return how the last of some words is told."""
    *before, last = words
    state = play(GUARDED, *before).state
    return [beat.text for beat in beats_of(GUARDED, sentences_for("en"), state, step(GUARDED, state, last))]


def test_a_rule_before_an_action_refuses_it_in_the_authors_words() -> None:
    outcome = step(GUARDED, play(GUARDED).state, "take lamp")
    assert outcome.refusal == Refused("take lamp", "not_now", "Anna clears her throat.")
    assert outcome.state.where["lamp"] == "hall"
    assert texts("take lamp") == ["Anna clears her throat."]


def test_what_a_refusing_rule_does_stays_done() -> None:
    assert play(GUARDED, "take lamp").state.facts["coins"] == 2


def test_a_rule_after_an_action_follows_it_once() -> None:
    assert texts("look at table") == ["The oak table shows you nothing you had not seen.", "Dust rises."]
    assert "Dust rises." not in texts("look at table", "look at table")


def test_a_rule_waits_for_time_to_pass() -> None:
    assert play(GUARDED, "take lamp", "take lamp").state.facts["hour"] == "morning"
    assert "It grows light." in texts("take lamp", "take lamp")
    assert play(GUARDED, "take lamp", "look").state.facts["hour"] == "night"


def test_unless_keeps_a_rule_away() -> None:
    world = inn('[[rule]]\nafter = "any"\nunless = ["look", "take lamp"]\ndo = ["coins += 1"]')
    state = play(world, "look", "take lamp").state
    assert state.facts["coins"] == 3
    assert step(world, state, "wait").state.facts["coins"] == 4


def test_a_refused_action_is_followed_by_no_rule() -> None:
    world = inn('[[rule]]\nafter = "any"\ndo = ["coins += 1"]')
    assert play(world, "take table").state.facts["coins"] == 3
    assert play(world, "up").state.facts["coins"] == 3


def test_rules_come_in_the_authors_order() -> None:
    outcome = apply(inn('[[rule]]\nid="b"\nafter="take"\n[[rule]]\nid="a"\nafter="take lamp"'), START, Take("lamp"))
    assert outcome.events[:3] == (Taken("lamp"), Ruled("b"), Ruled("a"))


START = begin_run(inn(), 7).state


@pytest.mark.parametrize(
    ("pattern", "message", "hint"),
    [
        ("tke lamp", "there is no verb 'tke'", "take"),
        ("take lmp", "there is nothing with the id 'lmp'", "lamp"),
    ],
)
def test_a_misnamed_pattern_is_located(pattern: str, message: str, hint: str) -> None:
    with pytest.raises(WorldError, match=f"{message}(.|\n)*did you mean '{hint}'"):
        inn(f'[[rule]]\nbefore = "{pattern}"\nrefuse = "No."')


KIND = """
[[scene]]
id = "beggar"
when = "at(yard)"
text = "A beggar holds out a cap."
[[scene.choice]]
text = "Give a coin"
tags = ["mercy", "cost"]
[[scene.choice]]
id = "spit"
text = "Spit in it"
[[rule]]
after = "choose #mercy"
do = ["kindness += 1"]
[[rule]]
before = "choose #cost"
when = "coins == 0"
refuse = "You have nothing."
[[rule]]
after = "choose"
unless = "choose #mercy"
do = ["kindness -= 1"]
"""


def kind_inn(more: str = "") -> World:
    """Return the inn with a beggar in its yard."""
    return parse_world(INN.replace("[facts]", "[facts]\nkindness = 0") + KIND + more)


@pytest.mark.parametrize(("choice", "kindness"), [("give a coin", 1), ("spit in it", -1)])
def test_a_rule_may_name_choices_by_their_tag(choice: str, kindness: int) -> None:
    assert play(kind_inn(), "east", choice).state.facts["kindness"] == kindness


def test_a_tagged_choice_can_be_refused_by_its_tag() -> None:
    world = kind_inn('[[rule]]\nbefore = "choose #mercy"\nrefuse = "Not today."\n')
    assert step(world, play(world, "east").state, "give a coin").refusal is not None
    assert step(world, play(world, "east").state, "spit in it").refusal is None


def test_a_tag_that_no_choice_has_is_located_with_the_nearest() -> None:
    with pytest.raises(WorldError, match=r"no choice has the tag 'mercie'(.|\n)*did you mean 'mercy'"):
        kind_inn('[[rule]]\nafter = "choose #mercie"\ndo = ["kindness += 1"]\n')


def test_only_choices_have_tags() -> None:
    with pytest.raises(WorldError, match="only choices have tags"):
        kind_inn('[[rule]]\nafter = "take #mercy"\ndo = ["kindness += 1"]\n')
