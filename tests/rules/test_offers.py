"""What people are open to: when it can be taken up, what comes of it, and what remembers it."""

from __future__ import annotations

import pytest

from game.errors import IllegalAction, WorldError
from game.rules.actions import Talk
from game.rules.apply import apply, begin_run, legal_actions
from game.rules.events import Agreed, Changed, Refused, Ruled
from game.rules.state import State
from game.rules.world import World
from tests.kit import inn, play

DISHES = """
[[person.anna.offers]]
id = "dishes"
text = "Offer to wash the dishes"
when = "not paid"
do = ["coins += 1"]
"""
WORLD = inn(DISHES)
TAKEN = Talk("anna", offer="dishes")


def open_in(world: World, state: State) -> list[str]:
    """Return the offers that can be taken up."""
    return [each.offer for each in legal_actions(world, state) if isinstance(each, Talk) and each.offer]


def test_an_open_offer_is_a_legal_action_where_the_person_is() -> None:
    assert open_in(WORLD, play(WORLD).state) == ["dishes"]
    assert open_in(WORLD, play(WORLD, "east").state) == []
    assert open_in(WORLD, play(WORLD, "pay her").state) == []


def test_taking_it_up_is_an_event_with_its_effects() -> None:
    outcome = apply(WORLD, begin_run(WORLD, 7).state, Talk("anna", words="Let me help.", offer="dishes"))
    assert outcome.events[:2] == (Agreed("anna", "dishes", "Let me help."), Changed("coins", 3, 4))
    assert outcome.state.is_marked("met", "anna")
    assert outcome.state.talks == {"anna": 1}


def test_it_is_taken_up_once_unless_it_says_otherwise() -> None:
    state = apply(WORLD, begin_run(WORLD, 7).state, TAKEN).state
    assert open_in(WORLD, state) == []
    with pytest.raises(IllegalAction):
        apply(WORLD, state, TAKEN)
    again = inn(DISHES + "once = false\n")
    assert open_in(again, apply(again, begin_run(again, 7).state, TAKEN).state) == ["dishes"]


def test_conditions_can_ask_for_it() -> None:
    world = inn(DISHES + '[[ending]]\nid = "fed"\ntitle = "Fed"\nwhen = "agreed(dishes)"\ntext = "Soup."\n')
    assert apply(world, begin_run(world, 7).state, TAKEN).state.ending == "fed"


def test_rules_see_it_as_talk_by_its_id() -> None:
    rule = '[[rule]]\nid = "wet"\nafter = "talk anna dishes"\ntell = "Suds."\n'
    world = inn(DISHES + rule)
    state = begin_run(world, 7).state
    assert Ruled("wet", "Suds.") in apply(world, state, TAKEN).events
    assert not any(isinstance(each, Ruled) for each in apply(world, state, Talk("anna")).events)


def test_a_rule_before_it_can_refuse_it() -> None:
    world = inn(DISHES + '[[rule]]\nbefore = "talk anna dishes"\nrefuse = "Not in that coat."\n')
    outcome = apply(world, begin_run(world, 7).state, TAKEN)
    assert outcome.refusal == Refused("talk anna + dishes", "not_now", "Not in that coat.")
    assert outcome.state.facts["coins"] == 3


def test_one_without_an_id_goes_by_its_number() -> None:
    world = inn('[[person.anna.offers]]\ntext = "Nod"\n')
    assert [*world.proposals] == ["anna.1"]
    assert open_in(world, begin_run(world, 7).state) == ["anna.1"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (DISHES.replace("not paid", "not payed"), "there is no fact or id 'payed'"),
        (DISHES.replace("coins += 1", "coin += 1"), "there is no fact 'coin'"),
        (DISHES.replace('"dishes"', '"lamp"'), "the id 'lamp' is already used"),
        (DISHES.replace("when =", "whn ="), "whn"),
        (DISHES + '[[rule]]\nafter = "wait"\ndo = ["agreed(dishes) = true"]\n', "cannot be set; it follows from"),
        (DISHES + '[[rule]]\nafter = "talk anna dish"\ntell = "x"\n', "nothing with the id 'dish'"),
    ],
)
def test_what_is_wrong_with_one_is_said(wrong: str, message: str) -> None:
    with pytest.raises(WorldError, match=message):
        inn(wrong)
