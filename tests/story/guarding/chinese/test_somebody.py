"""What the player did is not told as his, hers or a traveller's."""

from __future__ import annotations

import pytest

from game.loader.load import parse_world
from game.story.guarding.voice import misvoiced
from tests.story.guarding.stage import CHINESE, MILL_ZH, reason_of

TAKEN = ("往里", "往上", "拿铁钥匙")


@pytest.mark.parametrize("sentence", ["他取下铁钥匙，揣好。", "测量师取下了铁钥匙。", "那人拿起铁钥匙看了看。"])
def test_the_players_deed_as_anothers(sentence: str) -> None:
    assert reason_of(misvoiced, sentence, *TAKEN, world=CHINESE) == "person"


def test_what_others_do_is_theirs() -> None:
    world = parse_world(MILL_ZH.replace("琼在补一只口袋。", "琼在补一只口袋，她没有抬头。"), name="mill.zh.toml")
    assert not reason_of(misvoiced, "她把口袋翻过来，抖了抖灰。", world=world)
