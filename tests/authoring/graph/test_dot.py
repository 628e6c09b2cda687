"""Charts as DOT."""

from __future__ import annotations

import re
from dataclasses import replace

from game.authoring.graph.chart import Finish, Way
from game.authoring.graph.dot import quoted, to_dot
from tests.authoring.graph.charts import chart, meadow

LINE = re.compile(r'(?:[^"]|"(?:[^"\\]|\\.)*")*;')


def test_a_gate_is_the_label_of_its_way_and_a_hidden_one_is_dashed() -> None:
    shown = to_dot(chart(Way("hall", "up", "room", "name == 'x'", hidden=True)))
    assert '"place:hall" -> "place:room" [label="up: name == \'x\'", style="dashed"];' in shown


def test_quotes_and_backslashes_are_escaped() -> None:
    assert quoted('a "b" \\N') == '"a \\"b\\" \\\\N"'


def test_every_line_is_one_statement_with_its_quotes_paired() -> None:
    shown = to_dot(replace(meadow(3), title='A "B"\\', endings=(Finish("end", 'The "end"\\', "x"),)))
    first, *lines, last = shown.splitlines()
    assert (first, last) == ("digraph world {", "}")
    assert all(LINE.fullmatch(line) for line in lines)


def test_stages_follow_their_quest_in_order() -> None:
    shown = to_dot(meadow(2))
    assert shown.index('"quest:bed" -> "stage:bed:1"') < shown.index('"stage:bed:1" -> "stage:bed:2"')
