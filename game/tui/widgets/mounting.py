"""Mounting that knows of leaving: while the app is taken down, news still arrives, and there is nowhere to show it.

Knows nothing of what is mounted.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import AwaitMount, Widget


def put(parent: Widget, widgets: Iterable[Widget], *, before: Widget | int | None = None) -> AwaitMount:
    """Mount widgets in a parent, at its end or before another; do nothing where the parent is going away."""
    if not parent.is_attached:
        return AwaitMount(parent, [])
    return parent.mount_all(widgets, before=before)
