"""What a prompt holds, and what it never holds."""

from __future__ import annotations

from dataclasses import replace

from game.rules.apply import begin_run
from game.rules.state import State
from game.story.memory import Entry, Remembered
from game.story.model import Request
from game.story.prompt import (
    line_prefix,
    line_request,
    scene_fixed,
    scene_request,
    settled_request,
    touch_prefix,
    touch_request,
    world_prefix,
)
from game.story.scene import scene_of, speaker_of
from game.story.sentences import sentences_for
from tests.kit import inn, play

WORLD = inn('[[lore]]\ntext = "The bishop snores."\nwhen = "revealed(guest)"\n')
START = begin_run(WORLD, 7).state
TRUSTED = play(WORLD, "take lamp", "give lamp to anna").state


def text_of(request: Request) -> str:
    return "\n".join(message.text for message in request.messages)


def scene_text(state: State) -> str:
    scene = scene_of(WORLD, sentences_for("en"), state)
    return text_of(scene_request(WORLD, Remembered("", ()), "look", ["The fire is out."], scene, seed=1))


def test_a_closed_secret_is_in_no_prompt() -> None:
    prompts = scene_text(START) + text_of(line_request(WORLD, speaker_of(WORLD, START, "anna"), "who?", [], seed=1))
    assert "bishop" not in prompts


def test_an_open_one_is_in_its_persons_prompt() -> None:
    assert "bishop" in text_of(line_request(WORLD, speaker_of(WORLD, TRUSTED, "anna"), "who?", [], seed=1))


def test_what_a_person_knows_reads_as_the_state_has_it() -> None:
    told = """[[person.anna.knows]]
id = "stairs"
topic = "the stairs"
text = ["Anna says that the stairs are {paid: mended | rotten}.", { when = "coins == 0", text = "never" }]
say = "Mind them."
"""
    world = inn(told)
    paid = START.but(facts={**START.facts, "paid": True})
    assert "the stairs are rotten." in text_of(line_request(world, speaker_of(world, START, "anna"), "", [], seed=1))
    assert "the stairs are mended." in text_of(line_request(world, speaker_of(world, paid, "anna"), "", [], seed=1))


def test_lore_that_always_holds_is_read_once_with_the_fixed_part() -> None:
    world = inn('[[lore]]\ntext = "The inn is old."\n')
    assert scene_fixed(world).text.endswith("\n\nKnown: The inn is old.")
    assert scene_of(world, sentences_for("en"), START).lore == ()


def test_lore_is_known_when_its_time_has_come() -> None:
    assert "snores" not in scene_text(TRUSTED)
    told = play(WORLD, "take lamp", "give lamp to anna", "ask anna about the guest").state
    assert "snores" in scene_text(told)


def test_what_is_elsewhere_is_not_in_a_scene() -> None:
    assert "ring" not in scene_text(START).split()
    assert "Anna" not in scene_text(play(WORLD, "east").state)


def test_a_scene_prompt_only_ever_grows() -> None:
    settled = settled_request(WORLD, Remembered("", (Entry("look", "The fire is out."),)))
    scene = scene_of(WORLD, sentences_for("en"), START)
    following = scene_request(WORLD, Remembered("", (Entry("look", "The fire is out."),)), "wait", [], scene, seed=1)
    assert following.messages[: len(settled.messages)] == settled.messages
    assert settled.max_tokens == 0


def test_a_touch_prompt_begins_with_the_part_that_is_read_once() -> None:
    request = touch_request(WORLD, scene_of(WORLD, sentences_for("en"), START), seed=1)
    assert request.messages[:-1] == touch_prefix("en").messages
    assert request.messages[-1].text == "Outdoors. Hour: night."


def test_every_run_and_every_person_begins_with_a_part_that_is_read_once() -> None:
    scene = scene_of(WORLD, sentences_for("en"), START)
    told = scene_request(WORLD, Remembered("", ()), "wait", [], scene, seed=1)
    said = line_request(WORLD, speaker_of(WORLD, START, "anna"), "and now?", [], seed=1)
    assert (told.messages[:-1], said.messages[:-1]) == (world_prefix(WORLD).messages, line_prefix("en").messages)
    assert world_prefix(WORLD).max_tokens == line_prefix("en").max_tokens == 0


def test_a_persons_history_is_their_own() -> None:
    request = line_request(
        WORLD, speaker_of(WORLD, START, "anna"), "and now?", [Entry("is it late?", "Past ten.")], seed=1
    )
    assert [message.text for message in request.messages[-3:-1]] == ["The traveller says: is it late?", "Past ten."]


def test_what_to_stay_away_from_is_a_line_of_this_turn_alone() -> None:
    scene = replace(scene_of(WORLD, sentences_for("en"), START), away=("spiders", "blood"))
    *fixed, last = scene_request(WORLD, Remembered("", ()), "look", ["Rain."], scene, seed=1).messages
    assert "\nStay away from: spiders, blood.\nTell it." in last.text
    assert "spiders" not in str(fixed)
    anna = replace(speaker_of(WORLD, START, "anna"), away=("spiders",))
    *fixed, last = line_request(WORLD, anna, "who?", [Entry("hi", "Hm.")], seed=1).messages
    assert "\nSay nothing of: spiders.\nThe traveller says: who?" in last.text
    assert "spiders" not in str(fixed)


def test_the_golden_scene_prompt() -> None:
    scene = scene_of(WORLD, sentences_for("en"), START)
    request = scene_request(WORLD, Remembered("- look: Dark.", ()), "take lamp", ["You take it."], scene, seed=1)
    assert request.messages[-1].text == (
        "The player: take lamp\n"
        "Notes:\n"
        "- You take it.\n"
        "Place: the hall. night. People here: Anna. Things here: brass lamp, oak table. The player carries: nothing.\n"
        "Tell it."
    )
    assert request.messages[0].text.endswith("Earlier:\n- look: Dark.")
