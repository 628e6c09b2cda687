"""Whether a place has a roof."""

from __future__ import annotations

import pytest

from game.tune.roofs import is_indoors


@pytest.mark.parametrize(
    ("place", "weather", "inside"),
    [
        ("hospital corridor", "light rain", True),
        ("hall of looms at rest", "dry", True),
        ("hospital garden", "light rain", False),
        ("alley behind the theatres", "fog", False),
        ("Mountain Inn", "snow", True),
        ("parliament lobbies", "chill rain outside", True),
        ("", "", False),
    ],
)
def test_it_follows_from_what_the_place_is(place: str, weather: str, inside: bool) -> None:
    assert is_indoors(place, weather) is inside
