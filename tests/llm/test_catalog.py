"""The catalogue as it is shipped."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from game.errors import ModelError
from game.llm.catalog import STARTER, Entry, find_entry, load_catalog
from game.story.abilities import Trust


@pytest.mark.parametrize("entry", load_catalog(), ids=lambda entry: entry.name)
def test_an_entry_comes_from_one_place_and_fits_its_size(entry: Entry) -> None:
    assert bool(entry.repo) != bool(entry.package)
    assert entry.file.endswith(".gguf")
    assert entry.parameters * 0.5 < entry.memory_gb < entry.parameters + 1
    assert {"en"} <= set(entry.languages) <= {"en", "zh"}


def test_the_catalogue_is_ordered_by_memory_and_spans_half_a_billion_to_eight() -> None:
    sizes = [entry.parameters for entry in load_catalog() if entry.repo]
    needs = [entry.memory_gb for entry in load_catalog()]
    assert needs == sorted(needs)
    assert min(sizes) < 0.6
    assert max(sizes) > 7


def test_nothing_that_was_not_measured_here_claims_to_be() -> None:
    assert [entry.name for entry in load_catalog() if entry.verified] == [STARTER]


def test_what_was_not_tried_here_is_trusted_with_nothing_by_the_catalogue() -> None:
    assert {entry.name: entry.trusted for entry in load_catalog() if entry.trusted} == {
        STARTER: (Trust("en", frozenset({"choosing"}), "catalogue"),)
    }


def test_the_catalogue_holds_no_digest() -> None:
    text = resources.files("game.llm").joinpath("catalog.toml").read_text(encoding="utf-8")
    assert "sha256" not in text


def test_a_misspelt_name_gets_the_nearest_one() -> None:
    with pytest.raises(ModelError, match=r"no model 'Qwen3-4' in the catalogue; did you mean 'qwen3-4b'\?"):
        find_entry("Qwen3-4")


def test_a_strange_name_is_sent_to_the_list() -> None:
    with pytest.raises(ModelError, match="loreloom model list"):
        find_entry("zzz")


def test_each_model_lies_in_a_folder_of_its_own() -> None:
    places = {entry.path_in(Path("models")).parent for entry in load_catalog()}
    assert len(places) == len(load_catalog())


def test_the_starter_tells_in_english_alone() -> None:
    assert find_entry(STARTER).languages == ("en",)
