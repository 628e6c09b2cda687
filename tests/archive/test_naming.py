"""Which run is meant, and which turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.archive.naming import find_discarded, find_run, find_turn, full_name
from game.errors import SaveError
from game.storage.snapshot import Snapshot
from game.storage.trash import discard, list_discarded
from tests.archive.kit import played, rich


def test_a_run_is_found_by_each_of_its_names(tmp_path: Path) -> None:
    path = played(tmp_path)
    for name in ("anna", "inn/anna", str(path)):
        assert find_run(name, tmp_path) == path


def test_a_path_from_here_still_says_the_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = played(tmp_path)
    monkeypatch.chdir(path.parent)
    assert full_name(find_run(path.name, tmp_path)) == "inn/anna"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("ana", "There is no run 'ana'; did you mean 'inn/anna'?"),
        ("zzzz", "There is no run 'zzzz'; the runs are inn/anna."),
        ("inn/x\x1b", "There is no run 'inn/x\ufffd'"),
        ("no.loreloom", "There is no run at no.loreloom; check the path."),
    ],
)
def test_a_wrong_name_is_a_sentence_with_the_nearest(tmp_path: Path, name: str, sentence: str) -> None:
    played(tmp_path)
    with pytest.raises(SaveError) as refused:
        find_run(name, tmp_path)
    assert str(refused.value).startswith(sentence)


def test_a_name_in_two_worlds_asks_which(tmp_path: Path) -> None:
    path = played(tmp_path)
    (tmp_path / "tower").mkdir()
    (tmp_path / "tower" / path.name).touch()
    with pytest.raises(SaveError, match="several runs 'anna': say which, inn/anna or tower/anna"):
        find_run("anna", tmp_path)


def test_where_there_are_no_runs_none_is_meant(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="; there are none"):
        find_run("anna", tmp_path)


def test_of_two_deleted_runs_of_a_name_the_last_is_meant(tmp_path: Path) -> None:
    first, last = (discard(tmp_path, played(tmp_path)) for _ in range(2))
    trash = list_discarded(tmp_path)
    assert [find_discarded(name, trash) for name in ("anna", "inn/anna")] == [last, last]
    with pytest.raises(SaveError, match="no run 'ann' in the trash; did you mean 'inn/anna'"):
        find_discarded("ann", [first])


def test_a_turn_is_a_number_on_the_path_or_one_as_played_or_a_bookmark(tmp_path: Path) -> None:
    with Snapshot(rich(tmp_path)) as run:
        assert find_turn(run, None) == run.here
        assert find_turn(run, "0").id == 1
        assert find_turn(run, "1").action == "choose pay"
        assert find_turn(run, "@3").action == "go east"
        assert find_turn(run, "before the yard").action == "take lamp"


@pytest.mark.parametrize("name", ["3", "@9", "-1", "@", "9" * 5000, "²", "storm"])
def test_a_turn_that_is_not_there_is_a_sentence(tmp_path: Path, name: str) -> None:
    with Snapshot(rich(tmp_path)) as run, pytest.raises(SaveError, match="has no turn"):
        find_turn(run, name)
