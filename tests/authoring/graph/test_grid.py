"""Where places stand."""

from __future__ import annotations

from collections.abc import Mapping

from game.authoring.graph.chart import Way
from game.authoring.graph.grid import arrange
from game.authoring.graph.strain import Cell
from tests.authoring.graph.charts import chart, meadow


def cells(*ways: Way, places: tuple[str, ...] = ()) -> Mapping[str, Cell]:
    drawn = chart(*ways, places=places)
    return arrange(tuple(drawn.places), drawn.ways, drawn.start)


def test_north_is_up_and_east_is_right() -> None:
    assert cells(Way("a", "north", "b"), Way("b", "east", "c"), Way("c", "southwest", "a")) == {
        "a": (0, 1),
        "b": (0, 0),
        "c": (1, 0),
    }


def test_a_square_of_places_is_drawn_as_it_is() -> None:
    placed = arrange(tuple(meadow(6).places), meadow(6).ways, "p0_0")
    assert all(place == f"p{x}_{y}" for place, (x, y) in placed.items())


def test_two_places_that_claim_a_cell_stand_beside_each_other() -> None:
    placed = cells(Way("a", "north", "b"), Way("c", "north", "b"), Way("a", "in", "c"), Way("a", "down", "d"))
    assert len(set(placed.values())) == 4


def test_a_way_of_the_authors_own_leads_near() -> None:
    placed = cells(Way("a", "well", "b"), Way("a", "north", "c"))
    (ax, ay), (bx, by) = placed["a"], placed["b"]
    assert max(abs(ax - bx), abs(ay - by)) == 1


def test_up_is_up_where_nothing_else_says_so() -> None:
    assert cells(Way("a", "up", "b")) == {"a": (0, 1), "b": (0, 0)}


def test_places_that_nothing_joins_stand_apart() -> None:
    placed = cells(Way("a", "east", "b"), places=("c", "d"))
    assert len(set(placed.values())) == 4


def test_a_way_back_to_where_it_began_moves_nothing() -> None:
    assert cells(Way("a", "north", "a")) == {"a": (0, 0)}


def test_the_same_world_is_always_laid_out_alike() -> None:
    drawn = meadow(4)
    assert arrange(tuple(drawn.places), drawn.ways, "p0_0") == arrange(tuple(drawn.places), drawn.ways, "p0_0")
