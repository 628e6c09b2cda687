"""What is recalled while a run is played: of its own path alone, and of the time before what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.recalling import PathRecall, index_some
from game.storage.run import RunFile
from game.storage.salvage import salvage
from game.story.recall import Recalled
from game.story.tellers import modelled
from tests.session.test_session import Table
from tests.session.test_undone import LONG, Asked
from tests.storage.kit import alter

EARLIER = "Earlier, and over now: "


@pytest.fixture(params=[False, True], ids=["straight", "reloaded"])
def model(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Asked]:
    """Yield a table at which the model tells, at length, so that little of the past is remembered."""
    table = Asked(tmp_path, "model", reloads=request.param)
    yield table
    table.session.close()


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Table]:
    """Yield a table at which the author tells."""
    table = Table(tmp_path, None, None, reloads=False)
    yield table
    table.session.close()


def pass_time(table: Asked, *, turns: int = 8) -> None:
    """Let so many turns pass that nothing of before is remembered but by a recap."""
    for number in range(turns):
        table.tell("wait", f"The heron passes {number}.{LONG}")


def recalled(asked: str) -> list[str]:
    """Return what is recalled in what a model was asked, each once."""
    return list(dict.fromkeys(line.split("\n")[0] for line in asked.split(EARLIER)[1:]))


def found(table: Table, *words: str) -> list[Recalled]:
    """Return what words find on the path of a table."""
    return list(PathRecall(table.session.run, table.session.run.current().id).find(words, before=99, most=9))


def test_what_was_done_long_ago_is_recalled_when_it_is_spoken_of(model: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modelled, "RECAP_SHARE", 0)
    model.tell("take lamp", f"You take it.{LONG}")
    assert recalled(model.tell("look at the brass lamp", "It wants oil.")) == []  # it is remembered
    pass_time(model)
    (line,) = recalled(model.tell("look at the brass lamp", "It wants oil."))
    assert line == "There was this to do: A bed for the night. You took the brass lamp."


def test_what_the_recap_holds_is_not_recalled(model: Asked) -> None:
    model.tell("take lamp", f"You take it.{LONG}")
    pass_time(model)
    asked = model.tell("look at the brass lamp", "It wants oil.")
    assert "Earlier:\nThere was this to do: A bed for the night. Anna holds out a hand. You took the" in asked
    assert recalled(asked) == []


def test_nothing_of_an_undone_branch_is_recalled(model: Asked) -> None:
    model.tell("take lamp", f"The otter passes.{LONG}")
    pass_time(model)
    model.tell("/jump 0")
    model.tell("talk to anna", "I never sleep.")
    pass_time(model)
    assert [each.number for each in found(model, "lamp", "brass")] == [0]  # the opening speaks of it
    assert "You took the brass lamp" not in model.tell("look", "Quiet.")


def test_a_telling_that_was_rewritten_is_found_by_its_own_words(author: Table) -> None:
    author.play("take lamp", "/edit The badger hands it over.")
    assert [each.number for each in found(author, "badger")] == [1]
    author.play("/earlier")
    assert found(author, "badger") == []
    assert found(author, "lamp")[0].number == 1


def test_an_older_run_is_indexed_while_it_is_played(author: Table) -> None:
    author.play("take lamp", "talk to anna")
    author.session.close()
    alter(author.session.run.file, "DELETE FROM recall")
    author.reopen()
    author.session.resting.result(timeout=10)
    assert [each.number for each in found(author, "lamp")] == [1, 0]
    assert not author.session.run.index.missing(1)


def test_a_repaired_run_is_indexed_anew_while_it_is_played(author: Table) -> None:
    author.play("take lamp", "talk to anna")
    author.session.close()
    file = author.session.run.file
    salvage(file, file.with_name("repaired.loreloom"), lambda *_: pytest.fail("it has its own"))
    with RunFile.open(file.with_name("repaired.loreloom")) as repaired:
        assert repaired.index.missing(1)
        assert not index_some(repaired, author.session.narrator)
        recalled = PathRecall(repaired, repaired.current().id)
        assert [each.number for each in recalled.find(("lamp",), before=9, most=9)] == [1, 0]


def test_only_some_tellings_are_indexed_at_once(author: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    author.play("take lamp", "look", "wait")
    author.session.resting.result(timeout=10)
    alter(author.session.run.file, "DELETE FROM recall")
    monkeypatch.setattr("game.session.recalling._AT_ONCE", 3)
    assert index_some(author.session.run, author.session.narrator)
    assert len(author.session.run.index.missing(9)) == 1
    assert not index_some(author.session.run, author.session.narrator)
    assert not author.session.run.index.missing(9)


def test_a_run_that_is_only_looked_at_is_not_indexed(author: Table) -> None:
    author.session.close()
    with RunFile.look(author.session.run.file) as looked:
        assert not index_some(looked, author.session.narrator)


def test_what_is_indexed_later_is_what_was_indexed_at_once(author: Table) -> None:
    author.play("take lamp", "talk to anna", "east", "west")
    author.session.resting.result(timeout=10)
    words = ("brass", "lamp", "anna", "hall", "full")
    before = found(author, *words)
    alter(author.session.run.file, "DELETE FROM recall")
    index_some(author.session.run, author.session.narrator)
    assert before == found(author, *words) != []
