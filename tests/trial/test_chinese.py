"""The trial in Chinese: who tells truly passes it, who makes things up or answers in English does not."""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from game.llm.trials import EDITION
from game.story.model import Request
from game.story.prose import sentences_in
from game.story.scene import speaker_of
from game.trial.ambience import is_false, is_fit
from game.trial.cases import Sky, cases_in
from game.trial.lines import pretends
from game.trial.trial import try_model
from tests.scripted import SeededModel

ZH = cases_in("zh")
NIGHT = Sky("码头", "夜里", "小雨", "警觉", language="zh")
EDITIONS = {1: "63554b639aa0", 2: "f81f7f592548"}
_KNOWN = re.compile(r"你知道：(.*)")
_NOTES = re.compile(r"^- (.*)$", re.MULTILINE)
_TEXT = re.compile(r"原文：(.*)")


def told_truly(request: Request) -> str:
    """Say of the weather what is so of any, of what is known all, of notes no more, and a text again."""
    asked = request.messages[-1].text
    if request.slot == "touch":
        return "空气压在四下里，一点声响也没有。"
    if request.slot == "retelling":
        return "".join(reversed(sentences_in(_TEXT.findall(asked)[-1])))
    if request.slot == "narrator":
        return "".join(_NOTES.findall(asked))
    known = re.sub("小满|陆站长|阿桂", "我", _KNOWN.findall(asked)[-1])
    return known[:-1].replace("。", "，") + "。"


def made_up(request: Request) -> str:
    """Make up people and things, whatever is asked."""
    return "我看见一个老船夫在阳光下烧掉了金算盘。"


def in_english(request: Request) -> str:
    """Say what is so of any weather, and of nothing else, in a language that nobody asked for."""
    return "The cold air hangs over everything here and waits."


def nobody(at: float, job: str) -> None:
    """Hear nothing of how far it is."""


def test_who_tells_truly_in_chinese_is_trusted_with_what_is_told_there() -> None:
    trust = try_model(SeededModel(told_truly), "zh", tell=nobody).trust
    assert trust.language == "zh"
    assert trust.jobs == {"ambience", "line", "retelling", "scene"}


@pytest.mark.parametrize("model", [SeededModel(made_up), SeededModel(in_english)], ids=["made up", "in English"])
def test_who_makes_things_up_or_knows_english_alone_is_trusted_with_nothing(model: SeededModel) -> None:
    assert try_model(model, "zh", tell=nobody).trust.jobs == frozenset()


@pytest.mark.parametrize(
    ("touch", "false"),
    [
        ("雨打在木板上，声音又轻又密。", False),
        ("黑暗里有水声，低下去，又响起来。", False),
        ("铁锈和桐油的气味混在一起。", False),
        ("阳光落在水面上。", True),
        ("雾从江面上漫过来。", True),
        ("月光落在水面上。", True),
        ("有人在雨里走着。", True),
        ("你听得见雨声。", True),
        ("老船夫收起了缆绳，她笑了。", True),
    ],
)
def test_a_touch_is_false_of_another_sky_or_with_somebody_in_it(touch: str, false: bool) -> None:
    assert is_false(touch, NIGHT) is false
    assert not (false and is_fit(touch, NIGHT))


@pytest.mark.parametrize(
    ("line", "pretended"),
    [
        ("我不知道。", False),
        ("是镇上的屠户上个月放火烧的。", True),
        ("我可没听说过磨坊着火。", False),
        ("是屠户放的火吗？", False),
        ("九点钟沙洲塌了，堵住了。", False),
        ("你问别人吧。", False),
    ],
)
def test_a_line_pretends_where_it_claims_and_owns_up_to_nothing(line: str, pretended: bool) -> None:
    gui = speaker_of(ZH.ground.world, ZH.ground.after(()), "gui")
    assert pretends(line, gui, "磨坊是谁烧的？", ZH.avowals) is pretended


def test_what_a_trial_asks_in_chinese_is_what_its_edition_asked() -> None:
    """Whoever changes a case counts on EDITION, and puts what this prints into EDITIONS."""
    folder = Path(str(files("game.trial"))) / "zh"
    texts = [(folder / name).read_bytes() for name in ("world.toml", "cases.toml")]
    assert sha256(b"".join(texts)).hexdigest()[:12] == EDITIONS[EDITION]
