"""A house in which people pass on what one of them knows, while the player is elsewhere."""

from __future__ import annotations

from game.loader.load import parse_world
from game.rules.world import World

HOUSE = """
schema = 1
[world]
id = "house"
title = "The House"
start = "hall"
[facts]
loud = true
[place.hall]
name = "the hall"
look = "Boards."
exits = { east = "yard" }
[place.yard]
name = "the yard"
look = "Rain."
exits = { west = "hall", north = "barn" }
[place.barn]
name = "the barn"
look = "Straw."
exits = { south = "yard" }
[person.mira]
name = "Mira"
at = "yard"
says = ["Hm."]
[[person.mira.knows]]
id = "lens"
topic = "the lens"
when = "trust(mira) >= 2"
keys = ["smuggler"]
text = "Smugglers cracked the lens."
say = "They cracked it. I watched them."
do = ["trust(mira) += 1"]
tells = ["abel", { to = "wren", when = "loud", say = "They say it was no storm." }]
[person.abel]
name = "Abel"
at = "nowhere"
says = ["Evening."]
schedule = [
    { at = "barn", when = "time >= 5" },
    { at = "yard", when = "time >= 1" },
]
[person.wren]
name = "Wren"
at = "barn"
says = ["Well."]
"""


def house(more: str = "", *, instead_of: str = "") -> World:
    """Return the house with more tables at its end, or with other text in place of some of its own."""
    text = HOUSE.replace(instead_of, more) if instead_of else HOUSE + more
    return parse_world(text, name="house.toml")
