"""The command doctor."""

from __future__ import annotations

import json

import pytest

from game.cli import doctor
from game.cli.app import run
from game.findings import Finding

WELL = Finding("disk", "ok", "fine")
WARNED = Finding("gpu", "warn", "none", "Buy one.")
BROKEN = Finding("saves", "fail", "cannot be written", "Name another.")


@pytest.mark.parametrize(("last", "code"), [(WELL, 0), (WARNED, 0), (BROKEN, 1)])
def test_only_what_keeps_from_playing_is_exit_1(last: Finding, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "examine", lambda **_: (WELL, last))
    assert run(["doctor"]) == code


def test_json_is_a_list_of_findings(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(doctor, "examine", lambda **_: (WARNED,))
    run(["doctor", "--json"])
    assert json.loads(capsys.readouterr().out) == [
        {"name": "gpu", "level": "warn", "text": "none", "advice": "Buy one."}
    ]
