"""The gate: no sentence is shown before it passed; one that fails is told again, and both are accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from game.errors import ModelError, ModelLost
from game.story.gating.account import Heard
from game.story.gating.gate import LEAST_TOKENS, RETELLINGS, Gate
from game.story.model import Done, Message, Reply, Request, Sampling
from game.story.sentences import sentences_for
from tests.scripted import ScriptedModel
from tests.story.gating.judging import Censor

ASK = Request("narrator", (Message("system", "Tell."), Message("user", "- Rain.")), 5, 220)
GHOST = "A ghost walks in."


def gate_for(model: ScriptedModel, judge: Censor | None = None, stop: Event | None = None) -> Gate:
    """Return a gate that holds back ghosts."""
    return Gate(model, (judge or Censor(ghost="absent")).scene, sentences_for("en"), stop or Event())


def run(gate: Gate, request: Request = ASK) -> list[Done]:
    """Let a telling through; return the ends of its replies."""
    return [each for each in gate.tell(request) if isinstance(each, Done)]


def told(*replies: str | ModelError) -> tuple[Gate, ScriptedModel, list[Done]]:
    """Return the gate, the model and the ends of a telling in which the model says these."""
    model = ScriptedModel(replies)
    gate = gate_for(model)
    return gate, model, run(gate)


def heard(done: Done) -> list[tuple[str, str]]:
    """Return a reply's sentences with their fates."""
    assert done.account is not None
    return [(each.sentence, each.fate) for each in done.account.heard]


def test_what_passes_is_shown_as_it_was_told() -> None:
    gate, model, (done,) = told("Rain falls. It is late.\n\nA dog barks.")
    assert gate.text == "Rain falls. It is late.\n\nA dog barks."
    assert [fate for _, fate in heard(done)] == ["", "", ""]
    assert model.requests == [ASK]


def test_a_sentence_is_shown_as_soon_as_it_is_whole() -> None:
    class Noting(ScriptedModel):
        """Notes how much was shown before each word."""

        def reply(self, request: Request, stop: Event | None = None, due: Event | None = None) -> Iterator[Reply]:
            for each in super().reply(request, stop, due):
                seen.append(len(gate.shown))
                yield each

    seen: list[int] = []
    gate = gate_for(Noting(["Rain falls. It is late."]))
    run(gate)
    assert seen == [0, 0, 0, 1, 1, 1]  # Rain, falls., It, is, late., and the end


def test_a_sentence_that_fails_is_never_shown_and_told_again_from_the_last_good_one() -> None:
    gate, model, _ = told(f"Rain falls. {GHOST} It moans.", " The door is shut.")
    assert gate.text == "Rain falls. The door is shut."
    again = model.requests[1]
    assert again.messages == (*ASK.messages, Message("assistant", "Rain falls."))
    assert again.slot == ASK.slot
    assert again.seed != ASK.seed


def test_nothing_is_added_to_the_prompt_but_what_was_shown() -> None:
    _, model, _ = told(GHOST, "Rain falls.")
    assert model.requests[1].messages == ASK.messages


def test_the_offending_words_are_banned_from_then_on() -> None:
    gate = gate_for(model := ScriptedModel([GHOST, "A wolf howls.", "Rain."]), Censor(ghost="absent", wolf="absent"))
    run(gate, Request("narrator", ASK.messages, 5, 220, sampling=Sampling(banned=("alas",))))
    assert [each.sampling.banned for each in model.requests] == [
        ("alas",),
        ("alas", "ghost"),
        ("alas", "ghost", "wolf"),
    ]


def test_a_reply_is_ended_as_soon_as_a_sentence_fails() -> None:
    _, _, (first, _) = told(f"{GHOST} And so on and on and on and on.", "Rain.")
    assert (first.reason, first.written_tokens) == ("cancelled", 5)  # one word more than the sentence has
    assert heard(first) == [(GHOST, "absent")]


def test_it_is_told_again_twice_and_no_more() -> None:
    gate, model, ends = told(f"Rain falls. {GHOST} And", f" {GHOST} And", f" {GHOST} And", "Never asked.")
    assert (gate.text, gate.is_given_up) == ("Rain falls.", True)
    assert len(model.requests) == 1 + RETELLINGS
    assert [each.account.is_given_up for each in ends if each.account] == [False, False, True]


def test_each_time_has_a_seed_of_its_own_and_the_same_each_time() -> None:
    seeds = [[each.seed for each in told(GHOST, GHOST, GHOST)[1].requests] for _ in range(2)]
    assert seeds[0] == seeds[1]
    assert len(set(seeds[0])) == 3


