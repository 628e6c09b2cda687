"""How Chinese characters sound, tones aside: which can be mistaken for which, and how words are typed in letters.

Knows nothing of what words mean. A character that is not in the table sounds like no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice, product

import tomli

from game.story.understanding.tokens import Tokens

_SAME = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_MOST = 16
"""So many ways at most to spell one name, of whose characters some have two sounds."""


def sound_alike(one: str, other: str) -> bool:
    """Return whether two characters sound alike, or nearly: "zh" is taken for "z" and "ing" for "in"."""
    return one == other or bool(_rough(one) & _rough(other))


def spelled_in_letters(name: Tokens) -> frozenset[str]:
    """Return the ways in which a name is typed in letters: none where a sound is not known."""
    return frozenset(map("".join, islice(product(*(_sounds().get(each, ()) for each in name)), _MOST)))


def mishears(said: Tokens, name: Tokens) -> bool:
    """Return whether words are a name with one or two characters that only sound like its own."""
    wrong = [pair for pair in zip(said, name, strict=True) if pair[0] != pair[1]]
    return 0 < len(wrong) <= max(1, len(name) - 2) and all(sound_alike(*pair) for pair in wrong)


@cache
def _rough(character: str) -> frozenset[str]:
    return frozenset(map(_roughly, _sounds().get(character, ())))


def _roughly(sound: str) -> str:
    for exact, rough in _SAME:
        sound = rough + sound.removeprefix(exact) if sound.startswith(exact) else sound
    return sound.removesuffix("g") if sound.endswith(("ing", "eng", "ang")) else sound


@cache
def _sounds() -> Mapping[str, tuple[str, ...]]:
    text = files("game.story.understanding").joinpath("sounds.toml").read_text(encoding="utf-8")
    return _by_character(tomli.loads(text)["sounds"].items())


def _by_character(table: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for sound, characters in table:
        for character in characters:
            found[character] = (*found.get(character, ()), sound)
    return found
