"""`loreloom world schema`."""

from __future__ import annotations

import json

import pytest

from game.authoring.schema import world_schema
from game.cli.app import run


@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_the_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str], flags: list[str]) -> None:
    assert run(["world", "schema", *flags]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == world_schema()
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
