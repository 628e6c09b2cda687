"""Charts as SVG."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from game.authoring.graph.chart import Chart, Storylet, Way
from game.authoring.graph.lines import Box
from game.authoring.graph.svg import to_svg
from tests.authoring.graph.charts import chart, meadow

SVG = "{http://www.w3.org/2000/svg}"


def boxes(drawn: ET.Element, looks: str) -> list[Box]:
    rects = (each for each in drawn.iter(f"{SVG}rect") if looks in each.attrib["class"].split())
    return [Box(*(float(each.attrib[key]) for key in ("x", "y", "width", "height"))) for each in rects]


def classes(drawn: Chart, element: str = "line") -> list[str]:
    return [each.attrib.get("class", "") for each in ET.fromstring(to_svg(drawn)).iter(SVG + element)]


@pytest.fixture(scope="module")
def large() -> ET.Element:
    return ET.fromstring(to_svg(meadow(10)))


def test_a_hundred_places_are_drawn_and_none_lies_on_another(large: ET.Element) -> None:
    cards = boxes(large, "card")
    assert len(cards) == 100 + 2
    assert not any(one.overlaps(other) for one, other in combinations(cards[:100], 2))


def test_no_label_lies_on_a_card_or_a_label(large: ET.Element) -> None:
    labels, cards = boxes(large, "halo"), boxes(large, "card")[:100]
    assert len(labels) > 100
    assert not any(one.overlaps(other) for one, other in combinations(labels, 2))
    assert not any(label.overlaps(card) for label in labels for card in cards)


def test_a_hidden_way_is_dashed_and_a_gate_has_its_colour() -> None:
    assert classes(chart(Way("a", "in", "b", "paid", hidden=True), Way("b", "out", "a"))) == ["barred hidden", "way"]


def test_a_way_without_a_way_back_has_a_point() -> None:
    assert to_svg(chart(Way("a", "in", "b"))).count("marker-end") == 1
    assert to_svg(chart(Way("a", "in", "b"), Way("b", "out", "a"))).count("marker-end") == 0


def test_a_plain_compass_way_needs_no_label() -> None:
    assert "halo" not in classes(chart(Way("a", "east", "b"), Way("b", "west", "a")), "rect")


def test_scenes_that_lead_round_in_a_ring_are_drawn() -> None:
    ring = (Storylet("one", "", None, ("two",)), Storylet("two", "", None, ("one", "two")))
    assert classes(chart(places=("a",), scenes=ring), "path").count("lead") == 3


def test_a_drawing_says_what_it_is_and_whatever_is_written_in_it_is_only_text() -> None:
    drawn = to_svg(replace(chart(Way("a", "<in>", "b")), title='</title><script>"&'))
    root = ET.fromstring(drawn)
    assert root.findtext(f"{SVG}title") == '</title><script>"&: a map'
    assert "<script" not in drawn
    assert root.attrib["role"] == "img"


def test_a_drawing_is_light_and_dark() -> None:
    assert "@media (prefers-color-scheme:dark)" in to_svg(chart(places=("a",)))
