"""Turns that are told ahead and never come, or not as they were told: nothing is left of them, and nothing is shown."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread, current_thread

import pytest

from game.errors import SaveError
from game.session.ahead.outlook import MOST
from game.session.session import never
from game.session.turn_events import Committed
from game.storage.records import Telling
from game.story.model import ModelStatus, Request
from game.story.passages import Opened
from tests.kit import inn
from tests.scripted import SeededModel
from tests.session.ahead.reader import LONGEST_S, Reader, join, threads, told

COMMANDS = ["/undo", "/retry", "/jump 0", "/edit Rain.", "/rate good", "/bookmark here", "/help", "inventory", "/quit"]


@pytest.fixture
def unforeseen(tmp_path: Path) -> Telling:
    """Return the telling of a turn of waiting where nothing is told ahead."""
    with Reader(tmp_path / "unforeseen", may_look_ahead=never) as reader:
        reader.play("wait")
        return reader.stored()


@pytest.fixture
def waiting(tmp_path: Path, gate: Event) -> Iterator[Reader]:
    """Yield a reader for whom the first sentence of each choice is told, and no more until somebody waits for it."""
    with Reader(tmp_path, SeededModel(ahead=3, gate=gate)) as reader:
        wait_for_all(reader)
        yield reader


def wait_for_all(reader: Reader) -> None:
    """Wait until each of the likely turns is told as far as it is told ahead."""
    for _ in range(MOST):
        assert reader.model.waiting.acquire(timeout=LONGEST_S)


def narrated(reader: Reader) -> list[Request]:
    """Return what was asked ahead of the narrator, and not of a person."""
    return [each.request for each in reader.model.told_ahead if each.request.slot == "narrator"]


def test_a_turn_that_nobody_foresaw_ends_all_and_is_told_as_ever(unforeseen: Telling, waiting: Reader) -> None:
    foreseen = waiting.model.told_ahead
    (asked,) = waiting.asked_for("wait")
    assert asked.due is None
    assert all(each.is_stopped and each.is_ahead for each in foreseen)
    assert waiting.stored() == unforeseen


def test_what_later_turns_go_on_from_is_read_after_first_words(tmp_path: Path) -> None:
    with Reader(tmp_path) as reader:
        reader.session._rest.submit(list).result(LONGEST_S)
        assert [each.slot for each in reader.model.requests[-2:]] == ["world", "person:anna"]


def test_words_of_ones_own_for_a_choice_are_another_prompt(waiting: Reader) -> None:
    (asked,) = waiting.asked_for("take lamp")
    assert "take lamp" in asked.request.messages[-1].text


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_ends_what_is_told_ahead(waiting: Reader, command: str) -> None:
    foreseen = waiting.model.told_ahead
    next(waiting.session.submit(command))
    assert all(each.is_stopped for each in foreseen)


@pytest.mark.parametrize("command", COMMANDS)
def test_after_a_command_turns_are_told_ahead_anew(tmp_path: Path, command: str) -> None:
    with Reader(tmp_path) as reader:
        reader.play("wait")
        reader.play(command)
        assert reader.asked_for("1") == []


def test_after_a_rewritten_telling_no_prompt_holds_the_old_one(tmp_path: Path) -> None:
    with Reader(tmp_path) as reader:
        reader.play("1")
        old, so_far = f"Hour {reader.stored().seed}", len(narrated(reader))
        assert old in str(narrated(reader)[-1])
        reader.play("/edit It rains in.")
        anew = [str(request) for request in narrated(reader)[so_far:]]
        assert {(old in each, "It rains in." in each) for each in anew} == {(False, True)}


def test_words_that_are_not_understood_end_nothing(waiting: Reader) -> None:
    waiting.play("fly")
    assert not any(each.is_stopped for each in waiting.model.told_ahead)
    assert len(waiting.model.told_ahead) == MOST
    assert waiting.asked_for("1") == []


def test_an_edited_world_is_told_ahead_anew(waiting: Reader) -> None:
    foreseen, so_far = waiting.model.told_ahead, len(narrated(waiting))
    waiting.session.edited = lambda: inn('[[lore]]\ntext = "The bishop snores."\n')
    list(waiting.session.reread())
    assert all(each.is_stopped for each in foreseen)
    wait_for_all(waiting)
    assert len(narrated(waiting)) == 2 * so_far
    assert all("bishop" in str(request) for request in narrated(waiting)[so_far:])


def test_a_model_that_dies_meanwhile_is_asked_anew(waiting: Reader) -> None:
    waiting.model.lost.set()
    join(threads())
    (asked,) = waiting.asked_for("1")
    assert asked.due is None
    assert "goes by." in waiting.stored().text


def test_a_model_that_is_not_there_when_the_turn_is_played_leaves_it_to_the_author(waiting: Reader) -> None:
    waiting.model.status = ModelStatus("loading")
    assert waiting.asked_for("1") == []
    assert (waiting.stored().narrator, waiting.stored().details) == ("authored", "")
    assert "She counts them twice." in waiting.stored().text


def test_a_model_that_dies_while_the_turn_is_followed_leaves_the_rest_to_the_author(
    waiting: Reader, gate: Event
) -> None:
    gate.clear()
    events = waiting.session.submit("1")
    shown = [next(events), next(events)]
    waiting.model.lost.set()
    gate.set()
    shown += list(events)
    assert told(shown).startswith("Hour")
    assert "She counts them twice." in told(shown)


def test_what_there_is_no_room_for_is_told_when_it_is_played(tmp_path: Path) -> None:
    with Reader(tmp_path, SeededModel(room=0)) as reader:
        (asked,) = reader.asked_for("1")
        assert asked.due is None
        assert "goes by." in reader.stored().text


def test_a_run_killed_between_the_disk_and_the_telling_stands_at_its_turn(waiting: Reader) -> None:
    events = waiting.session.submit("1")
    assert isinstance(next(events), Committed)
    waiting.session.run.close()  # as if the program had been killed here
    with pytest.raises(SaveError):
        list(events)
    waiting.session.close()
    waiting.reopen()
    assert (waiting.session.run.current().depth, waiting.stored().narrator) == (1, "authored")


def test_a_turn_nobody_listened_to_ends_what_was_told_ahead(waiting: Reader) -> None:
    foreseen = waiting.model.told_ahead
    events = waiting.session.submit("1")
    next(events)
    events.close()
    assert all(each.is_stopped for each in foreseen)


def test_nothing_is_written_of_a_turn_that_may_come(tmp_path: Path) -> None:
    with Reader(tmp_path, may_look_ahead=never) as reader:
        before = reader.session.run.file.read_bytes()
        reader.session.may_look_ahead = lambda: True
        reader.play("/help")
        assert len(reader.model.told_ahead) == MOST
        assert reader.session.run.file.read_bytes() == before


def test_nothing_is_kept_of_a_turn_that_never_came(tmp_path: Path) -> None:
    with Reader(tmp_path) as reader:
        held = [weakref.ref(each) for each in reader.session.told.outlook._held]
        assert len(held) == MOST
        reader.session.may_look_ahead = never
        reader.play("wait")
        gc.collect()
        assert [each() for each in held] == [None] * MOST


def test_there_are_never_more_than_four_threads_and_none_in_the_end(tmp_path: Path) -> None:
    counts = []
    with Reader(tmp_path, SeededModel(ahead=1)) as reader:
        for words in ("1", "wait", "2", "/undo"):
            wait_for_all(reader)
            counts.append(len(threads()))
            reader.play(words)
    assert counts == [MOST] * 4
    assert threads() == []


def test_closing_in_the_middle_keeps_what_was_shown(waiting: Reader, gate: Event) -> None:
    gate.clear()
    shown = Event()

    def follow() -> None:
        for event in waiting.session.submit("1"):
            if isinstance(event, Opened):
                shown.set()

    player = Thread(target=follow)
    player.start()
    assert shown.wait(LONGEST_S)
    waiting.session.close()
    join([player, *threads()])
    waiting.reopen()
    assert "Hour" in waiting.stored().text
    assert "goes" not in waiting.stored().text


def test_the_next_words_end_a_turn_that_is_followed_and_are_foreseen_from_where_it_led(
    waiting: Reader, gate: Event
) -> None:
    gate.clear()
    events = waiting.session.submit("1")
    next(events)
    next(events)
    waiting.session.stop()  # what a screen does when words come meanwhile
    list(events)
    gate.set()
    wait_for_all(waiting)
    assert waiting.asked_for("1") == []
    assert waiting.session.run.current().depth == 2


def test_without_leave_nothing_is_told_ahead(tmp_path: Path) -> None:
    with Reader(tmp_path, may_look_ahead=never) as reader:
        reader.play("1")
        assert reader.model.told_ahead == []


def test_leave_is_asked_for_at_each_rest_and_where_nobody_waits(tmp_path: Path) -> None:
    asked_in: list[str] = []

    def is_plugged_in() -> bool:
        asked_in.append(current_thread().name.split("_")[0])
        return len(asked_in) > 1

    with Reader(tmp_path, may_look_ahead=is_plugged_in) as reader:
        assert reader.model.told_ahead == []
        reader.play("1")
        assert len(reader.model.told_ahead) == MOST
    assert asked_in == ["rest", "rest"]


def test_where_the_author_tells_nothing_is_asked_for(tmp_path: Path) -> None:
    with Reader(tmp_path, way="authored") as reader:
        reader.play("1")
        assert reader.model.asked == []


def test_after_an_ending_nothing_is_told_ahead(tmp_path: Path) -> None:
    with Reader(tmp_path) as reader:
        reader.play("1")
        reader.play("wait")
        before = len(reader.model.told_ahead)
        reader.play("up")
        assert reader.session.state.ending
        assert len(reader.model.told_ahead) == before
