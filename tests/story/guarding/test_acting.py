"""Somebody who is named acts, or is only spoken of."""

from __future__ import annotations

import pytest

from game.story.guarding.acting import acts, is_pointed_at
from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.said import Said

EN, ZH = lexicon_of("en"), lexicon_of("zh")


def _acts(sentence: str, name: str) -> bool:
    said = Said(sentence, EN if sentence.isascii() else ZH)
    start = said.folded.index(name.lower())
    return acts(said, start, start + len(name))


@pytest.mark.parametrize(
    "sentence",
    [
        "Piet leans on the gate.",
        "Piet slowly leans on the gate.",
        "By the wheel stands Piet.",
        "Piet, red in the face, climbs down.",
        "Piet, whistling, ties a knot.",
        "Piet, who never hurries, is hurrying.",
        "Piet's hand closes on the rope.",
        "Piet in his wet coat waits by the door.",
    ],
)
def test_a_name_that_acts(sentence: str) -> None:
    assert _acts(sentence, "Piet")


@pytest.mark.parametrize(
    "sentence",
    [
        "Piet's boat is tied to the bank.",
        "Nobody but Piet would have tied it so.",
        "The bell is silent, and so would Piet be.",
        "The knot is like Piet, short and stubborn.",
        "The rope was tied by Piet.",
        "Piet is not here.",
        "Piet is nowhere to be seen.",
    ],
)
def test_a_name_that_is_only_spoken_of(sentence: str) -> None:
    assert not _acts(sentence, "Piet")


@pytest.mark.parametrize("sentence", ["皮特靠着门。", "门口站着皮特。", "皮特的手搭在绳子上。"])
def test_a_chinese_name_that_acts(sentence: str) -> None:
    assert _acts(sentence, "皮特")


@pytest.mark.parametrize("sentence", ["皮特的船系在岸边。", "这里没有皮特。", "绳结像皮特一样倔。", "皮特不在这里。"])
def test_a_chinese_name_that_is_only_spoken_of(sentence: str) -> None:
    assert not _acts(sentence, "皮特")


def test_a_speaker_points_at_who_is_here() -> None:
    said = Said("There's Piet at the door.", EN)
    assert is_pointed_at(said, 8, 12)
    assert not is_pointed_at(Said("I rowed with Piet for years.", EN), 13, 17)
