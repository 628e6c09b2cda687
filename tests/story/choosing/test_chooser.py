"""Which action words mean, by what a model finds likely: done, asked about, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

import pytest

from game.errors import ModelError
from game.rules.actions import Choose, Examine, Go, Take
from game.story.choosing.candidates import MOST, candidates, commands
from game.story.choosing.chooser import Choice, Chooser, Chosen, Nothing, Scored, Unclear, decide
from game.story.model import Bounds, Message
from game.story.offers import Offer
from game.story.sentences import sentences_for
from tests.kit import inn, play
from tests.scripted import ScriptedModel

WORLD = inn()
STATE = play(WORLD).state
ENGLISH = sentences_for("en")
BOUNDS = Bounds(trust=1.0, least=2.0, margin=1.0, asked=0.0, near=1.5)
SURE = Bounds(trust=1.0, least=-1.0, margin=3.0, asked=-1.5, near=2.0)
LAMP, TABLE, YARD = Offer("a", Take("lamp")), Offer("b", Take("table")), Offer("c", Go("east"))


def liking(*texts: str) -> Callable[[Sequence[Message], str], float]:
    """Return a scale on which some texts gain much by a player's words, and others nothing."""

    def weigh(messages: Sequence[Message], text: str) -> float:
        return -10.0 if text in texts and messages[-1].text != "..." else -20.0

    return weigh


def choose(model: ScriptedModel | None, words: str, stop: Event | None = None) -> Choice:
    return Chooser(WORLD, ENGLISH, model).choose(STATE, words, stop or Event())


def test_what_gains_by_the_words_is_chosen() -> None:
    model = ScriptedModel(weighs=liking("Pay her"), bounds=SURE)
    assert choose(model, "fine, here is your penny") == Chosen(Offer("Pay her", Choose("pay")))


def test_what_is_likely_anyway_gains_nothing() -> None:
    gains = liking("Pay her")
    model = ScriptedModel(weighs=lambda asked, text: -1.0 if text == "Wait" else gains(asked, text), bounds=SURE)
    assert choose(model, "fine, here is your penny") == Chosen(Offer("Pay her", Choose("pay")))


def test_what_gains_and_has_nothing_to_do_with_the_words_is_left() -> None:
    assert choose(ScriptedModel(weighs=liking("Wait"), bounds=SURE), "fine, here is your penny") == Nothing()


def test_two_that_gain_alike_are_asked_about() -> None:
    chosen = choose(ScriptedModel(weighs=liking("Pay her", "Ask for time"), bounds=SURE), "settle it")
    assert isinstance(chosen, Unclear)
    assert {each.text for each in chosen.options} == {"Pay her", "Ask for time"}


def test_a_model_that_was_not_measured_is_held_back() -> None:
    assert choose(ScriptedModel(weighs=liking("Pay her")), "fine, here is your penny") == Nothing()


def test_a_model_is_asked_once_with_the_words_and_once_without() -> None:
    model = ScriptedModel(weighs=liking())
    chooser = Chooser(WORLD, ENGLISH, model)
    for words in ("fly", "soar"):
        chooser.choose(STATE, words, Event())
    assert [each.messages[-1].text for each in model.weighings] == ["...", "fly", "soar"]
    assert len({each.messages[:-1] for each in model.weighings}) == 1


def test_what_was_weighed_at_rest_is_not_weighed_again() -> None:
    model = ScriptedModel(weighs=liking())
    chooser = Chooser(WORLD, ENGLISH, model)
    chooser.rest(STATE, Event())
    chooser.choose(STATE, "fly", Event())
    assert [each.messages[-1].text for each in model.weighings] == ["...", "fly"]


@pytest.mark.parametrize(
    "model", [None, ScriptedModel(), ScriptedModel(phase="loading")], ids=["none", "cannot say", "not ready"]
)
def test_without_a_model_that_can_say_words_mean_nothing(model: ScriptedModel | None) -> None:
    assert choose(model, "fine, here is your penny") == Nothing()
    Chooser(WORLD, ENGLISH, model).rest(STATE, Event())


def test_a_model_that_is_lost_on_the_way_costs_nothing() -> None:
    def fails(messages: Sequence[Message], text: str) -> float:
        raise ModelError("gone")

    assert choose(ScriptedModel(weighs=fails), "pay") == Nothing()


def test_stopped_it_chooses_nothing() -> None:
    stop = Event()
    stop.set()
    assert choose(ScriptedModel(weighs=liking("Pay her"), bounds=SURE), "fine, here is your penny", stop) == Nothing()


def test_a_speech_is_no_command() -> None:
    model = ScriptedModel(weighs=liking("Pay her"))
    assert choose(model, "pay her " * 40) == Nothing()
    assert model.weighings == []


@pytest.mark.parametrize(
    ("scores", "choice"),
    [
        ((2.5, 1.0, 0.0), Chosen(LAMP)),
        ((2.5, 2.0, 0.0), Unclear((LAMP, TABLE))),
        ((1.5, 0.0, -3.0), Unclear((LAMP, TABLE))),
        ((0.5, 0.4, 0.3), Unclear((LAMP, TABLE, YARD))),
        ((-0.5, -9.0, -9.0), Nothing()),
    ],
)
def test_it_is_done_asked_or_left_by_score_and_margin(scores: Sequence[float], choice: Choice) -> None:
    offers = (LAMP, TABLE, YARD)
    assert decide([Scored(offer, score) for offer, score in zip(offers, scores, strict=True)], BOUNDS) == choice


def test_the_only_candidate_needs_no_margin() -> None:
    assert decide([Scored(LAMP, 3.0)], BOUNDS) == Chosen(LAMP)


def test_candidates_come_in_the_order_in_which_words_bear_on_them() -> None:
    found = candidates(WORLD, ENGLISH, STATE, "does the lamp want oil?")
    assert found[0].offer.action == Examine("lamp")
    assert [each.bearing for each in found] == sorted((each.bearing for each in found), reverse=True)


def test_there_are_never_too_many_candidates() -> None:
    things = "".join(f'[thing.cup{n}]\nname = "cup {n}"\nat = "hall"\n' for n in range(40))
    world = inn(things)
    state = play(world).state
    found = candidates(world, ENGLISH, state, "cup 39")
    assert len(found) == len(commands(world, ENGLISH, state)) == MOST
    assert {Take("cup39"), Examine("cup39")} <= {each.offer.action for each in found}
