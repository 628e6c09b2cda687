"""What holds the turns that are told ahead: as many as are of use, none after it was too late, each but once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Event, Thread

import pytest

from game.session.ahead.forecast import Coming
from game.session.ahead.outlook import MOST, Outlook
from game.story.narrator import Narrator
from game.story.passages import Opened
from game.story.sentences import sentences_for
from game.story.turn import Turn
from tests.kit import inn, play, step
from tests.scripted import SeededModel
from tests.session.ahead.reader import LONGEST_S, join, threads

WORLD = inn()
STATE = play(WORLD).state
WAITED = Coming(1, Turn("wait", STATE, step(WORLD, STATE, "wait"), (), 5), "model")


@pytest.fixture
def narrator() -> Iterator[Narrator]:
    """Yield one whose model tells a word ahead and waits."""
    yield Narrator(WORLD, sentences_for("en"), SeededModel(ahead=1))
    join(threads())


@pytest.fixture
def outlook(narrator: Narrator) -> Iterator[Outlook]:
    """Yield an outlook on a turn of waiting."""
    outlook = Outlook()
    outlook.look(WAITED, narrator, Event())
    yield outlook
    outlook.drop()


def test_a_turn_is_told_once_however_often_it_is_looked_at(outlook: Outlook, narrator: Narrator) -> None:
    outlook.look(WAITED, narrator, Event())
    assert len(threads()) == 1


def test_nothing_is_begun_once_the_player_went_on(narrator: Narrator) -> None:
    stop = Event()
    stop.set()
    outlook = Outlook()
    outlook.look(WAITED, narrator, stop)
    assert threads() == []
    assert outlook.take(WAITED) is None


def test_there_are_never_more_than_are_of_use(outlook: Outlook, narrator: Narrator) -> None:
    for seed in range(10):
        outlook.look(replace(WAITED, turn=replace(WAITED.turn, seed=seed)), narrator, Event())
    assert len(threads()) == MOST


@pytest.mark.parametrize(
    "other",
    [
        replace(WAITED, parent=2),
        replace(WAITED, way="blend"),
        *(replace(WAITED, turn=replace(WAITED.turn, **change)) for change in ({"words": "rest"}, {"seed": 6})),
        replace(WAITED, turn=replace(WAITED.turn, before=STATE.but(time=9))),
        replace(WAITED, turn=replace(WAITED.turn, outcome=step(WORLD, STATE, "look"))),
    ],
    ids=["turn", "way", "words", "seed", "state", "outcome"],
)
def test_what_differs_in_anything_its_requests_are_made_of_is_another_turn(outlook: Outlook, other: Coming) -> None:
    assert outlook.take(other) is None
    assert outlook.take(WAITED) is None  # it was let go


def test_what_is_taken_is_taken_once(outlook: Outlook) -> None:
    forecast = outlook.take(WAITED)
    assert forecast is not None
    assert outlook.take(WAITED) is None
    assert isinstance(next(forecast.follow(Event())), Opened)


def test_those_that_were_let_go_end_before_others_begin(outlook: Outlook, narrator: Narrator) -> None:
    (first,) = threads()
    outlook.drop()
    outlook.look(WAITED, narrator, Event())
    assert not first.is_alive()
    assert len(threads()) == 1


def test_one_that_was_given_up_is_tried_again(outlook: Outlook, narrator: Narrator) -> None:
    assert isinstance(narrator.model, SeededModel)
    narrator.model.lost.set()
    join(threads())
    narrator.model.lost.clear()
    outlook.look(WAITED, narrator, Event())
    assert narrator.model.waiting.acquire(timeout=LONGEST_S)
    assert outlook.take(WAITED) is not None


def test_an_error_of_the_telling_is_raised_to_who_follows_it(narrator: Narrator) -> None:
    def broken(_: object) -> str:
        raise RuntimeError("a mistake of the program")

    outlook = Outlook()
    outlook.look(WAITED, Narrator(WORLD, sentences_for("en"), SeededModel(broken)), Event())
    join(threads())
    forecast = outlook.take(WAITED)
    assert forecast is not None
    with pytest.raises(RuntimeError, match="a mistake"):
        list(forecast.follow(Event()))


def test_without_a_model_there_is_nothing_to_tell_ahead() -> None:
    Outlook().look(WAITED, Narrator(WORLD, sentences_for("en"), None), Event())
    assert threads() == []


def test_a_telling_that_nobody_listens_to_any_more_ends() -> None:
    model = SeededModel(ahead=3, gate=Event())
    outlook = Outlook()
    outlook.look(WAITED, Narrator(WORLD, sentences_for("en"), model), Event())
    assert model.waiting.acquire(timeout=LONGEST_S)
    forecast = outlook.take(WAITED)
    assert forecast is not None
    pieces = forecast.follow(Event())
    assert isinstance(next(pieces), Opened)
    pieces.close()  # type: ignore[attr-defined]
    join(threads())


def test_first_words_are_waited_for_until_each_has_some_or_the_player_goes_on(outlook: Outlook) -> None:
    stop, done = Event(), Event()

    def wait() -> None:
        outlook.wait_for_words(stop)
        done.set()

    waiter = Thread(target=wait)
    waiter.start()
    assert not done.wait(0.15)  # a word is no sentence
    stop.set()
    assert done.wait(LONGEST_S)
    waiter.join()


@pytest.mark.parametrize("model", [SeededModel(), SeededModel(room=0)], ids=["told", "no room"])
def test_what_is_told_or_given_up_is_waited_for_no_more(model: SeededModel) -> None:
    outlook = Outlook()
    outlook.look(WAITED, Narrator(WORLD, sentences_for("en"), model), Event())
    outlook.wait_for_words(Event())
    join(threads())
    outlook.wait_for_words(Event())
