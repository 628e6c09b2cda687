"""Secrets of a world, and a world's own words for verbs."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import WorldError
from game.session.opening import open_session
from game.story.guard import vocabulary_of
from game.story.memory import Remembered
from game.story.prompt import line_request, scene_request
from game.story.recollections import recollections
from game.story.scene import scene_of, speaker_of
from game.story.sentences import sentences_for
from tests.kit import Played, inn, play
from tests.scripted import ScriptedModel

EN = sentences_for("en")
KEPT = inn("""
[[secret]]
id = "tunnel"
text = "A tunnel leads to the abbey."
keys = ["abbey"]
[[secret]]
id = "rats"
text = "Rats came up it."
keys = ["rats"]
when = "visited(cellar)"
[[rule]]
after = "examine lamp"
do = ["revealed(tunnel) = true"]
[verbs]
take = ["nick"]
""")


def test_a_secret_is_in_no_prompt_before_it_is_revealed() -> None:
    assert scene_of(KEPT, EN, play(KEPT).state).lore == ()
    assert scene_of(KEPT, EN, play(KEPT, "look at lamp").state).lore == ("A tunnel leads to the abbey.",)


def test_its_condition_opens_it_too() -> None:
    assert scene_of(KEPT, EN, play(KEPT, "take lamp", "down").state).lore == ("Rats came up it.",)


def test_its_keys_are_kept_until_then() -> None:
    assert vocabulary_of(KEPT, play(KEPT).state).closed == {"abbey", "rats", "bishop"}
    assert vocabulary_of(KEPT, play(KEPT, "look at lamp").state).closed == {"rats", "bishop"}


def test_a_worlds_own_verb_is_understood() -> None:
    assert play(KEPT, "nick the lamp").state.where["lamp"] == "you"


def test_a_verb_that_the_game_lacks_is_refused() -> None:
    with pytest.raises(WorldError, match="there is no verb 'tak'"):
        inn('[verbs]\ntak = ["nick"]')


OFFERED = inn("""
[[person.anna.offers]]
id = "vow"
text = "Swear by the mitre"
keys = ["mitre"]
when = "trust(anna) >= 1"
say = "By the mitre, then."
do = ["revealed(relic) = true"]
[[secret]]
id = "relic"
text = "The relic is a thumb."
keys = ["thumb"]
""")
TRUSTED = ("take lamp", "give lamp to anna")


def prompts(played: Played) -> str:
    """Return all that a model is told where some words led: of the scene, and by whom Anna is spoken for."""
    world, state = OFFERED, played.state
    recalled = recollections(world, EN, state, "anna", played.past).briefly(" ")
    line = line_request(world, speaker_of(world, state, "anna"), "well?", (), seed=1, recalled=recalled)
    scene = scene_request(world, Remembered("", ()), "wait", [], scene_of(world, EN, state), seed=1)
    return " ".join(each.text for request in (line, scene) for each in request.messages)


def test_an_offer_is_in_no_prompt_before_it_is_taken_up() -> None:
    assert "mitre" not in prompts(play(OFFERED))
    assert "mitre" not in prompts(play(OFFERED, *TRUSTED))
    assert "mitre" in prompts(play(OFFERED, *TRUSTED, "anna, by the mitre"))


def test_what_an_offer_reveals_is_closed_until_then_and_open_for_ever() -> None:
    assert "thumb" not in prompts(play(OFFERED, *TRUSTED))
    assert "thumb" in prompts(play(OFFERED, *TRUSTED, "anna, by the mitre", "wait"))


def test_no_prompt_repeats_what_a_player_guessed_of_what_is_closed() -> None:
    guessed = prompts(play(OFFERED, "anna, is it a thumb?", "take lamp"))
    assert "You took the brass lamp." in guessed
    assert "thumb" not in guessed


WATCHED = inn("""
[person.bert]
name = "Bert"
at = "yard"
says = ["Wet."]
goals = [{ text = "to be left alone", when = "paid" }, "to find the cellar door"]
schedule = [{ at = "room", when = "time >= 2", leave = "Bert goes up.", arrive = "Bert comes up." }]
""")


def test_where_people_go_unseen_is_in_no_prompt(tmp_path: Path) -> None:
    model = ScriptedModel(["The night goes on."] * 20)
    session = open_session(WATCHED, tmp_path, model, run="test", seed=7, way="model")
    list(session.begin())
    for words in ("take lamp", "wait", "talk to anna", "wait"):
        list(session.submit(words))
        session.resting.result()
    assert session.state.where["bert"] == "room"
    told = " ".join(each.text for request in model.requests for each in request.messages)
    assert "Anna" in told
    assert "Bert" not in told
    session.close()


def test_a_goal_is_told_while_its_condition_holds() -> None:
    def asked(*words: str) -> str:
        request = line_request(WATCHED, speaker_of(WATCHED, play(WATCHED, *words).state, "bert"), "", (), seed=1)
        return request.messages[-1].text

    assert "left alone" not in asked()
    assert "to be left alone; to find the cellar door" in asked("pay her")
