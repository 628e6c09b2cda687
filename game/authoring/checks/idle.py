"""Keys that do nothing because another one is missing beside them.

Knows which key of the format needs which, and nothing of what any of them does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.loader.positions import Path

# Of each kind of table the keys that need one of others beside them.
_NEEDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "place": {"darkness": ("dark",)},
    "exit": {"hidden": ("when",), "refuse": ("when",)},
    "thing": {
        **dict.fromkeys(("key", "lock", "unlock"), ("locked",)),
        **dict.fromkeys(("open", "close"), ("closed",)),
        **dict.fromkeys(("wear", "remove"), ("worn",)),
        **dict.fromkeys(("light", "douse"), ("switch",)),
    },
    "scene": {"hold": ("choice",), "cooldown": ("once",)},
    "choice": {"refuse": ("when",)},
    "rule": {"refuse": ("before",), "unless": ("before", "after")},
}
_WORDS = {"once": "once = false"}
"""What is to be added where it is one value that counts."""


def idle_keys(survey: Survey) -> Iterator[Remark]:
    """Yield the keys that are written and come to nothing."""
    for kind, path, table in _tables(survey.merged.tree):
        for key, needed in _NEEDS[kind].items():
            if table.get(key) and not any(other in table for other in needed):
                either = " or ".join(f"'{each}'" for each in needed)
                hint = f"add {_WORDS.get(needed[0], f'{needed[0]} = …')}, or leave '{key}' out"
                yield Remark("W118", f"'{key}' does nothing without {either}", (*path, key), hint)
        if kind == "rule" and table.get("before") and table.get("after"):
            hint = "make two rules of it, one for each"
            yield Remark("W118", "'after' does nothing beside 'before'", (*path, "after"), hint)


def idle_details(survey: Survey) -> Iterator[Remark]:
    """Yield the words for details that nothing may have, or no sentence holds, and leave for details without words."""
    world, merged = survey.world, survey.merged.tree
    allowed = {kind for table in (world.places, world.people) for each in table.values() for kind in each.invent}
    for kind, table in merged.get("details", {}).items():
        if kind not in allowed:
            hint = "add invent = true to one of them, or leave these words out"
            yield Remark("W118", f"'{kind}' does nothing: no place or person may have one", ("details", kind), hint)
            continue
        for slot in [each for each in ("how", "what") if each in table and each not in world.details[kind].slots]:
            yield Remark("W118", f"'{slot}' does nothing: no sentence of a {kind} holds it", ("details", kind, slot))
    for section, table in (("place", world.places), ("person", world.people)):
        for name, found in table.items():
            if merged.get(section, {}).get(name, {}).get("invent") and not found.invent:
                hint = f"add some for '{world.language}' under [details]"
                yield Remark("W118", "'invent' does nothing without words for details", (section, name, "invent"), hint)


def _tables(tree: Mapping[str, Any]) -> Iterator[tuple[str, Path, Mapping[str, Any]]]:
    """Yield the tables in which a key may need another, each with its kind and path."""
    for section in ("place", "thing"):
        yield from ((section, (section, name), table) for name, table in tree.get(section, {}).items())
    for section in ("scene", "rule"):
        yield from ((section, (section, number), table) for number, table in enumerate(tree.get(section, ())))
    for name, place in tree.get("place", {}).items():
        ways = place.get("exits", {}).items()
        yield from (("exit", ("place", name, "exits", way), to) for way, to in ways if isinstance(to, dict))
    for number, scene in enumerate(tree.get("scene", ())):
        choices = enumerate(scene.get("choice", ()))
        yield from (("choice", ("scene", number, "choice", each), choice) for each, choice in choices)
