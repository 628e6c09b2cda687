"""What actions do: verbs, scenes, quests, endings, refusals."""

from __future__ import annotations

from collections import deque

import pytest

from game.errors import IllegalAction
from game.rules.actions import Action, Choose, Give, Go, Take, Talk
from game.rules.apply import apply, begin_run, legal_actions
from game.rules.events import (
    Chosen,
    Dropped,
    Ended,
    Given,
    Moved,
    QuestBegan,
    QuestDone,
    Refused,
    Revealed,
    SceneBegan,
    Taken,
    Talked,
    Waited,
)
from game.rules.state import State, format_state
from game.rules.world import World
from tests.kit import inn, play


def test_a_run_begins_where_the_world_says_with_its_first_scene_and_quest() -> None:
    outcome = begin_run(inn(), 7)
    assert outcome.state.place == "hall"
    assert outcome.events[2:] == (QuestBegan("bed"), SceneBegan("bill", "Anna holds out a hand."))


def test_a_locked_door_says_why() -> None:
    played = play(inn(), "up")
    assert played.events == (Refused("go up", "way_shut", "The stairs are barred."),)
    assert (played.state.place, played.state.turn) == ("hall", 1)


def test_an_open_door_lets_through() -> None:
    assert Moved("hall", "room", "up") in play(inn(), "pay her", "up").events


def test_a_hidden_way_is_not_there_until_its_time() -> None:
    world = inn()
    assert Go("down") not in legal_actions(world, play(world).state)
    assert Go("down") in legal_actions(world, play(world, "take lamp").state)


def test_taking_moves_a_thing_and_dropping_puts_it_here() -> None:
    world = inn()
    taken = play(world, "take lamp")
    assert (taken.events, taken.state.where["lamp"]) == ((Taken("lamp"),), "you")
    dropped = play(world, "take lamp", "east", "drop lamp")
    assert (dropped.events, dropped.state.where["lamp"]) == ((Dropped("lamp"),), "yard")


def test_a_fixed_thing_says_why_it_stays() -> None:
    assert play(inn(), "take table").events == (Refused("take table", "not_portable", "It is bolted down."),)


def test_a_thing_that_cannot_be_noticed_cannot_be_taken() -> None:
    world = inn()
    assert Take("ring") not in legal_actions(world, play(world, "east").state)


def test_looking_and_examining_take_no_time_but_are_turns() -> None:
    state = play(inn(), "look", "examine lamp").state
    assert (state.turn, state.time) == (2, 0)
    assert state.is_marked("examined", "lamp")


def test_waiting_takes_time() -> None:
    played = play(inn(), "wait")
    assert (played.events, played.state.time) == ((Waited(),), 1)


def test_talking_counts_and_is_remembered() -> None:
    played = play(inn(), "talk to anna", "talk to anna")
    assert played.events == (Talked("anna", "", "", 1),)
    assert played.state.is_marked("met", "anna")


def test_a_secret_cannot_be_asked_for_before_its_time() -> None:
    world = inn()
    assert Talk("anna", "guest") not in legal_actions(world, play(world).state)


def test_a_secret_is_revealed_once_with_its_effects() -> None:
    world = inn()
    first = play(world, "take lamp", "give lamp to anna", "ask anna about the guest")
    assert Revealed("guest") in first.events
    assert first.state.trust["anna"] == 2
    again = play(world, "take lamp", "give lamp to anna", "ask anna about the guest", "ask anna about the guest")
    assert again.state.trust["anna"] == 2
    assert Revealed("guest") not in again.events


def test_a_person_takes_what_they_want_and_refuses_the_rest() -> None:
    given = play(inn(), "take lamp", "give lamp to anna")
    assert given.events[0] == Given("lamp", "anna")
    assert given.state.where["lamp"] == "anna"
    world = inn('[thing.coin]\nname = "coin"\nat = "you"\n')
    assert play(world, "give coin to anna").events == (Refused("give coin anna", "not_wanted"),)


def test_a_choice_ends_its_scene_unless_it_stays() -> None:
    world = inn()
    stayed = play(world, "ask for time").state
    assert stayed.scene == "bill"
    assert [action for action in legal_actions(world, stayed) if isinstance(action, Choose)] == [Choose("pay")]
    assert play(world, "ask for time", "pay her").state.scene == ""


def test_a_scene_left_without_a_choice_begins_again_on_return() -> None:
    played = play(inn(), "east", "west")
    assert SceneBegan("bill", "Anna holds out a hand.") in played.events


