"""Several commands in one line, and one about several things."""

from __future__ import annotations

import pytest

from game.story.sentences import sentences_for
from game.story.splitting import Line, split
from tests.story.understanding.cottage import WORLDS, after, done


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        ("take lamp", ["take lamp"]),
        ("take lamp, then go north", ["take lamp", "go north"]),
        ("take lamp. light it. go in", ["take lamp", "light lamp", "go in"]),
        ("take the lamp and light it; wait", ["take lamp", "light lamp", "wait"]),
        ("go north, but first take the lamp", ["take lamp", "go north"]),
        ("it is cold, put the hat on", ["take hat", "wear hat"]),
        ("拿铁皮灯，然后往北走", ["take lamp", "go north"]),
        ("拿起铁皮灯再往北走", ["take lamp", "go north"]),
        ("拿起铁皮灯放进篮子里", ["take lamp", "put lamp basket"]),
        ("拿起铁皮灯扔进海里", []),
    ],
)
def test_a_line_is_done_in_order(words: str, actions: list[str]) -> None:
    assert done(words) == actions


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        ("take lamp and hat", ["take lamp", "take hat"]),
        ("take everything but the lamp", ["take red_jar", "take blue_jar", "take basket", "take hat"]),
        ("take both jars", ["take red_jar", "take blue_jar"]),
        ("drop everything", ["drop letter"]),
        ("examine lamp and basket", ["examine lamp", "examine basket"]),
        ("拿铁皮灯和草帽", ["take lamp", "take hat"]),
        ("都拿上", ["take red_jar", "take blue_jar", "take lamp", "take basket", "take hat"]),
        ("除了铁皮灯都拿上", ["take red_jar", "take blue_jar", "take basket", "take hat"]),
    ],
)
def test_all_and_several_are_one_command_for_each(words: str, actions: list[str]) -> None:
    assert done(words) == actions


@pytest.mark.parametrize(
    ("words", "actions"),
    [
        ("take lamp and fly", []),
        ("take lamp. go south. go north", ["take lamp"]),
        ("fly, then take lamp", []),
        ("don't take the lamp and go north", []),
        ("should I take the lamp and go north?", []),
    ],
)
def test_it_stops_where_it_is_not_understood(words: str, actions: list[str]) -> None:
    assert done(words) == actions


@pytest.mark.parametrize(
    "words", ["Rose, take the lamp and go north", '"Take the lamp. Go north."', "Show her the letter"]
)
def test_speech_and_offers_are_one(words: str) -> None:
    world = WORLDS["en"]
    assert split(world, sentences_for("en"), after(world)[0], words) == (words,)


def test_a_line_says_where_it_stopped_and_what_is_left() -> None:
    world, sentences, line = WORLDS["en"], sentences_for("en"), Line("wait, fly, go north")
    line.rest = ["wait", "go north"]
    assert line.left(sentences) == "You leave it at that; what is left undone: “wait, go north”."
    line = Line("wait. go north")
    assert line.next(world, sentences, after(world)[0]) == "wait"
    assert line.stopped(sentences, "fly", "No.") == "You stop at “fly”. No."


def test_a_line_of_one_command_says_only_why() -> None:
    assert Line("fly").stopped(sentences_for("en"), "fly", "No.") == "No."


def test_a_line_ends_however_much_it_holds() -> None:
    world, line, count = WORLDS["en"], Line("wait. " * 300), 0
    while line.rest and count < 50:
        line.next(world, sentences_for("en"), after(world)[0])
        count += 1
    assert count < 50
