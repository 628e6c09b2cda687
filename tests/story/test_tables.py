"""The tables of every language: alike in shape, their examples fit to be told, their labels held back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import pytest

from game.story.guard import Vocabulary, fits_line, fits_touch
from game.story.guarding.guard import Guard
from game.story.parting import known_words
from game.story.prompt import can_choose, word_lists
from game.story.rewording.candidates import can_be_retold, usable_retellings
from game.story.sentences import sentences_for
from game.story.sky import is_sayable
from game.story.tables import can_prompt, prompts_in, signs_in
from tests.story.guarding.stage import CHINESE, turn_of

LANGUAGES = sorted(
    each.name.removesuffix(".toml")
    for each in files("game.story").joinpath("prompts").iterdir()
    if each.name.endswith(".toml")
)
FACTS = {
    "en": r"Hour: (?P<hour>[^.]*)\. Weather: (?P<weather>[^.]*)\.",
    "zh": "时辰：(?P<hour>[^。]*)。天气：(?P<weather>[^。]*)。",
}
SKY = "雾雨雪雷风星月夜晨晚暮霞"


def keys_of(table: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield the path of every text of a table; those of examples and of word lists stand for all of their kind."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from keys_of(value, f"{path}{key}.")
        else:
            yield f"{path}{key}"


def slots_of(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_there_are_prompts_in_english_and_in_chinese_and_lists_for_choosing_in_english() -> None:
    assert LANGUAGES == ["en", "zh"]
    assert [can_prompt(each) for each in (*LANGUAGES, "de")] == [True, True, False]
    assert [can_choose(each) for each in (*LANGUAGES, "de")] == [True, False, False]


def test_for_a_language_without_prompts_the_english_ones_are_shown() -> None:
    assert signs_in("de") == signs_in("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_what_the_english_one_has_but_for_choosing_and_starting_words(language: str) -> None:
    lacks = set(keys_of(prompts_in("en"))) - set(keys_of(prompts_in(language)))
    assert {each.partition(".")[0] for each in lacks} <= {"choosing", "line"}
    assert lacks & set(keys_of({"line": prompts_in("en")["line"]})) <= {"line.words.starters"}
    assert set(keys_of(prompts_in(language))) <= set(keys_of(prompts_in("en")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_has_the_slots_that_the_english_one_has(language: str) -> None:
    for job in ("touch", "line", "retelling", "scene", "check", "inventing"):
        for key, text in prompts_in("en")[job].items():
            if isinstance(text, str):
                assert slots_of(prompts_in(language)[job][key]) == slots_of(text), (job, key)


@pytest.mark.parametrize("example", prompts_in("zh")["touch"]["example"], ids=lambda each: each["tell"])
def test_a_worked_touch_is_one_that_may_be_told(example: Mapping[str, str]) -> None:
    facts = re.search(FACTS["zh"], example["ask"])
    assert facts
    assert fits_touch(example["tell"], Vocabulary(frozenset(), frozenset(), "zh"), ())
    assert is_sayable(example["tell"], hour=facts["hour"], weather=facts["weather"], language="zh")


@pytest.mark.parametrize("example", prompts_in("zh")["line"]["example"], ids=lambda each: each["tell"])
def test_a_worked_line_is_one_that_may_be_said(example: Mapping[str, str]) -> None:
    assert fits_line(example["tell"], Vocabulary(frozenset(), frozenset(), "zh"), "船家")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_worked_retelling_is_one_that_may_be_told(language: str) -> None:
    for example in prompts_in(language)["retelling"]["example"]:
        text = re.split("Text: |原文：", example["ask"])[1]
        assert can_be_retold(text, Vocabulary(frozenset(), frozenset(), language))
        assert usable_retellings([example["tell"]], text, Vocabulary(frozenset(), frozenset(), language), ())


def test_every_chinese_word_of_a_sky_is_in_the_closed_list() -> None:
    listed = frozenset().union(*word_lists("touch", "words", "zh").values())
    groups = (group for name in ("sky", "air", "hours") for group in word_lists("touch", name, "zh").values())
    assert frozenset().union(*groups) <= listed


def test_every_listed_word_with_a_sign_of_the_sky_belongs_to_its_weather_or_hour() -> None:
    listed = frozenset().union(*word_lists("touch", "words", "zh").values())
    groups = [group for name in ("sky", "air", "hours") for group in word_lists("touch", name, "zh").values()]
    for sign in SKY:
        own = [group for group in groups if sign in group] or groups
        assert [word for word in listed if sign in word and not any(word in group for group in own)] == [], sign


def test_no_two_listed_words_make_a_person_a_way_a_thing_or_the_end_of_a_weather() -> None:
    listed = frozenset().union(*word_lists("touch", "words", "zh").values())
    told = "有人 水手 老人 孩子 石阶 地道 路口 洞口 天窗 东西 雨衣 雨伞 风灯 风铃 火把 钟声 雾散了 雨停了 夜过去了"
    for text in told.split():
        assert set(known_words(text, listed)) - listed, text


@pytest.mark.parametrize("label", re.findall(r"[^\n：。{}]+：", prompts_in("zh")["scene"]["notes"]))
def test_no_label_of_a_chinese_prompt_comes_through(label: str) -> None:
    assert Guard(CHINESE, sentences_for("zh"), turn_of(world=CHINESE)).scene(f"{label}水轮转着。")
