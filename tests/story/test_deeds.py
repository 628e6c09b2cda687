"""What is remembered of events follows from them, in the language of the world."""

from __future__ import annotations

import pytest

from game.rules.events import (
    Changed,
    Chosen,
    Dropped,
    Ended,
    Event,
    Given,
    Handled,
    Looked,
    Moved,
    QuestAdvanced,
    QuestBegan,
    QuestDone,
    Refused,
    Revealed,
    SceneBegan,
    Taken,
    Talked,
    Waited,
)
from game.story.deeds import LASTING, PASSING, TELLING, deeds_of, standing
from game.story.sentences import sentences_for
from tests.kit import inn, play

WORLD = inn("""
[thing.chest]
name = "chest"
at = "hall"
holds = "in"
closed = false
[[secret]]
id = "tunnel"
text = "A tunnel leads to the abbey."
keys = ["abbey"]
[[scene]]
id = "weather"
when = "at(yard)"
text = "It rains."
""")
EN, ZH = sentences_for("en"), sentences_for("zh")


def told(*events: Event) -> list[str]:
    return [deed.full or deed.text for deed in deeds_of(WORLD, EN, events)]


@pytest.mark.parametrize(
    ("event", "deed"),
    [
        (Moved("hall", "yard", "east"), "You went to the yard."),
        (Talked("anna", ""), "You met Anna."),
        (Talked("anna", "", "is it late?", number=3), "You said to Anna: “is it late?”"),
        (Revealed("guest"), "Anna told you this: The guest upstairs is a bishop."),
        (Revealed("tunnel"), "You found this out: A tunnel leads to the abbey."),
        (Taken("lamp"), "You took the brass lamp."),
        (Dropped("lamp"), "You put the brass lamp down."),
        (Given("lamp", "anna"), "You gave Anna the brass lamp."),
        (Handled("close", "chest"), "You closed the chest."),
        (Handled("put", "lamp", "chest"), "You put the brass lamp in the chest."),
        (Changed("place(ring)", "nowhere", "you"), "You came by the ring."),
        (Changed("place(ring)", "you", "nowhere"), "You had the ring no longer."),
        (Chosen("pay"), "You chose “Pay her”."),
        (SceneBegan("bill", "Anna holds out a hand. She waits."), "Anna holds out a hand."),
        (QuestBegan("bed"), "There was this to do: A bed for the night."),
        (QuestAdvanced("bed", 1), "You got further with this: A bed for the night."),
        (QuestDone("bed"), "This was done: A bed for the night."),
        (Ended("sleep"), "The story ended: Sleep."),
    ],
)
def test_what_happened_is_said_in_a_sentence(event: Event, deed: str) -> None:
    assert told(event) == [deed]


@pytest.mark.parametrize(
    "event",
    [
        *(Looked("hall"), Waited(), Refused("go up", "way_shut"), SceneBegan("weather", "It rains.")),
        *(
            Talked("anna", "", number=1),
            Changed("paid", before=False, after=True),
            Changed("place(ring)", "you", "you"),
        ),
    ],
)
def test_nothing_is_made_of_what_changes_little(event: Event) -> None:
    assert told(event) == []


@pytest.mark.parametrize("event", [Taken("sword"), Talked("bob", ""), Revealed("gold"), Handled("put", "lamp", "sack")])
def test_what_the_world_has_lost_is_left_out(event: Event) -> None:
    assert told(event, Taken("lamp")) == ["You took the brass lamp."]


def test_in_short_it_is_said_what_was_talked_about() -> None:
    (deed,) = deeds_of(WORLD, EN, [Revealed("guest")])
    assert deed.text == "Anna told you about the guest."


def test_what_changes_with_the_state_is_never_told_as_it_may_not_have_read_then() -> None:
    known = '[[person.anna.knows]]\nid = "stairs"\ntopic = "the stairs"\nsay = "Mind them."\n'
    (deed,) = deeds_of(inn(known + 'text = "{paid: Mended. | Rotten.}"'), EN, [Revealed("stairs")])
    assert (deed.text, deed.full) == ("Anna told you about the stairs.", "")


def test_what_changed_the_story_weighs_most() -> None:
    events = (Moved("hall", "yard"), Taken("lamp"), Given("lamp", "anna"))
    assert [deed.weight for deed in deeds_of(WORLD, EN, events)] == [PASSING, TELLING, LASTING]


def test_of_a_thing_the_last_that_was_done_with_it_stands() -> None:
    events = (Taken("lamp"), Handled("open", "chest"), Dropped("lamp"), Taken("ring"), Handled("close", "chest"))
    stand = [deed.text for deed in standing(deeds_of(WORLD, EN, events))]
    assert stand == ["You put the brass lamp down.", "You took the ring.", "You closed the chest."]


def test_a_played_turn_is_remembered_by_what_it_came_to() -> None:
    played = play(WORLD, "take lamp", "give lamp to anna", "ask anna about the guest")
    found = [[deed.text for deed in deeds_of(WORLD, EN, events)] for events in played.turns[1:]]
    assert found == [
        ["You took the brass lamp."],
        ["You gave Anna the brass lamp."],
        ["You met Anna.", "Anna told you about the guest."],
    ]


def test_a_chinese_world_is_remembered_in_chinese() -> None:
    deeds = deeds_of(WORLD, ZH, [Taken("lamp"), Talked("anna", "")])
    assert [deed.text for deed in deeds] == ["你拿了brass lamp。", "你认识了Anna。"]
