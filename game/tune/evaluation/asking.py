"""Examples as the game would ask a model for texts of its own outside any world.

Knows nothing of tokens, or of what is made of the answers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from game.rules.world import Voice
from game.story.drawing import held_to
from game.story.guard import Vocabulary
from game.story.jobs import line_words, touch_words
from game.story.lexicon import plain
from game.story.model import Request
from game.story.prompt import line_request, touch_request
from game.story.rewording.asking import retelling_request
from game.story.rewording.candidates import retelling_words
from game.tune.examples import Ambience, Line, Retelling, given, name_of
from game.tune.render import NO_WORLD, scene_of_touch, speaker_of_line
from game.tune.truth import names_in

Writable: TypeAlias = Ambience | Line | Retelling
"""What a model is asked to write so, and is looked at."""


def request_of(example: Writable, *, seed: int, trusted: bool) -> Request:
    """Return the request by which the game would have one written, by a model that is trusted or not.

    A retelling is held to words where trusted is not said: the game holds whoever tells it to them.
    """
    vocabulary = vocabulary_of(example)
    match example:
        case Ambience():
            scene = scene_of_touch(example)
            touch = touch_request(NO_WORLD, scene, seed=seed)
            return held_to(touch, touch_words(scene, vocabulary, trusted=trusted))
        case Line():
            speaker = speaker_of_line(example)
            line = line_request(NO_WORLD, speaker, example.heard, (), seed=seed)
            return held_to(line, line_words(speaker, vocabulary, trusted=trusted))
        case Retelling():
            world = replace(NO_WORLD, voice=Voice(style=example.style))
            asked = retelling_request(world, example.text, seed=seed)
            words = retelling_words(example.text, (), vocabulary.language)
            return asked if trusted else held_to(asked, words)


def vocabulary_of(example: Writable) -> Vocabulary:
    """Return what has a name in an example: its place or its person, and whoever its texts name."""
    named = (name for text in given(example) for name in names_in(text))
    return Vocabulary(frozenset(map(plain, (*_own_names(example), *named))), frozenset())


def _own_names(example: Writable) -> tuple[str, ...]:
    match example:
        case Ambience():
            return (example.place,)
        case Line():
            return (name_of(example.person),)
        case Retelling():
            return ()
