"""A small world in both languages, in which words are tried, and what they mean there.

Knows nothing of how words are understood.
"""

from __future__ import annotations

from game.loader.load import parse_world
from game.rules.actions import Action, format_action
from game.rules.apply import apply, begin_run
from game.rules.state import State
from game.rules.world import World
from game.story.parser import Understood, parse
from game.story.sentences import sentences_for
from game.story.splitting import Line

WORLD = """
schema = 1
[world]
id = "cottage"
title = "{title}"
language = "{language}"
start = "garden"
[place.garden]
name = "{garden}"
look = "{garden_look}"
exits = {{ in = "parlour", north = "wood" }}
[place.parlour]
name = "{parlour}"
indoors = true
look = "{parlour_look}"
exits = {{ south = "garden" }}
[place.wood]
name = "{wood}"
look = "{wood_look}"
exits = {{ south = "garden" }}
[thing.red_jar]
name = "{red_jar}"
aliases = ["{jar}"]
at = "garden"
[thing.blue_jar]
name = "{blue_jar}"
aliases = ["{jar}"]
at = "garden"
[thing.lamp]
name = "{lamp}"
at = "garden"
lit = false
switch = true
look = "{lamp_look}"
[thing.basket]
name = "{basket}"
at = "garden"
holds = "in"
[thing.letter]
name = "{letter}"
at = "you"
[thing.hat]
name = "{hat}"
at = "garden"
worn = false
[thing.sword]
name = "{sword}"
at = "wood"
[person.rose]
name = "{rose}"
aliases = ["{gardener}"]
at = "garden"
says = ["Hm."]
[[person.rose.knows]]
id = "well"
topic = "{well}"
text = "It is dry."
say = "Dry."
[[person.rose.knows]]
id = "king"
topic = "{king}"
text = "He is old."
say = "Old."
[[scene]]
id = "greeting"
when = "at(garden)"
text = "{scene}"
once = false
[[scene.choice]]
id = "show"
text = "{show}"
[[scene.choice]]
id = "where"
text = "{where}"
stay = true
"""
TEXTS = {
    "en": {
        "title": "Cottage", "garden": "the garden", "garden_look": "A garden.", "parlour": "the parlour",
        "parlour_look": "A parlour.", "wood": "the dark wood", "wood_look": "Trees.", "red_jar": "red jar",
        "blue_jar": "blue jar", "jar": "jar", "lamp": "tin lamp", "lamp_look": "Dented tin with a crooked handle.",
        "basket": "basket", "letter": "letter", "hat": "straw hat", "sword": "sword", "rose": "Rose",
        "gardener": "gardener", "well": "the well", "king": "the king", "scene": "Rose looks up.",
        "show": "Show her the letter", "where": "Ask her where the bridge went",
    },
    "zh": {
        "title": "小屋", "garden": "花园", "garden_look": "一个花园。", "parlour": "客厅", "parlour_look": "一间客厅。",
        "wood": "黑树林", "wood_look": "树。", "red_jar": "红罐子", "blue_jar": "蓝罐子", "jar": "罐子",
        "lamp": "铁皮灯",
        "lamp_look": "歪把手。", "basket": "篮子", "letter": "书信", "hat": "草帽", "sword": "长剑", "rose": "罗斯",
        "gardener": "园丁", "well": "水井", "king": "国王", "scene": "罗斯抬起头。", "show": "给她看那封书信",
        "where": "问她桥去了哪里",
    },
}  # fmt: skip


def cottage(language: str = "en") -> World:
    """Return the cottage in a language."""
    return parse_world(WORLD.format(language=language, **TEXTS[language]), name="cottage.toml")


WORLDS = {language: cottage(language) for language in TEXTS}


def language_of(words: str) -> str:
    """Return the language that words are in."""
    return "zh" if any(character > "\u3000" for character in words) else "en"


def meant(words: str, *before: str) -> str:
    """Return the text of the action that words mean after some others, "?" where they are asked about, or "-"."""
    world = WORLDS[language_of(words)]
    state, recent = after(world, *before)
    parsed = parse(world, sentences_for(world.language), state, words, recent=recent)
    if isinstance(parsed, Understood):
        return format_action(parsed.action).partition(" : ")[0]
    return "?" if parsed.asks else "-"


def done(words: str, *before: str) -> list[str]:
    """Return the texts of all that a line does, each in the state after the one before it."""
    world = WORLDS[language_of(words)]
    state, recent = after(world, *before)
    line, texts = Line(words), list[str]()
    while line.rest:
        command = line.next(world, sentences_for(world.language), state, recent=recent)
        parsed = parse(world, sentences_for(world.language), state, command, recent=recent)
        if not isinstance(parsed, Understood):
            return texts
        texts.append(format_action(parsed.action).partition(" : ")[0])
        recent = (*recent, parsed.action)
        state = apply(world, state, parsed.action).state
    return texts


def after(world: World, *before: str) -> tuple[State, tuple[Action, ...]]:
    """Return where words lead from the beginning, and the actions they were."""
    state, actions = begin_run(world, 7).state, list[Action]()
    for words in before:
        parsed = parse(world, sentences_for(world.language), state, words, recent=actions)
        assert isinstance(parsed, Understood), parsed.sentence
        actions.append(parsed.action)
        state = apply(world, state, parsed.action).state
    return state, tuple(actions)
