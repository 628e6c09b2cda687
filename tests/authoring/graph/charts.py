"""What the drawing's tests draw: charts made by hand, of any size."""

from __future__ import annotations

from game.authoring.graph.chart import Chart, Finish, Storylet, Task, Way


def chart(*ways: Way, places: tuple[str, ...] = (), scenes: tuple[Storylet, ...] = ()) -> Chart:
    """Return a chart of the places that ways join, and of some more."""
    named = dict.fromkeys([*(end for way in ways for end in (way.start, way.to)), *places])
    names = {place: f"the {place}" for place in named}
    start = next(iter(names))
    return Chart("Small", "", "en", start, names, ways, scenes, (), ())


def meadow(side: int) -> Chart:
    """Return a square of places, each joined to those beside it, some of them by gates and one by a way of its own."""
    cells = {(x, y): f"p{x}_{y}" for x in range(side) for y in range(side)}
    ways = [Way("p0_0", "portal", f"p{side - 1}_{side - 1}", "has(lamp)", hidden=True)]
    for (x, y), place in cells.items():
        for direction, across, down in (("east", 1, 0), ("west", -1, 0), ("south", 0, 1), ("north", 0, -1)):
            if to := cells.get((x + across, y + down)):
                ways.append(Way(place, direction, to, "has(lamp) and coins >= 3" if (x + y) % 3 == 0 else ""))
    quest = Task("bed", "A bed", "", (("Get a room.", "visited(room)"), ("Sleep.", "time >= 9")))
    names = {place: f"the place called {place}" for place in cells.values()}
    scenes = tuple(Storylet(f"s{n}", "at(p0_0)", ("p0_0",)) for n in range(15))
    return Chart("Meadow", "Grass.", "en", "p0_0", names, tuple(ways), scenes, (quest,), (Finish("end", "End", "x"),))
