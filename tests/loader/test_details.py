"""Leave to make details up, and words for them, as authors write it."""

from __future__ import annotations

import pytest

from game.errors import WorldError
from game.loader.diagnostics import Source
from game.loader.load import build_project, build_world, parse_world
from game.rules.world import World
from tests.kit import INN, inn

PLACE = ("smell", "sound", "wear", "weather", "fixture")
PERSON = ("habit", "mark", "garment", "past")
LOFT = '[place.loft]\nname = "the loft"\nlook = "Straw."\n'
LIZ = '[person.liz]\nname = "Liz"\nat = "yard"\n'


def loft(more: str) -> World:
    """Return the inn with a loft and something more of it."""
    return inn(LOFT + more)


def test_it_is_off_unless_it_is_asked_for() -> None:
    world = loft("invent = false\n")
    assert {each.invent for table in (world.places, world.people) for each in table.values()} == {()}


def test_true_is_every_kind_that_a_place_or_a_person_can_have() -> None:
    assert loft("invent = true\n").places["loft"].invent == PLACE
    assert inn(LIZ + "invent = true\n").people["liz"].invent == PERSON


def test_weather_leaves_nothing_indoors_unless_the_author_wants_it() -> None:
    assert "weather" not in loft("indoors = true\ninvent = true\n").places["loft"].invent
    assert loft('indoors = true\ninvent = ["weather"]\n').places["loft"].invent == ("weather",)


def test_a_list_is_these_kinds_alone() -> None:
    assert loft('invent = ["sound", "smell"]\n').places["loft"].invent == ("sound", "smell")


@pytest.mark.parametrize("wrong", ['"smell"', '["habit"]', '["gossip"]', "1"])
def test_another_value_is_refused(wrong: str) -> None:
    with pytest.raises(WorldError, match="W003"):
        loft(f"invent = {wrong}\n")


@pytest.mark.parametrize(
    "wrong",
    [
        '[details.gossip]\nwhat = { a = "b" }\n',
        '[details.smell]\nwhere = { a = "b" }\n',
        '[details.smell]\nwhat = { "A.b" = "b" }\n',
        '[details.smell]\nwhat = { a = "" }\n',
        '[details.smell]\nwhat = { a = "two\\nlines" }\n',
    ],
)
def test_words_in_another_form_are_refused(wrong: str) -> None:
    with pytest.raises(WorldError, match="W003"):
        inn(wrong)


def test_words_of_the_world_stand_beside_ours_or_instead() -> None:
    beside = inn('[details.smell]\nwhat = { tar = "tar" }\n').details["smell"]
    instead = inn('[details.smell]\ninstead = true\nwhat = { tar = "tar" }\n').details["smell"]
    assert list(instead.slots["what"]) == ["tar"]
    assert set(beside.slots["what"]) > {"tar", "moss"}
    assert instead.slots["how"] == beside.slots["how"]


def test_several_files_may_add_words() -> None:
    more = [
        Source("b.toml", '[details.smell.what]\ntar = "tar"\n'),
        Source("c.toml", '[details.sound.what]\nsea = "x"\n'),
    ]
    world = build_world([Source("a.toml", INN), *more])
    assert world.details["smell"].words("faint.tar")
    assert world.details["sound"].words("all_the_time.sea")


def test_a_translation_words_them_by_the_same_ids() -> None:
    text = INN + '[details.smell]\nwhat = { tar = "tar" }\n'
    zh = Source("inn.zh.toml", '[details.smell]\nwhat = { tar = "焦油" }\n')
    world = build_project([Source("inn.toml", text)], translation=zh, language="zh").world
    assert world is not None
    assert world.details["smell"].words("faint.tar") == {"how": "隐约", "what": "焦油"}


def test_a_language_without_words_makes_nothing_up() -> None:
    french = INN.replace('start = "hall"', 'start = "hall"\nlanguage = "fr"') + '[sentences]\nwaited = "x"\n' + LOFT
    assert parse_world(french + "invent = true\n").places["loft"].invent == ()
