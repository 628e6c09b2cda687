"""The program that reads worlds from strangers: for each order it forks, and the fork does what can be done to one.

Run as `python -m tests.faults.stranger`. A fork has some seconds of a core and some memory, and the system kills it
when it wants more; what it raises or finds amiss is its answer, and nothing is the answer that all was well.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sys
import traceback
from pathlib import Path

from game.authoring.explore.search import explore
from game.authoring.graph.chart import chart_of
from game.authoring.graph.page import to_page
from game.authoring.inspect import inspect, inspect_translation
from game.authoring.prompts import prompts_after
from game.authoring.stats import stats_of
from game.errors import WorldError
from game.loader.diagnostics import Diagnostic, WorldFaults
from game.loader.load import Project, languages_of, load_project
from game.rules.apply import Outcome, apply, begin_run, legal_actions
from game.rules.state import State, format_state, parse_state
from game.rules.world import World
from game.story.beats import beats_of
from game.story.clean import clean
from game.story.parser import parse
from game.story.sentences import sentences_for
from tests.faults.strangers import Bounds
from tests.kit import inn

_ACTIONS = 12
_STATES = 40


def visit(path: Path) -> None:
    """Read a world and its translations as players and authors do. Raises AssertionError for what is amiss."""
    for language in (None, *languages_of(path)):
        try:
            project = load_project(path, language=language)
        except WorldError as error:
            _check_sentence(path, error)
            continue
        _check(project, path, language)
        if project.world is None:
            continue
        _play(project, project.world)
        if language is None:
            stats_of(project.world)
            assert to_page(chart_of(project.world))
            explore(project, project.world, states=_STATES, seconds=1.0)


def _check(project: Project, path: Path, language: str | None) -> None:
    inspect(project)
    if language:
        inspect_translation(project, language)
    for finding in project.report.sorted():
        _check_finding(finding, path)
    assert (project.world is None) == project.report.has_errors()


def _check_sentence(path: Path, error: WorldError) -> None:
    """A refusal says which file it is about, on one line; or it is the findings, each with its place."""
    if isinstance(error, WorldFaults):
        for finding in error.errors:
            _check_finding(finding, path)
        return
    assert str(error).isprintable()
    assert any(each.name in str(error) for each in (path, *path.parent.rglob("*")))


def _check_finding(finding: Diagnostic, path: Path) -> None:
    text = (path.parent / finding.file).read_text(encoding="utf-8-sig")
    lines = text.split("\n")
    assert 1 <= finding.line <= len(lines), finding
    assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1, finding
    rendered = finding.render()
    assert rendered == clean(rendered).replace("\t", ""), finding


def _play(project: Project, world: World) -> None:
    """Play a little, tell it in the author's words, and see what a model would be told."""
    outcome = begin_run(world, 7)
    _tell(world, outcome.arrived, outcome)
    for _ in range(_ACTIONS):
        legal = legal_actions(world, outcome.state)
        if not legal:
            break
        before, outcome = outcome.state, apply(world, outcome.state, random.Random(len(legal)).choice(legal))
        _tell(world, before, outcome)
    assert prompts_after(project, ())


def _tell(world: World, before: State, outcome: Outcome) -> None:
    sentences = sentences_for(world.language, world.sentences, verbs=world.verbs)
    for beat in beats_of(world, sentences, before, outcome):
        assert clean(beat.text) == beat.text
    assert parse_state(format_state(outcome.state)) == outcome.state


def _answer(path: Path) -> str:
    try:
        visit(path)
    except BaseException:  # noqa: BLE001 - whatever it is, it is what the tests are for
        return traceback.format_exc()
    return ""


def _held(path: Path, bounds: Bounds) -> dict[str, object]:
    """Return what a fork that visits the world answers, and the signal that ended it, if one did."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
        resource.setrlimit(resource.RLIMIT_CPU, (bounds.cpu_s, bounds.cpu_s))
        os.write(theirs, _answer(path).encode(errors="replace")[-20_000:])
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read().decode(errors="replace")
    _, status, used = os.wait4(child, 0)
    ended_by = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else ""
    return {"said": said, "ended_by": ended_by, "cpu_s": used.ru_utime + used.ru_stime, "rss_kb": used.ru_maxrss}


def _learn_to_read() -> None:
    """Make once what the words of each language are looked up in: that is no world's doing."""
    world = inn()
    for language in ("en", "zh"):
        parse(world, sentences_for(language), begin_run(world, 7).state, "...")


def main() -> None:
    """Answer each order, a path and what the fork may use, with a line."""
    _learn_to_read()
    for order in sys.stdin:
        path, *bounds = json.loads(order)
        print(json.dumps(_held(Path(path), Bounds(*bounds))), flush=True)


if __name__ == "__main__":
    main()
