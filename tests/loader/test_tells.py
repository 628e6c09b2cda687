"""Whom something is passed on to, as authors write it."""

from __future__ import annotations

import pytest

from game.errors import WorldError
from game.loader.diagnostics import Source
from game.loader.load import build_project
from game.rules.world import Tells
from tests.gossip import HOUSE, house

TELLS = 'tells = ["abel", { to = "wren", when = "loud", say = "They say it was no storm." }]'


def tells(written: str) -> tuple[Tells, ...]:
    """Return whom the lens is passed on to as it is written."""
    return house(f"tells = {written}", instead_of=TELLS).knowledge["lens"].tells


def test_an_id_is_enough() -> None:
    assert tells('["abel", "wren"]') == (Tells("abel"), Tells("wren"))


def test_a_table_says_when_and_how() -> None:
    [told] = tells('[{ to = "wren", when = "loud", say = ["One.", "Two."] }]')
    assert (told.to, told.when and told.when.source, len(told.say.variants)) == ("wren", "loud", 2)


def test_nothing_is_passed_on_unless_it_is_said() -> None:
    assert house("", instead_of=TELLS).knowledge["lens"].tells == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ('["abbel"]', "W012"),
        ('["hall"]', "W012"),
        ('[{ to = "abbel" }]', "W012"),
        ('[{ when = "loud" }]', "W003"),
        ('[{ to = "abel", wen = "loud" }]', "W003"),
        ('[{ to = "abel", when = "lowd" }]', "W012"),
        ('"abel"', "W003"),
    ],
)
def test_what_is_wrong_is_shown(written: str, code: str) -> None:
    with pytest.raises(WorldError, match=code):
        tells(written)


def test_a_misspelt_person_is_shown_where_they_stand() -> None:
    with pytest.raises(WorldError, match=r"there is no person 'abbel'[^^]*did you mean 'abel'|there is no person"):
        tells('["abbel"]')


def test_a_translation_words_it() -> None:
    zh = Source("house.zh.toml", '[person.mira.knows.lens.tells.2]\nsay = "听说不是风暴。"\n')
    world = build_project([Source("house.toml", HOUSE)], translation=zh, language="zh").world
    assert world is not None
    assert world.knowledge["lens"].tells[1].say.variants[0].text == "听说不是风暴。"
