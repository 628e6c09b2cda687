"""Charts as Mermaid."""

from __future__ import annotations

import re
from dataclasses import replace

from game.authoring.graph.chart import Finish, Storylet, Way
from game.authoring.graph.mermaid import escape, to_mermaid
from tests.authoring.graph.charts import chart, meadow

GATED = chart(Way("hall", "up", "room", "trust(anna) >= 1"), Way("hall", "down", "cellar", "", hidden=True))


def test_a_gate_is_the_label_of_its_way() -> None:
    assert 'place_hall -->|"up: trust(anna) #62;= 1"| place_room\n' in to_mermaid(GATED)


def test_a_hidden_way_is_dashed() -> None:
    assert 'place_hall -.->|"down"| place_cellar\n' in to_mermaid(GATED)


def test_scenes_hang_on_their_places_and_lead_on() -> None:
    shown = to_mermaid(chart(places=("hall",), scenes=(Storylet("a", "at(hall)", ("hall",), ("b",)),)))
    assert "place_hall --- scene_a\n" in shown
    assert "scene_a ==> scene_b\n" in shown


def test_no_sign_of_a_label_is_read_as_mermaid() -> None:
    signs = escape('a "b" | <c> #d `e` {f} [g] * _ \\ ; & %')
    assert not set(re.sub(r"#\d+;", "", signs)) & set('"|<>#`{}[]*_\\;&%')
    assert escape("1. Go. - No") == "1#46; Go. - No"
    assert escape("") == "#160;"
    assert escape("- Go") == "#45; Go"


def test_every_line_is_one_statement_with_its_quotes_paired() -> None:
    shown = to_mermaid(replace(meadow(4), title='A "B"', endings=(Finish("end", 'The "end"\\', "a != 'b\"'"),)))
    assert shown.startswith("flowchart TD\n")
    assert all(line.count('"') % 2 == 0 for line in shown.splitlines())
