"""The measurement itself, with a scripted model: what it generates, and what it sums up."""

from __future__ import annotations

from dataclasses import replace

from game.rules.events import Talked
from game.rules.state import digest
from game.story.gating.account import Account, Heard
from game.story.model import Done
from game.story.passages import Passage
from tests.bench.voice.situations import situations, talks
from tests.bench.voice.summing import figures_of
from tests.bench.voice.telling import told_within
from tests.bench.voice.told import Told, claims_in, false_of, tell
from tests.kit import inn
from tests.scripted import SeededModel
from tests.story.gating.judging import Censor

WORLDS = [inn()]
DONE = Done("stop", 1, 1, 1, 0.1, 0.2)


def test_situations_are_the_same_each_time_and_differ_among_themselves() -> None:
    first, again = ([each.turn for each in situations(WORLDS, 12)] for _ in range(2))
    assert first == again
    assert len({(each.words, digest(each.before)) for each in first}) > 8


def test_in_a_talk_somebody_is_spoken_to_who_finds_their_own_words() -> None:
    turns = [each.turn for each in talks(WORLDS, 12)]
    assert len({each.words for each in turns}) > 4
    assert all(isinstance(each.outcome.events[0], Talked) for each in turns)
    assert list(talks([replace(WORLDS[0], people={})], 12)) == []


def test_a_situation_goes_on_from_what_was_told_before_it() -> None:
    turns = [each.turn for each in situations(WORLDS, 12)]
    assert any(each.past for each in turns)
    assert all(each.outcome.state.turn == each.before.turn + 1 for each in turns)
    assert all(past.passages for each in turns for past in each.past)


def test_figures_are_of_the_turns_that_the_model_told() -> None:
    told = [tell(SeededModel(lambda _: "Rain falls. It is late."), each) for each in situations(WORLDS, 8)]
    figures = {each.figure: each for each in figures_of(told)}
    asked = sum(each.is_the_models for each in told)
    assert figures["turns told by the model"].value == asked
    assert figures["sentences it told"].value > asked
    assert figures["sentences shown that the judge would hold back"].met


def test_a_turn_no_model_was_asked_for_is_left_out() -> None:
    (situation,) = situations(WORLDS, 1)
    assert figures_of([Told(situation, (), ())])[0].value == 0
    assert not Told(situation, (), (DONE,)).is_the_models


def test_a_reason_that_is_shown_misses_its_goal() -> None:
    (situation,) = situations(WORLDS, 1)
    reply = replace(DONE, account=Account("", heard=(Heard("You weep."),)))
    figures = {each.figure: each for each in figures_of([Told(situation, (), (reply,), ("puppet",))])}
    assert figures["sentences shown that contradict the state"].met
    assert figures["sentences shown that lead the player"].met is False


def test_what_was_said_before_is_counted_in_what_the_model_wrote() -> None:
    situation = next(each for each in situations(WORLDS, 12) if each.turn.past)
    old = situation.turn.past[-1].passages[0].text
    told = Told(situation, (Passage("telling", f"{old} {old}", source="model"), Passage("result", old)), ())
    assert told.repeats.within == told.repeats.lately // 2 == told.repeats.runs // 2


def test_a_line_that_claims_what_nobody_let_them_know_is_found() -> None:
    (situation,) = talks(WORLDS, 1)
    lines = [Passage("line", text, speaker="anna", source="model") for text in ("I have no idea.", "I saw a Bishop.")]
    assert list(claims_in(situation, lines, trusted=True)) == ["I saw a Bishop."]


def test_of_peoples_lines_those_are_counted_that_may_not_be_said() -> None:
    told = [tell(SeededModel(lambda _: "The Bishop sleeps."), each, "blend") for each in talks(WORLDS, 4)]
    figures = {each.figure: each.value for each in figures_of(told)}
    assert figures["people's lines that may not be said, of those it told"] == 100
    assert (figures["people's lines shown"], figures["times told again, for each telling"] > 0) == (0, True)


def test_nothing_is_begun_when_the_time_is_over() -> None:
    assert list(told_within(-1.0, SeededModel(), situations(WORLDS, 3), "model")) == []


def test_what_is_shown_is_judged_once_more() -> None:
    heard = (Heard("A ghost walks."), Heard("A ghost!", "absent"), Heard("It rains."))
    replies = [replace(DONE, slot=slot, account=Account("", heard=heard)) for slot in ("narrator", "person:anna")]
    assert list(false_of(Censor(ghost="absent"), replies)) == ["absent", "absent"]


def test_what_is_told_again_is_judged_after_what_was_shown_before() -> None:
    replies = [replace(DONE, account=Account("", number, (Heard(f"Hour {number}."),))) for number in (0, 1, 0)]
    list(false_of(judge := Censor(), replies))
    assert [shown for _, shown in judge.asked] == [(), ("Hour 0.",), ()]


def test_what_is_told_with_a_touch_is_counted_too() -> None:
    model = SeededModel(lambda _: "Fog lies on the water like wool. And")
    told = [tell(model, each, "blend") for each in situations(WORLDS, 12)]
    assert sum(each.counts.shown for each in told) > 0
    assert sum(len(each.false) for each in told) == 0
