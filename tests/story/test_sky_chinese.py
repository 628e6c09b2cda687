"""What a small model may say of the weather in Chinese: words of the list alone, and none of another sky."""

from __future__ import annotations

import pytest

from game.story.sky import is_sayable


@pytest.mark.parametrize(
    ("text", "hour", "weather"),
    [
        ("雾贴着水面慢慢过来，把远处的声音都盖住了。", "黄昏", "大雾，无风"),
        ("潮水在黑暗里一层一层地退下去。", "夜里", "云低，无风"),
        ("空气里有一股淡淡的盐味和霉味。", "", ""),
        ("星光很淡，落在水面上。", "夜里", "云低，无风，海上清朗"),
        ("东北风越刮越大，把云扯成一片片的。", "后半夜", "东北风起，云在撕开"),
        ("天色灰白，水声低了下去。", "早晨", "天色灰白，风在落"),
        ("雨打着瓦片，声音又急又密。", "后半夜", "东北大风，夹着雨"),
        ("光线暗下来，墙上的影子越拖越长。", "下午将尽", ""),
    ],
)
def test_it_can_be_said(text: str, hour: str, weather: str) -> None:
    assert is_sayable(text, hour=hour, weather=weather, language="zh")


@pytest.mark.parametrize(
    ("text", "hour", "weather"),
    [
        ("浓雾，更浓的雾。", "黄昏", "大雾"),
        ("雾盖住了船夫。", "黄昏", "大雾"),
        ("雾里传来钟声。", "黄昏", "大雾"),
        ("雨打着玻璃。", "黄昏", "大雾，无风"),
        ("雾从低处漫上来。", "黄昏", "小雨"),
        ("雾从低处漫上来。", "夜里", ""),
        ("阳光落在沙滩上。", "夜里", "晴"),
        ("星光落在水面上。", "正午", "晴"),
        ("星光落在水面上。", "夜里", "大雾"),
        ("日头照在沙上。", "天亮前", "晴"),
        ("风从海上来，带着一股盐味。", "黄昏", "大雾，无风"),
        ("雾在风里翻着。", "黄昏", "大雾，没有风"),
        ("雨停了，云慢慢散开。", "夜里", "大雨"),
        ("夜过去了，天亮了起来。", "夜里", "云低"),
        ("天亮了起来。", "夜里", "云低"),
        ("空气又冷又热地压下来。", "", ""),
        ("风压着瓦片，四下里静悄悄的，只有风轰鸣着。", "", "大风"),
        ("有人在雾里走着。", "黄昏", "大雾"),
        ("你听得见水声。", "黄昏", "大雾"),
        ("雾里有一扇门。", "黄昏", "大雾"),
        ("有什么东西在水里响。", "黄昏", "大雾"),
    ],
)
def test_it_cannot(text: str, hour: str, weather: str) -> None:
    assert not is_sayable(text, hour=hour, weather=weather, language="zh")
