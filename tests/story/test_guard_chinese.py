"""What a model may be heard saying in Chinese: lengths in characters, no spaces to find words by, and no capitals."""

from __future__ import annotations

import pytest

from game.rules.apply import begin_run
from game.story.guard import claiming_words, claims_nothing, fits_line, fits_touch, vocabulary_of
from game.story.jobs import usable_lines, usable_touches
from game.story.scene import scene_of, speaker_of
from game.story.sentences import sentences_for
from tests.story.guarding.stage import CHINESE

STATE = begin_run(CHINESE, 7).state
WORDS = vocabulary_of(CHINESE, STATE)
SCENE = scene_of(CHINESE, sentences_for("zh"), STATE)
JOAN = speaker_of(CHINESE, STATE, "joan")
RECENT = ["雨打着瓦片，声音又急又密。"]


@pytest.mark.parametrize(
    "text", ["雾贴着水面慢慢过来。", "空气里有一股淡淡的霉味……", "潮水一层一层地退下去，越退越远！"]
)
def test_a_touch_that_fits(text: str) -> None:
    assert fits_touch(text, WORDS, RECENT)


@pytest.mark.parametrize(
    "text",
    [
        "雾贴着水面慢慢",
        "雾很低。",
        "雾贴着水面过来。空气很冷。",
        "你听见水声慢慢低下去。",
        "有人在雾里咳了一声。",
        "她的影子落在水面上。",
        "琼身边的空气很冷。",
        "铁钥匙在雾里发着光。",
        "雾里有一股保险金的气味。",
        "雾像是在说：“回去。”",
        "天气：雾贴着水面过来。",
        "雾贴着水面过来 <|im_end|>。",
        "雾贴着水面慢慢过来，" * 5 + "很冷。",
        "雨打着瓦片，声音又急又密。",
        "雨打着瓦片，又冷又轻。",
    ],
)
def test_a_touch_that_does_not(text: str) -> None:
    assert not fits_touch(text, WORDS, RECENT)


@pytest.mark.parametrize(
    "text", ["口袋要还我。", "不知道，你问别人吧。", "磨完就来拿呗。", "我只管磨面。别的我不管。", "水轮停了，轴断了。"]
)
def test_a_line_that_fits(text: str) -> None:
    assert fits_line(text, WORDS, "琼")


@pytest.mark.parametrize(
    "text",
    [
        "我知",
        "嗯。",
        "水轮转着，面粉落满一地。",
        "琼说我不知道。",
        "我不知道。你走吧。别再来。",
        "我说：“不知道。”",
        "「我不知道。」",
        "我拿的是保险金。",
        "我说过了，" * 20 + "真的。",
    ],
)
def test_a_line_that_does_not(text: str) -> None:
    assert not fits_line(text, WORDS, "琼")


@pytest.mark.parametrize("text", ["这个我不知道。", "给我什么我就磨什么，你放心。", "口袋要还我，记得吧。"])
def test_a_line_of_common_words_and_the_speakers_own_claims_nothing(text: str) -> None:
    assert claims_nothing(text, JOAN, WORDS)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("我昨晚去过谷仓。", ["谷仓"]),
        ("走私船是我看见的。", ["私船"]),
        ("他来过这里，我看见了。", ["他"]),
        ("我磨。", ["磨"]),
    ],
)
def test_what_is_neither_common_nor_their_own_is_named(text: str, claimed: list[str]) -> None:
    assert claiming_words(text, JOAN) == claimed
    assert not claims_nothing(text, JOAN, WORDS)


def test_a_line_with_a_name_claims_something() -> None:
    assert not claims_nothing("皮特来过。", JOAN, WORDS)


def test_a_small_model_is_held_to_the_lists_and_a_trusted_one_is_not() -> None:
    touches = ["风压着屋顶，又松开。", "风压着教堂的钟楼，又松开。"]
    assert usable_touches(touches, SCENE, WORDS, [], trusted=False) == touches[:1]
    assert usable_touches(touches, SCENE, WORDS, [], trusted=True) == touches
    lines = ["这个我不知道。", "我昨晚去过镇上。"]
    assert usable_lines(lines, JOAN, WORDS, [], trusted=False) == lines[:1]
    assert usable_lines(lines, JOAN, WORDS, [], trusted=True) == lines
