"""Requests to the model: for each job the fixed part, the history and, last, what is true of this turn alone.

Knows nothing of whether a model is there. The texts are the tables', one for each language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from game.rules.world import World
from game.story.drawing import names_in, sampling_of
from game.story.lore import is_always_told
from game.story.memory import Entry, Remembered
from game.story.model import Message, Request, Sampling, Weighing
from game.story.scene import Scene, Speaker
from game.story.sentences import FALLBACK
from game.story.tables import can_prompt, prompts_in, signs_in

CANDIDATES = 4
TOUCH_TOKENS = 40
LINE_TOKENS = 48
SCENE_TOKENS = 220
CHECK_TOKENS = 3
TOUCH = "touch"
NARRATOR = "narrator"
_MOST_SAID = 300
_SMALL = ("touch", "line", "retelling")
_PARSER = "parser"
_INVENTING = "inventing"


def can_choose(language: str) -> bool:
    """Return whether there are lists of words in a language by which a player's words are looked at."""
    return can_prompt(language) and "choosing" in prompts_in(language)


def touch_request(world: World, scene: Scene, *, seed: int) -> Request:
    """Return the request for one sentence of weather, light or sound."""
    messages = touch_messages(scene)
    sampling = sampling_of(world, "touch", worn=worn_phrases(world.language))
    return Request(TOUCH, messages, seed, TOUCH_TOKENS, candidates=CANDIDATES, sampling=sampling, stop=("\n",))


def touch_messages(scene: Scene) -> tuple[Message, ...]:
    """Return the whole prompt for such a sentence: of a scene it holds the hour, the weather and the mood alone."""
    return (*fixed_part(prompts_in(scene.language)["touch"]), Message("user", _touch_ask(scene)))


def check_request(topics: Sequence[str], sentence: str, *, language: str) -> Request:
    """Return the request for a yes or no: whether a sentence tells of any of some topics."""
    job = prompts_in(language)["check"]
    asked = job["system"].format(topics=signs_in(language)["list"].join(topics))
    messages = (*fixed_part({**job, "system": asked}), Message("user", sentence))
    return Request("check", messages, 0, CHECK_TOKENS, sampling=Sampling(temperature=0))


def is_denied(answer: str, *, language: str) -> bool:
    """Return whether a model's answer to such a request is no."""
    return answer.strip().casefold().startswith(tuple(prompts_in(language)["check"]["no"]))


def touch_prefix(language: str) -> Request:
    """Return the request that only reads what every touch begins with."""
    return Request(TOUCH, fixed_part(prompts_in(language)["touch"]), 0, 0)


def line_prefix(language: str) -> Request:
    """Return the request that only reads what every person's prompt begins with."""
    return Request("line", fixed_part(prompts_in(language)["line"]), 0, 0)


def line_request(
    world: World, speaker: Speaker, heard: str, history: Sequence[Entry], *, seed: int, recalled: str = ""
) -> Request:
    """Return the request for what a person answers. history is what they and the player said before.

    recalled is what they remember of the player, in their own words.
    """
    messages = line_messages(speaker, heard, history, recalled=recalled)
    sampling = sampling_of(world, "line", names=(speaker.name,), worn=worn_phrases(world.language))
    slot = slot_of(speaker.id)
    return Request(slot, messages, seed, LINE_TOKENS, candidates=CANDIDATES, sampling=sampling, stop=("\n",))


def line_messages(
    speaker: Speaker, heard: str, history: Sequence[Entry] = (), *, recalled: str = ""
) -> tuple[Message, ...]:
    """Return the whole prompt for such an answer."""
    job, signs = prompts_in(speaker.language)["line"], signs_in(speaker.language)
    hearsay = (job["heard"].format(person=teller, text=text) for teller, text in speaker.heard)
    known = (*hearsay, *(job["remembers"].format(recalled=recalled) for _ in range(bool(recalled))))
    wants = (job["wants"].format(goals=signs["part"].join(speaker.goals)) for _ in speaker.goals[:1])
    details = (each.rstrip(signs["stop"]) for each in speaker.details)
    ask = job["ask"].format(
        name=speaker.name,
        about=(signs["stop"] + signs["space"]).join((speaker.about, *details)),
        voice=signs["space"].join((speaker.voice, *wants)),
        mood=speaker.mood,
        knows=signs["space"].join((*speaker.knows, *known)) or job["nothing"],
        away=_away(job, speaker.away, signs),
        heard=heard or job["greeting"],
    )
    return (*_line_history(history, speaker.language), Message("user", ask))


def settled_line_request(person: str, history: Sequence[Entry], *, language: str) -> Request:
    """Return the request that only reads what a person and the player said before, so that an answer reads the rest."""
    return Request(slot_of(person), _line_history(history, language), 0, 0)


def _line_history(history: Sequence[Entry], language: str) -> tuple[Message, ...]:
    job = prompts_in(language)["line"]
    said = (Entry(job["settled"].format(heard=each.words or job["greeting"]), each.text) for each in history)
    return (*fixed_part(job), *(message for each in said for message in each.messages()))


def slot_of(person: str) -> str:
    """Return the slot in which a person, given by their id, is asked."""
    return f"person:{person}"


def scene_fixed(world: World) -> Message:
    """Return the fixed part of the narrator's prompt: rules, world, voice, and the lore that always holds."""
    job = prompts_in(world.language)["scene"]
    text = job["system"].format(title=world.title, about=world.about, style=world.voice.style)
    lore = signs_in(world.language)["space"].join(each.text for each in world.lore if is_always_told(each))
    return Message("system", f"{text}\n\n{job['lore'].format(lore=lore)}" if lore else text)


