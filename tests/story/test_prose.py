"""Where sentences end."""

from __future__ import annotations

import pytest

from game.story.prose import (
    beginning,
    counted,
    cut,
    guessed_tokens,
    in_one_line,
    is_complete,
    joined,
    sentences_in,
    spelled_words,
    whole_sentences,
    words_in,
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("He said “Go.” Then he went.", ["He said “Go.”", "Then he went."]),
        ("It is 3.5 miles. Far", ["It is 3.5 miles.", "Far"]),
        ("雾很浓。钟响了！", ["雾很浓。", "钟响了！"]),
        ("Well… yes.", ["Well…", "yes."]),
        ("Wait…what? Go!", ["Wait…what?", "Go!"]),
        ("他停了停……走了。", ["他停了停……", "走了。"]),
        ("“走吧。”她说。（没人应！）", ["“走吧。”", "她说。", "（没人应！）"]),
        ("真的？！……好", ["真的？！……", "好"]),
        ("「来了…」「谁?」他问", ["「来了…」", "「谁?」", "他问"]),
        ("见《海图！》。完。", ["见《海图！》", "。", "完。"]),
        ("灯亮了!门开了。Mira says no.Yes.", ["灯亮了!", "门开了。", "Mira says no.Yes."]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_in(text) == sentences


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("Done.", True),
        ("Done.”", True),
        ("Not yet", False),
        ("好。", True),
        ("（他说：“好。”）", True),
        ("好，", False),
    ],
)
def test_completeness(text: str, complete: bool) -> None:
    assert is_complete(text) is complete


def test_sentences_stand_side_by_side_as_their_script_has_it() -> None:
    assert joined(["It rains.", "Go."]) == "It rains. Go."
    assert joined(["下雨了。", "走吧。"]) == "下雨了。走吧。"
    assert joined([]) == ""


def test_the_lines_of_a_text_stand_side_by_side_as_its_script_has_it() -> None:
    assert in_one_line("One  more.\n\n Two.\n", space=" ") == "One more. Two."
    assert in_one_line("雾很浓。\n\n钟上写着 AMBRY 1847。", space="") == "雾很浓。钟上写着 AMBRY 1847。"


def test_a_beginning_is_whole_sentences() -> None:
    assert beginning("It rains. It pours.", tokens=5) == "It rains. It pours."
    assert beginning("It rains. It pours.", tokens=3) == "It rains."
    assert beginning("下雨了。走吧。", tokens=5) == "下雨了。"
    assert beginning("It rains and it pours.", tokens=3) == ""


def test_an_unfinished_sentence_is_cut_away() -> None:
    assert whole_sentences("One. Two! And thr") == "One. Two!"
    assert whole_sentences("never ends") == ""


def test_words_are_lower_case_and_their_apostrophes_straight() -> None:
    assert words_in("I'll go, he’d say: 3 times") == ["i'll", "go", "he'd", "say", "times"]


def test_words_can_be_had_as_they_are_spelled() -> None:
    assert spelled_words("Émile’s 3 goats. THREE!") == ["Émile's", "goats", "THREE"]


def test_a_character_of_chinese_is_a_token() -> None:
    assert (guessed_tokens("rain rain rain"), guessed_tokens("雨落在海上")) == (4, 5)


def test_numbers_are_counted_as_english_does() -> None:
    assert [counted(number, "turn") for number in (0, 1, 1204)] == ["0 turns", "1 turn", "1,204 turns"]
    assert [counted(number, "person", "people") for number in (1, 2)] == ["1 person", "2 people"]


@pytest.mark.parametrize("text", ["It rains. “Yes.” A gull\n\ncalls", "潮水退了。“走吧！”她说", "", "  Two.  Three. "])
def test_a_text_that_is_cut_is_whole_again_put_together(text: str) -> None:
    assert "".join(cut(text)) == text
    assert [each.strip() for each in cut(text) if each.strip()] == sentences_in(text)