def test_what_is_left_of_its_length_is_all_that_it_may_take() -> None:
    _, model, _ = told(f"Rain falls. {GHOST} And", " So.")
    assert model.requests[1].max_tokens == ASK.max_tokens - model.count([Message("assistant", "Rain falls.")])[0]


def test_at_its_length_it_is_not_told_again() -> None:
    gate = gate_for(model := ScriptedModel([f"Rain falls. {GHOST} And", "Never asked."]))
    run(gate, Request("narrator", ASK.messages, 5, LEAST_TOKENS))
    assert (gate.text, gate.is_given_up, len(model.requests)) == ("Rain falls.", True, 1)


def test_a_last_sentence_that_was_cut_short_is_dropped() -> None:
    gate, _, (done,) = told("Rain falls. The door is")
    assert (gate.text, gate.is_given_up) == ("Rain falls.", False)
    assert heard(done)[-1] == ("The door is", "cut")


def test_where_nothing_else_is_shown_it_is_closed_and_judged() -> None:
    assert told("The clock strikes and")[0].text == "The clock strikes and…"
    assert told("The ghost and", "", "")[0].text == ""


def test_a_heading_is_no_sentence() -> None:
    gate, model, ends = told("The Hall\nRain falls.", "Rain falls.")
    assert heard(ends[0]) == [("The Hall", "scaffold")]
    assert model.requests[1].sampling.banned == ("The Hall",)
    assert gate.text == "Rain falls."


def test_a_model_that_says_nothing_is_given_up() -> None:
    assert told("")[0].is_given_up


def test_one_that_is_asked_to_go_on_and_says_no_more_is_given_up() -> None:
    gate, _, _ = told(f"Rain falls. {GHOST} And", "")
    assert (gate.text, gate.is_given_up) == ("Rain falls.", True)


def test_a_stop_keeps_what_was_shown_and_asks_for_nothing_more() -> None:
    gate = gate_for(model := ScriptedModel(["Rain falls. It is late. And more."]), stop=(stop := Event()))
    pieces = gate.tell(ASK)
    assert next(pieces) == "Rain falls."
    stop.set()
    (done,) = pieces
    assert isinstance(done, Done)
    assert (gate.text, gate.is_given_up, len(model.requests)) == ("Rain falls.", False, 1)


def test_a_stop_before_the_first_sentence_leaves_it_to_the_author() -> None:
    (stop := Event()).set()
    gate = gate_for(ScriptedModel(["Rain falls."]), stop=stop)
    run(gate)
    assert (gate.text, gate.is_given_up) == ("", True)


@pytest.mark.parametrize("error", [ModelLost("gone"), ModelError("too long")])
def test_a_model_that_fails_while_it_is_told_again_is_heard_of(error: ModelError) -> None:
    gate = gate_for(ScriptedModel([f"Rain falls. {GHOST} And", error]))
    with pytest.raises(ModelError):
        run(gate)
    assert gate.text == "Rain falls."


def test_a_judge_hears_what_was_shown_before() -> None:
    gate = gate_for(ScriptedModel(["Rain falls. It is late. So."]), judge := Censor())
    run(gate)
    assert [shown for _, shown in judge.asked] == [(), ("Rain falls.",), ("Rain falls.", "It is late.")]


def test_chinese_goes_on_without_a_space() -> None:
    model = ScriptedModel(["雾散了。鬼来了。你", "门关着。"])
    gate = Gate(model, Censor(鬼="absent").scene, sentences_for("zh"), Event())
    run(gate)
    assert gate.text == "雾散了。门关着。"


def test_a_space_that_the_model_leaves_out_is_put_in() -> None:
    assert told(f"Rain falls. {GHOST} And", "The door is shut.")[0].text == "Rain falls. The door is shut."


def test_control_characters_are_nowhere_in_what_was_heard() -> None:
    gate, _, (done,) = told("A bell\x1b]52;c;x\x07 rings.")
    assert gate.text == "A bell]52;c;x rings."
    assert done.account is not None
    assert done.account.heard == (Heard("A bell]52;c;x rings."),)


def test_an_account_says_once_what_the_model_was_told() -> None:
    _, _, ends = told(GHOST, "Rain falls.")
    assert [(each.account.asked, each.account.number) for each in ends if each.account] == [("- Rain.", 0), ("", 1)]
