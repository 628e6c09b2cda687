"""Whether there is power to spare for telling turns ahead, as the settings and the machine say.

Knows nothing of what is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

import psutil

from game.session.session import never
from game.settings import Lookahead


def is_plugged_in() -> bool:
    """Return whether the machine runs on mains, as far as is known; one without a battery does."""
    with suppress(AttributeError, OSError):  # not every system has the call, nor lets everybody read the battery
        battery = psutil.sensors_battery()
        return battery is None or battery.power_plugged is not False
    return True


MAY_LOOK_AHEAD: Mapping[Lookahead, Callable[[], bool]] = {"auto": is_plugged_in, "off": never}
"""What to ask before turns are told ahead."""
