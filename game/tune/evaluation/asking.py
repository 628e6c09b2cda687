"""Examples as the game would ask a model for texts of its own outside any world.

Knows nothing of tokens, or of what is made of the answers.
"""

from __future__ import annotations

from game.story.drawing import held_to
from game.story.guard import Vocabulary
from game.story.jobs import line_words, touch_words
from game.story.lexicon import plain
from game.story.model import Request
from game.story.prompt import line_request, touch_request
from game.tune.examples import Ambience, Line, given, name_of
from game.tune.render import NO_WORLD, scene_of_touch, speaker_of_line
from game.tune.truth import names_in


def request_of(example: Ambience | Line, *, seed: int, trusted: bool) -> Request:
    """Return the request by which the game would have a touch or a line written, by a model that is trusted or not."""
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


def vocabulary_of(example: Ambience | Line) -> Vocabulary:
    """Return what has a name in an example: its place or its person, and whoever its texts name."""
    own = example.place if isinstance(example, Ambience) else name_of(example.person)
    named = (name for text in given(example) for name in names_in(text))
    return Vocabulary(frozenset(map(plain, (own, *named))), frozenset())
