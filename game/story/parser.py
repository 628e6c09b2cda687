"""Words to one legal action, or a sentence that says why not; nothing here spends a turn.

Knows nothing of models. In this order: a number, the exact words of an offer, speech to somebody by name, a scene's
choice by its main words, verb and nouns, a question, a near miss; then all again, spelling mended; and in a talk
whatever else is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.rules.actions import Action, Choose, Give, Go, Look, Talk, Wait
from game.rules.state import State
from game.rules.views import open_scene
from game.rules.world import World
from game.story.company import said_freely
from game.story.lexicon import folded, is_spaced, plain
from game.story.offers import Offer
from game.story.proposing import meant
from game.story.sentences import Sentences, echoed
from game.story.understanding import unspaced
from game.story.understanding.asides import without_asides
from game.story.understanding.choices import likely, surely
from game.story.understanding.deciding import (
    Reader,
    chosen_or_asked,
    chosen_or_given,
    chosen_or_left,
    chosen_or_said,
    is_undone,
    left_undone,
    shown,
    spoken_to,
    told_somebody,
)
from game.story.understanding.giving import offered
from game.story.understanding.heading import heading
from game.story.understanding.imperative import is_imperative
from game.story.understanding.oblique import seen_obliquely
from game.story.understanding.reader import read
from game.story.understanding.readings import Problem
from game.story.understanding.recalling import again
from game.story.understanding.scope import Scope
from game.story.understanding.seeing import look_that_answers
from game.story.understanding.speech import put_to_the_only_one, question
from game.story.understanding.spelling import mended
from game.story.understanding.tokens import MOST_TOKENS, Tokens, spelled

MAX_CHARACTERS = 2_000
_ASKING = ("?", "？")
"""How words end that are no command, whatever they begin with."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The words mean this action; shown are the words to remember the turn by."""

    action: Action
    shown: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The words mean nothing that can be done; sentence says so, in the world's language.

    open says that they hold something that is not known here, so that a model may still be asked what they mean; asks
    that the sentence is a question back to the player.
    """

    sentence: str
    open: bool = False
    asks: bool = False


Parsed = Understood | NotUnderstood


def parse(world: World, sentences: Sentences, state: State, words: str, *, recent: Sequence[Action] = ()) -> Parsed:
    """Return what words, already cleaned, mean in this state. recent are the last actions of the path, newest last."""
    words = " ".join(words.split())
    if len(words) > MAX_CHARACTERS:
        return NotUnderstood(sentences.say("too_long", count=len(words), most=MAX_CHARACTERS))
    if state.ending:
        return NotUnderstood(sentences.say("story_over"))
    scope = Scope(world, sentences, state, words=words, recent=recent)
    if not words:
        return NotUnderstood(sentences.say("say_something", example=example(scope.offered)))
    if number := _number(sentences, words):
        return _numbered(scope, number[0])
    if offer := _exact(scope.offered, words):
        return Understood(offer.action, offer.text)
    meant = without_asides(scope)
    parsed = _worded(scope if meant == words else scope.saying(meant))
    if isinstance(parsed, Understood) and parsed.shown == meant:  # A choice is remembered by its own words.
        return replace(parsed, shown=words)
    return parsed


def example(offered: tuple[Offer, ...]) -> str:
    """Return words that would be understood, as an example."""
    return offered[-1].text if offered else "/help"


def _number(sentences: Sentences, words: str) -> list[int]:
    """Return the number that words are, alone or as "option 2"; an empty list where they are none."""
    numerals = sentences.particles["numerals"]
    counted, after, spelled_out = (
        "|".join(map(re.escape, sentences.particles[key])) for key in ("numbered", "counting", "numerals")
    )
    number = rf"[0-9]{{1,6}}|{spelled_out}" if numerals else "[0-9]{1,6}"
    found = re.fullmatch(rf"(?:{counted})?\s*#?({number})\s*(?:{after})?[.。)）吧]?", folded(words))
    if not found:
        return []
    return [numerals.index(found[1]) + 1 if found[1] in numerals else int(found[1])]


def _numbered(scope: Scope, number: int) -> Parsed:
    if not 1 <= number <= len(scope.offered):
        return NotUnderstood(scope.sentences.say("no_such_choice", number=number, count=len(scope.offered)))
    offer = scope.offered[number - 1]
    return Understood(offer.action, offer.text)


def _worded(scope: Scope) -> Parsed:
    if offer := _exact(scope.offered, scope.words):
        return Understood(offer.action, offer.text)
    reading = _read(scope, scope.said)
    if isinstance(reading, Understood):
        return reading
    is_question = isinstance(reading, Problem) and reading.asks and not is_spaced(scope.words)
    if is_question or is_undone(scope, scope.said):
        return _said_or_not_understood(scope, reading)
    respelled = mended(scope, scope.said)
    if near := _exact(scope.offered, spelled(respelled)):
        return Understood(near.action, near.text)
    second = _read(scope, respelled) if respelled != scope.said else None
    if isinstance(second, Understood) or (isinstance(second, Problem) and second.asks):
        return second if isinstance(second, Understood) else NotUnderstood(second.sentence, asks=True)
    return _said_or_not_understood(scope, reading)


def _said_or_not_understood(scope: Scope, problem: Problem | None) -> Parsed:
    """Return words that are no command as said in a talk, if they can be; else why they are not understood."""
    is_command = problem is not None and not problem.open and not scope.words.endswith(_ASKING)
    said = said_freely(scope.world, scope.sentences, scope.state, scope.words)
    if said is not None and is_imperative(scope, scope.said) and not _takes_up_an_offer(said):
        return _not_understood(scope, problem if problem and problem.asks else None)
    if said is None or (is_command and not is_undone(scope, scope.said) and not _takes_up_an_offer(said)):
        return _not_understood(scope, problem)
    return Understood(said, scope.words)


def _takes_up_an_offer(action: Action) -> bool:
    return isinstance(action, Talk) and bool(action.offer)


def _read(scope: Scope, said: Tokens) -> Understood | Problem | None:
    """Return what the first reader that knows makes of the words, or the first problem that one has with them."""
    problems: list[Problem] = []
    for reader in _readers(scope, said):
        reading = reader(scope, said)
        if isinstance(reading, Problem):
            problems.append(reading)
            if reading.asks:
                break
        elif reading is not None:
            if scope.is_legal(reading):
                action = meant(scope.world, scope.sentences, scope.state, reading)
                return Understood(action, _shown(scope, action))
            problems.append(_impossible(scope, reading))
    return next((each for each in problems if each.asks), None) or next(iter(problems), None)


def _shown(scope: Scope, action: Action) -> str:
    return scope.world.choices[action.choice].text if isinstance(action, Choose) else scope.words


def _readers(scope: Scope, said: Tokens) -> Iterator[Reader]:
    """Yield the readers of words, in the order in which they are asked."""
    if not is_spaced(spelled(said)):
        yield from unspaced.readers(scope, said)
        if is_undone(scope, said):
            yield _nothing_done
        return
    yield from _spaced_readers(scope, said)


def _spaced_readers(scope: Scope, said: Tokens) -> Iterator[Reader]:
    """Yield the readers of words parted by spaces."""
    yield shown
    yield spoken_to
    if len(said) > MOST_TOKENS:
        return
    if is_undone(scope, said):
        yield left_undone
        yield told_somebody
        yield question
        yield _nothing_done
        return
    yield again
    reading = read(scope, said)
    if not isinstance(reading, Look | Wait | Go):  # "Look" is no short form of "Look away".
        yield surely
    if isinstance(reading, Talk) and reading.words:
        yield chosen_or_said(reading)
    if isinstance(reading, Give) and is_spaced(scope.words):
        yield chosen_or_given(reading)
    if isinstance(reading, Go):
        yield chosen_or_left(reading)
    if isinstance(reading, Problem) and reading.asks and is_spaced(scope.words):
        yield likely
        yield seen_obliquely
    yield lambda scope, said: reading
    yield chosen_or_asked
    yield offered
    yield question
    yield look_that_answers
    yield seen_obliquely
    yield heading
    yield put_to_the_only_one


def _nothing_done(scope: Scope, said: Tokens) -> Problem:
    """Return that nothing is done: the words say what is not to be done, and nobody need be asked about them."""
    return Problem(_means_nothing(scope))


def _not_understood(scope: Scope, problem: Problem | None) -> NotUnderstood:
    return (
        NotUnderstood(problem.sentence, problem.open, problem.asks)
        if problem
        else NotUnderstood(_means_nothing(scope), open=True)
    )


def _means_nothing(scope: Scope) -> str:
    return scope.sentences.say("not_understood", words=echoed(scope.words), example=example(scope.offered))


def _impossible(scope: Scope, action: Action) -> Problem:
    """Return what says that an action is understood, and cannot be done now."""
    scene = open_scene(scope.world, scope.state)
    if (scene is not None and scene.hold) or not hasattr(action, "thing"):
        return Problem(scope.sentences.say("holding"))
    verb = scope.sentences.verbs[type(action).__name__.lower()][0]
    return Problem(scope.sentences.say("no_use", verb=verb, thing=scope.named(action.thing)))


def _exact(offered: tuple[Offer, ...], words: str) -> Offer | None:
    return next((each for each in offered if _spelled(each.text) == _spelled(words)), None)


def _spelled(text: str) -> str:
    """Return text plain, or with its punctuation where it has nothing else."""
    return plain(text) or folded(text)
