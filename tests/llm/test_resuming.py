"""A game that is started again reads almost nothing of what an earlier one read."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import psutil
import pytest

from game.llm.limits import Limits
from game.story.model import Done, Request, Sampling
from tests.llm.hosts import PATIENCE_S, asking, started, told, until, worker_of
from tests.llm.tiny_gguf import write_llama, write_mamba

RULES = "You tell a story by the sea. " * 8
SAID = [text for turn in range(12) for text in (f"I take {turn} steps.", f"The fog is {turn} fathoms deep.")]
SETTLED = asking(RULES, *SAID, max_tokens=0)
NEXT = asking(RULES, *SAID, "I look.", sampling=Sampling(temperature=0.0))
UNSHARED = len("user.I look..") + len("assistant.") + 3


def lived(model: Path, shelf: Path | None, *requests: Request, **options: Any) -> list[tuple[list[str], Done]]:
    """Return what a game was told from its start to its end."""
    with started(model, model.with_suffix(".log"), shelf=shelf, **options) as host:
        assert host.wait(PATIENCE_S), host.status
        return [told(host, request) for request in requests]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "prompts"


def kept_in(shelf: Path) -> list[int]:
    """Return the tokens of each file, fewest first."""
    return sorted(int(file.name.split("-")[1]) for file in shelf.glob("*.prompt"))


def test_a_resumed_run_reads_only_what_is_new_and_tells_the_same(tiny_path: Path, shelf: Path) -> None:
    _, (text, _) = lived(tiny_path, shelf, SETTLED, NEXT)
    ((again, done),) = lived(tiny_path, shelf, NEXT)
    assert again == text
    assert done.read_tokens == UNSHARED < done.prompt_tokens // 10


def test_a_known_world_is_not_read_again_for_another_run(tiny_path: Path, shelf: Path) -> None:
    lived(tiny_path, shelf, asking(RULES, slot="world", max_tokens=0), SETTLED)
    ((_, done),) = lived(tiny_path, shelf, asking(RULES, "I begin otherwise."))
    assert done.prompt_tokens - done.read_tokens == kept_in(shelf)[0]


def test_what_a_run_was_shown_last_is_not_kept_before_it_is_settled(tiny_path: Path, shelf: Path) -> None:
    (_, settled), _ = lived(tiny_path, shelf, SETTLED, NEXT)
    assert kept_in(shelf) == [settled.prompt_tokens]


def test_a_recurrent_model_resumes_too(tmp_path: Path, shelf: Path) -> None:
    model = write_mamba(tmp_path / "m.gguf")
    _, (text, _) = lived(model, shelf, SETTLED, NEXT)
    ((again, done),) = lived(model, shelf, NEXT)
    assert (again, done.read_tokens) == (text, UNSHARED)


def test_another_model_reads_for_itself(tiny_path: Path, tmp_path: Path, shelf: Path) -> None:
    lived(tiny_path, shelf, SETTLED)
    ((_, done),) = lived(write_llama(tmp_path / "m.gguf", layers=2), shelf, NEXT)
    assert done.read_tokens == done.prompt_tokens


def test_without_a_folder_nothing_is_kept(tiny_path: Path, shelf: Path) -> None:
    lived(tiny_path, None, SETTLED)
    ((_, done),) = lived(tiny_path, None, NEXT)
    assert done.read_tokens == done.prompt_tokens
    assert not shelf.exists()


def test_a_limit_of_none_keeps_none(tiny_path: Path, shelf: Path) -> None:
    lived(tiny_path, shelf, SETTLED)
    lived(tiny_path, shelf, SETTLED, shelf_bytes=0)
    assert kept_in(shelf) == []


def test_two_games_share_what_they_keep(tiny_path: Path, tmp_path: Path, shelf: Path) -> None:
    with (
        started(tiny_path, tmp_path / "log", shelf=shelf) as one,
        started(tiny_path, tmp_path / "log", shelf=shelf) as two,
    ):
        assert one.wait(PATIENCE_S)
        assert two.wait(PATIENCE_S)
        told(one, SETTLED)
        until(lambda: bool(kept_in(shelf)))
        assert told(two, NEXT)[1].read_tokens == UNSHARED
        for file in shelf.iterdir():
            file.unlink()
        told(two, SETTLED)
    assert len(kept_in(shelf)) == 1


def test_a_process_that_is_killed_has_kept_what_it_kept(tiny_path: Path, tmp_path: Path, shelf: Path) -> None:
    with started(tiny_path, tmp_path / "log", shelf=shelf) as host:
        assert host.wait(PATIENCE_S)
        _, settled = told(host, SETTLED)
        next(host.reply(asking(RULES, *SAID, "I wait.", max_tokens=3000)))
        os.kill(worker_of(host).pid, signal.SIGKILL)
    assert kept_in(shelf) == [settled.prompt_tokens]
    ((_, done),) = lived(tiny_path, shelf, NEXT)
    assert done.read_tokens == UNSHARED


def test_a_process_that_does_not_end_by_itself_is_ended(tiny_path: Path, tmp_path: Path, shelf: Path) -> None:
    with started(tiny_path, tmp_path / "log", shelf=shelf, limits=Limits(parting_s=0.1)) as host:
        assert host.wait(PATIENCE_S)
        worker = worker_of(host)
        worker.send_signal(signal.SIGSTOP)
    assert not psutil.pid_exists(worker.pid)


def test_a_game_that_closes_in_the_middle_of_a_telling_keeps_its_history(
    tiny_path: Path, tmp_path: Path, shelf: Path
) -> None:
    with started(tiny_path, tmp_path / "log", shelf=shelf) as host:
        assert host.wait(PATIENCE_S)
        told(host, asking(RULES, slot="world", max_tokens=0))
        _, settled = told(host, SETTLED)
        next(host.reply(asking(RULES, *SAID, "I wait.", max_tokens=3000)))
    assert kept_in(shelf)[-1] == settled.prompt_tokens


@pytest.mark.parametrize(
    "change", [lambda content: content[:1000], lambda content: content[:-1] + b"\1", lambda _: b""]
)
def test_a_damaged_file_is_read_anew_and_the_process_lives(tiny_path: Path, shelf: Path, change: Any) -> None:
    _, (text, _) = lived(tiny_path, shelf, SETTLED, NEXT)
    for file in shelf.iterdir():
        file.write_bytes(change(file.read_bytes()))
    ((again, done),) = lived(tiny_path, shelf, NEXT)
    assert (again, done.read_tokens) == (text, done.prompt_tokens)
    assert kept_in(shelf) == []
