"""Expressions of Twine's formats, read and written as a world's."""

from __future__ import annotations

import pytest

from game.authoring.imports.twee.chapbook import TONGUE as CHAPBOOK
from game.authoring.imports.twee.expressions import Untranslated, as_test
from game.authoring.imports.twee.grammar import MAX_SOURCE, read_expression
from game.authoring.imports.twee.harlowe import TONGUE as HARLOWE
from game.authoring.imports.twee.snowman import TONGUE as SNOWMAN
from game.authoring.imports.twee.sugarcube import TONGUE as SUGARCUBE
from game.authoring.imports.twee.writing import Writer

WRITER = Writer(
    {"x": "x", "y": "y", "ok": "ok", "name": "name"},
    {"x": int, "y": int, "ok": bool, "name": str},
    {"P": "p"},
)


@pytest.mark.parametrize(
    ("source", "condition"),
    [
        ("$x gte 2", "x >= 2"),
        ("$x eq 2 and $ok", "x == 2 and ok"),
        ("$x neq 2 or not $ok", "x != 2 or not ok"),
        ("($x lt 2 or $ok) and $y lte 3", "(x < 2 or ok) and y <= 3"),
        ("$x is not 2", "x != 2"),
        ("$name is 'Ann'", "name == 'Ann'"),
        ('$name == "O\'Hara"', 'name == "O\'Hara"'),
        ("$x > 1 && !$ok || $y === 4", "x > 1 and not ok or y == 4"),
        ("$x", "x != 0"),
        ("$name", "name != ''"),
        ("not ($x is 2)", "x != 2"),
        ("$ok is true", "ok"),
        ("$ok is false", "not ok"),
        ("2 lt $x", "x > 2"),
        ("$x - ($y - 1) gt 0", "x - (y - 1) > 0"),
        ("Math.floor($x / 2) eq 1", "x // 2 == 1"),
        ("$x % 2 is 0", "x % 2 == 0"),
        ("-$x is 2", "-x == 2"),
        ("visited('P')", "seen(p)"),
        ("visited('P') gt 0 and $ok", "seen(p) and ok"),
        ("visited('P') is 0", "not seen(p)"),
        ("hasVisited('P')", "seen(p)"),
        ("$x is 2.0", "x == 2"),
    ],
)
def test_conditions_of_sugarcube(source: str, condition: str) -> None:
    assert WRITER.condition(as_test(read_expression(source, SUGARCUBE))).source == condition


@pytest.mark.parametrize(
    ("source", "condition"),
    [
        ("$x is 2 or 3", "x == 2 or x == 3"),
        ("$name is not 'A' and 'B'", "name != 'A' and name != 'B'"),
        ("(history:) contains 'P'", "seen(p)"),
        ("not ((history:) contains 'P')", "not seen(p)"),
        ("(visited: 'P')", "seen(p)"),
        ("$x >= 2 and $ok", "x >= 2 and ok"),
    ],
)
def test_conditions_of_harlowe(source: str, condition: str) -> None:
    assert WRITER.condition(as_test(read_expression(source, HARLOWE))).source == condition


def test_chapbook_and_snowman_name_variables_in_their_own_ways() -> None:
    assert WRITER.condition(read_expression("x > 2 && !ok", CHAPBOOK)).source == "x > 2 and not ok"
    assert WRITER.condition(read_expression("s.x > 2 || story.state.ok", SNOWMAN)).source == "x > 2 or ok"


@pytest.mark.parametrize(
    "source",
    [
        "", "$x +", "$x is", "(", ")", "$x.y", "$x[0]", "1.5", "$x is 2 3", "foo($x)", "undefined", "$x to 3", "'open",
        "9" * 40, "(" * 100 + "1" + ")" * 100, "1" + "+1" * 100, "1" + " " * MAX_SOURCE, "- " * 60 + "1",
        "$x gt 'a'", "$name gt 2", "$name + 1 is 2", "$name is \"'\\\"\"", "$name is '{'", "random(1, 6) is 2",
    ],
)  # fmt: skip
def test_what_a_world_cannot_say_is_said_to_be_so(source: str) -> None:
    with pytest.raises(Untranslated, match=r"\w"):
        WRITER.condition(read_expression(source, SUGARCUBE))


def test_a_condition_longer_than_a_world_reads_is_not_written() -> None:
    with pytest.raises(Untranslated, match="too long"):
        WRITER.condition(read_expression(" and ".join(f"$name is '{'a' * 60}'" for _ in range(8)), SUGARCUBE))
