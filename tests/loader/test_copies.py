"""A world can be had again from the files that it says it was read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import WorldError
from game.loader.copies import world_of_copy
from game.loader.load import load_world
from game.rules.apply import begin_run
from tests.kit import INN, inn

WORLDS = Path(__file__).parents[2] / "worlds"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["saltmarrow", "cloak-of-darkness.toml"])
def test_a_world_is_built_again_from_its_files(name: str, language: str) -> None:
    world = load_world(WORLDS / name, language=language)
    again = world_of_copy(world.files, language=language)
    assert (again.digest, again.title, again.language) == (world.digest, world.title, language)
    assert begin_run(again, 1) == begin_run(world, 1)


def test_a_world_of_one_file_has_no_translation() -> None:
    assert world_of_copy((("inn.en.toml", INN),), language="en").title == "The Inn"


def test_a_copy_that_cannot_be_read_any_more_says_what_is_wrong() -> None:
    with pytest.raises(WorldError, match="there is no key 'hue' here"):
        world_of_copy((("inn.toml", INN.replace('look = "Rain."', 'look = "Rain."\nhue = 1')),), language="en")


def test_a_world_has_the_files_that_it_was_read_from() -> None:
    assert inn().files == (("inn.toml", INN),)
