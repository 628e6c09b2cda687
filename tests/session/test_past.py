"""The past of a turn is a function of the path, reaches back a bounded way, and is read only when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session import past as module
from game.session.past import Past
from game.storage.records import Meta
from game.storage.run import RunFile
from game.story.passages import Passage, format_passages
from game.story.rolling import first_needed
from game.story.turn import PastTurn

META = Meta("inn", "a1", 7, 1, "en", "2026-01-01T00:00:00+00:00")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunFile]:
    """Yield a run with its root alone, in which the past reaches back four turns at least."""
    monkeypatch.setattr(module, "REACH", 4)
    with RunFile.create(tmp_path / "inn" / "a.loreloom", META, state="0", events="[]") as run:
        tell(run, "0")
        yield run


def tell(run: RunFile, text: str) -> PastTurn:
    """Tell the current turn; return it as it is remembered."""
    passages = (Passage("telling", text),)
    turn = run.current()
    run.tell(turn.id, format_passages(passages), narrator="author", model="", seed=0)
    return PastTurn.of(turn.depth, turn.words, passages)


def play(run: RunFile, *texts: str) -> None:
    """Play and tell turns."""
    for text in texts:
        run.commit(text, "wait", "[]", "s")
        tell(run, text)


def words(turns: tuple[PastTurn, ...]) -> str:
    """Return what was told, in one line."""
    return " ".join(turn.entry.text for turn in turns)


def test_all_that_was_told_on_the_path_is_remembered(run: RunFile) -> None:
    play(run, "1", "2")
    past = Past(run)
    assert words(past.all()) == "0 1 2"
    assert words(past.before(2)) == "0 1"


def test_what_is_added_is_what_would_be_read(run: RunFile) -> None:
    past = Past(run)
    assert words(past.all()) == "0"
    for number in range(1, 20):
        run.commit(str(number), "wait", "[]", "s")
        assert words(past.before(number)) == words(Past(run).before(number))
        past.add(tell(run, str(number)))
        assert words(past.all()) == words(Past(run).all())


def test_a_long_past_begins_at_a_turn_that_depends_on_its_number_alone(run: RunFile) -> None:
    play(run, *map(str, range(1, 12)))
    assert words(Past(run).all()) == "8 9 10 11"
    assert words(Past(run).before(11)) == "4 5 6 7 8 9 10"


def test_another_path_is_another_past(run: RunFile) -> None:
    past = Past(run)
    play(run, "1", "2")
    assert words(past.all()) == "0 1 2"
    run.undo()
    assert words(past.all()) == "0 1"
    play(run, "3")
    assert words(past.all()) == "0 1 3"
    run.jump(3)
    assert words(past.all()) == "0 1 2"


def test_a_redone_turn_is_remembered_again(run: RunFile) -> None:
    past = Past(run)
    play(run, "1", "2")
    run.jump(2)
    assert words(past.all()) == "0 1"
    run.redo()
    assert words(past.all()) == "0 1 2"


def test_a_turn_without_a_telling_is_left_out(run: RunFile) -> None:
    past = Past(run)
    play(run, "1")
    run.commit("2", "wait", "[]", "s")
    run.commit("3", "wait", "[]", "s")
    past.add(tell(run, "3"))
    assert words(past.all()) == "0 1 3" == words(Past(run).all())


def test_another_choice_of_telling_is_read_after_it_is_forgotten(run: RunFile) -> None:
    past = Past(run)
    past.all()
    tell(run, "zero")
    past.forget()
    assert words(past.all()) == "zero"


def test_a_past_reaches_as_far_back_as_what_is_remembered_depends_on() -> None:
    assert all(module.reach_of(number) <= first_needed(range(number)) for number in range(5_000))
