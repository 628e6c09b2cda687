"""Conditions that never hold or always do, and what waits for something that never happens.

Knows what a condition stands for by its path, and nothing of how it is decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.checks.reasons import why_always, why_in_vain, why_never
from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.authoring.checks.written import Asked
from game.loader.positions import Path

# What is said where a condition never holds, and where it always does, by the table that it stands in.
_SAID = {
    "exits": ("this way can never be taken", "this way is never shut"),
    "choice": ("this choice can never be open", "this choice is always open"),
    "scene": ("this scene can never begin", "this scene may always begin"),
    "ending": ("this ending can never come", "this ending comes at once"),
    "rule": ("this rule never follows", "this rule always follows"),
    "knows": ("nobody can ever be told this", "everybody can be told this at once"),
    "tells": ("nobody is ever told this by another", "this is always passed on"),
    "offers": ("this offer can never be open", "this offer is always open"),
    "accepts": ("this is never accepted", "this is always accepted"),
    "goals": ("they never want this", "they always want this"),
    "schedule": ("nobody ever goes there", "they always go there"),
    "stage": ("this stage is never done", "this stage is done at once"),
    "quest": ("this quest never comes to it", "this quest comes to it at once"),
    "thing": ("this is never noticed", "this is always noticed"),
    "place": ("it is never dark here", "it is always dark here"),
    "lore": ("no model is ever told this", "a model is always told this"),
    "secret": ("nothing but an effect reveals this", "this is no secret"),
    "table": ("this is never drawn", "this can always be drawn"),
}
_WORDING = ("this wording is never told", "this wording is always told")
_MANY_PARTS = frozenset({"exits", "choice", "knows", "accepts", "offers", "goals", "schedule", "stage", "tells"})


def never_and_always(survey: Survey) -> Iterator[Remark]:
    """Yield the conditions that can never hold, and those that always do."""
    for asked in survey.written.asked:
        if asked.shown or _is_deliberate(survey, asked):
            continue
        given = survey.given(asked)
        if not survey.may.is_met(asked.source, given) and not survey.decider.can_hold(asked.source, given=given):
            yield _remark("W112", f"{_said(asked)[0]}: its condition never holds", asked, why_never(survey, asked))
        elif not survey.decider.can_fail(asked.source, given=given):
            yield _remark("W113", f"{_said(asked)[1]}: its condition never fails", asked, why_always(survey, asked))


def vain_waits(survey: Survey) -> Iterator[Remark]:
    """Yield what could happen but for its condition, which waits for something that never does."""
    for step in survey.may.blocked:
        if step.when is None or survey.is_literal(step.when.source):
            continue
        if survey.decider.can_hold(step.when.source, given=step.given):
            asked = Asked(step.when.source, step.path)
            message = f"{_said(asked)[0]}: it waits for what never happens"
            yield _remark("W115", message, asked, why_in_vain(survey, asked))


def unseen_scenes(survey: Survey) -> Iterator[Remark]:
    """Yield the scenes that never begin by themselves and that no choice leads to which can be taken."""
    for number, scene in enumerate(survey.world.scenes.values()):
        if scene.when is None or scene.when.source.strip() != "false" or survey.happens(f"seen({scene.id})"):
            continue
        hint = f'a choice leads to it with then = "{scene.id}"'
        yield Remark("W106", f"nothing leads to the scene '{scene.id}'", ("scene", number, "id"), hint)


def _is_deliberate(survey: Survey, asked: Asked) -> bool:
    """Return whether a condition that is only a word is meant: `true`, or `false` for what says why or is led to."""
    if not survey.is_literal(asked.source):
        return False
    if asked.source.strip() == "true" or _kind(asked.path) in ("scene", "secret"):
        return True
    return bool(survey.beside(asked.path, "refuse")) or (
        _kind(asked.path) == "exits" and not survey.beside(asked.path, "hidden")
    )


def _said(asked: Asked) -> tuple[str, str]:
    return _SAID.get(_kind(asked.path), _WORDING)


def _kind(path: Path) -> str:
    """Return in which table a condition stands, or nothing for one that a text holds."""
    if path[-1] not in ("when", "done", "dark"):
        return ""
    if len(path) == 7:
        return str(path[4]) if path[4] in _MANY_PARTS else ""
    if len(path) == 5 and path[0] != "table":
        return str(path[2]) if path[2] in _MANY_PARTS else ""
    return str(path[0]) if len(path) == 3 or path[0] == "table" else ""


def _remark(code: str, message: str, asked: Asked, hint: str) -> Remark:
    return Remark(code, message, asked.path, hint, asked.start, len(asked.source))
