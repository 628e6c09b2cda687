"""Lorebooks as what a person knows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.imports.cards.deck import imported, lorebook, notes, person, v3


def knows(*entries: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the person knows from entries like that of the lens."""
    return list(person(v3(character_book=lorebook(*entries))).get("knows", []))


def lore(*entries: dict[str, Any]) -> list[str]:
    """Return the lore from such entries, and no scenario's."""
    return [
        each["text"] for each in imported(v3(scenario="", character_book=lorebook(*entries))).tables.get("lore", [])
    ]


def test_an_entry_is_known_by_its_keys() -> None:
    assert knows({"keys": ["the lens", "glass"]}) == [
        {
            "id": "mira_vane_the_lens",
            "topic": "the lens",
            "keys": ["the lens", "glass"],
            "text": "Smugglers cracked the lens.",
            "say": "Smugglers cracked the lens.",
        }
    ]


def test_entries_come_in_their_order_and_no_two_with_one_id() -> None:
    found = knows({"insertion_order": 2}, {"insertion_order": 1, "keys": ["lens", "b"]}, {"insertion_order": 3})
    assert [each["id"] for each in found] == ["mira_vane_lens", "mira_vane_lens_2", "mira_vane_lens_3"]
    assert found[0]["keys"] == ["lens", "b"]


def test_an_entry_that_is_always_there_is_lore() -> None:
    assert knows({"constant": True}, {"keys": []}) == []
    assert lore({"constant": True, "content": "It rains."}) == ["It rains."]


@pytest.mark.parametrize("off", [{"enabled": False}, {"content": "@@dont_activate\nSmugglers cracked the lens."}])
def test_an_entry_that_is_switched_off_is_closed(off: dict[str, Any]) -> None:
    [known] = knows(off)
    assert (known["when"], known["text"]) == ("false", "Smugglers cracked the lens.")
    assert "entry 1: it is switched off" in notes(v3(character_book=lorebook(off)))
    assert lore({**off, "constant": True}) == []


def test_an_entry_that_waits_for_turns_is_closed_until_then() -> None:
    [known] = knows({"content": "@@activate_only_after 5\n\nA ship."})
    assert (known["when"], known["text"]) == ("time >= 5", "A ship.")
    assert "@@" not in notes(v3(character_book=lorebook({"content": "@@activate_only_after 5\nA ship."})))


def test_a_key_that_hides_nothing_does_not_betray_what_is_closed() -> None:
    [known] = knows({"enabled": False, "keys": ["the lamp", "lens"]})
    assert (known["topic"], known["keys"]) == ("the lamp", ["lens"])


def test_decorators_are_no_words_and_are_noted() -> None:
    book = lorebook({"content": "@@depth 4\n@@@instruct_depth 5\nA ship.\n"})
    assert person(v3(character_book=book))["knows"][0]["text"] == "A ship."
    assert "does without" in notes(v3(character_book=book))


@pytest.mark.parametrize(
    "regex", [{"keys": ["/len(s|z)/i", "lens"]}, {"keys": ["len."], "use_regex": True, "name": "lens"}]
)
def test_keys_that_are_regular_expressions_are_left_out(regex: dict[str, Any]) -> None:
    assert knows(regex)[0]["topic"] == "lens"
    assert "regular expressions are left out" in notes(v3(character_book=lorebook(regex)))


def test_secondary_keys_are_noted() -> None:
    assert "secondary keys" in notes(v3(character_book=lorebook({"selective": True, "secondary_keys": ["oil"]})))


def test_an_entry_that_says_nothing_is_nothing() -> None:
    assert knows({"content": " \n"}, {"content": "@@depth 1"}, {"content": "{{// later}}"}) == []


def test_more_than_a_person_can_know_is_noted() -> None:
    book = lorebook(*[{}] * 120)
    assert len(person(v3(character_book=book))["knows"]) == 100
    assert "the first 100 of 120 entries" in notes(v3(character_book=book))


def test_what_is_said_is_short_and_its_braces_are_braces() -> None:
    [known] = knows({"content": "A {lens}. " * 100})
    assert len(known["text"]) > 400
    assert known["say"].startswith("A {{lens}}. ")
    assert len(known["say"].replace("{{", "{").replace("}}", "}")) <= 400
