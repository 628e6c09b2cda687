"""A small world with something of all that conditions can ask about, and what is known of it without playing."""

from __future__ import annotations

from game.authoring.checks.survey import Survey
from game.loader.diagnostics import Source
from game.loader.load import build_project
from tests.kit import INN

MORE = """
[clock]
start = "18:00"
minutes = 20
parts = { dusk = "17:00", late = "20:00" }
[table.skies]
draw = ["clear", { text = "storm", when = "time > 2" }]
[thing.chest]
name = "chest"
at = "cellar"
portable = false
refuse = "It is full of lead."
holds = "in"
closed = true
locked = true
key = "pin"
[thing.pin]
name = "hairpin"
at = "room"
[thing.coin]
name = "coin"
at = "chest"
worn = false
[[rule]]
after = "wait"
when = "coins < 3"
do = ["weather = draw(skies)", "luck = roll(4)", "coins += 1", "mood(anna) = 'dozing'"]
[[scene]]
id = "late_hour"
when = "time > 3"
text = "It is late."
do = ["place(anna) = yard", "calm = false"]
"""
TEXT = (
    INN.replace("coins = 3", 'coins = 3\nluck = 0\ncalm = true\nlevel = { start = 1, max = 9 }\nweather = "fog"') + MORE
)


def survey(more: str = "", *, text: str = TEXT) -> Survey:
    """Return what is known of the world with something more in it."""
    project = build_project([Source("inn.toml", text.replace('hour = "night"\n', "") + more)])
    assert project.world is not None, [each.render() for each in project.report.sorted()]
    return Survey(project.world, project.merged)
