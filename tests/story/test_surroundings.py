"""Words of a touch that only some places have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.apply import begin_run
from game.story.guard import vocabulary_of
from game.story.jobs import touch_words, usable_touches
from game.story.scene import Scene, scene_of
from game.story.sentences import sentences_for
from game.story.surroundings import strange_words
from tests.kit import inn

WORLD = inn()
NOWHERE = replace(
    scene_of(WORLD, sentences_for("en"), begin_run(WORLD, 7).state),
    place="a place",
    surroundings="",
    indoors=False,
    hour="dusk",
    weather="thick fog",
)


def scene(told: str, *, indoors: bool = False, language: str = "en") -> Scene:
    return replace(NOWHERE, surroundings=told, indoors=indoors, language=language)


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("Fog lies on the quay.", "gulls"),
        ("A river goes by.", "ripples"),
        ("Grass to the knee.", "heather"),
        ("An orchard, gone wild.", "leaves"),
        ("Three chimneys and no smoke.", "soot"),
        ("The street is empty.", "roofs"),
    ],
)
def test_what_an_author_tells_of_a_place_says_of_what_kind_it_is(told: str, word: str) -> None:
    assert word in strange_words(scene("A bare rock."))
    assert word not in strange_words(scene(told))


def test_every_room_is_in_a_house() -> None:
    assert "rafters" in strange_words(scene("Stone, and more stone."))
    assert "rafters" not in strange_words(scene("Stone, and more stone.", indoors=True))


def test_a_word_within_another_says_nothing_of_a_place() -> None:
    assert "sea" in strange_words(scene("A search was made in this season."))


def test_in_chinese_a_word_may_stand_anywhere() -> None:
    assert "海鸥" in strange_words(scene("石头路。", language="zh"))
    assert "海鸥" not in strange_words(scene("浓雾躺在海面上。", language="zh"))


def test_a_small_model_is_held_to_words_of_its_place_and_a_large_one_is_not() -> None:
    names = vocabulary_of(WORLD, begin_run(WORLD, 7).state)
    gulls, shore = "Gulls cry over the fog and are still.", scene("The quay lies low.")
    assert {"gulls"} & touch_words(shore, names, trusted=False)
    assert not {"gulls"} & touch_words(scene("A moor."), names, trusted=False)
    assert usable_touches([gulls], shore, names, (), trusted=False) == [gulls]
    assert usable_touches([gulls], scene("A moor."), names, (), trusted=False) == []
    assert usable_touches([gulls], scene("A moor."), names, (), trusted=True) == [gulls]


def test_a_scene_has_the_authors_words_for_its_place() -> None:
    begun = begin_run(WORLD, 7).state
    assert scene_of(WORLD, sentences_for("en"), begun).surroundings == WORLD.places[begun.place].look.read(begun)
