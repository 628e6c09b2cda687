"""The lists of words that topics are known by, and the rules made of them: the game's own, or others in their place.

Knows nothing of folders: it is given a file's text. The game's own are in words/, a file for each language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Annotated

import tomli
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.errors import SettingsError
from game.story.clean import clean_line
from game.story.safety.ratings import Rating
from game.story.safety.terms import Terms, spelled
from game.story.safety.topics import Topic, topic_of_words

_HOUSE = ("en.toml", "zh.toml", "rules.toml")
_Words = list[Annotated[str, Field(min_length=1, max_length=80)]]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Category(_Table):
    name: str
    any: list[str] = []
    together: list[str] = []


class _Rules(_Table):
    told: list[str] = []
    typed: list[str] = []


class ListFile(_Table):
    """One file of lists. What a file of a player's or a host's names takes the place of the game's own of that name."""

    harmless: _Words = []
    lists: dict[str, _Words] = {}
    categories: dict[str, _Category] = {}
    ratings: dict[Rating, list[str]] = {}
    rules: _Rules | None = None

    def without(self, other: ListFile) -> ListFile:
        """Return this file less what another one has."""
        return self.model_copy(
            update={
                "categories": {key: each for key, each in self.categories.items() if key not in other.categories},
                "lists": {**self.lists, **{key: each for key, each in other.lists.items() if key in self.lists}},
                "ratings": {key: each for key, each in self.ratings.items() if key not in other.ratings},
                "rules": None if other.rules else self.rules,
            }
        )


class Lists:
    """All lists at hand. Topics are compiled when they are first asked for."""

    def __init__(self, files: Sequence[ListFile]) -> None:
        self._files = tuple(files)
        self._topics: dict[str, tuple[Topic, ...]] = {}

    @property
    def categories(self) -> Mapping[str, str]:
        """Return the categories by their keys, each with its name in the first language that has one."""
        return {key: each.name for file in reversed(self._files) for key, each in file.categories.items()}

    def key_of(self, wish: str) -> str:
        """Return the key of the category that a wish names, by its key or any of its names, or nothing."""
        asked = _compared(wish)
        named = ((key, each.name) for file in self._files for key, each in file.categories.items())
        return next((key for key, name in named if asked in (_compared(key), _compared(name))), "")

    def topics(self, wish: str) -> tuple[Topic, ...]:
        """Return the topics that a wish asks for: a category, one topic for each language, or words of one's own."""
        key = self.key_of(wish)
        if wish not in self._topics:
            self._topics[wish] = tuple(self._of_category(key)) if key else (topic_of_words(wish),)
        return self._topics[wish]

    def words(self, wish: str) -> tuple[str, ...]:
        """Return the words that a wish asks for alone, as one would write them."""
        key = self.key_of(wish)
        found = (term for file in self._files for name in _any_of(file, key) for term in file.lists[name])
        return tuple(dict.fromkeys(map(spelled, found if key else (wish,))))

    def rated(self, rating: str) -> tuple[str, ...]:
        """Return the categories that a rating keeps a model from."""
        return tuple(
            each for file in self._files for key, keys in file.ratings.items() if key == rating for each in keys
        )

    @property
    def told(self) -> tuple[str, ...]:
        """Return the categories that are never told."""
        return tuple(each for file in self._files if file.rules for each in file.rules.told)

    @property
    def typed(self) -> tuple[str, ...]:
        """Return the categories that are never taken in."""
        return tuple(each for file in self._files if file.rules for each in file.rules.typed)

    def touched(self, text: str) -> list[str]:
        """Return the categories that a text is about."""
        return [key for key in self.categories if any(topic.words_in(text) for topic in self.topics(key))]

    def _of_category(self, key: str) -> Iterator[Topic]:
        for file in self._files:
            if category := file.categories.get(key):
                alone = (term for name in category.any for term in file.lists[name])
                together = tuple(Terms(file.lists[name], harmless=file.harmless) for name in category.together)
                yield Topic(key, Terms(alone, harmless=file.harmless), together)


@cache
def house_lists() -> Lists:
    """Return the game's own lists."""
    return Lists(_house())


def lists_with(text: str, *, name: str) -> Lists:
    """Return the game's lists with those in a file's text before them. Raises SettingsError that names the file."""
    given = _parsed(text, name)
    house = [each.without(given) for each in _house()]
    lent = {key: [word for each in house for word in each.lists.get(key, ())] for one in house for key in one.lists}
    given = given.model_copy(update={"lists": {**lent, **given.lists}})
    asked = (each for one in given.categories.values() for each in (*one.any, *one.together))
    _check(set(given.lists), asked, "list", name)
    lists = Lists((given, *house))
    ruled = (*(key for keys in given.ratings.values() for key in keys), *lists.told, *lists.typed)
    _check(set(lists.categories), ruled, "category", name)
    return lists


@cache
def _house() -> tuple[ListFile, ...]:
    folder = files("game.story.safety").joinpath("words")
    return tuple(_parsed(folder.joinpath(name).read_text(encoding="utf-8"), name) for name in _HOUSE)


def _parsed(text: str, name: str) -> ListFile:
    try:
        return ListFile.model_validate(tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        raise SettingsError(
            f"{name}:{error.lineno}: {error.msg[:1].lower()}{error.msg[1:]}; correct that line."
        ) from None
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = clean_line(".".join(map(str, fault["loc"])))
        raise SettingsError(f"{name}: {where}: {fault['msg'].lower()}; see the game's own lists.") from None


def _check(known: set[str], asked: Iterable[str], kind: str, name: str) -> None:
    for each in asked:
        if each not in known:
            raise SettingsError(
                f"{name}: there is no {kind} '{clean_line(each)}'; there are {', '.join(sorted(known))}."
            )


def _any_of(file: ListFile, key: str) -> list[str]:
    return file.categories[key].any if key in file.categories else []


def _compared(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())
