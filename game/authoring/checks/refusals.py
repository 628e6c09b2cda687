"""Refusals that do not say why: ways, things and rules.

Knows nothing of when anything is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.loader.positions import Path
from game.rules.texts import Text

_ADD = 'add refuse = "…"'


def silent_refusals(survey: Survey) -> Iterator[Remark]:
    """Yield the ways, things and rules that are refused, or refuse, without a reason of the author's."""
    for name, place in survey.world.places.items():
        for way in place.exits.values():
            if way.when is not None and not way.hidden and not says(way.refuse):
                path: Path = ("place", name, "exits", way.direction)
                yield Remark("W105", "this way can be shut, and does not say why", path, _ADD)
    for name, thing in survey.world.things.items():
        if not thing.portable and not says(thing.refuse):
            yield Remark("W105", f"'{name}' cannot be taken, and does not say why", ("thing", name), _ADD)
    for number, rule in enumerate(survey.world.rules.values()):
        if rule.before and not rule.do and not says(rule.tell) and not says(rule.refuse):
            message = "this rule refuses nothing, because it does not say why"
            yield Remark("W105", message, ("rule", number, "before"), _ADD)


def says(text: Text) -> bool:
    """Return whether a text has any words."""
    return any(variant.text for variant in text.variants)
