"""The guard judges the frozen tellings at least as well as it did: shares below which no change may bring it."""

from __future__ import annotations

import pytest

from tests.story.guarding.verdicts import alarms, is_for_developing, judged, recall

# language, half for developing, least share of false rows held back, greatest share of true ones
REACHED = [
    ("en", True, 0.97, 0.01),
    ("en", False, 0.97, 0.01),
    ("zh", True, 0.98, 0.01),
    ("zh", False, 0.98, 0.01),
]


@pytest.mark.parametrize(("language", "is_developed", "least", "most"), REACHED)
def test_the_guard_is_as_good_as_it_was(language: str, *, is_developed: bool, least: float, most: float) -> None:
    rows = [each for each in judged(language) if is_for_developing(each.row) is is_developed]
    held, false = recall(rows)
    wrongly, true = alarms(rows)
    assert held / false >= least
    assert wrongly / true <= most
