"""The author's guide is true: its examples load, its tables are the program's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.loader.diagnostics import CODES
from game.loader.load import parse_world
from game.rules.effects import PROPERTIES
from game.rules.queries import QUERIES

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "worlds" / "README.md").read_text(encoding="utf-8")
FIRST, *MORE = re.findall(r"^```toml\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def test_the_first_example_is_a_world_and_the_one_in_the_readme() -> None:
    assert parse_world(FIRST).title == "The Cellar"
    shown = "".join(f"    {line}\n" for line in FIRST.splitlines())
    assert shown in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", MORE, ids=range(len(MORE)))
def test_every_other_example_can_be_added_to_it(example: str) -> None:
    assert parse_world(FIRST + example).title == "The Cellar"


def test_every_query_and_property_is_in_the_guide() -> None:
    assert all(f"`{name}(" in GUIDE for name in (*QUERIES, *PROPERTIES))


def test_every_code_is_in_the_guide() -> None:
    assert all(f"| {code} | {meaning} |" in GUIDE for code, meaning in CODES.items())
    assert set(re.findall(r"^\| (W\d{3}) ", GUIDE, re.MULTILINE)) == set(CODES)
