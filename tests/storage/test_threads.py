"""A run used from several threads, as worker threads of a front end use it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from game.storage.run import RunFile
from game.storage.runs import list_runs


def test_a_run_works_in_a_thread_that_did_not_open_it(run: RunFile) -> None:
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(run.commit, "", "", "", "").result() == run.current()
        assert thread.submit(run.undo).result() == run.path()[0]


def test_commits_from_many_threads_make_one_path(run: RunFile) -> None:
    with ThreadPoolExecutor(4) as threads:
        turns = list(threads.map(lambda number: run.commit(str(number), "", "", ""), range(40)))
    assert sorted(turn.id for turn in turns) == list(range(2, 42))
    assert [turn.depth for turn in run.path()] == list(range(41))


def test_tellings_from_many_threads_are_all_kept(run: RunFile) -> None:
    with ThreadPoolExecutor(4) as threads:
        texts = [str(number) for number in range(40)]
        list(threads.map(lambda text: run.tell(1, text, narrator="", model="", seed=0), texts))
    assert [telling.alternative for telling in run.tellings(1)] == list(range(1, 41))
    assert {telling.text for telling in run.tellings(1)} == set(texts)


def test_committing_and_telling_at_once_do_not_disturb_each_other(run: RunFile) -> None:
    with ThreadPoolExecutor(4) as threads:
        tellings = [threads.submit(run.tell, 1, "Fog.", narrator="", model="", seed=0) for _ in range(15)]
        commits = [threads.submit(run.commit, "", "", "", "") for _ in range(15)]
    assert len({job.result().id for job in commits}) == len({job.result().alternative for job in tellings}) == 15
    assert len(run.path_tellings()) == 16


def test_runs_are_listed_while_one_is_written(run: RunFile, file: Path) -> None:
    with ThreadPoolExecutor(1) as thread:
        commits = [thread.submit(run.commit, "", "", "", "") for _ in range(30)]
        lists = [list_runs(file.parent.parent) for _ in range(30)]
    assert {summary.problem for listed in lists for summary in listed} == {""}
    assert commits[-1].result().depth == 30
