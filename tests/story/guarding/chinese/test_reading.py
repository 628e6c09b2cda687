"""The dead are known by the names that the author's texts have of nobody in the world."""

from __future__ import annotations

from game.loader.load import parse_world
from tests.story.guarding.stage import CHINESE, MILL_ZH, moment_of

LORE = '[[lore]]\nwhen = "place(letter) == joan"\ntext = "车夫布兰·卡罗多年前淹死在水轮底下。"\n'


def test_a_name_of_nobody_is_that_of_the_dead() -> None:
    world = parse_world(MILL_ZH.replace("[[lore]]\nwhen", f"{LORE}[[lore]]\nwhen", 1), name="mill.zh.toml")
    assert moment_of(world=world).reading.dead == {"布兰·卡罗", "布兰"}
    assert not moment_of(world=CHINESE).reading.dead


def test_a_text_names_people_and_things() -> None:
    assert moment_of(world=CHINESE).reading.named_in("琼看着水槽。") == {"joan", "trough"}
