"""The checks of a world, run one after another: what can be said of it without playing it, and, deeply, with it.

Knows nothing of what any check looks for, or of how a world is searched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from game.authoring.checks import (
    budget,
    conditions,
    deep,
    facts,
    idle,
    names,
    people,
    places,
    refusals,
    secrets,
    texts,
    things,
    twins,
)
from game.authoring.checks.remark import Remark
from game.authoring.checks.survey import Survey
from game.authoring.explore.search import explore
from game.loader.load import Project, without_collecting
from game.loader.positions import key_span, offset_in_text
from game.loader.translate import untranslated

CERTAIN = frozenset({"W201", "W202"})
"""The codes of what a search has proved to be a mistake."""
_NAMED = 12
"""How many untranslated texts are named one by one: a translation that was just begun lacks nearly all of them."""
CHECKS: tuple[Callable[[Survey], Iterator[Remark]], ...] = (
    places.unreached_places,
    places.ways_without_return,
    facts.idle_facts,
    refusals.silent_refusals,
    idle.idle_keys,
    idle.idle_details,
    conditions.unseen_scenes,
    conditions.never_and_always,
    conditions.vain_waits,
    things.lost_things,
    things.unheld_things,
    things.things_never_had,
    people.like_voices,
    people.vain_tells,
    twins.like_names,
    twins.like_choices,
    twins.like_offers,
    secrets.open_secrets,
    names.unknown_names,
    texts.missing_texts,
    budget.long_texts,
)


def inspect(project: Project) -> None:
    """Add a warning to the project's report for each remark; a world with errors gets none."""
    if project.world is None:
        return
    survey = Survey(project.world, project.merged)
    with without_collecting():
        for check in CHECKS:
            for remark in check(survey):
                _add(project, remark)


def inspect_deeply(project: Project, path: Path, *, states: int, seconds: float) -> None:
    """Add what a search of the world at path finds, of so many states at most, or in so many seconds."""
    if project.world is None:
        return
    found = explore(project, project.world, path, states=states, seconds=seconds)
    for remark in deep.found_by_search(Survey(project.world, project.merged), found):
        _add(project, remark)


def inspect_translation(project: Project, language: str) -> None:
    """Add warnings for the texts that a translation leaves in the world's own language: for the first, and the rest."""
    left = [path for path in untranslated(project.merged) if path != ("world", "author")] if project.world else []
    hint = "put it into the translation under the same path"
    for path in left[:_NAMED]:
        _add(project, Remark("W109", f"this is not translated into '{language}'", path, hint))
    if rest := left[_NAMED:]:
        count = "one more text is" if len(rest) == 1 else f"{len(rest)} more texts are"
        _add(project, Remark("W109", f"{count} not translated into '{language}'; here is the next", rest[0], hint))


def _add(project: Project, remark: Remark) -> None:
    """Add a remark to the project's report, with its place: as an error where it is certain to be a mistake."""
    if project.report.is_full:
        project.report.left_out += 1
        return
    source, position = project.merged.locate(remark.path)
    offset, length = key_span(source.text, position.key, str(remark.path[-1]))
    if remark.length:
        offset = offset_in_text(source.text, position.value, remark.start)
        length = offset_in_text(source.text, position.value, remark.start + remark.length) - offset
    add_as = project.report.error if remark.code in CERTAIN else project.report.warning
    add_as(remark.code, remark.message, source, offset, length=length, hint=remark.hint)
