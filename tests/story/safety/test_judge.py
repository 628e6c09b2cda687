"""The filter as a judge."""

from __future__ import annotations

from collections.abc import Sequence

from game.story.guarding.verdict import Verdict
from game.story.safety.filter import Filter, Withheld
from game.story.safety.judge import Both, SafetyJudge
from game.story.safety.topics import topic_of_words
from game.story.safety.verbatim import Protected

JUDGE = SafetyJudge(Filter((("line", topic_of_words("spider")),), Protected(["one two three four five"], most=3)))


def test_a_sentence_is_withheld_whoever_says_it() -> None:
    assert JUDGE.scene("A spider waits.", ()) == Withheld("line", "spider")
    assert JUDGE.line("I saw a spider.", "anna", ()) == Withheld("line", "spider")
    assert JUDGE.scene("Rain.", ("A spider waits.",)) is None


def test_what_was_shown_counts_for_what_is_repeated() -> None:
    assert JUDGE.scene("Three, four.", ()) is None
    assert JUDGE.scene("Three, four.", ("One.", "And one, two.")) == Withheld("verbatim")


class Strict:
    """Lets nothing pass that has a clock in it."""

    def scene(self, sentence: str, shown: Sequence[str]) -> Verdict | None:
        return Verdict("thing", "clock") if "clock" in sentence else None

    def line(self, sentence: str, speaker: str, shown: Sequence[str]) -> Verdict | None:
        return self.scene(sentence, shown)


def test_of_two_judges_both_must_let_it_pass() -> None:
    both = Both(JUDGE, Strict())
    judged = [both.scene(each, ()) for each in ("A spider.", "A clock.", "Rain.")]
    assert judged == [both.line(each, "anna", ()) for each in ("A spider.", "A clock.", "Rain.")]
    assert judged == [Verdict("line", "spider"), Verdict("thing", "clock"), None]
