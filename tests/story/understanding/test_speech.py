"""What is said to people: by name, by question, about topics; and scene's choices that ask and show."""

from __future__ import annotations

import pytest

from tests.story.understanding.cottage import done, meant


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


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("has it gone dry then, Rose?", "talk rose well"),
        ("Rose, what is your name?", "talk rose"),
    ],
)
def test_a_topic_is_asked_about_by_what_is_told_of_it(words: str, action: str) -> None:
    assert meant(words) == action


def test_a_greeting_and_what_follows_it_are_one_thing_said() -> None:
    assert done("hello gardener, how are you keeping?") == ["talk rose"]
    assert done("good evening, who is the king?") == ["talk rose king"]


@pytest.mark.parametrize("words", ["would you mind letting me by?", "could you move that over?"])
def test_who_begs_for_a_deed_asks_about_nothing(words: str) -> None:
    assert meant(words) == "-"


@pytest.mark.parametrize("words", ["do you recognise this letter?", "ever seen a letter like this?"])
def test_asking_what_somebody_makes_of_a_thing_shows_it(words: str) -> None:
    assert meant(words) == "choose show"


@pytest.mark.parametrize("words", ["bang the lamp against the gate", "bribe her with gold", "kiss the gardener"])
def test_a_deed_on_somebody_is_not_said_to_them_in_a_talk(words: str) -> None:
    assert meant(words, "talk to rose") == "-"


def test_in_a_talk_what_is_no_deed_is_said() -> None:
    assert meant("it is a fine day", "talk to rose") == "talk rose"
    assert meant("forgive me if I wake you", "talk to rose") == "talk rose"


@pytest.mark.parametrize("words", ["I'll leave you to your roses", "ta, I'll let you get on", "look after yourself"])
def test_a_talk_ends_with_any_farewell(words: str) -> None:
    assert meant(words, "talk to rose") == "part rose"


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
