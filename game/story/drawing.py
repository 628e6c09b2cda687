"""How the words of each job are drawn: the game's numbers or the world's own, names that are spared, phrases banned.

Knows nothing of prompts or of how a model draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Literal

from game.rules.world import World
from game.story.lexicon import is_spaced
from game.story.model import Request, Sampling
from game.story.scene import Scene
from game.story.sentences import sentences_for

Job = Literal["touch", "line", "retelling", "scene"]

_SCENE = Sampling(temperature=0.7, min_p=0.1, repeat_penalty=1.1, dry_multiplier=0.8)
_OURS: dict[Job, Sampling] = {
    "touch": Sampling(temperature=0.65),
    "line": Sampling(temperature=0.6),
    "retelling": Sampling(temperature=0.5, repeat_penalty=1.0),
    "scene": _SCENE,
}
_LEAST = 3


def sampling_of(world: World, job: Job, *, names: Iterable[str] = (), worn: Sequence[str] = ()) -> Sampling:
    """Return how a job's words are drawn in a world. worn are phrases that the house bans beside the world's own."""
    own = {name: number for name, number in asdict(world.sampling).items() if number is not None}
    banned = tuple(dict.fromkeys((*world.voice.avoid, *worn)))
    return replace(_OURS[job], **own, spared=_telling_words(names, world.language), banned=banned)


def held_to(request: Request, words: Iterable[str]) -> Request:
    """Return a request whose reply holds no other words, if there are any."""
    return replace(request, sampling=replace(request.sampling, words=tuple(sorted(words))))


def names_in(scene: Scene) -> tuple[str, ...]:
    """Return the names that a telling of a scene may have to repeat."""
    return (scene.place, *scene.people, *scene.things, *scene.carried)


def _telling_words(names: Iterable[str], language: str) -> tuple[str, ...]:
    """Return the words of names, each once and as it is written, without those that name nothing by themselves."""
    particles = sentences_for(language).particles
    small = {*particles["articles"], *particles["small"]}
    words = dict.fromkeys(word for name in names for word in name.split())
    return tuple(word for word in words if word.lower() not in small and (len(word) >= _LEAST or not is_spaced(word)))
