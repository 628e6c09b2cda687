"""Details as sentences: where they are told, in both languages, and that nothing else can be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.loader.load import parse_world
from game.rules.apply import apply, begin_run
from game.story.beats import beats_of
from game.story.inventing.wording import details_here, told_details, worded
from game.story.places import place_text
from game.story.prompt import line_request, scene_ask
from game.story.scene import scene_of, speaker_of
from game.story.sentences import sentences_for
from tests.inventive import HUMS, HUMS_SAID, MOSS, MOSS_SAID, YARD, yard
from tests.kit import step

WORLD, SENTENCES = yard(), sentences_for("en")
STATE = apply(WORLD, apply(WORLD, begin_run(WORLD, 7).state, MOSS).state, HUMS).state
IN_YARD = step(WORLD, STATE, "east").state


def told(words: str) -> str:
    """Return the author's words for a turn."""
    outcome = step(WORLD, STATE, words)
    return " ".join(each.text for each in beats_of(WORLD, SENTENCES, STATE, outcome))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_detail_is_a_whole_sentence(language: str) -> None:
    world = parse_world(YARD.replace('title = "The Inn"', f'title = "The Inn"\nlanguage = "{language}"'))
    sentences = sentences_for(language)
    for subject in ("yard", "anna"):
        for kind in (world.places.get(subject) or world.people[subject]).invent:
            for detail in world.details[kind].details():
                said = worded(world, sentences, subject, kind, detail)
                assert said[-1] in ".。"
                assert "{" not in said
                assert said[0] == said[0].upper()


def test_a_place_is_shown_with_its_details_at_once() -> None:
    assert f"Rain. {MOSS_SAID}" in told("east")
    assert place_text(WORLD, SENTENCES, IN_YARD, "yard").startswith(f"Rain. {MOSS_SAID}")


def test_a_closer_look_at_a_person_shows_theirs() -> None:
    assert told("examine anna") == HUMS_SAID


def test_a_person_with_a_look_of_their_own_has_details_beside_it() -> None:
    world = parse_world(YARD.replace('mood = "tired"', 'mood = "tired"\nlook = "Red hands."'))
    outcome = step(world, STATE, "examine anna")
    assert [each.text for each in beats_of(world, SENTENCES, STATE, outcome)] == [f"Red hands. {HUMS_SAID}"]


def test_what_is_made_up_can_be_told_by_itself() -> None:
    before = begin_run(WORLD, 7).state
    assert [each.text for each in beats_of(WORLD, SENTENCES, before, apply(WORLD, before, MOSS))] == [MOSS_SAID]


def test_only_what_is_here_is_known_here() -> None:
    assert details_here(WORLD, SENTENCES, STATE) == (HUMS_SAID,)
    assert details_here(WORLD, SENTENCES, IN_YARD) == (MOSS_SAID,)


def test_in_the_dark_there_are_none() -> None:
    world = parse_world(YARD.replace('look = "Rain."', 'look = "Rain."\ndark = true'))
    assert details_here(world, SENTENCES, IN_YARD) == ()
    assert MOSS_SAID not in place_text(world, SENTENCES, IN_YARD, "yard")


def test_the_narrator_is_told_of_them_in_every_turn_there() -> None:
    assert MOSS_SAID in scene_ask("wait", ["Time passes."], scene_of(WORLD, SENTENCES, IN_YARD))
    assert MOSS_SAID not in scene_ask("wait", ["Time passes."], scene_of(WORLD, SENTENCES, STATE))


def test_who_speaks_for_a_person_is_told_of_theirs() -> None:
    speaker = speaker_of(WORLD, STATE, "anna", details=tuple(told_details(WORLD, SENTENCES, STATE, "anna")))
    assert (
        "who keeps the inn. Anna hums when it is quiet."
        in line_request(WORLD, speaker, "", (), seed=1).messages[-1].text
    )


def test_a_world_words_them_as_it_likes() -> None:
    sentences = sentences_for("en", {"detail_smell": "You smelt {what}, {how}."})
    assert list(told_details(WORLD, sentences, STATE, "yard")) == ["You smelt moss, faint."]


def test_what_a_forged_state_says_is_told_nowhere() -> None:
    forged = replace(IN_YARD, details={"yard smell": "It smells of treason.", "anna past": "sea"})
    assert place_text(WORLD, SENTENCES, forged, "yard") == "Rain."
    assert details_here(WORLD, SENTENCES, forged) == ()
    assert worded(WORLD, SENTENCES, "yard", "smell", "It smells of treason.") == ""
