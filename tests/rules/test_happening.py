"""Scenes with weights and rests, choices that say why not, quests in stages."""

from __future__ import annotations

import pytest

from game.errors import WorldError
from game.rules.actions import Choose
from game.rules.apply import begin_run, legal_actions
from game.rules.events import QuestAdvanced, QuestDone, Refused, SceneBegan
from game.rules.views import goal_of, hints_of
from game.story.beats import beats_of
from game.story.offers import offers
from game.story.sentences import sentences_for
from tests.kit import inn, play, step

EN = sentences_for("en")
GULLS = inn("""
[[scene]]
id = "gull"
when = "at(yard)"
text = "A gull."
once = false
weight = 3
[[scene]]
id = "crow"
when = "at(yard)"
text = "A crow."
once = false
weight = 1
[[scene]]
id = "bell"
when = "at(cellar)"
text = "A bell."
once = false
cooldown = 3
""")


def began(seed: int) -> list[str]:
    played = play(GULLS, "east", *["wait"] * 20, seed=seed)
    return [event.scene for turn in played.turns for event in turn if isinstance(event, SceneBegan)][1:]


def test_scenes_of_equal_priority_are_drawn_by_their_weight() -> None:
    drawn = [scene for seed in range(20) for scene in began(seed)]
    assert began(3) == began(3)
    assert 2.0 < drawn.count("gull") / drawn.count("crow") < 4.5


def test_a_scene_rests_between_its_beginnings() -> None:
    played = play(GULLS, "take lamp", "down", *["wait"] * 7)
    turns = [
        n for n, turn in enumerate(played.turns) if any(isinstance(e, SceneBegan) and e.scene == "bell" for e in turn)
    ]
    assert turns == [2, 5, 8]


SHUT = inn("""
[[scene]]
id = "gate"
when = "at(yard)"
text = "A gate."
[[scene.choice]]
text = "Bribe the guard"
when = "coins >= 9"
refuse = "You would need nine coins; you have {coins}."
do = ["coins -= 9"]
[[scene.choice]]
text = "Vanish"
when = "coins >= 99"
[[scene.choice]]
text = "Leave it"
""")


def test_a_choice_with_a_refusal_is_offered_and_says_why_not() -> None:
    state = play(SHUT, "east").state
    shown = [offer.text for offer in offers(SHUT, EN, state)]
    assert shown[:2] == ["Bribe the guard", "Leave it"]
    outcome = step(SHUT, state, "bribe the guard")
    assert outcome.refusal == Refused("choose gate.1", "not_now", "You would need nine coins; you have 3.")
    assert outcome.state.scene == "gate"
    assert not outcome.state.is_marked("chosen", "gate.1")


def test_a_choice_without_one_is_not_even_seen() -> None:
    assert Choose("gate.2") not in legal_actions(SHUT, play(SHUT, "east").state)


ERRAND = inn("""
[quest.errand]
name = "The errand"
when = "true"
[[quest.errand.stage]]
goal = "Find the lamp."
done = "has(lamp)"
hints = ["Look about you.", "It is in the hall."]
[[quest.errand.stage]]
goal = "Take it down."
done = "at(cellar)"
finished = "Down at last."
hints = ["There is a cellar."]
""")


def told(*words: str) -> list[str]:
    *before, last = words
    state = play(ERRAND, *before).state
    return [beat.text for beat in beats_of(ERRAND, EN, state, step(ERRAND, state, last))]


def test_a_quest_goes_on_stage_by_stage() -> None:
    quest, start = ERRAND.quests["errand"], begin_run(ERRAND, 7).state
    assert goal_of(quest, start) == "Find the lamp."
    played = play(ERRAND, "take lamp")
    assert QuestAdvanced("errand", 1) in played.events
    assert goal_of(quest, played.state) == "Take it down."
    assert "The errand: Take it down." in told("take lamp")


def test_its_last_stage_ends_it() -> None:
    played = play(ERRAND, "take lamp", "down")
    assert played.events[-2:] == (QuestAdvanced("errand", 2), QuestDone("errand"))
    assert told("take lamp", "down")[-2:] == ["Down at last.", "Quest done: The errand."]


def test_hints_are_those_of_the_stage() -> None:
    quest = ERRAND.quests["errand"]
    assert hints_of(quest, begin_run(ERRAND, 7).state) == ("Look about you.", "It is in the hall.")
    assert hints_of(quest, play(ERRAND, "take lamp").state) == ("There is a cellar.",)


def test_a_quest_without_stages_needs_a_goal_and_an_end() -> None:
    with pytest.raises(WorldError, match=r"'goal' is missing(.|\n)*'done' is missing"):
        inn('[quest.idle]\nname = "Idle"\n')