def world_prefix(world: World) -> Request:
    """Return the request that only reads what the narrator's prompt begins with in every run of a world."""
    return Request("world", (scene_fixed(world),), 0, 0)


def scene_history(world: World, remembered: Remembered) -> tuple[Message, ...]:
    """Return everything settled: the fixed part, the recap if there is one, and the turns that are remembered."""
    fixed = scene_fixed(world)
    if remembered.recap:
        fixed = Message("system", f"{fixed.text}\n\n{prompts_in(world.language)['scene']['recap']}\n{remembered.recap}")
    return (fixed, *remembered.messages())


def scene_request(
    world: World, remembered: Remembered, words: str, notes: Sequence[str], scene: Scene, *, seed: int
) -> Request:
    """Return the request for a whole telling of this turn's notes."""
    ask = Message("user", scene_ask(words, notes, scene))
    sampling = sampling_of(world, "scene", names=names_in(scene), worn=worn_phrases(world.language))
    return Request(NARRATOR, (*scene_history(world, remembered), ask), seed, SCENE_TOKENS, sampling=sampling)


def settled_request(world: World, remembered: Remembered) -> Request:
    """Return the request that only reads what is settled, so that the next turn reads its own notes alone."""
    return Request(NARRATOR, scene_history(world, remembered), 0, 0)


def coming_request(world: World, coming: Remembered) -> Request:
    """Return the request that reads a history ahead of its need; a telling from it then finds it in this slot."""
    return Request("narrator:coming", scene_history(world, coming), 0, 0)


def scene_ask(words: str, notes: Sequence[str], scene: Scene) -> str:
    """Return the volatile part: what happened and what is here now."""
    job, signs = prompts_in(scene.language)["scene"], signs_in(scene.language)
    known = (*scene.details, *scene.lore)
    lore = (job["lore"].format(lore=signs["space"].join(known)),) if known else ()
    earlier = (job["earlier"].format(earlier=signs["space"].join(scene.earlier)),) if scene.earlier else ()
    light = signs["light"].join(part for part in (scene.hour, scene.weather) if part)
    return str(
        job["notes"].format(
            words=words[:_MOST_SAID] or job["begin"],
            notes="\n".join(f"- {note}" for note in (*notes, *lore, *earlier)),
            place=scene.place,
            light=job["light"].format(light=light) if light else "",
            people=signs["list"].join(scene.people) or job["nobody"],
            things=signs["list"].join(scene.things) or job["nothing"],
            carried=signs["list"].join(scene.carried) or job["nothing"],
            away=_away(job, scene.away, signs),
        )
    )


def _away(job: Mapping[str, Any], away: Sequence[str], signs: Mapping[str, str]) -> str:
    """Return the line that names what to stay away from; nothing where there is nothing."""
    return f"{job['away'].format(away=signs['list'].join(away))}\n" if away else ""


def _touch_ask(scene: Scene) -> str:
    return signs_in(scene.language)["space"].join(_touch_facts(scene, prompts_in(scene.language)["touch"]))


def _touch_facts(scene: Scene, job: Mapping[str, str]) -> Iterator[str]:
    yield job["indoors" if scene.indoors else "outdoors"]
    facts = {"hour": scene.hour, "weather": scene.weather, "mood": scene.mood}
    yield from (job[name].format(text=text) for name, text in facts.items() if text)


def fixed_part(job: dict[str, Any]) -> tuple[Message, ...]:
    """Return what the prompts of a job begin with: what is asked, and its worked examples."""
    examples = (
        message
        for example in job["example"]
        for message in (Message("user", example["ask"]), Message("assistant", example["tell"]))
    )
    return (Message("system", job["system"]), *examples)


@cache
def fixed_messages(language: str) -> frozenset[Message]:
    """Return what the prompts of the small jobs begin with in a language, whatever the story is."""
    return frozenset(message for job in _SMALL for message in fixed_part(prompts_in(language)[job]))


def worn_phrases(language: str = FALLBACK) -> tuple[str, ...]:
    """Return what no reply of any model ever holds."""
    return tuple(prompts_in(language)["worn"]["phrases"])


def choosing_question(words: str, commands: Sequence[str]) -> Weighing:
    """Return the question how likely each command is meant by a player's words; without any it is asked of itself."""
    job = prompts_in(FALLBACK)["choosing"]
    return Weighing(_PARSER, (*fixed_part(job), Message("user", words or job["nothing"])), tuple(commands))


def inventing_question(about: str, details: Sequence[str], *, language: str) -> Weighing:
    """Return the question how well each detail fits what is told of a place or a person; without any, of itself."""
    job = prompts_in(language)["inventing"]
    return Weighing(_INVENTING, (*fixed_part(job), Message("user", about or job["nothing"])), tuple(details))


@cache
def choosing_words(name: str) -> frozenset[str]:
    """Return a list of the words by which a player's words are looked at."""
    return frozenset(prompts_in(FALLBACK)["choosing"]["words"][name].split())


def choosing_phrases(name: str) -> tuple[str, ...]:
    """Return a list of phrases by which a player's words are looked at."""
    return tuple(prompts_in(FALLBACK)["choosing"]["phrases"][name])


@cache
def word_lists(job: str, name: str, language: str = FALLBACK) -> Mapping[str, frozenset[str]]:
    """Return the lists of words that a small model is held to: "words" of a job, "sky" and "hours" of "touch"."""
    return {key: frozenset(text.split()) for key, text in prompts_in(language)[job][name].items()}
