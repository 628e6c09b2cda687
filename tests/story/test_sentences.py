"""The engine's own words, in every language it speaks."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
import tomli

from game.session.commands.table import COMMANDS
from game.story.sentences import echoed, has_language, sentence_keys, sentences_for

GAME = Path(__file__).parents[2] / "game"
TABLES = {
    name: tomli.loads(files("game.story").joinpath("languages", f"{name}.toml").read_text(encoding="utf-8"))
    for name in ("en", "zh")
}


def test_both_languages_have_the_same_sentences() -> None:
    for section in ("sentences", "help", "verbs", "directions", "or"):
        assert TABLES["en"][section].keys() == TABLES["zh"][section].keys()


def test_both_languages_fill_in_the_same_names() -> None:
    slots = re.compile(r"\{(\w+)\}")
    for key, sentence in TABLES["en"]["sentences"].items():
        assert set(slots.findall(sentence)) == set(slots.findall(TABLES["zh"]["sentences"][key])), key


def test_every_sentence_is_said_somewhere() -> None:
    source = "".join(each.read_text(encoding="utf-8") for each in GAME.rglob("*.py"))
    families = tuple(re.findall(r'f"([a-z_]+_)\{', source))  # "did_" of f"did_{verb}"
    unsaid = [key for key in TABLES["en"]["sentences"] if f'"{key}"' not in source]
    assert [key for key in unsaid if not key.startswith(families)] == []


def test_an_echo_is_cut_where_it_is_long() -> None:
    assert echoed("blah") == "blah"
    assert echoed("b" * 1_500) == "b" * 60 + "…"


def test_every_command_is_in_the_help() -> None:
    assert set(COMMANDS) | {"intro", "verbs"} == TABLES["en"]["help"].keys()


def test_a_world_overrides_a_sentence() -> None:
    assert sentences_for("en", {"waited": "The tide turns."}).say("waited") == "The tide turns."


def test_a_language_we_lack_falls_back_to_english() -> None:
    assert not has_language("xx")
    assert sentences_for("xx").say("waited") == "Time passes."


def test_somebody_without_a_capital_opens_a_sentence_with_one() -> None:
    sentences = sentences_for("en")
    assert sentences.say("here_person", person="the driver") == "The driver is here."
    assert sentences.say("here_thing", thing="lamp") == "The lamp is here."
    assert sentences.say("differs", name="coins", before=1, after=2) == "coins: 1 → 2"


def test_names_are_filled_in_as_plain_text() -> None:
    sentences = sentences_for("en", {"taken": "{thing.__class__} {unknown} {thing}"})
    assert sentences.say("taken", thing="{person}") == "{thing.__class__} {unknown} {person}"


@pytest.mark.parametrize(("options", "shown"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
def test_alternatives_read_like_speech(options: list[str], shown: str) -> None:
    assert sentences_for("en").alternatives(options) == shown


def test_keys_of_sentences_are_known_to_the_loader() -> None:
    assert "way_shut" in sentence_keys()
