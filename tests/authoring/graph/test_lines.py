"""Geometry of lines and boxes."""

from __future__ import annotations

import pytest

from game.authoring.graph.lines import Box, crosses, distance_to, hull, is_near


def test_lines_cross_only_within_both() -> None:
    assert crosses(((0, 0), (2, 2)), ((0, 2), (2, 0)))
    assert not crosses(((0, 0), (2, 2)), ((2, 2), (4, 0)))
    assert not crosses(((0, 0), (1, 1)), ((0, 3), (3, 0)))


def test_a_line_is_as_far_as_its_nearest_point() -> None:
    assert distance_to((1, 1), ((0, 0), (2, 0))) == 1
    assert distance_to((5, 4), ((0, 0), (2, 0))) == 5
    assert distance_to((3, 4), ((0, 0), (0, 0))) == 5


@pytest.mark.parametrize("point", [(1, 1), (5, 4), (-0.5, 0), (3, 0.2), (2.3, -0.3)])
def test_a_point_is_near_where_its_distance_is_less(point: tuple[float, float]) -> None:
    line = ((0, 0), (2, 0))
    assert [is_near(point, line, reach) for reach in (0.4, 0.6, 9)] == [
        distance_to(point, line) < reach for reach in (0.4, 0.6, 9)
    ]


def test_a_hull_holds_all_boxes() -> None:
    assert hull([Box(0, 0, 10, 10), Box(20, -5, 1, 1)]) == Box(0, -5, 21, 15)


def test_boxes_overlap_where_they_share_room_or_want_a_gap() -> None:
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 10, 10))
    assert not Box(0, 0, 10, 10).overlaps(Box(11, 0, 10, 10))
    assert Box(0, 0, 10, 10).overlaps(Box(11, 0, 10, 10), gap=2)


@pytest.mark.parametrize(("line", "is_crossed"), [(((-5, 5), (15, 5)), True), (((-5, -5), (-5, 15)), False)])
def test_a_line_crosses_a_box(line: tuple[tuple[float, float], tuple[float, float]], is_crossed: bool) -> None:
    assert Box(0, 0, 10, 10).is_crossed(line) is is_crossed


def test_a_line_leaves_a_box_at_its_edge() -> None:
    assert Box(0, 0, 10, 20).edge_towards((100, 10)) == (10, 10)
    assert Box(0, 0, 10, 20).edge_towards((5, -50)) == (5, 0)
