"""Lists of words."""

from __future__ import annotations

from game.tune.words import listed


def test_what_is_not_seen_by_day_is_seen_by_night() -> None:
    assert "stars" in listed("unseen_by_day")
    assert not listed("unseen_by_day") & listed("unseen_by_night")
    assert not listed("dry") & listed("wet")
