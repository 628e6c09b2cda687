"""Examples as a model meets them: just as it does in play."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.apply import begin_run
from game.story.choosing.candidates import commands
from game.story.memory import Entry, Remembered
from game.story.model import Message
from game.story.prompt import choosing_question, line_request, scene_request, touch_request
from game.story.rewording.asking import retelling_request
from game.story.scene import scene_of, speaker_of
from game.story.sentences import sentences_for
from game.tune.examples import Ambience, Choosing, Example, Line, Retelling, Saying, Telling
from game.tune.render import exchanges
from tests.kit import inn
from tests.tune.made import AMBIENCE, CHOOSING, LINE, PLAYED, TELLING

WORLD = inn()
START = begin_run(WORLD, 7).state
ENGLISH = sentences_for("en")


def last_of(example: Example) -> str:
    (exchange,) = exchanges(example)
    return exchange.messages[-1].text


def test_a_touch_is_asked_for_as_in_play() -> None:
    scene = scene_of(WORLD, ENGLISH, START)
    example = Ambience(scene.place, scene.hour, scene.weather, scene.mood, "Rain falls.", indoors=scene.indoors)
    (exchange,) = exchanges(example)
    assert exchange.messages == touch_request(WORLD, scene, seed=1).messages


def test_a_line_is_asked_for_as_in_play() -> None:
    anna = speaker_of(WORLD, START, "anna")
    example = Line(f"{anna.name}, {anna.about}", anna.voice, anna.mood, anna.knows, "who are you?", '"Anna."')
    (exchange,) = exchanges(example)
    assert exchange.messages == line_request(WORLD, anna, "who are you?", (), seed=1).messages


def test_a_command_is_asked_for_as_in_play() -> None:
    can = commands(WORLD, ENGLISH, START)
    example = replace(CHOOSING, can=can, said=(Saying("whatever", can[0]),))
    (exchange,) = exchanges(example)
    assert exchange.messages == choosing_question("whatever", can).messages
    assert exchange.answer == can[0]


def test_words_that_mean_nothing_teach_nothing() -> None:
    assert [exchange.answer for exchange in exchanges(CHOOSING)] == ["Take the rope"]


def test_a_person_answers_without_quotation_marks() -> None:
    (exchange,) = exchanges(replace(LINE, tell='Odo shrugs. "Not today."'))
    assert exchange.answer == "Not today."


@pytest.mark.parametrize(("indoors", "walls"), [(None, "Indoors."), (True, "Indoors."), (False, "Outdoors.")])
def test_an_example_may_say_whether_it_is_indoors(indoors: bool | None, walls: str) -> None:
    assert last_of(replace(AMBIENCE, indoors=indoors)) == f"{walls} Hour: dusk. Weather: light rain. Mood: calm."


def test_what_was_played_is_asked_for_as_it_was() -> None:
    (exchange,) = exchanges(PLAYED)
    assert (exchange.messages, exchange.answer) == (PLAYED.asked, PLAYED.tell)


def test_a_retelling_is_asked_for_as_in_play() -> None:
    example = Retelling(WORLD.voice.style, "A dog sleeps by the stove.", ("dog", "stove"), "By the stove a dog sleeps.")
    (exchange,) = exchanges(example)
    assert exchange.messages == retelling_request(WORLD, example.text, seed=1).messages
    assert exchange.answer == example.tell


def test_a_scene_is_asked_for_as_in_play() -> None:
    world = replace(WORLD, about="", lore=())
    scene = replace(scene_of(world, ENGLISH, START), place=world.title, hour="", weather="", lore=(), details=())
    told = Remembered("", (Entry("", "Smoke stands over the roofs."),))
    asked = scene_request(world, told, "You wait.", ("You wait.",), scene, seed=1)
    example = Telling(
        style=world.voice.style,
        place=world.title,
        event="You wait.",
        see=scene.things,
        people=scene.people,
        carry=scene.carried,
        tell="You wait.",
        before="Smoke stands over the roofs.",
    )
    assert [each.messages for each in exchanges(example)] == [asked.messages]


def test_a_scene_holds_its_notes_after_what_was_told_before_it() -> None:
    (exchange,) = exchanges(replace(TELLING, before="Smoke stands over the roofs."))
    system, _, before, notes = exchange.messages
    assert "an interactive story, The Smithy." in system.text
    assert "Style: plain." in system.text
    assert before == Message("assistant", "Smoke stands over the roofs.")
    assert "Notes:\n- You enter the smithy.\nPlace: The Smithy. People here: Osric, smith, sulking." in notes.text
    assert exchange.answer == TELLING.tell


def test_trainers_read_a_prompt_and_its_completion() -> None:
    exchange = next(exchanges(CHOOSING))
    record = exchange.as_json()
    assert record["prompt"][-1] == {"role": "user", "content": "grab that rope"}
    assert record["completion"] == [{"role": "assistant", "content": "Take the rope"}]
    assert isinstance(CHOOSING, Choosing)
