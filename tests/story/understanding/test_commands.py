"""One command: its verb, its nouns, and what must not be taken for one."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("pick the lamp up", "take lamp"),
        ("get hold of the tin lamp", "take lamp"),
        ("take the blue one", "take blue_jar"),
        ("have a closer look at the lamp", "examine lamp"),
        ("examine the crooked lamp", "examine lamp"),
        ("examine the old grandmother basket", "examine basket"),
        ("put the letter in the basket", "put letter basket"),
        ("put the letter down", "drop letter"),
        ("give her the letter", "give letter rose"),
        ("hand the letter over to Rose", "give letter rose"),
        ("turn the lamp on", "light lamp"),
        ("stand still", "wait"),
        ("nab the lamp", "take lamp"),
        ("have another look at the lamp", "examine lamp"),
        ("take the lamp off that hook", "take lamp"),
        ("take the battered old lamp by the fence", "take lamp"),
        ("look at the handle", "examine lamp"),
        ("read the date on the basket", "examine basket"),
        ("chuck the letter on the ground", "drop letter"),
        ("make Rose a present of the letter", "give letter rose"),
        ("what is the lamp made of?", "examine lamp"),
        ("look round the garden", "look"),
        ("stay perfectly still", "wait"),
        ("who is here?", "look"),
        ("wait for the rain to stop", "wait"),
        ("where am I?", "look"),
        ("拿灯", "take lamp"),
        ("把铁皮灯捡起来", "take lamp"),
        ("拿那个蓝罐子", "take blue_jar"),
        ("把书信放进篮子里", "put letter basket"),
        ("把书信给罗斯", "give letter rose"),
        ("给她书信", "give letter rose"),
        ("把铁皮灯点亮", "light lamp"),
        ("这盏灯，我仔细瞧瞧", "examine lamp"),
        ("我在哪儿？", "look"),
    ],
)
def test_verbs_take_their_nouns_in_the_ways_of_the_language(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("could you please take the lamp", "take lamp"),
        ("I think I'll take that lamp now", "take lamp"),
        ("OK, let's have a look at the basket then", "examine basket"),
        ("I would like to go into the parlour, please", "go in"),
        ("take the lamp so that I can see", "take lamp"),
        ("麻烦您帮我拿一下那盏铁皮灯好吗", "take lamp"),
        ("我想仔细看看那盏铁皮灯", "examine lamp"),
    ],
)
def test_what_is_polite_or_said_in_passing_changes_nothing(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize(
    "words",
    [
        "do not take the lamp",
        "don't take the tin lamp",
        "I'd rather not take the lamp",
        "take the lamp apart",
        "take everything but the lamp",
        "read Rose's mind",
        "throw the letter in the basket",
        "light the lamp with the letter",
        "should I take the lamp?",
        "what happens if I take the lamp?",
        "tell Rose to take the lamp",
        "Rose gives me the lamp",
        "take a deep breath",
        "climb the lamp",
        "take a picture of the lamp",
        "cut the handle off the lamp",
        "put the lamp away",
        "wander out into the marsh",
        "go home",
        "leave it hanging there",
        "ask Rose for her hand",
        "别拿铁皮灯",
        "我不想拿铁皮灯",
        "把铁皮灯拆开",
        "把书信扔进海里",
        "要不要拿铁皮灯",
    ],
)
def test_nothing_is_done_that_was_not_meant(words: str) -> None:
    assert meant(words) == "-"


@pytest.mark.parametrize("words", ["take the jar", "take jars", "give the letter", "examine", "拿罐子", "把书信给"])
def test_what_could_be_several_or_lacks_a_noun_is_asked_about(words: str) -> None:
    assert meant(words) == "?"


@pytest.mark.parametrize(
    ("words", "action"),
    [("examien the lamp", "examine lamp"), ("tkae lamp", "take lamp"), ("take the baskte", "take basket")],
)
def test_a_slip_is_mended(words: str, action: str) -> None:
    assert meant(words) == action


def test_in_chinese_one_wrong_character_of_a_long_name_is_mended() -> None:
    assert meant("拿铁皮登") == "take lamp"


@pytest.mark.parametrize("words", ["tear the letter", "bake the lamp", "loot the basket", "rook at the lamp"])
def test_no_verb_is_mended_into_another(words: str) -> None:
    assert meant(words) == "-"
