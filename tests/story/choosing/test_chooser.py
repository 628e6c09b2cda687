"""Which action words mean, by what a model finds likely: done, asked about, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

import pytest

from game.errors import ModelError
from game.rules.actions import Choose, Examine, Go, Take
from game.story.choosing.candidates import MOST, candidates, commands
from game.story.choosing.chooser import UNAIDED, Choice, Chooser, Chosen, Nothing, Scored, Unclear, decide, shares
from game.story.model import Bounds, Message
from game.story.offers import Offer
from game.story.sentences import sentences_for
from game.story.understanding.scope import Scope
from tests.kit import inn, play
from tests.scripted import ScriptedModel

WORLD = inn()
STATE = play(WORLD).state
ENGLISH = sentences_for("en")
BOUNDS = Bounds(sure=0.7, asked=0.5)
SURE = Bounds(trust=1.0, sure=0.8, asked=0.4)
OWED = "well then, I pay what I owe the landlady"
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
    assert choose(model, OWED) == Chosen(Offer("Pay her", Choose("pay")))


def test_what_is_likely_anyway_gains_nothing() -> None:
    gains = liking("Pay her")
    model = ScriptedModel(weighs=lambda asked, text: -1.0 if text == "Wait" else gains(asked, text), bounds=SURE)
    assert choose(model, OWED) == Chosen(Offer("Pay her", Choose("pay")))


def test_what_gains_and_has_nothing_to_do_with_the_words_is_left() -> None:
    assert choose(ScriptedModel(weighs=liking("Wait"), bounds=SURE), "asdf jkl") == Nothing()


def test_two_that_gain_alike_are_asked_about() -> None:
    model = ScriptedModel(weighs=liking("Pay her", "Ask for time"), bounds=SURE)
    chosen = choose(model, "pay her or ask for time, one of the two")
    assert isinstance(chosen, Unclear)
    assert {each.text for each in chosen.options} == {"Pay her", "Ask for time"}


def test_a_model_that_was_not_measured_rather_asks() -> None:
    likely = [Scored(LAMP, 2.0), Scored(TABLE, -1.0)]
    assert decide(likely, Bounds()) == Unclear((LAMP,))
    assert decide(likely, BOUNDS) == Chosen(LAMP)


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
    assert {each.messages[-1].text for each in model.weighings[:-1]} == {"..."}
    assert model.weighings[-1].messages[-1].text == "fly"


@pytest.mark.parametrize(
    "model", [None, ScriptedModel(), ScriptedModel(phase="loading")], ids=["none", "cannot say", "not ready"]
)
def test_without_a_model_that_can_say_the_words_speak_for_themselves(model: ScriptedModel | None) -> None:
    likely, bounds = Chooser(WORLD, ENGLISH, model).likely(STATE, OWED, Event())
    assert (likely[0].offer.action, bounds) == (Choose("pay"), UNAIDED)
    assert choose(model, OWED) == decide(likely, UNAIDED) != Nothing()
    assert choose(model, "asdf jkl") == Nothing()
    Chooser(WORLD, ENGLISH, model).rest(STATE, Event())


def test_a_model_that_is_lost_on_the_way_costs_nothing() -> None:
    def fails(messages: Sequence[Message], text: str) -> float:
        raise ModelError("gone")

    assert choose(ScriptedModel(weighs=fails), OWED) == choose(None, OWED)


def test_stopped_it_chooses_nothing() -> None:
    stop = Event()
    stop.set()
    assert choose(ScriptedModel(weighs=liking("Pay her"), bounds=SURE), OWED, stop) == Nothing()


def test_a_speech_is_no_command() -> None:
    model = ScriptedModel(weighs=liking("Pay her"))
    assert choose(model, "pay her " * 40) == Nothing()
    assert model.weighings == []


@pytest.mark.parametrize(
    ("scores", "choice"),
    [
        ((2.5, 0.0, -1.0), Chosen(LAMP)),
        ((2.5, 2.0, -1.0), Unclear((LAMP, TABLE))),
        ((1.0, 0.9, 0.8), Unclear((LAMP, TABLE, YARD))),
        ((0.5, -9.0, -9.0), Unclear((LAMP,))),
        ((-0.5, -9.0, -9.0), Nothing()),
    ],
)
def test_it_is_done_asked_or_left_by_how_likely_it_is_beside_nothing(scores: Sequence[float], choice: Choice) -> None:
    offers = (LAMP, TABLE, YARD)
    assert decide([Scored(offer, score) for offer, score in zip(offers, scores, strict=True)], BOUNDS) == choice


def test_what_is_likely_leaves_the_rest_to_nothing() -> None:
    assert shares([Scored(LAMP, 0.0)]) == [0.5]
    assert shares([Scored(LAMP, 800.0), Scored(TABLE, 800.0)]) == [0.5, 0.5]
    assert max(shares([Scored(LAMP, -800.0)])) == pytest.approx(0.0)


def test_candidates_come_in_the_order_in_which_words_bear_on_them() -> None:
    found = candidates(Scope(WORLD, ENGLISH, STATE, words="does the lamp want oil?"))
    assert found[0].offer.action == Examine("lamp")
    assert [each.bearing for each in found] == sorted((each.bearing for each in found), reverse=True)


def test_there_are_never_too_many_candidates() -> None:
    things = "".join(f'[thing.cup{n}]\nname = "cup {n}"\nat = "hall"\n' for n in range(40))
    world = inn(things)
    state = play(world).state
    found = candidates(Scope(world, ENGLISH, state, words="cup 39"))
    assert len(found) == MOST < len(commands(world, ENGLISH, state))
    assert {Take("cup39"), Examine("cup39")} <= {each.offer.action for each in found}
