"""The readers of words without spaces, in the order in which they are asked.

Knows nothing of numbers, of offers, or of what is said in a talk.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from game.rules.actions import Action, Go, Look, Talk, Wait
from game.story.understanding.clauses import in_a_clause
from game.story.understanding.deciding import Reader, told_somebody
from game.story.understanding.framing import is_negated, is_weighed
from game.story.understanding.gist.deciding import (
    asked_or_chosen,
    chosen_instead,
    chosen_or_said,
    look_before_asking,
    question_by_gist,
    surely_or_by_gist,
    told_or_chosen,
)
from game.story.understanding.gist.reader import spoken_choice, undone_choice
from game.story.understanding.gist.things import thing_by_gist
from game.story.understanding.gist.topics import asked_by_gist, topic_by_gist
from game.story.understanding.going import way_alone
from game.story.understanding.reader import read
from game.story.understanding.readings import Problem, Reading
from game.story.understanding.recalling import again
from game.story.understanding.scope import Scope
from game.story.understanding.seeing import look_that_answers
from game.story.understanding.speech import asks, question
from game.story.understanding.tokens import MOST_TOKENS, Tokens

_ANSWERS: tuple[Reader, ...] = (look_before_asking, question_by_gist, look_that_answers, asked_by_gist)
_REST: tuple[Reader, ...] = (thing_by_gist, way_alone, in_a_clause)


def readers(scope: Scope, said: Tokens) -> Iterator[Reader]:
    """Yield the readers of words; the last of those that may be undone is left to who asks."""
    yield told_or_chosen
    if len(said) > MOST_TOKENS:
        return
    if is_negated(scope.sentences, said) or is_weighed(scope.sentences, said):
        yield from (told_somebody, question, undone_choice, in_a_clause)
        return
    reading = read(scope, said)
    yield from (again, asked_or_chosen)
    if not isinstance(reading, Look | Wait | Go):  # "看" is no short form of "看向别处".
        yield partial(surely_or_by_gist, reading)
    if isinstance(reading, Talk) and reading.words:
        yield partial(_chosen_or_said, reading)
    yield partial(chosen_instead, reading)
    yield from _in_order(scope, said, reading)


def _in_order(scope: Scope, said: Tokens, reading: Reading) -> Iterator[Reader]:
    """Yield the command that words are before answers to a question, but a question back to the player after them."""
    command = partial(_command, reading)
    is_late = isinstance(reading, Problem) and asks(scope, said)
    order: tuple[Reader, ...] = (*_ANSWERS, *_REST, command) if is_late else (command, *_ANSWERS, *_REST)
    yield from order


def _command(reading: Action | Problem | None, scope: Scope, said: Tokens) -> Reading:
    return reading


def _chosen_or_said(spoken: Talk, scope: Scope, said: Tokens) -> Reading:
    """Return the choice that speech is, or its topic by its gist."""
    if spoken.topic in scope.world.knowledge:
        return chosen_or_said(spoken, scope, said)
    person = scope.world.people[spoken.person]
    return spoken_choice(scope, said) or topic_by_gist(scope, said, [person])
