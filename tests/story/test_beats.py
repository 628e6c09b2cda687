"""Every turn can be told without a model."""

from __future__ import annotations

import pytest

from game.rules.apply import begin_run
from game.rules.state import State
from game.story.beats import Beat, beats_of
from game.story.sentences import sentences_for
from tests.kit import inn, play, step

WORLD = inn()


def told(*words: str, language: str = "en") -> tuple[Beat, ...]:
    """Return the beats of the last turn."""
    state = play(WORLD, *words[:-1]).state
    return beats_of(WORLD, sentences_for(language), state, step(WORLD, state, words[-1]))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("up",), "The stairs are barred."),
        (("take lamp",), "You take the brass lamp."),
        (("take table",), "It is bolted down."),
        (("examine lamp",), "It wants oil."),
        (("examine table",), "The oak table shows you nothing you had not seen."),
        (("examine anna",), "Anna looks back at you."),
        (("wait",), "Time passes."),
        (("take lamp", "drop lamp"), "You put the brass lamp down."),
        (("take lamp", "give lamp to anna"), "Anna hangs the lamp on its hook."),
        (("talk to anna",), "We are full."),
        (("talk to anna", "talk to anna"), "Mind the step."),
        (("talk to anna", "talk to anna", "talk to anna"), "We are full."),
        (("take lamp", "give lamp to anna", "ask anna about the guest"), "He is a bishop, that one."),
        (("pay her",), "She counts them twice."),
        (("look",), "The fire is out. The brass lamp is here. Anna is here."),
        (("east",), "Rain."),
    ],
)
def test_the_first_beat_of_a_turn(words: tuple[str, ...], text: str) -> None:
    assert told(*words)[0].text == text


def test_a_run_opens_with_the_authors_words_the_place_the_scene_and_then_the_quest() -> None:
    outcome = begin_run(WORLD, 7)
    beats = beats_of(WORLD, sentences_for("en"), outcome.state, outcome)
    assert [beat.kind for beat in beats] == ["opening", "place", "scene", "notice"]


def test_the_ending_comes_last() -> None:
    kinds = [beat.kind for beat in told("pay her", "wait", "up")]
    assert kinds == ["place", "notice", "ending"]


def test_trust_that_grows_is_told() -> None:
    assert told("take lamp", "give lamp to anna")[-1].text == "Anna trusts you a little more."


def test_a_line_knows_its_speaker_and_whether_it_is_free() -> None:
    free = told("anna, is it late?")[0]
    assert (free.speaker, free.heard, free.free) == ("anna", "anna, is it late?", True)
    bound = told("take lamp", "give lamp to anna", "ask anna about the guest")[0]
    assert (bound.speaker, bound.free) == ("anna", False)


def test_chinese_sentences_for_what_the_author_left_open() -> None:
    assert told("take lamp", language="zh")[0].text == "你拿起了brass lamp。"


def test_a_place_is_told_as_it_was_found_and_a_scene_as_it_began() -> None:
    world = inn(
        '[[scene]]\nid = "leak"\nwhen = "at(cellar)"\ndo = ["place(lamp) = cellar", "coins = 0"]\n'
        'text = [{ when = "coins == 0", text = "Too late." }, "It drips."]\n'
    )
    state = play(world, "take lamp").state
    beats = beats_of(world, sentences_for("en"), state, step(world, state, "down"))
    assert [beat.text for beat in beats] == ["Barrels.", "It drips."]


def test_a_text_sees_the_state_it_was_written_for() -> None:
    world = inn(
        '[[scene]]\nid = "x"\nwhen = "paid"\npriority = 9\ntext = [{ when = "coins == 1", text = "One left." }]\n'
    )
    state: State = begin_run(world, 7).state
    beats = beats_of(world, sentences_for("en"), state, step(world, state, "pay her"))
    assert [beat.text for beat in beats] == ["She counts them twice.", "One left."]


ROUND = """
[[scene]]
id = "song"
when = "at(yard)"
once = false
text = "Somebody sings{coins < 3: , flat}."
[[scene.choice]]
text = "Listen"
[[scene.choice]]
text = "Throw a coin"
do = ["coins -= 1"]
[[scene.choice]]
text = "Dance"
then = "dance"
[[scene]]
id = "dance"
when = "false"
once = false
text = "You dance."
[[scene.choice]]
text = "Bow"
then = "song"
"""


@pytest.mark.parametrize(
    ("words", "scenes"),
    [
        (("east",), ["Somebody sings."]),
        (("east", "listen"), []),  # it follows itself in the same words
        (("east", "throw a coin"), ["Somebody sings, flat."]),
        (("east", "dance"), ["You dance."]),
        (("east", "dance", "bow"), ["Somebody sings."]),
        (("east", "west", "east"), ["Somebody sings."]),
    ],
)
def test_a_scene_that_comes_again_is_told_again_unless_it_follows_itself_in_the_same_words(
    words: tuple[str, ...], scenes: list[str]
) -> None:
    world = inn(ROUND)
    state = play(world, *words[:-1]).state
    beats = beats_of(world, sentences_for("en"), state, step(world, state, words[-1]))
    assert [beat.text for beat in beats if beat.kind == "scene"] == scenes


def test_a_mood_that_changes_is_told_of_somebody_who_is_here() -> None:
    offer = '[[person.anna.offers]]\ntext = "Laugh"\nsay = "Hm."\ndo = ["mood(anna) = \'{}\'"]\n'
    for mood, told in (("cross", ["Anna is cross now."]), ("tired", []), ("", [])):
        world = inn(offer.format(mood))
        state = begin_run(world, 7).state
        beats = beats_of(world, sentences_for("en"), state, step(world, state, "laugh"))
        assert [each.text for each in beats if each.kind == "notice"] == told


def test_a_mood_that_changes_elsewhere_is_not_seen() -> None:
    world = inn('[[rule]]\nafter = "go east"\ndo = ["mood(anna) = \'cross\'"]\n')
    state = begin_run(world, 7).state
    beats = beats_of(world, sentences_for("en"), state, step(world, state, "east"))
    assert [each.text for each in beats if each.kind == "notice"] == []
