"""What is wrong with a text that a model wrote for an example: the first fault of it, by the game's own rules.

Knows nothing of models, or of what is done with the texts. Where somebody knows what they are asked, which the line by
hand shows, an answer holds a word of what they know; and no line claims what its speaker was not given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from game.story.claims import claims_unknown
from game.story.guarding.stems import stem, stems_of
from game.story.prompt import word_lists
from game.tune.evaluation.playing import is_shown
from game.tune.examples import Ambience, Line
from game.tune.render import speaker_of_line
from game.tune.truth import contradicted, invented
from game.tune.wording import puppeted, worn

Fault = Literal["", "unfit", "badly put", "false", "claims", "misses"]
UNTRUE: frozenset[Fault] = frozenset({"false", "claims", "misses"})
"""What is wrong with a text that is well put all the same: less liked than a true one, it teaches the difference."""


def as_told(example: Ambience | Line, shown: str) -> Ambience | Line:
    """Return an example as if this had been written for it."""
    match example:
        case Ambience():
            return replace(example, tell=shown)
        case Line():
            return replace(example, tell=f"“{shown}”")


def fault_of(example: Ambience | Line, shown: str) -> Fault:
    """Return what is wrong with what would be taken of a text, or nothing."""
    told = as_told(example, shown)
    if not is_shown(example, shown, trusted=isinstance(example, Line)):
        return "unfit"
    if any(invented(told)) or any(contradicted(told)):
        return "false"
    if any(worn(told)) or any(puppeted(told)):
        return "badly put"
    return _fault_of_line(example, shown) if isinstance(example, Line) else ""


def answers(example: Line, shown: str) -> bool:
    """Return whether a line holds a word of what its speaker knows of the matter; they have to know of it."""
    return not points_of(example).isdisjoint(stems_of([shown]))


def points_of(example: Line) -> frozenset[str]:
    """Return the stems of what a person knows of what they are asked: none where they do not know."""
    return frozenset(point for fact in _facts_told(example) for point in fact)


def _facts_told(example: Line) -> Iterator[frozenset[str]]:
    """Yield the telling words of each fact that the line written by hand holds one of."""
    small = {stem(word) for word in word_lists("line", "words")["common"]}
    beside = small | stems_of([example.heard, example.person])
    said = stems_of([example.tell]) - beside
    facts = (stems_of([fact]) - beside for fact in example.knows)
    return (fact for fact in facts if not fact.isdisjoint(said))


def _fault_of_line(example: Line, shown: str) -> Fault:
    if claims_unknown(shown, speaker_of_line(example), example.heard):
        return "claims"
    return "misses" if points_of(example) and not answers(example, shown) else ""
