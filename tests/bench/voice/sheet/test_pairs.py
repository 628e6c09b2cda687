"""Turns told by the author alone, and with what a model adds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.story.model import Request
from game.tune.pairs.pair import Pair
from tests.bench.voice.sheet import pairs
from tests.bench.voice.sheet.pairs import pairs_told
from tests.kit import inn
from tests.scripted import SeededModel

WORLDS = [inn()]


def said(request: Request) -> str:
    return "Fog lies on the water like wool. And" if request.slot == "touch" else "I have no idea. And"


def told(count: int) -> list[Pair]:
    return pairs_told(SeededModel(said), WORLDS, count)


def test_half_of_them_are_of_any_deed_and_half_of_talk() -> None:
    assert [each.kind for each in told(8)][4:] == ["line"] * 4
    assert len(told(8)) == 8


def test_a_touch_stands_after_the_authors_words() -> None:
    alone, blended = next(each.texts for each in told(8) if each.kind == "ambience")
    assert blended == f"{alone}\n\nFog lies on the water like wool."


def test_a_line_stands_in_the_place_of_the_authors() -> None:
    pair = told(2)[1]
    assert "“I have no idea.”" in pair.texts[1]
    assert "“I have no idea.”" not in pair.texts[0]
    assert "who keeps the inn" in dict(pair.given)["Anna"]


def test_what_was_given_tells_the_place_and_what_the_player_did_and_not_what_came_of_it() -> None:
    for each in told(8):
        given = dict(each.given)
        assert given["the player"]
        assert given["world"].startswith(WORLDS[0].title)
        assert not set(each.texts) & set(given.values())


def test_turns_in_which_a_model_adds_nothing_make_no_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "MOST", 12)
    assert pairs_told(SeededModel(lambda _: ""), WORLDS, 2) == []


def test_worlds_of_other_languages_are_left_out() -> None:
    worlds = [replace(inn(), id="other", title="Andere", language="de"), *WORLDS]
    found = pairs_told(SeededModel(said), worlds, 4)
    assert all(dict(each.given)["world"].startswith(WORLDS[0].title) for each in found)
