"""One of several texts: the preferred one of those that pass whole."""

from __future__ import annotations

from game.story.gating.choice import chosen, preferred
from tests.story.gating.judging import Censor

JUDGE = Censor(ghost="other").scene


def test_the_preferred_one_of_those_that_pass_is_shown() -> None:
    shown, heard = chosen(["I know. A ghost.", "I wait.", "I sleep."], JUDGE, lambda texts: texts[-1])
    assert shown == "I sleep."
    assert [(each.sentence, each.fate) for each in heard] == [
        ("I know.", "spare"),
        ("A ghost.", "other"),
        ("I wait.", "spare"),
        ("I sleep.", ""),
    ]


def test_where_none_passes_none_is_shown() -> None:
    assert chosen(["A ghost.", "A ghost!"], JUDGE, lambda texts: texts[0])[0] == ""


def test_of_none_nothing_is_heard() -> None:
    assert chosen([], JUDGE, lambda texts: texts[0]) == ("", ())


def test_a_text_that_came_twice_is_heard_once() -> None:
    assert len(chosen(["I wait.", "I wait."], JUDGE, lambda texts: texts[0])[1]) == 1


def test_the_likeliest_is_preferred_and_without_likelihoods_the_freshest() -> None:
    texts = ["Rain taps at the glass.", "Gulls argue over the roof."]
    assert preferred(texts, {texts[0]: -1.0, texts[1]: -2.0}, ["Rain taps at the pane."]) == texts[0]
    assert preferred(texts, {}, ["Rain taps at the pane."]) == texts[1]
