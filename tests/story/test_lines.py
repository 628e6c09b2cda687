"""Which of several lines a person may say, and what is banned when none may."""

from __future__ import annotations

from game.rules.apply import begin_run
from game.story.gating.account import Heard
from game.story.guard import vocabulary_of
from game.story.scene import speaker_of
from game.story.tellers.lines import Lines
from tests.kit import inn
from tests.story.gating.judging import Censor

WORLD = inn()
STATE = begin_run(WORLD, 7).state
SMALL = ("a", "the")


def lines(*, trusted: bool) -> Lines:
    vocabulary = vocabulary_of(WORLD, STATE)
    return Lines(speaker_of(WORLD, STATE, "anna"), vocabulary, ["I sleep."], Censor(ghost="absent").scene, trusted)


def test_what_may_be_said_is_shown_and_all_that_was_heard_is_told() -> None:
    line, heard = lines(trusted=True).choose(["I sleep.", "I saw a ghost.", "I never sleep at all.", "He sleeps."])
    assert line == "I never sleep at all."
    assert [(each.sentence, str(each.fate), each.words) for each in heard] == [
        ("I saw a ghost.", "absent", "ghost"),
        ("I never sleep at all.", "", ""),
        ("I sleep.", "unfit", ""),
        ("He sleeps.", "unfit", ""),
    ]


def test_a_small_model_is_banned_every_word_that_claims_something() -> None:
    small = lines(trusted=False)
    line, heard = small.choose(["I saw the bailiff at the granary."])
    assert (line, heard) == ("", (Heard("I saw the bailiff at the granary.", "unfit", "bailiff"),))
    assert list(small.bans(heard, SMALL)) == ["bailiff", "granary"]


def test_where_no_word_claims_anything_it_is_the_opening_that_is_banned() -> None:
    heard = (Heard("I know.", "unfit"), Heard("I saw a ghost.", "absent", "ghost"), Heard("I wait.", "spare"))
    assert list(lines(trusted=False).bans(heard, SMALL)) == ["I know", "ghost"]


def test_a_trusted_model_may_claim_something_and_is_banned_its_opening() -> None:
    assert list(lines(trusted=True).bans((Heard("The bailiff slept here.", "unfit"),), SMALL)) == ["The bailiff slept"]


def test_of_lines_that_may_be_said_the_likeliest_is() -> None:
    line, _ = lines(trusted=False).choose(
        ["I never said so.", "I know nothing of it.", "I saw it."], [-3.0, -1.0, -2.0]
    )
    assert line == "I know nothing of it."


def test_the_likeliest_is_not_said_where_it_may_not_be() -> None:
    line, _ = lines(trusted=False).choose(["I saw the bailiff.", "I know nothing of it."], [-1.0, -2.0])
    assert line == "I know nothing of it."
