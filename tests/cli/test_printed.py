"""What commands print: lines that a terminal may be given, and JSON that means what was found."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from game.cli.printed import json_of, say

ODD = "a\x1b[31m\u202eb\x9bc"


def test_a_line_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    say(ODD)
    assert capsys.readouterr().out == "a[31mbc\n"


def test_json_is_clean_and_means_the_same() -> None:
    written = json_of({"name": ODD, "other": "鐘"})
    assert "鐘" in written
    assert all(character.isprintable() or character == "\n" for character in written)
    assert json.loads(written) == {"name": ODD, "other": "鐘"}


def test_times_are_those_of_iso_8601() -> None:
    time = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
    assert json_of(time) == '"2026-01-02T03:04:05+00:00"'
