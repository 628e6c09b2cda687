"""Whether there is power to spare, as the settings and the battery say."""

from __future__ import annotations

from types import SimpleNamespace

import psutil
import pytest

from game.cli.power import MAY_LOOK_AHEAD, is_plugged_in


@pytest.mark.parametrize(
    ("battery", "answer"),
    [
        (None, True),
        (SimpleNamespace(power_plugged=True), True),
        (SimpleNamespace(power_plugged=None), True),
        (SimpleNamespace(power_plugged=False), False),
    ],
    ids=["none", "mains", "unknown", "battery"],
)
def test_only_a_battery_that_is_used_says_no(monkeypatch: pytest.MonkeyPatch, battery: object, *, answer: bool) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery, raising=False)
    assert is_plugged_in() is answer


def test_a_system_that_cannot_say_is_taken_to_be_plugged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(psutil, "sensors_battery", raising=False)
    assert is_plugged_in()


def test_a_battery_that_nobody_may_read_is_taken_to_be_plugged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise PermissionError

    monkeypatch.setattr(psutil, "sensors_battery", refuse, raising=False)
    assert is_plugged_in()


def test_off_is_off_whatever_the_battery_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", lambda: None, raising=False)
    assert [MAY_LOOK_AHEAD[each]() for each in ("auto", "off")] == [True, False]
