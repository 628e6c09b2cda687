"""Prompts kept on disk, and how they are found again."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import NamedTuple

import pytest

from game.llm.worker.shelf import LEAST, Shelf
from tests.llm.pages import Pages

WORLD = list(range(100))
RUN = [*WORLD, *range(500, 700)]
OTHER = [*WORLD, *range(800, 950)]
MEGABYTE = 10**6


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def shelf_in(folder: Path, *, model: str = "tiny", limit: int = MEGABYTE, pages: Pages | None = None) -> Shelf:
    return Shelf(pages or Pages(), folder, model=model, limit=limit)


def keep(shelf: Shelf, *prompts: list[int]) -> None:
    """Keep prompts, each a second after the other."""
    for number, prompt in enumerate(prompts):
        shelf._store.held[0] = prompt  # type: ignore[attr-defined]
        shelf.keep(prompt, 0)
        for file in set(shelf._files()):
            age(file, 1 if number + 1 < len(prompts) else 0)


def age(file: Path, seconds: int) -> None:
    used = file.stat().st_mtime - seconds
    os.utime(file, (used, used))


def counts(shelf: Shelf, *prompts: list[int]) -> list[int]:
    """Return how many tokens of each prompt are kept."""
    return [len(found.tokens) if (found := shelf.find(prompt)) else 0 for prompt in prompts]


def test_what_was_kept_is_found_by_all_that_begins_with_it(tmp_path: Path) -> None:
    keep(shelf_in(tmp_path), WORLD)
    assert counts(shelf_in(tmp_path), WORLD, RUN, OTHER, WORLD[:-1], [7, *WORLD]) == [100, 100, 100, 0, 0]


def test_the_longest_beginning_is_found(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    keep(shelf, WORLD, RUN)
    assert counts(shelf, [*RUN, 1], OTHER) == [300, 100]


def test_what_would_save_too_little_is_not_found(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    keep(shelf, WORLD)
    assert shelf.find(RUN, beyond=len(WORLD) - LEAST)
    assert shelf.find(RUN, beyond=len(WORLD) - LEAST + 1) is None


def test_another_model_finds_nothing(tmp_path: Path) -> None:
    keep(shelf_in(tmp_path), WORLD)
    assert counts(shelf_in(tmp_path, model="tiny with another memory"), WORLD) == [0]


def test_what_was_found_is_loaded(tmp_path: Path) -> None:
    shelf, pages = shelf_in(tmp_path), Pages()
    keep(shelf, RUN)
    found = shelf_in(tmp_path, pages=pages).find([*RUN, 1])
    assert found
    assert shelf_in(tmp_path, pages=pages).fetch(found, 3)
    assert pages.held[3] == RUN


def test_a_run_that_went_on_takes_the_place_of_what_was_kept_of_it(tmp_path: Path) -> None:
    shelf, later, last = shelf_in(tmp_path), [*RUN, 1, 2], [*RUN, 1, 2, 3]
    keep(shelf, WORLD, OTHER, RUN, later, last)
    assert sorted(int(file.name.split("-")[1]) for file in tmp_path.iterdir()) == [100, 250, 303]


def test_the_same_prompt_is_kept_once(tmp_path: Path) -> None:
    pages = Pages()
    keep(shelf_in(tmp_path, pages=pages), WORLD, WORLD)
    keep(shelf_in(tmp_path, pages=pages), WORLD)
    assert len(list(tmp_path.iterdir())) == 1


def test_the_least_recently_used_goes_first(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path, limit=4 * 700)
    keep(shelf, WORLD, RUN, OTHER)
    assert counts(shelf, WORLD, RUN, OTHER) == [100, 300, 250]
    keep(shelf, [*range(300)])
    assert counts(shelf, WORLD, RUN, OTHER) == [0, 0, 250]


def test_what_is_loaded_is_used(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path, limit=4 * 600)
    keep(shelf, RUN, OTHER)
    found = shelf.find(RUN)
    assert found
    age(shelf.find(OTHER).file, 10)  # type: ignore[union-attr]
    shelf.fetch(found, 1)
    keep(shelf, WORLD)
    assert counts(shelf, RUN, OTHER) == [300, 100]


def test_what_is_over_the_limit_by_itself_is_not_kept_and_costs_the_others_nothing(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path, limit=4 * 299)
    keep(shelf, WORLD, RUN)
    assert counts(shelf, RUN) == [100]


def test_a_smaller_limit_removes_what_is_over_it_and_none_removes_all(tmp_path: Path) -> None:
    keep(shelf_in(tmp_path), RUN, OTHER)
    (tmp_path / "notes.txt").write_text("mine")
    assert counts(shelf_in(tmp_path, limit=4 * 250), RUN, OTHER) == [0, 250]
    shelf_in(tmp_path, limit=0)
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_what_a_killed_game_left_half_written_goes_with_its_age(tmp_path: Path) -> None:
    draft = tmp_path / "0123.part"
    draft.write_bytes(bytes(400))
    age(draft, 100)
    keep(shelf_in(tmp_path, limit=4 * 350), RUN)
    assert not draft.exists()


def test_a_file_that_could_not_be_written_whole_leaves_nothing(tmp_path: Path) -> None:
    pages = Pages()
    pages.is_failing = True
    keep(shelf_in(tmp_path, pages=pages), RUN)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_nearly_full_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 10**12, 2**26))
    keep(shelf_in(tmp_path), RUN)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shelf = shelf_in(tmp_path / "file" / "prompts")
    keep(shelf, RUN)
    assert counts(shelf, RUN) == [0]


@pytest.mark.parametrize("at", [0, 1, 600, 1199])
def test_a_damaged_file_is_removed_and_never_loaded(tmp_path: Path, at: int) -> None:
    shelf, pages = shelf_in(tmp_path), Pages()
    keep(shelf, RUN)
    (file,) = tmp_path.iterdir()
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    shelf = shelf_in(tmp_path, pages=pages)
    assert not shelf.fetch(shelf.find(RUN), 1)  # type: ignore[arg-type]
    assert (pages.loads, file.exists()) == (0, False)


def test_what_llama_cpp_refuses_is_not_tried_again(tmp_path: Path) -> None:
    shelf, pages = shelf_in(tmp_path), Pages()
    keep(shelf, RUN)
    pages.is_failing = True
    shelf = shelf_in(tmp_path, pages=pages)
    assert not shelf.fetch(shelf.find(RUN), 1)  # type: ignore[arg-type]
    assert counts(shelf, RUN) == [0]
    assert counts(shelf_in(tmp_path), RUN) == [300]


def test_what_ends_the_process_does_so_once(tmp_path: Path) -> None:
    shelf, pages = shelf_in(tmp_path), Pages()
    keep(shelf, RUN)
    pages.is_deadly = True
    shelf = shelf_in(tmp_path, pages=pages)
    with pytest.raises(SystemExit):
        shelf.fetch(shelf.find(RUN), 1)  # type: ignore[arg-type]
    assert counts(shelf_in(tmp_path), RUN) == [0]
    shelf_in(tmp_path, limit=0)
    assert list(tmp_path.iterdir()) == []


def test_what_another_game_removes_meanwhile_is_only_missing(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    keep(shelf, RUN)
    found = shelf.find(RUN)
    assert found
    shelf_in(tmp_path, limit=0)
    assert not shelf.fetch(found, 1)
    keep(shelf, RUN)
    assert counts(shelf, RUN) == [300]


def test_a_file_of_another_name_is_not_read(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    keep(shelf, RUN)
    (file,) = tmp_path.iterdir()
    file.rename(tmp_path / file.name.replace("-300-", "-٣٠٠-"))
    (tmp_path / "x.prompt").mkdir()
    assert counts(shelf, RUN) == [0]


def test_only_the_player_can_read_them(tmp_path: Path) -> None:
    keep(shelf_in(tmp_path / "prompts"), RUN)
    (file,) = (tmp_path / "prompts").iterdir()
    assert [stat.S_IMODE(each.stat().st_mode) for each in (file.parent, file)] == [0o700, 0o600]
