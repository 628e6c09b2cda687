"""A world's own paths, played: how each is told, where the telling last found good is kept, and what fails.

Knows nothing of models: the author's words tell. Recorded transcripts lie beside the world, a text file for each path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from game.rules.apply import apply, begin_run
from game.rules.world import Path as Route
from game.rules.world import World
from game.story.beats import Beat
from game.story.parser import Understood, parse
from game.story.recollections import beats_of_turn
from game.story.sentences import Sentences, sentences_for
from game.story.turn import PastTurn, Turn

SEED = 7
_UNSAFE = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Walked:
    """A path that was played. failures are sentences, none for one that leads where it says; ending is its, if any."""

    name: str
    transcript: str
    failures: tuple[str, ...] = ()
    ending: str = ""


def walk(world: World, route: Route, *, seed: int = SEED) -> Walked:
    """Return a path as it is told, from the first words to the last that are understood."""
    sentences = sentences_for(world.language, world.sentences, verbs=world.verbs)
    outcome = begin_run(world, seed)
    past = [PastTurn.of(0, "", (), outcome.events)]
    told = [_told(world, sentences, Turn("", outcome.arrived, outcome, (), seed))]
    for number, words in enumerate(route.choose, 1):
        parsed = parse(world, sentences, outcome.state, words)
        if not isinstance(parsed, Understood):
            failure = f"words {number}, “{words}”: {parsed.sentence}"
            return Walked(route.name, "\n".join(told), (failure,))
        before = outcome.state
        outcome = apply(world, before, parsed.action)
        told += [f"> {words}\n", _told(world, sentences, Turn(words, before, outcome, tuple(past), seed))]
        past.append(PastTurn.of(number, words, (), outcome.events))
    broken = (each.source for each in route.expect if not each.holds(outcome.state))
    failures = tuple(f"“{source}” does not hold at its end" for source in broken)
    return Walked(route.name, "\n".join(told), failures, outcome.state.ending)


def recorded_path(world: Path, route: str) -> Path:
    """Return where the transcript of a path is recorded: in inn.transcripts beside inn.toml or the folder inn."""
    folder = world.with_name(f"{world.name.removesuffix('.toml')}.transcripts")
    return folder / f"{_UNSAFE.sub('-', route).strip('-').lower() or 'path'}.txt"


def _told(world: World, sentences: Sentences, turn: Turn) -> str:
    beats = beats_of_turn(world, sentences, turn)
    return "\n\n".join(_shown(world, sentences, beat) for beat in beats) + "\n"


def _shown(world: World, sentences: Sentences, beat: Beat) -> str:
    text = f"{beat.aside}\n\n{beat.text}" if beat.aside else beat.text
    if beat.kind == "line":
        text = sentences.say("said", person=world.people[beat.speaker].name, line=beat.text)
    return f"# {beat.title}\n\n{text}" if beat.title else text
