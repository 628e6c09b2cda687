"""The shipped worlds keep to their ratings: nothing of an author's is what a model would be kept from saying there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.loader.load import languages_of, load_project
from game.loader.translate import texts_of
from game.story.prose import sentences_in
from game.story.safety.lists import house_lists
from game.story.safety.wishes import wishes_for

WORLDS = Path(__file__).parents[2] / "worlds"
SHIPPED = [
    (path, language)
    for path in (WORLDS / "saltmarrow", WORLDS / "cloak-of-darkness.toml")
    for language in (None, *languages_of(path))
]


@pytest.mark.parametrize(("path", "language"), SHIPPED, ids=str)
def test_what_an_author_wrote_fits_the_rating(path: Path, language: str | None) -> None:
    project = load_project(path, language=language)
    assert project.world is not None
    of_model = wishes_for(project.world.rating, house_lists()).limits().model
    texts = [text for _, value in texts_of(project.merged) for text in words_of(value)]
    assert [each for text in texts for each in sentences_in(text) if of_model.check(each)] == []


def words_of(value: Any) -> Iterator[str]:
    """Yield the texts in a value of the format."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from words_of(each)
        case dict():
            yield from words_of(list(value.values()))
