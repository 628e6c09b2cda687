"""The prompts of a Chinese world, word for word: the fixed part, the history, and what is true of one turn."""

from __future__ import annotations

from dataclasses import replace

from game.loader.load import parse_world
from game.rules.apply import begin_run
from game.story.memory import Entry, Remembered
from game.story.model import Message
from game.story.prompt import (
    check_request,
    inventing_question,
    is_denied,
    line_request,
    scene_history,
    scene_request,
    settled_line_request,
    touch_prefix,
    touch_request,
)
from game.story.scene import scene_of, speaker_of
from game.story.sentences import sentences_for
from game.story.tables import prompts_in
from tests.story.guarding.stage import MILL_ZH

VOICE = 'about = "一座磨坊，一场没人说得清的火。"\n[world.voice]\nstyle = "短句，第二人称"'
FACTS = '[facts]\nhour = "黄昏"\nweather = "小雨"\n[place.yard]\nmood = "不安"'
PERSON = 'aliases = ["磨坊主"]\nabout = "磨坊主"\nvoice = "慢，话少"\nmood = "警觉"'
WRITTEN = MILL_ZH.replace("[world.voice]", VOICE).replace("[place.yard]", FACTS)
WORLD = parse_world(WRITTEN.replace('aliases = ["磨坊主"]', PERSON), name="mill.zh.toml")
ZH = sentences_for("zh")
START = begin_run(WORLD, 7).state
SCENE = scene_of(WORLD, ZH, START)
JOAN = speaker_of(WORLD, START, "joan")
PAST = Remembered("你到了磨坊院子。", (Entry("看看四周", "水轮转着，一直在转。"),))


def test_the_golden_fixed_part_and_history() -> None:
    fixed, *turns = scene_history(WORLD, PAST)
    assert fixed.text == (
        "你是《磨坊》的讲述人，这是一个由玩家走下去的故事。一座磨坊，一场没人说得清的火。\n"
        "文风：短句，第二人称。\n"
        "每一回你会拿到几条记录。照记录的次序，用两到五句话把它讲出来。记录就是全部的实情：不添人，不添东西，"
        "不添出路，不添结果。称玩家为“你”，不替玩家说话、拿主意、动感情，也不替玩家做事。只写故事本身。\n\n"
        "已知：玩家是城里来的测量员。\n\n"
        "此前：\n你到了磨坊院子。"
    )
    assert turns == [Message("user", "看看四周"), Message("assistant", "水轮转着，一直在转。")]


def test_the_golden_notes_of_a_turn() -> None:
    scene = replace(SCENE, earlier=("你见过皮特。",), away=("火灾", "血"))
    request = scene_request(WORLD, PAST, "等一等", ["时间过去了一会儿。"], scene, seed=1)
    assert request.messages[-1].text == (
        "玩家：等一等\n"
        "记录：\n"
        "- 时间过去了一会儿。\n"
        "- 早先的事，如今都过去了：你见过皮特。\n"
        "地点：磨坊院子。黄昏，小雨。在场的人：琼。这里的东西：水槽。玩家带着：封好的信。\n"
        "避开不写：火灾、血。\n"
        "讲吧。"
    )
    assert "宛如" in request.sampling.banned
    assert "岁月静好" in request.sampling.banned


def test_the_golden_notes_where_nothing_is_and_nobody_speaks() -> None:
    bare = replace(SCENE, hour="", weather="", people=(), things=(), carried=())
    ask = scene_request(WORLD, PAST, "", ["水轮停了。"], bare, seed=1).messages[-1].text
    assert ask.startswith("玩家：故事开头。\n记录：\n- 水轮停了。\n")
    assert "地点：磨坊院子。在场的人：没有人。这里的东西：没有。玩家带着：没有。\n讲吧。" in ask


def test_the_golden_touch() -> None:
    request = touch_request(WORLD, SCENE, seed=1)
    assert request.messages[:-1] == touch_prefix("zh").messages
    assert request.messages[-1].text == "室外。时辰：黄昏。天气：小雨。心境：不安。"


def test_the_golden_line() -> None:
    joan = replace(
        JOAN,
        goals=("把口袋补完", "早点睡"),
        heard=(("皮特", "渡船不开了。"),),
        details=("琼有一绺白发。",),
        away=("血",),
    )
    history = [Entry("", "口袋要还我。")]
    request = line_request(WORLD, joan, "火是怎么起的？", history, seed=1, recalled="你替我捎过一封信。")
    assert request.messages[: len(settled_line_request("joan", history, language="zh").messages)] == (
        *prompt_examples(),
        Message("user", "旅人说：你好。"),
        Message("assistant", "口袋要还我。"),
    )
    assert request.messages[-1].text == (
        "你是琼，磨坊主。琼有一绺白发。口气：慢，话少；想要：把口袋补完；早点睡。心境：警觉。"
        "你知道：你听皮特说过：渡船不开了。旅人的事，你会当面这样说：“你替我捎过一封信。”\n"
        "别提：血。\n旅人说：火是怎么起的？"
    )


def prompt_examples() -> tuple[Message, ...]:
    """Return what every line's prompt begins with."""
    return settled_line_request("joan", [], language="zh").messages


def test_who_knows_nothing_is_told_so() -> None:
    ask = line_request(WORLD, JOAN, "", [], seed=1).messages[-1].text
    assert "你知道：没有什么帮得上忙的。\n旅人说：你好。" in ask
    assert "保险金" not in ask


def test_a_check_is_asked_and_answered_in_chinese() -> None:
    request = check_request(["蜘蛛", "血"], "水轮转着。", language="zh")
    assert "绝不读到这些：蜘蛛、血。" in request.messages[0].text
    answers = ("否", "否。", "没有", "是", "不好说", "no", "")
    assert [is_denied(each, language="zh") for each in answers] == [True, True, True, False, False, False, False]


def test_a_detail_is_weighed_in_chinese() -> None:
    question = inventing_question("", ["这里有一股隐约的灰尘气味。"], language="zh")
    assert question.messages[0].text == prompts_in("zh")["inventing"]["system"]
    assert question.messages[-1].text == "……"


def test_no_english_word_is_in_a_chinese_prompt() -> None:
    requests = (
        scene_request(WORLD, PAST, "等一等", ["时间过去了。"], SCENE, seed=1),
        touch_request(WORLD, SCENE, seed=1),
        line_request(WORLD, JOAN, "", [Entry("", "嗯。")], seed=1),
        check_request(["血"], "水轮转着。", language="zh"),
    )
    texts = "".join(message.text for request in requests for message in request.messages)
    assert [each for each in texts if each.isascii() and each.isalpha()] == []
