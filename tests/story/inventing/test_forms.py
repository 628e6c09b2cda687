"""The game's lists of words for details, and a world's own beside them or instead."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files

import pytest
import tomli

from game.rules.apply import RULES_VERSION
from game.story.clean import clean
from game.story.inventing.forms import forms_of, kinds_of

EN, ZH = forms_of("en", {}), forms_of("zh", {})
IDS = {3: "f60ca7f128a79c64"}
"""For each version of the rules, what names the ids of its lists: a run holds ids, and is played again by them."""


def test_the_lists_hold_the_same_ids_in_both_languages() -> None:
    assert {kind: list(form.details()) for kind, form in EN.items()} == {
        kind: list(form.details()) for kind, form in ZH.items()
    }


def test_no_id_is_changed_without_another_version_of_the_rules() -> None:
    named = sorted(
        f"{kind} {slot} {each}" for kind, form in EN.items() for slot in form.slots for each in form.slots[slot]
    )
    assert sha256("\n".join(named).encode()).hexdigest()[:16] == IDS[RULES_VERSION]


@pytest.mark.parametrize("forms", [EN, ZH], ids=["en", "zh"])
def test_every_word_is_one_line_and_said_once(forms: dict[str, object]) -> None:
    for form in (EN if forms is EN else ZH).values():
        for words in form.slots.values():
            assert len(set(words.values())) == len(words)
            assert all(each == clean(each).strip() and "\n" not in each and "{" not in each for each in words.values())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_lists_have_no_slot_that_no_sentence_has(language: str) -> None:
    lists = tomli.loads(files("game.story.inventing").joinpath(f"{language}.toml").read_text(encoding="utf-8"))
    said = tomli.loads(files("game.story").joinpath("languages", f"{language}.toml").read_text(encoding="utf-8"))
    for table in lists.values():
        for kind, slots in table.items():
            sentence = said["sentences"][f"detail_{kind}"]
            assert {slot for slot in ("how", "what") if f"{{{slot}}}" in sentence} == set(slots) - {"outdoors"}


def test_what_weather_leaves_is_found_outdoors_alone() -> None:
    assert "weather" in kinds_of("place")
    assert "weather" not in kinds_of("place", indoors=True)


def test_a_world_adds_words_of_its_own() -> None:
    smell = forms_of("en", {"smell": {"what": {"tar": "tar"}}})["smell"]
    assert smell.words("faint.tar") == {"how": "faint", "what": "tar"}
    assert smell.words("faint.moss") is not None


def test_a_world_puts_its_words_in_the_place_of_ours() -> None:
    smell = forms_of("en", {"smell": {"what": {"tar": "tar"}}}, frozenset({"smell"}))["smell"]
    assert smell.words("faint.tar") is not None
    assert smell.words("faint.moss") is None


def test_a_language_without_lists_has_the_kinds_that_a_world_gives_words_to() -> None:
    assert forms_of("fr", {}) == {}
    assert list(forms_of("fr", {"habit": {"what": {"hums": "fredonne"}}})) == ["habit"]
