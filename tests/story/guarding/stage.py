"""A mill in English and in Chinese, in which each rule of the guard is tried, and a guard after some commands."""

from __future__ import annotations

from game.loader.load import parse_world
from game.rules.apply import begin_run
from game.rules.world import World
from game.story.guarding.guard import Guard, Rule
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.sentences import sentences_for
from game.story.turn import Turn
from tests.kit import step

MILL = """
schema = 1
[world]
id = "mill"
title = "The Mill"
start = "yard"
[world.voice]
avoid = ["as old as time"]
[[lore]]
text = "The player is a surveyor from the city. Old Bram the carter drowned here long ago."
[[lore]]
when = "place(letter) == joan"
text = "Joan set fire to the granary herself, for the insurance."
[place.yard]
name = "the mill yard"
aliases = ["yard"]
look = "Cobbles, a trough, and the mill wheel turning. A door leads into the mill. Somebody has left a lamp burning."
exits = { in = "floor", north = { to = "lane", when = "has(key)", refuse = "The gate is locked." } }
[place.floor]
name = "the grinding floor"
indoors = true
look = "Two stones, still. A ladder goes up into the dark."
exits = { out = "yard", up = { to = "loft", name = "the ladder" } }
[place.loft]
name = "the sack loft"
indoors = true
look = "Nine sacks, and dust. The ladder goes down."
exits = { down = "floor" }
[place.lane]
name = "the lane"
look = "Hedges."
exits = { south = "yard" }
[thing.key]
name = "iron key"
at = "loft"
[thing.letter]
name = "sealed letter"
at = "you"
look = "It is sealed."
[thing.trough]
name = "stone trough"
at = "yard"
portable = false
refuse = "The trough stays where it is."
here = ""
[thing.hopper]
name = "brass hopper"
at = "floor"
portable = false
here = ""
[person.joan]
name = "Joan"
aliases = ["miller"]
at = "yard"
here = "Joan is mending a sack."
look = "Flour to her elbows."
says = ["I grind what I am given, and I ask for the sacks back."]
[[person.joan.knows]]
id = "fire"
topic = "the fire"
when = "place(letter) == joan"
keys = ["insurance"]
text = "Joan set fire to the granary herself, for the insurance."
say = "I lit it. There."
[[person.joan.accepts]]
thing = "letter"
tell = "Joan takes the letter and does not open it."
[person.piet]
name = "Piet"
aliases = ["ferryman"]
at = "lane"
says = ["Two coins over the river, and two coins back over the river."]
"""

MILL_ZH = """
schema = 1
[world]
id = "mill"
title = "磨坊"
language = "zh"
start = "yard"
[world.voice]
avoid = ["岁月静好"]
[[lore]]
text = "玩家是城里来的测量员。"
[[lore]]
when = "place(letter) == joan"
text = "谷仓是琼自己放火烧的，为的是骗保险金。"
[place.yard]
name = "磨坊院子"
look = "鹅卵石，一个水槽，水轮转着。一扇门通进磨坊。"
exits = { in = "floor", north = { to = "lane", when = "has(key)", refuse = "院门锁着。" } }
[place.floor]
name = "磨面间"
indoors = true
look = "两块磨石，都停着。一架梯子通到上面。"
exits = { out = "yard", up = { to = "loft", name = "梯子" } }
[place.loft]
name = "面粉阁楼"
indoors = true
look = "九只口袋，全是灰。梯子通到下面。"
exits = { down = "floor" }
[place.lane]
name = "乡间小路"
look = "两边是树篱。"
exits = { south = "yard" }
[thing.key]
name = "铁钥匙"
at = "loft"
[thing.letter]
name = "封好的信"
aliases = ["信"]
at = "you"
[thing.trough]
name = "水槽"
at = "yard"
portable = false
refuse = "水槽搬不动。"
here = ""
[thing.hopper]
name = "黄铜漏斗"
at = "floor"
portable = false
here = ""
[person.joan]
name = "琼"
aliases = ["磨坊主"]
at = "yard"
here = "琼在补一只口袋。"
says = ["给我什么我就磨什么，口袋要还我。"]
[[person.joan.knows]]
id = "fire"
topic = "那场火"
when = "place(letter) == joan"
keys = ["保险金"]
text = "谷仓是琼自己放火烧的，为的是骗保险金。"
say = "是我点的。"
[[person.joan.accepts]]
thing = "letter"
tell = "琼接过信，没有拆。"
[person.piet]
name = "皮特"
aliases = ["船夫"]
at = "lane"
says = ["过河两个铜板，回来两个铜板。"]
"""

ENGLISH = parse_world(MILL, name="mill.toml")
CHINESE = parse_world(MILL_ZH, name="mill.zh.toml")


def turn_of(*commands: str, world: World = ENGLISH) -> Turn:
    """Return the turn of the last of these commands, or of looking around at the beginning."""
    words = commands or (("look",) if world.language == "en" else ("看看四周",))
    outcome = begin_run(world, 7)
    before = outcome.state
    for each in words:
        before = outcome.state
        outcome = step(world, before, each)
    return Turn(words[-1], before, outcome, (), 7)


def moment_of(*commands: str, world: World = ENGLISH) -> Moment:
    """Return that turn as the rules look at it."""
    return Moment(world, sentences_for(world.language, world.sentences), turn_of(*commands, world=world))


def reason_of(rule: Rule, sentence: str, *commands: str, world: World = ENGLISH, speaker: str = "") -> str:
    """Return the reason for which one rule holds a sentence back after commands, or nothing."""
    moment = moment_of(*commands, world=world)
    verdict = rule(moment, Said(sentence, moment.lexicon, (), speaker))
    return verdict.reason if verdict else ""


def why(sentence: str, *commands: str, world: World = ENGLISH, speaker: str = "") -> str:
    """Return the reason for which the guard holds a sentence back after commands, or nothing."""
    judge = Guard(world, sentences_for(world.language, world.sentences), turn_of(*commands, world=world))
    verdict = judge.line(sentence, speaker) if speaker else judge.scene(sentence)
    return verdict.reason if verdict else ""