def test_a_scene_is_over_once_its_choice_was_taken() -> None:
    world = inn("[[path]]\nname = 'x'\nchoose = []\n")
    state = play(world, "pay her", "east", "west").state
    assert state.is_marked("over", "bill")
    assert state.scene == ""


HELD = """
[[scene]]
id = "thief"
when = "at(yard)"
hold = true
priority = 5
text = "A hand in your pocket!"
[[scene.choice]]
text = "Shout"
then = "caught"
[[scene]]
id = "caught"
when = "false"
text = "He runs."
do = ["coins -= 1"]
"""


def test_a_holding_scene_allows_nothing_else() -> None:
    world = inn(HELD)
    assert legal_actions(world, play(world, "east").state) == (Choose("thief.1"),)


def test_a_choice_can_lead_to_a_scene_that_would_not_begin_by_itself() -> None:
    played = play(inn(HELD), "east", "shout")
    assert played.events[:2] == (Chosen("thief.1"), SceneBegan("caught", "He runs."))
    assert played.state.facts["coins"] == 2


def test_a_scene_of_higher_priority_comes_first() -> None:
    world = inn('[[scene]]\nid = "fire"\npriority = 1\nwhen = "at(hall)"\ntext = "Fire!"\n')
    assert play(world).state.is_marked("seen", "fire")
    assert not play(world).state.is_marked("seen", "bill")


def test_a_scene_without_choices_leaves_the_open_scene_open() -> None:
    world = inn('[[scene]]\nid = "bang"\nwhen = "time == 1"\npriority = 1\ntext = "A door bangs."\n')
    state = play(world, "wait").state
    assert state.is_marked("seen", "bang")
    assert state.scene == "bill"


def test_a_holding_scene_without_an_open_choice_lets_go() -> None:
    world = inn(
        '[[scene]]\nid = "trap"\nwhen = "at(yard)"\nhold = true\ntext = "Snap."\n'
        '[[scene.choice]]\ntext = "Pull"\nwhen = "has(lamp)"\n'
    )
    state = play(world, "east", "wait").state
    assert state.is_marked("over", "trap")
    assert Go("west") in legal_actions(world, state)


def test_a_quest_is_done_when_its_condition_holds() -> None:
    assert QuestDone("bed") in play(inn(), "pay her", "up").events


def test_an_ending_ends_everything() -> None:
    world = inn()
    played = play(world, "pay her", "wait", "up")
    assert played.events[-1] == Ended("sleep")
    assert legal_actions(world, played.state) == ()


def test_an_illegal_action_is_refused_by_raising() -> None:
    world = inn()
    with pytest.raises(IllegalAction, match="give lamp anna"):
        apply(world, begin_run(world, 7).state, Give("lamp", "anna"))


def test_what_a_player_says_never_changes_what_happens() -> None:
    world = inn()
    state = begin_run(world, 7).state
    silent, loud = apply(world, state, Talk("anna")), apply(world, state, Talk("anna", "", "burn the inn down"))
    assert format_state(silent.state) == format_state(loud.state)


def test_same_world_seed_and_actions_give_the_same_state() -> None:
    words = ("take lamp", "ask for time", "pay her", "down", "up")
    assert format_state(play(inn(), *words).state) == format_state(play(inn(), *words).state)


def perft(world: World, state: State, depth: int) -> int:
    """Count the different states within depth actions, as chess programs count positions."""
    seen = {format_state(state)}
    ahead: deque[tuple[State, int]] = deque([(state, 0)])
    while ahead:
        current, far = ahead.popleft()
        for action in legal_actions(world, current) if far < depth else ():
            after = apply(world, current, action).state
            if format_state(after) not in seen:
                seen.add(format_state(after))
                ahead.append((after, far + 1))
    return len(seen)


def test_the_number_of_reachable_states_is_pinned() -> None:
    world = inn()
    assert [perft(world, begin_run(world, 7).state, depth) for depth in (1, 2, 3)] == [11, 64, 263]


def test_every_legal_action_can_be_applied() -> None:
    world = inn()
    pending: list[tuple[State, Action]] = [(s, a) for s in [begin_run(world, 7).state] for a in legal_actions(world, s)]
    for state, action in pending:
        after = apply(world, state, action)
        for following in legal_actions(world, after.state):
            apply(world, after.state, following)
