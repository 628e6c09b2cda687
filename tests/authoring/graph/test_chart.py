"""What of a world is drawn."""

from __future__ import annotations

from game.authoring.graph.chart import Way, chart_of
from tests.kit import inn

CHAIN = """
[[scene]]
id = "song"
when = "time > 3"
text = "A song."
[[scene.choice]]
text = "Sing"
then = "dance"
[[scene.choice]]
text = "Hum"
then = "dance"
[[scene]]
id = "dance"
when = "at(hall) or at(yard)"
text = "A dance."
[quest.feast]
name = "A feast"
when = "paid"
[[quest.feast.stage]]
goal = [{ when = "paid", text = "Eat now." }, "Eat."]
done = "time > 4"
[[quest.feast.stage]]
goal = "Drink."
done = "time > 5"
"""


def test_a_way_keeps_its_gate_as_the_author_wrote_it() -> None:
    ways = chart_of(inn()).ways
    assert Way("hall", "down", "cellar", "has(lamp)", hidden=True) in ways
    assert Way("yard", "west", "hall") in ways


def test_scenes_stand_where_they_can_begin() -> None:
    chart = chart_of(inn(CHAIN))
    assert [each.id for each in chart.scenes_at("hall")] == ["bill", "dance"]
    assert [each.id for each in chart.scenes_at("yard")] == ["dance"]
    assert [each.id for each in chart.loose] == ["song"]


def test_a_scene_leads_once_to_another_whatever_the_choice() -> None:
    assert {each.id: each.then for each in chart_of(inn(CHAIN)).scenes}["song"] == ("dance",)


def test_a_quest_has_its_stages_or_itself_as_the_only_one() -> None:
    bed, feast = chart_of(inn(CHAIN)).quests
    assert bed.stages == (("Get a room.", "visited(room)"),)
    assert feast.stages == (("Eat.", "time > 4"), ("Drink.", "time > 5"))


def test_a_chart_counts_what_it_shows() -> None:
    assert chart_of(inn()).counted == "4 places, 1 scene, 1 quest and 1 ending."
