"""What lives as long as a run is played is not looked through again and again while it is played."""

from __future__ import annotations

import gc
from pathlib import Path

from game.session.opening import open_session
from tests.kit import inn


def test_a_run_that_is_played_is_kept_from_the_collector_until_it_is_closed(tmp_path: Path) -> None:
    session = open_session(inn(), tmp_path, None)
    assert gc.get_freeze_count() > 10_000
    session.close()
    assert gc.get_freeze_count() == 0
