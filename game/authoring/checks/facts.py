"""Facts that nothing reads, and facts that nothing changes.

Knows nothing of what a fact is for, but that some colour what a model says of the weather.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey

COLOURS = ("hour", "weather", "mood")
"""Facts that a model is told of, whether or not a rule reads them."""


def idle_facts(survey: Survey) -> Iterator[Remark]:
    """Yield the facts that no condition, effect or text reads, and those that are read and never change."""
    for name in [each for each in survey.world.facts if each not in COLOURS]:
        if name not in survey.read:
            hint = "leave it out, or ask for it in a condition"
            yield Remark("W103", f"nothing reads the fact '{name}'", ("facts", name), hint)
        elif name not in survey.ranges.settings:
            hint = f'an effect changes it: do = ["{name} = …"]'
            yield Remark("W104", f"nothing ever changes the fact '{name}'", ("facts", name), hint)
