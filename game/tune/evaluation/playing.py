"""Which of several texts for an example the game would show: the likeliest of those that pass its filters.

Knows nothing of models. Where none passes the game shows none; here it is the first then, for something has to be read.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.story.jobs import usable_lines, usable_touches
from game.tune.evaluation.asking import vocabulary_of
from game.tune.evaluation.taking import taken
from game.tune.evaluation.writer import Written
from game.tune.examples import Ambience, Line
from game.tune.render import scene_of_touch, speaker_of_line


def shown_in_play(example: Ambience | Line, written: Sequence[Written], *, trusted: bool) -> str:
    """Return what would be shown of at least one text."""
    usable = [each for each in written if is_shown(example, taken(example, each.text), trusted=trusted)]
    return max(usable, key=lambda each: each.likelihood).text if usable else written[0].text


def is_shown(example: Ambience | Line, text: str, *, trusted: bool) -> bool:
    """Return whether a text passes the filters of its job: those for a model that is trusted with it, or for others."""
    names = vocabulary_of(example)
    match example:
        case Ambience():
            return bool(usable_touches([text], scene_of_touch(example), names, (), trusted=trusted))
        case Line():
            return bool(usable_lines([text], speaker_of_line(example), names, (), trusted=trusted))
