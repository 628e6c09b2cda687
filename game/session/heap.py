"""What lives as long as a run is played, kept from the garbage collector.

A full collection looks through a world, the screen and all modules: a tenth of a second in the middle of a sentence,
every few turns, with nothing to be found.
"""

from __future__ import annotations

import gc


def hold() -> None:
    """Keep what there is from the collector, until release; costs nothing."""
    gc.freeze()


def release() -> None:
    """Let the collector look at everything again, for there may be something to find now."""
    gc.unfreeze()
