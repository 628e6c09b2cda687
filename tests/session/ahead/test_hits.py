"""A turn that was told ahead: shown at once, and in every other way what it would have been without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from game.errors import SaveError
from game.session.ahead.outlook import MOST
from game.session.session import never
from game.session.turn_events import Committed, Told, TurnEvent
from game.story.model import Request
from game.story.narrator import Narrator, Way
from game.story.passages import Grew, Opened
from tests.kit import inn
from tests.scripted import SeededModel
from tests.session.ahead.reader import LONGEST_S, Reader, told
from tests.story.gating.judging import Censor

LORE = inn('[[lore]]\ntext = "The bishop snores."\nwhen = "paid"\n')
NUMBERS = [str(number + 1) for number in range(MOST)]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """Yield a reader for whom the choices of the opening were told ahead."""
    with Reader(tmp_path) as reader:
        yield reader


@pytest.fixture
def halfway(tmp_path: Path, gate: Event) -> Iterator[Reader]:
    """Yield a reader for whom the first sentence of each choice was told ahead."""
    with Reader(tmp_path, SeededModel(ahead=3, gate=gate)) as reader:
        for _ in range(MOST):
            assert reader.model.waiting.acquire(timeout=LONGEST_S)
        yield reader


def rain(_: Request) -> str:
    """Say what would pass as a touch, and what would pass as a line."""
    return "I hear the rain on the roof."


def but_when(events: list[TurnEvent]) -> list[TurnEvent]:
    """Return events without how much of them came ahead."""
    told = [each for each in events if isinstance(each, Told)]
    return [
        *(each for each in events if not isinstance(each, Told)),
        *(Told(each.way, tuple(replace(reply, ahead_s=0.0) for reply in each.replies)) for each in told),
    ]


@pytest.mark.parametrize("words", [*NUMBERS, "pay her", "Take the brass lamp"])
@pytest.mark.parametrize("way", ["model", "blend"])
def test_the_requests_are_those_of_a_turn_that_was_not_told_ahead(tmp_path: Path, way: Way, words: str) -> None:
    with Reader(tmp_path / "ahead", way=way) as ahead, Reader(tmp_path / "now", way=way, may_look_ahead=never) as now:
        requests = [each.request for each in ahead.model.told_ahead]
        assert ahead.asked_for(words) == []
        assert all(requests.count(each.request) == 1 for each in now.asked_for(words))


@pytest.mark.parametrize("words", NUMBERS)
@pytest.mark.parametrize("way", ["model", "blend"])
def test_what_is_shown_and_stored_is_what_would_have_been(tmp_path: Path, way: Way, words: str) -> None:
    with (
        Reader(tmp_path / "ahead", SeededModel(rain), way=way) as ahead,
        Reader(tmp_path / "now", SeededModel(rain), way=way, may_look_ahead=never) as now,
    ):
        assert but_when(ahead.play(words)) == but_when(now.play(words))
        assert replace(ahead.stored(), details="") == replace(now.stored(), details="")


def test_a_run_told_ahead_reads_as_one_that_was_not_through_save_and_reload_too(tmp_path: Path) -> None:
    with Reader(tmp_path / "ahead") as ahead, Reader(tmp_path / "now", may_look_ahead=never) as now:
        for words in ("1", "2", "wait", "1"):
            assert told(ahead.play(words)) == told(now.play(words))
            ahead.session.close()
            ahead.reopen()
        assert replace(ahead.stored(), details="") == replace(now.stored(), details="")


def test_the_model_is_not_asked_again_turn_after_turn(reader: Reader) -> None:
    assert [reader.asked_for(words) for words in ("1", "2", "1", "3")] == [[], [], [], []]
    assert "Hour" in reader.stored().text


def test_what_is_kept_of_how_it_was_made_says_that_it_was_told_ahead(reader: Reader) -> None:
    reader.play("1")
    (done,) = json.loads(reader.stored().details)
    assert done["ahead_s"] == done["total_s"] > 0
    reader.play("wait")
    (done,) = json.loads(reader.stored().details)
    assert done["ahead_s"] == 0


def test_nothing_of_it_is_shown_before_the_turn_is_on_the_disk(reader: Reader) -> None:
    events = reader.session.submit("1")
    assert isinstance(next(events), Committed)
    assert reader.session.run.current().depth == 1
    assert reader.session.run.tellings(2) == []
    assert isinstance(next(events), Opened)
    events.close()


def test_the_others_end_and_it_is_waited_for(halfway: Reader, gate: Event) -> None:
    gate.clear()
    events = halfway.session.submit("2")
    assert [type(next(events)) for _ in range(2)] == [Committed, Opened]
    assert [each.is_stopped for each in halfway.model.told_ahead] == [
        "Ask for time" not in each.request.messages[-1].text for each in halfway.model.told_ahead
    ]
    assert sum(not each.is_ahead for each in halfway.model.told_ahead) == 1
    gate.set()
    list(events)


def test_one_that_is_being_told_goes_on_by_sentences(halfway: Reader) -> None:
    events = list(halfway.session.submit("1"))
    assert sum(isinstance(each, Grew) for each in events) == 1
    assert told(events) == f"Hour {halfway.stored().seed}. It goes by."


def test_a_stop_ends_it_and_keeps_the_text_so_far(halfway: Reader, gate: Event) -> None:
    gate.clear()
    events = halfway.session.submit("1")
    shown = [next(events) for _ in range(2)]
    halfway.session.stop()
    shown += list(events)
    assert told(shown).startswith(f"Hour {halfway.stored().seed}.")
    assert "goes" not in told(shown)


def test_what_is_told_ahead_went_through_the_same_gate(tmp_path: Path) -> None:
    def says(request: Request) -> str:
        return "It is late." if "ghost" in request.sampling.banned else "A ghost walks. It moans."

    with Reader(tmp_path, model := SeededModel(says)) as reader:
        world, sentences = reader.session.world, reader.session.sentences
        reader.session.told.narrator = Narrator(world, sentences, model, asked="model", judges=Censor(ghost="absent"))
        reader.play("wait")
        assert reader.asked_for("1") == []
        assert "It is late." in reader.stored().text
        assert "ghost" not in reader.stored().text


def test_a_stop_from_before_does_not_count(reader: Reader) -> None:
    reader.session.stop()
    assert "goes by." in told(reader.play("1"))


def test_one_that_is_left_half_way_is_stored_as_far_as_it_was_shown(halfway: Reader, gate: Event) -> None:
    gate.clear()
    events = halfway.session.submit("1")
    shown = [next(events) for _ in range(2)]
    events.close()
    assert told(shown) in halfway.stored().text
    assert "goes" not in halfway.stored().text


def test_a_turn_that_the_disk_refused_is_still_told_ahead(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise SaveError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(reader.session.run, "commit", full)
        with pytest.raises(SaveError):
            reader.play("1")
    reader.read()
    assert len(reader.model.told_ahead) == len({each.request for each in reader.model.told_ahead})
    assert reader.asked_for("1") == []


def test_what_only_one_outcome_opens_is_in_no_other_prompt(tmp_path: Path) -> None:
    with Reader(tmp_path, world=LORE) as reader:
        reader.play("2")
        snoring = [each for each in reader.model.requests if "bishop" in str(each)]
        assert len(snoring) == 2  # at either turn the one of her being paid
        assert all("Pay her" in each.messages[-1].text for each in snoring)
