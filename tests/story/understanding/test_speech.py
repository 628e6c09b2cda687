"""What is said to people: by name, by question, about topics; and scene's choices that ask and show."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import meant


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("talk to the gardener", "talk rose"),
        ("hello", "talk rose"),
        ("ask Rose about the king", "talk rose king"),
        ("ask her about the well", "talk rose well"),
        ("Rose, what do you know of the king?", "talk rose king"),
        ("tell me about the king, Rose", "talk rose king"),
        ("who is the king?", "talk rose king"),
        ("what about the well?", "talk rose well"),
        ("Rose, it is a fine day", "talk rose"),
        ("和罗斯聊聊", "talk rose"),
        ("问罗斯国王的事", "talk rose king"),
        ("罗斯女士，国王是谁？", "talk rose king"),
        ("国王是谁？", "talk rose king"),
        ("向她打听水井", "talk rose well"),
        ("mention the king", "talk rose king"),
        ("what does Rose know about the well", "talk rose well"),
        ("have a word with the gardener", "talk rose"),
        ("and that well, is it dry?", "talk rose well"),
        ("hey, who is the king?", "talk rose king"),
        ("good evening to you madam", "talk rose"),
        ("how are you today?", "talk rose"),
    ],
)
def test_people_are_asked_by_name_or_by_question(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize("words", ["talk to the king", "talk to myself", "speak up", "who is the queen?", "和国王说话"])
def test_nobody_is_spoken_to_who_is_not_meant(words: str) -> None:
    assert meant(words) == "-"


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("show letter", "choose show"),
        ("show Rose the letter", "choose show"),
        ("where did the bridge go?", "choose where"),
        ("ask where the bridge went", "choose where"),
        ("桥去哪儿了？", "choose where"),
        ("把书信给她看看", "choose show"),
        ("let her see the letter", "choose show"),
        ("hold the letter up to Rose", "choose show"),
        ("show her the sealed letter from mum", "choose show"),
        ("what became of the bridge?", "choose where"),
    ],
)
def test_a_choice_is_found_by_its_main_words(words: str, action: str) -> None:
    assert meant(words) == action


@pytest.mark.parametrize(
    "words",
    [
        "show off",
        "show her the lamp",
        "sell her the letter",
        "show her the letter opener",
        "give her the letter opener",
    ],
)
def test_a_choice_is_not_taken_for_words_that_it_has_not(words: str) -> None:
    assert not meant(words).startswith("choose")


def test_a_question_that_a_look_answers_is_a_look() -> None:
    assert meant("what is that lamp?") == "examine lamp"
    assert meant("篮子里有什么？") == "examine basket"


def test_asking_about_it_with_nothing_spoken_of_is_asked_back() -> None:
    assert meant("ask her about it") == "?"
