"""Adapters that are kept for the player."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm.digest import weights_digest
from game.llm.own import Own, drop_own, find_own, free_name, keep_own, lost_own, name_of, own_adapters, own_for


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "model.gguf"
    file.write_bytes(b"GGUF model")
    return file


@pytest.fixture
def mine(tmp_path: Path, models: Path, source: Path) -> Own:
    """An adapter that is kept."""
    file = tmp_path / "trained.gguf"
    file.write_bytes(b"GGUF adapter")
    return keep_own(Own("mine", file, "1" * 64, "2" * 64, weights_digest(source), "A model", "starter"), models)


def test_what_is_kept_is_a_copy_with_all_that_is_known_of_it(mine: Own, models: Path, tmp_path: Path) -> None:
    (tmp_path / "trained.gguf").unlink()
    assert own_adapters(models) == [mine]
    assert find_own("mine", models).file.read_bytes() == b"GGUF adapter"


def test_it_goes_with_the_model_that_it_was_made_for_wherever_that_lies(mine: Own, models: Path, source: Path) -> None:
    moved = source.rename(source.with_name("moved.gguf"))
    assert own_for(moved, "mine", models) == mine
    moved.write_bytes(b"GGUF other")
    assert own_for(moved, "mine", models) is None


def test_the_same_is_kept_again_in_its_place(mine: Own, models: Path) -> None:
    assert keep_own(mine, models) == mine
    assert own_adapters(models) == [mine]


def test_another_of_its_name_is_refused(mine: Own, models: Path) -> None:
    with pytest.raises(ModelError, match=r"called 'mine' already: .*--as"):
        keep_own(replace(mine, sha256="3" * 64), models)


@pytest.mark.usefixtures("mine")
def test_what_is_dropped_leaves_nothing(models: Path) -> None:
    drop_own("mine", models)
    assert list((models / "adapters").iterdir()) == []


@pytest.mark.parametrize("card", ["{bad", '{"sha256": null}', "[]"])
def test_one_whose_card_cannot_be_read_is_not_written_over(mine: Own, models: Path, tmp_path: Path, card: str) -> None:
    mine.file.with_suffix(".json").write_text(card)
    assert own_adapters(models) == []
    other = tmp_path / "other.gguf"
    other.write_bytes(b"GGUF other adapter")
    with pytest.raises(ModelError, match="called 'mine' already"):
        keep_own(replace(mine, file=other), models)
    assert mine.file.read_bytes() == b"GGUF adapter"


def test_a_name_that_is_taken_has_a_number_behind_it(mine: Own, models: Path) -> None:
    assert [free_name(text, models) for text in ("Mine", "Yours")] == [f"{mine.name}-2", "yours"]


@pytest.mark.usefixtures("mine")
def test_the_nearest_name_is_shown(models: Path) -> None:
    with pytest.raises(ModelError, match="did you mean 'mine'"):
        find_own("mein", models)
    with pytest.raises(ModelError, match="loreloom tune list"):
        find_own("something else", models)


@pytest.mark.parametrize("name", ["../mine", "/etc/passwd", ""])
@pytest.mark.usefixtures("mine")
def test_a_name_is_never_a_path(name: str, models: Path) -> None:
    drop_own(name, models / "adapters")
    with pytest.raises(ModelError, match="There is no adapter"):
        find_own(name, models)
    assert len(list((models / "adapters").iterdir())) == 2


@pytest.mark.parametrize("card", ["", "[]", "{", '{"sha256": "1"}'])
def test_a_broken_card_is_no_adapter(mine: Own, models: Path, card: str) -> None:
    mine.file.with_suffix(".json").write_text(card)
    assert own_adapters(models) == []


def test_one_whose_file_is_gone_is_said_to_be_lost_and_can_be_dropped(mine: Own, models: Path) -> None:
    assert lost_own("mine", models) == ""
    mine.file.unlink()
    assert lost_own("mine", models).startswith(
        f"The adapter 'mine' is not in {models / 'adapters'}, so the model tells"
    )
    drop_own("mine", models)
    assert list((models / "adapters").iterdir()) == []


@pytest.mark.parametrize("name", [None, "none"])
def test_where_none_is_wanted_none_is_lost(name: str | None, models: Path) -> None:
    assert lost_own(name, models) == ""


def test_a_folder_that_cannot_be_written_is_one_sentence(mine: Own, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")
    with pytest.raises(ModelError, match="could not be kept in"):
        keep_own(mine, tmp_path / "file")


@pytest.mark.parametrize(
    ("text", "name"),
    [("My Lines (2)", "my-lines-2"), ("../../etc", "etc"), ("none", "adapter"), ("…", "adapter"), ("声音", "声音")],
)
def test_a_name_is_made_of_any_text(text: str, name: str) -> None:
    assert name_of(text) == name
