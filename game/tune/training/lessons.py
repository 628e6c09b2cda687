"""What is taught at once, in tokens: players' words with the commands they may mean, answers, and what was preferred.

Knows nothing of how a model learns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from random import Random
from typing import TypeVar

from game.story.model import Message
from game.story.prompt import choosing_question
from game.tune.examples import Choosing, Example, Played
from game.tune.render import Exchange, exchanges

SAYINGS = 12
"""Words of players in one lesson: all are weighed against the same commands."""
ANSWERS = {"ambience": 20, "line": 8, "retelling": 8, "scene": 1}
"""Answers in one lesson, by the kind of example; only these are written. A scene has all its history before it."""
TAUGHT = ("choosing", *ANSWERS)

Tokens = Sequence[int]


@dataclass(frozen=True, slots=True)
class Speller:
    """How the game's messages, up to where a reply begins, and a whole reply become tokens."""

    prompt: Callable[[Sequence[Message]], list[int]]
    reply: Callable[[str], list[int]]


@dataclass(frozen=True, slots=True)
class Said:
    """A player's words, and the place of the command that they mean; None where they mean none."""

    words: Tokens
    means: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be done in a situation, and what was said there; every prompt begins with trunk, unsaid is no words."""

    trunk: Tokens
    unsaid: Tokens
    commands: tuple[Tokens, ...]
    sayings: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """Prompts that begin with trunk, each with what is to be written after it."""

    kind: str
    trunk: Tokens
    pairs: tuple[tuple[Tokens, Tokens], ...]


@dataclass(frozen=True, slots=True)
class Preference:
    """A prompt, what was liked after it, and what was told there, too, and liked less."""

    prompt: Tokens
    better: Tokens
    worse: Tokens


Lesson = Choice | Writing | Preference
T = TypeVar("T")


def choices(examples: Iterable[Choosing], speller: Speller) -> Iterator[Choice]:
    """Yield a lesson of all that was said in each situation."""
    for example in examples:
        prompts = [speller.prompt(choosing_question(each, ()).messages) for each in ("", *_words(example))]
        shared = shared_by_all(prompts)
        unsaid, *said = (prompt[shared:] for prompt in prompts)
        places = {command: place for place, command in enumerate(example.can)}
        sayings = tuple(
            Said(words, None if each.means is None else places[each.means])
            for words, each in zip(said, example.said, strict=True)
        )
        yield Choice(prompts[0][:shared], unsaid, tuple(map(speller.reply, example.can)), sayings)


def writings(kind: str, examples: Iterable[Example], speller: Speller) -> Writing | None:
    """Return a lesson of all that is written in examples of one kind, or None where nothing is."""
    return writing_of(kind, list(chain.from_iterable(map(exchanges, examples))), speller)


def writing_of(kind: str, taught: Sequence[Exchange], speller: Speller) -> Writing | None:
    """Return a lesson of exchanges, or None of none."""
    if not taught:
        return None
    prompts = [speller.prompt(each.messages) for each in taught]
    shared = shared_by_all(prompts)
    answers = [speller.reply(each.answer) for each in taught]
    pairs = tuple((prompt[shared:], answer) for prompt, answer in zip(prompts, answers, strict=True))
    return Writing(kind, prompts[0][:shared], pairs)


def preferences(examples: Iterable[Played], speller: Speller) -> Iterator[Preference]:
    """Yield a lesson for each thing that was liked less than another."""
    for example in examples:
        prompt, better = tuple(speller.prompt(example.asked)), tuple(speller.reply(example.tell))
        for worse in example.over:
            yield Preference(prompt, better, tuple(speller.reply(worse)))


def a_pass(lessons: Iterable[Lesson], luck: Random) -> list[Lesson]:
    """Return lessons for one pass over what is taught: of a size for a step each, all in an order drawn by luck."""
    parted = [part for lesson in lessons for part in _parts(lesson, luck)]
    luck.shuffle(parted)
    return parted


def _parts(lesson: Lesson, luck: Random) -> Iterator[Lesson]:
    match lesson:
        case Choice(trunk, unsaid, commands, sayings):
            for some in _batches(luck.sample(sayings, len(sayings)), SAYINGS):
                yield Choice(trunk, unsaid, commands, some)
        case Writing(kind, trunk, pairs):
            for several in _batches(luck.sample(pairs, len(pairs)), ANSWERS[kind]):
                yield Writing(kind, trunk, several)
        case Preference():
            yield lesson


def _batches(several: Sequence[T], size: int) -> Iterator[tuple[T, ...]]:
    return (tuple(several[first : first + size]) for first in range(0, len(several), size))


def _words(example: Choosing) -> Iterator[str]:
    return (each.words for each in example.said)


def shared_by_all(prompts: Sequence[Tokens]) -> int:
    """Return how many first tokens all prompts have, each with something after them."""
    columns = zip(*(prompt[:-1] for prompt in prompts), strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
