"""Examples as a model meets them: the messages that the game would send, by the same functions, and the answer to them.

Knows nothing of tokens or of how a model is taught.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from game.rules.world import Voice, World
from game.story.memory import Entry, Remembered
from game.story.model import Message
from game.story.prompt import choosing_question, line_messages, scene_request, touch_messages
from game.story.rewording.asking import retelling_messages
from game.story.scene import Scene, Speaker
from game.tune.examples import Ambience, Choosing, Example, Line, Played, Retelling, Telling, name_of, trade_of
from game.tune.roofs import is_indoors
from game.tune.speech import spoken_in

NO_WORLD = World(id="", title="", language="en", rating="everyone", start="", digest="")
"""Where examples are set, for they are of no world that anybody plays."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A whole prompt, and what is to be written after it."""

    messages: tuple[Message, ...]
    answer: str

    def as_json(self) -> dict[str, Any]:
        """Return it as trainers read a prompt and its completion."""
        return {"prompt": chat(*self.messages), "completion": chat(Message("assistant", self.answer))}


def chat(*messages: Message) -> list[dict[str, str]]:
    """Return messages as trainers read them."""
    return [{"role": each.role, "content": each.text} for each in messages]


def exchanges(example: Example) -> Iterator[Exchange]:
    """Yield what an example teaches a model to write.

    Words that mean no command teach nothing, for a model is only asked how likely commands are.
    """
    match example:
        case Ambience():
            yield Exchange(touch_messages(scene_of_touch(example)), example.tell)
        case Line():
            yield Exchange(line_messages(speaker_of_line(example), example.heard), spoken_in(example.tell))
        case Choosing():
            yield from _chosen(example)
        case Played():
            yield Exchange(example.asked, example.tell)
        case Retelling():
            yield Exchange(retelling_messages(example.style, example.text), example.tell)
        case Telling():
            yield Exchange(scene_messages(example), example.tell)


def _chosen(example: Choosing) -> Iterator[Exchange]:
    meant = ((said.words, said.means) for said in example.said if said.means is not None)
    return (Exchange(choosing_question(words, example.can).messages, means) for words, means in meant)


def scene_of_touch(example: Ambience) -> Scene:
    """Return the moment that an example is told of, as it would stand in a world."""
    inside = example.indoors if example.indoors is not None else is_indoors(example.place, example.weather)
    return Scene(
        place=example.place,
        indoors=inside,
        hour=example.hour,
        weather=example.weather,
        mood=example.mood,
        people=(),
        things=(),
        carried=(),
        ways=(),
        lore=(),
    )


def scene_messages(example: Telling) -> tuple[Message, ...]:
    """Return the prompt for a scene in a world that is called by its place, whose player did just what happened."""
    world = replace(NO_WORLD, title=example.place, voice=Voice(style=example.style))
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
    return scene_request(world, before, example.event, (example.event,), scene, seed=0).messages


def speaker_of_line(example: Line) -> Speaker:
    """Return who says the line of an example, as they would stand in a world."""
    return Speaker(
        id="",
        name=name_of(example.person),
        about=trade_of(example.person),
        voice=example.voice,
        mood=example.mood,
        trust=0,
        goals=(),
        knows=example.knows,
        says=(),
    )
