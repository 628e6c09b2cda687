"""The examples that the game carries."""

from __future__ import annotations

from game.loader.find import list_worlds
from game.loader.load import load_world
from game.rules.world import World
from game.story.lexicon import mentions, plain
from game.tune.examples import given, told
from game.tune.lint import lint
from game.tune.rows import our_rows
from tests.story.corpora import WORLDS


def own_names(world: World) -> set[str]:
    """Return the title of a world, and those names in it of more than one word that are nobody else's."""
    tables = (world.people, world.places, world.things)
    names = {each.name.removeprefix("the ") for table in tables for each in table.values()}
    return {plain(world.title), *(plain(name) for name in names if " " in name and name[0].isupper())}


def test_nothing_is_wrong_with_them() -> None:
    assert not list(map(str, lint(our_rows())))


def test_none_is_of_a_world_of_the_game_or_of_its_tests() -> None:
    worlds = [load_world(each.path) for each in list_worlds(WORLDS)]
    names = {name for world in worlds for name in own_names(world)}
    texts = [plain(text) for row in our_rows() for text in (*given(row.example), told(row.example))]
    assert len(worlds) >= 3
    assert not [(name, text) for name in names for text in texts if mentions(text, name)]
