"""Examples as the game would ask a model for them outside any world: requests for texts, and scenes with their notes.

Knows nothing of tokens, or of what is made of the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.rules.world import Voice, World
from game.story.drawing import held_to
from game.story.guard import Vocabulary
from game.story.jobs import line_words, touch_words
from game.story.lexicon import plain
from game.story.memory import Entry, Remembered
from game.story.model import Request
from game.story.prompt import line_request, scene_request, touch_request
from game.story.scene import Scene
from game.tune.examples import Ambience, Example, Line, Telling, given, name_of
from game.tune.render import Exchange, exchanges, scene_of_touch, speaker_of_line
from game.tune.truth import names_in

_NO_WORLD = World(id="", title="", language="en", rating="everyone", start="", digest="")


def request_of(example: Ambience | Line, *, seed: int, trusted: bool) -> Request:
    """Return the request by which the game would have a touch or a line written, by a model that is trusted or not."""
    vocabulary = vocabulary_of(example)
    match example:
        case Ambience():
            scene = scene_of_touch(example)
            touch = touch_request(_NO_WORLD, scene, seed=seed)
            return held_to(touch, touch_words(scene, vocabulary, trusted=trusted))
        case Line():
            speaker = speaker_of_line(example)
            line = line_request(_NO_WORLD, speaker, example.heard, (), seed=seed)
            return held_to(line, line_words(speaker, vocabulary, trusted=trusted))


def vocabulary_of(example: Ambience | Line) -> Vocabulary:
    """Return what has a name in an example: its place or its person, and whoever its texts name."""
    own = example.place if isinstance(example, Ambience) else name_of(example.person)
    named = (name for text in given(example) for name in names_in(text))
    return Vocabulary(frozenset(map(plain, (own, *named))), frozenset())


def looked_at(example: Example) -> Iterator[Exchange]:
    """Yield what a model is looked at by: all that an example teaches, and scenes, which are taught in none.

    A retelling is not among them, for the game asks no model for one.
    """
    if isinstance(example, Telling):
        yield Exchange(_scene_request(example).messages, example.tell)
    else:
        yield from exchanges(example)


def _scene_request(example: Telling) -> Request:
    """Return the request for a scene in a world that is called by its place, whose player did just what happened."""
    world = replace(_NO_WORLD, title=example.place, voice=Voice(style=example.style))
    before = Remembered("", tuple(Entry("", text) for text in (example.before,) if text))
    scene = Scene(
        place=example.place,
        indoors=False,
        hour="",
        weather="",
        mood="",
        people=example.people,
        things=example.see,
        carried=example.carry,
        ways=(),
        lore=(),
    )
    return scene_request(world, before, example.event, (example.event,), scene, seed=0)
