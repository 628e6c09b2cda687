"""Playing a story of choices at random, beside inkjs, which plays the same story by the same luck.

inkjs (https://www.npmjs.com/package/inkjs) comes from the npm registry and is needed for nothing else.
"""

from __future__ import annotations

import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from game.loader.load import parse_world
from game.rules.apply import Outcome, apply_legal, begin_run, legal_actions
from game.rules.draws import Draws
from game.rules.events import Chosen, SceneBegan
from game.rules.world import World
from tests.bench.figures import Figure, at_least
from tests.bench.tale import as_ink, as_toml, tale

_INKJS = "inkjs@2.4.0"
_RUNS = 300
_TIMES = 3
_ROUNDS = 3
_NPM_S = 120


@dataclass(frozen=True, slots=True)
class Played:
    """What so many runs took, and what was met: both programs must meet the same."""

    seconds: float
    choices: int
    offered: int


def measure_choosing(folder: Path) -> list[Figure]:
    """Return the choices a second of random plays, one process each, in turns; folder is where inkjs is put."""
    world = parse_world(as_toml(tale()))
    inkjs = _fetched(folder)
    rounds = [(_best_play(world), _play_ink(inkjs, folder) if inkjs else None) for _ in range(_ROUNDS)]
    ours = min((each for each, _ in rounds), key=lambda each: each.seconds)
    rate = ours.choices / ours.seconds
    theirs = min((each for _, each in rounds if each), key=lambda each: each.seconds, default=None)
    if theirs is None:
        return [Figure("random choices, without inkjs to compare", rate, "a second")]
    if (theirs.choices, theirs.offered) != (ours.choices, ours.offered):
        raise SystemExit("bench: the story in ink and the one in TOML are not the same.")
    return [at_least("random choices, beside inkjs", rate, "a second", against=theirs.choices / theirs.seconds, goal=2)]


def _best_play(world: World) -> Played:
    return min((_play(world) for _ in range(_TIMES)), key=lambda each: each.seconds)


def _play(world: World) -> Played:
    start = time.perf_counter()
    luck, choices, offered, letters = 1, 0, 0, 0
    for _ in range(_RUNS):
        outcome = begin_run(world, 0)
        letters += _read(world, outcome)
        while legal := legal_actions(world, outcome.state):
            luck = luck * 48271 % 2147483647
            draws = Draws(0, outcome.state.turn + 1)
            outcome = apply_legal(world, outcome.state, legal[luck % len(legal)], draws)
            letters += _read(world, outcome)
            choices, offered = choices + 1, offered + len(legal)
    return Played(time.perf_counter() - start, choices, offered)


def _read(world: World, outcome: Outcome) -> int:
    """Return how many letters a player reads: what is told, and the choices."""
    letters = 0
    for event in outcome.events:
        match event:
            case SceneBegan(_, text):
                letters += len(text)
            case Chosen(choice):
                letters += len(world.choices[choice].tell.read(outcome.arrived))
    scene = world.scenes.get(outcome.state.scene)
    return letters + sum(len(each.text) for each in scene.choices) if scene else letters


def _fetched(folder: Path) -> Path | None:
    """Return where inkjs lies, fetched if it was not there; nothing without npm and node."""
    module = folder / "node_modules" / "inkjs" / "dist" / "ink-full.js"
    if not module.exists() and which("npm"):
        command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), _INKJS]
        subprocess.run(command, check=False, timeout=_NPM_S, capture_output=True)
    return module if module.exists() and which("node") else None


def _play_ink(inkjs: Path, folder: Path) -> Played:
    story = folder / "tale.ink"
    story.write_text(as_ink(tale()), encoding="utf-8")
    script = Path(__file__).with_name("ink.js")
    command = ["node", str(script), str(inkjs.resolve()), str(story), str(_RUNS), str(_TIMES)]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Played(answer["seconds"], answer["choices"], answer["offered"])
