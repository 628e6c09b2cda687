"""What follows by itself: the order of scenes, quests and endings within one turn."""

from __future__ import annotations

import pytest

from game.rules.apply import begin_run
from game.rules.events import Changed, Ended, Given, QuestBegan, QuestDone, Refused, SceneBegan
from game.rules.world import World
from tests.kit import inn, play


def scene(name: str, when: str, *more: str) -> str:
    """Return the text of a scene without choices."""
    lines = ("[[scene]]", f'id = "{name}"', f'when = "{when}"', f'text = "{name}"', *more)
    return "\n".join(lines) + "\n"


def begun(world: World, *words: str) -> list[str]:
    """Return the scenes that begin in the last turn."""
    return [event.scene for event in play(world, *words).events if isinstance(event, SceneBegan)]


def test_of_equal_scenes_the_first_in_the_file_begins() -> None:
    world = inn(scene("one", "at(yard)") + scene("two", "at(yard)"))
    assert begun(world, "east") == ["one"]
    assert begun(world, "east", "wait") == ["two"]
    assert begun(world, "east", "wait", "wait") == []


def test_at_most_one_scene_begins_in_a_turn() -> None:
    world = inn(scene("one", "at(yard)", 'do = ["coins += 1"]') + scene("two", "coins == 4"))
    assert begun(world, "east") == ["one"]


@pytest.mark.parametrize(("effect", "left"), [("paid = true", ""), ("coins += 1", "bill")])
def test_what_is_told_in_passing_closes_the_open_scene_once_that_does_not_fit(effect: str, left: str) -> None:
    world = inn(scene("gift", "time == 1", "priority = 1", f'do = ["{effect}"]'))
    assert [play(world).state.scene, play(world, "wait").state.scene] == ["bill", left]


def test_a_scene_that_may_come_again_does() -> None:
    world = inn(scene("rain", "at(yard)", "once = false"))
    assert [begun(world, "east"), begun(world, "east", "wait")] == [["rain"], ["rain"]]


def test_no_scene_begins_while_only_looking() -> None:
    world = inn(scene("noise", "examined(lamp)", "priority = 3"))
    assert begun(world, "examine lamp") == []
    assert begun(world, "examine lamp", "wait") == ["noise"]


def test_what_a_scene_does_can_finish_a_quest_in_the_same_turn() -> None:
    world = inn(
        scene("gift", "at(yard)", 'do = ["coins = 9"]') + '[quest.rich]\nname = "r"\ngoal = "g"\ndone = "coins == 9"\n'
    )
    assert play(world, "east").events[-1] == QuestDone("rich")


def test_a_quest_can_begin_and_be_done_at_once() -> None:
    world = inn('[quest.easy]\nname = "e"\ngoal = "g"\nwhen = "at(yard)"\ndone = "at(yard)"\n')
    assert play(world, "east").events[-2:] == (QuestBegan("easy"), QuestDone("easy"))


def test_a_quest_that_has_not_begun_cannot_be_done() -> None:
    world = inn('[quest.later]\nname = "l"\ngoal = "g"\nwhen = "paid"\ndone = "at(yard)"\n')
    assert QuestDone("later") not in play(world, "east").events


def test_the_first_ending_that_fits_is_the_one() -> None:
    world = inn(
        '[[ending]]\nid = "b"\ntitle = "B"\nwhen = "at(yard)"\ntext = "b"\n'
        '[[ending]]\nid = "a"\ntitle = "A"\nwhen = "at(yard)"\ntext = "a"\n'
    )
    assert play(world, "east").events[-1] == Ended("b")


GATE = """
[thing.coin]
name = "coin"
at = "you"
[person.bert]
name = "Bert"
at = "yard"
[[person.bert.accepts]]
thing = "coin"
when = "time < 2"
"""
ASK = """
[[scene]]
id = "ask"
when = "at(yard)"
text = "Well?"
[[scene.choice]]
text = "Follow"
then = "deeper"
[[scene]]
id = "deeper"
when = "false"
text = "Deeper."
[[scene.choice]]
text = "Dig"
"""


def test_a_scene_that_another_leads_to_stays_open_in_its_place() -> None:
    world = inn(ASK)
    assert play(world, "east", "follow", "wait").state.scene == "deeper"
    assert play(world, "east", "follow", "dig").state.scene == ""
    assert play(world, "east", "follow", "west").state.scene == "bill"


def test_a_scene_with_nothing_left_to_choose_is_over_and_makes_way() -> None:
    chat = '[[scene]]\nid = "chat"\nwhen = "at(yard)"\ntext = "c"\n[[scene.choice]]\ntext = "Nod"\nstay = true\n'
    world = inn(chat + scene("later", "at(yard)"))
    assert begun(world, "east", "nod") == ["later"]
    assert begun(world, "east", "nod", "wait") == []


def test_a_scene_whose_choices_are_all_shut_makes_way_but_does_not_begin_again() -> None:
    shut = '[[scene]]\nid = "shut"\nwhen = "at(yard)"\ntext = "s"\n[[scene.choice]]\ntext = "Nod"\nwhen = "paid"\n'
    world = inn(shut + scene("later", "at(yard)"))
    assert [begun(world, "east"), begun(world, "east", "wait")] == [["shut"], ["later"]]


def test_a_deed_is_done_in_the_moment_it_was_offered() -> None:
    world = inn(GATE)
    assert play(world, "east", "give coin to bert").events[0] == Given("coin", "bert")
    assert play(world, "east", "wait", "give coin to bert").events[0] == Refused("give coin bert", "not_wanted")


def test_nothing_begins_after_the_end() -> None:
    world = inn(scene("late", "at(yard)") + '[[ending]]\nid = "b"\ntitle = "B"\nwhen = "at(yard)"\ntext = "b"\n')
    assert begun(world, "east") == []


def test_a_scene_can_end_the_story() -> None:
    world = inn(
        scene("fall", "at(yard)", 'do = ["paid = true"]')
        + '[[ending]]\nid = "b"\ntitle = "B"\nwhen = "at(yard) and paid"\ntext = "b"\n'
    )
    assert [type(event) for event in play(world, "east").events[-3:]] == [SceneBegan, Changed, Ended]


@pytest.mark.parametrize("seed", range(5))
def test_a_roll_is_the_same_again_and_another_on_another_turn(seed: int) -> None:
    world = inn(scene("dice", "at(yard)", "once = false", 'do = ["coins = roll(1000)"]'))
    assert play(world, "east", seed=seed).state.facts == play(world, "east", seed=seed).state.facts
    later = play(world, "east", "wait", seed=seed).state.facts["coins"]
    assert later != play(world, "east", seed=seed).state.facts["coins"]


def test_a_scene_can_move_the_player_at_the_very_beginning() -> None:
    world = inn(scene("swept", "time == 0", "priority = 9", 'do = ["place(you) = yard"]'))
    state = begin_run(world, 7).state
    assert (state.place, state.is_marked("visited", "yard")) == ("yard", True)
