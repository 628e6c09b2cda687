"""A translation laid over a world: its texts, and nothing else of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import WorldError
from game.loader.diagnostics import Source
from game.loader.load import Project, build_project, languages_of, load_world
from game.loader.translate import untranslated
from game.rules.apply import begin_run
from tests.kit import INN

ZH = """
[world]
title = "客栈"
opening = "你浑身湿透。"
[place.hall]
name = "大厅"
look = ["火灭了。", "从不"]
exits.up.refuse = "楼梯拦着。"
[person.anna]
says = ["客满了。", "小心台阶。"]
[person.anna.knows.guest]
topic = "客人"
keys = ["主教"]
[person.anna.accepts.1]
tell = "安娜把灯挂上钩子。"
[scene.bill]
text = "安娜伸出手，要{coins}枚。"
[scene.bill.choice.pay]
text = "付钱"
[scene.bill.choice.2]
tell = "她叹气。"
[ending.sleep]
title = "睡"
[values]
night = "夜"
"""


def translated(text: str) -> Project:
    return build_project([Source("inn.toml", INN)], translation=Source("inn.zh.toml", text), language="zh")


def test_every_text_is_replaced_where_it_stands() -> None:
    world = translated(ZH).world
    assert world is not None
    state = begin_run(world, 7).state
    assert (world.title, world.language, world.places["hall"].look.read(state)) == ("客栈", "zh", "火灭了。")
    assert world.scenes["bill"].text.read(state) == "安娜伸出手，要3枚。"
    assert [choice.text for choice in world.scenes["bill"].choices] == ["付钱", "Ask for time"]
    assert world.scenes["bill"].choices[1].tell.read(state) == "她叹气。"
    assert world.people["anna"].accepts[0].tell.read(state) == "安娜把灯挂上钩子。"
    assert world.knowledge["guest"].keys == ("主教",)
    assert world.places["hall"].exits["up"].refuse.read(state) == "楼梯拦着。"


def test_an_offer_is_translated_by_its_id_or_its_number() -> None:
    offers = '[[person.anna.offers]]\nid = "vow"\ntext = "Vow"\nsay = "So."\n[[person.anna.offers]]\ntext = "Nod"\n'
    vow = '[person.anna.offers.vow]\ntext = "发誓"\nkeys = ["发誓"]\nsay = "好。"\n'
    words = vow + '[person.anna.offers.2]\ntext = "点头"\n'
    world = build_project(
        [Source("inn.toml", INN + offers.replace('say', 'keys = ["vow"]\nsay'))],
        translation=Source("inn.zh.toml", words), language="zh",
    ).world  # fmt: skip
    assert world is not None
    assert [each.text for each in world.proposals.values()] == ["发誓", "点头"]
    assert world.proposals["vow"].keys == ("发誓",)
    assert world.proposals["vow"].say.read(begin_run(world, 7).state) == "好。"


def test_goals_are_translated_with_and_without_a_condition() -> None:
    own = INN.replace('mood = "tired"', 'mood = "tired"\ngoals = ["sleep", { text = "rest", when = "paid" }]')
    words = '[person.anna]\ngoals = ["睡", "歇"]\n'
    project = build_project([Source("inn.toml", own)], translation=Source("inn.zh.toml", words), language="zh")
    assert project.world is not None
    assert [(each.text, each.when is None) for each in project.world.people["anna"].goals] == [
        ("睡", True),
        ("歇", False),
    ]


def test_the_rules_of_the_world_stay_as_they_were() -> None:
    own, other = build_project([Source("inn.toml", INN)]).world, translated(ZH).world
    assert own is not None
    assert other is not None
    assert own.digest == other.digest
    assert begin_run(own, 7).state == begin_run(other, 7).state


@pytest.mark.parametrize(
    ("wrong", "message", "line"),
    [
        ('[place.attic]\nname = "阁楼"', "nothing here to translate", 1),
        ('[place.hall]\nat = "x"', "nothing here to translate", 2),
        ('[thing.lamp]\nat = "yard"', "this is no text", 2),
        ('[place.hall]\nlook = ["一"]', "the world has 2 texts here", 2),
        ('[scene.bill.choice.9]\ntext = "九"', "nothing here to translate", 1),
        ('[scene.bill]\ntext = "要{coin}枚"', "no fact or id 'coin'", 2),
        ("[scene.bill]\ntext = 3", "should be a text", 2),
        ('[scene.bill\ntext = "x"', "expected", 1),
    ],
)
def test_what_does_not_fit_is_shown_in_the_translation(wrong: str, message: str, line: int) -> None:
    found = translated(wrong).report.sorted()
    assert [(each.file, each.line) for each in found] == [("inn.zh.toml", line)]
    assert message in found[0].message.lower()


def test_what_is_left_untranslated_is_known() -> None:
    left = untranslated(translated(ZH).merged)
    assert ("scene", 0, "choice", 1, "text") in left
    assert ("place", "hall", "look", 1, "text") not in left
    assert ("thing", "lamp", "name") in left
    assert ("thing", "lamp", "at") not in left


def test_a_world_is_loaded_in_another_language(tmp_path: Path) -> None:
    (tmp_path / "inn.toml").write_text(INN, encoding="utf-8")
    (tmp_path / "inn.zh.toml").write_text(ZH, encoding="utf-8")
    assert languages_of(tmp_path / "inn.toml") == ["zh"]
    assert load_world(tmp_path / "inn.toml", language="zh").title == "客栈"
    assert load_world(tmp_path / "inn.toml", language="en").title == "The Inn"
    with pytest.raises(WorldError, match="not translated into 'fr'; it is into: zh"):
        load_world(tmp_path / "inn.toml", language="fr")


def test_a_broken_world_says_what_is_wrong_with_it_rather_than_that_it_is_not_translated(tmp_path: Path) -> None:
    (tmp_path / "inn.toml").write_text(INN.replace("[place.hall]", "[place.hall"), encoding="utf-8")
    with pytest.raises(WorldError, match="W001"):
        load_world(tmp_path / "inn.toml", language="en")


@pytest.mark.parametrize("text", ["", "world = 1", "world = []", "[[world]]", "scene = [1]\n[world]\nid = 3"])
def test_what_is_no_world_is_refused_with_a_translation_too(text: str) -> None:
    project = build_project([Source("inn.toml", text)], translation=Source("inn.zh.toml", ZH), language="zh")
    assert project.world is None
    assert project.report.has_errors()
