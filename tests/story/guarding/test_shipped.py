"""What the authors of the shipped worlds tell of a turn is let through in that turn, sentence for sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.rules.apply import Outcome, begin_run
from game.rules.state import State
from game.rules.world import World
from game.story.beats import Beat, beats_of
from game.story.guarding.guard import Guard
from game.story.guarding.verdict import Verdict
from game.story.prose import sentences_in
from game.story.sentences import sentences_for
from game.story.turn import Turn
from tests.kit import step
from tests.story.corpora import world_in

SHIPPED = [(name, language) for name in ("cloak-of-darkness", "saltmarrow") for language in ("en", "zh")]


def _turns(world: World) -> Iterator[tuple[str, State, Outcome]]:
    """Yield the turns of the world's first path."""
    outcome = begin_run(world, 7)
    for words in world.paths[0].choose[:30]:
        before = outcome.state
        outcome = step(world, before, words)
        yield words, before, outcome


def _held(guard: Guard, beat: Beat) -> Iterator[tuple[str, Verdict]]:
    for sentence in sentences_in(beat.text):
        verdict = guard.line(sentence, beat.speaker) if beat.speaker else guard.scene(sentence)
        if verdict is not None and verdict.reason != "loop":
            yield sentence, verdict


@pytest.mark.parametrize(("name", "language"), SHIPPED)
def test_the_authors_words_are_let_through(name: str, language: str) -> None:
    world = world_in(name, "en")  # paths are in the world's own language; what is told is not
    told = world_in(name, language)
    sentences = sentences_for(language, told.sentences)
    for words, before, outcome in _turns(world):
        guard = Guard(told, sentences, Turn(words, before, outcome, (), 7))
        beats = beats_of(told, sentences, before, outcome)
        assert [each for beat in beats for each in _held(guard, beat)] == []
