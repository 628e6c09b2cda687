"""Labels beside lines."""

from __future__ import annotations

from itertools import combinations

from game.authoring.graph.labels import Label, place_labels
from game.authoring.graph.lines import Box

LINE = ((0.0, 0.0), (150.0, 0.0))


def test_a_label_stands_on_its_line_where_there_is_room() -> None:
    [placed] = place_labels([Label("up", LINE)], [], [LINE])
    assert (placed.area.middle, placed.leader) == ((75, 0), None)


def test_no_two_labels_share_room() -> None:
    placed = place_labels([Label(f"up: has(lamp_{n})", LINE) for n in range(30)], [], [LINE])
    assert not any(one.area.overlaps(other.area) for one, other in combinations(placed, 2))


def test_a_label_without_room_is_led_to() -> None:
    card = Box(-300, -300, 800, 600)
    [placed] = place_labels([Label("up", LINE)], [card], [LINE])
    assert not placed.area.overlaps(card)
    assert placed.leader == ((75, 0), placed.area.middle)


def test_no_word_of_a_condition_is_broken() -> None:
    [placed] = place_labels([Label("in: examined(the_very_long_name_of_a_thing)", LINE)], [], [LINE])
    assert placed.lines == ("in:", "examined(the_very_long_name_of_a_thing)")
