"""What may ever happen."""

from __future__ import annotations

import pytest

from tests.authoring.logic.worlds import survey

SHUT = """
[thing.{0}]
name = "{0}"
at = "hall"
portable = false
refuse = "No."
holds = "in"
closed = true
locked = true
key = "{1}"
[thing.{1}]
name = "{1}"
at = "{2}"
"""


def test_what_is_locked_is_had_where_its_key_is() -> None:
    assert survey().happens("has(coin)")
    assert not survey(SHUT.format("box", "wire", "box")).happens("has(wire)")
    assert survey(SHUT.format("box", "wire", "yard")).happens("open(box)")


GOSSIP = """
[[person.anna.knows]]
id = "well"
topic = "the well"
when = "level > 9"
text = "It is dry."
say = "Dry."
tells = [{{ to = "bert", when = "{}" }}]
[person.bert]
name = "Bert"
at = "hall"
"""


def test_what_is_kept_from_the_player_may_be_heard_from_another() -> None:
    assert survey(GOSSIP.format("paid")).happens("revealed(well)")
    assert survey(GOSSIP.format("paid")).happens("heard(well)")
    assert not survey(GOSSIP.format("level > 9")).happens("revealed(well)")


def test_keys_that_lie_in_each_others_boxes_are_never_had() -> None:
    both = SHUT.format("box", "wire", "case") + SHUT.format("case", "hook", "box")
    assert not survey(both).happens("has(wire)")
    assert survey(both + '[[rule]]\nwhen = "time > 1"\ndo = ["locked(case) = false"]').happens("has(hook)")


@pytest.mark.parametrize(
    ("more", "mark"),
    [
        ('[[rule]]\nafter = "wait"\ndo = ["place(you) = loft"]\n', "visited(loft)"),
        ('[[rule]]\nafter = "wait"\ndo = ["place(table) = you"]\n', "has(table)"),
        ('[[rule]]\nafter = "wait"\ndo = ["place(anna) = cellar"]\n', "met(anna)"),
    ],
)
def test_effects_bring_people_and_things(more: str, mark: str) -> None:
    assert survey(more + '[place.loft]\nname = "loft"\nlook = "Hay."\n').happens(mark)


def test_places_that_lead_only_to_each_other_are_not_come_to() -> None:
    isle = '[place.{0}]\nname = "{0}"\nlook = "Sand."\nexits = {{ east = "{1}" }}\n'
    isles = isle.format("isle", "reef") + isle.format("reef", "isle")
    assert not survey(isles).happens("visited(isle)")


def test_a_fact_stays_as_it_is_while_nothing_that_changes_it_happens() -> None:
    world = survey(
        '[[rule]]\nwhen = "has(table)"\ndo = ["level = 5"]\n[[scene]]\nid = "up"\ntext = "Up."\nwhen = "level == 5"'
    )
    assert not world.happens("seen(up)")
    assert {step.name for step in world.may.blocked} >= {"seen(up)"}


def test_somebody_who_is_nowhere_is_met_by_nobody() -> None:
    ghost = '[person.ghost]\nname = "Ghost"\nat = "nowhere"\nsays = ["Boo."]\n'
    assert not survey(ghost).happens("met(ghost)")
    assert survey(ghost + 'schedule = [{ at = "hall", when = "time > 3" }]').happens("met(ghost)")


def test_a_quest_goes_stage_by_stage() -> None:
    stage = '[[quest.climb.stage]]\ngoal = "Up."\ndone = "{}"\n'
    quest = '[quest.climb]\nname = "Climb"\n' + stage + stage.format("paid")
    assert survey(quest.format("visited(room)")).happens("done(climb)")
    assert not survey(quest.format("has(table)")).happens("done(climb)")
