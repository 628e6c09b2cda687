"""How likely a model finds the answers of held-out examples, and which commands players' words make likelier.

Knows nothing of what is done with the figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.tune.evaluation.desk import Desk
from game.tune.evaluation.reader import Asked, Likely, likelihoods
from game.tune.marks import Gained, gained, perplexity, share_chosen, share_parted
from game.tune.training.lessons import Choice, Writing


@dataclass(frozen=True, slots=True)
class Answered:
    """Of so many answers: how many tokens the model hesitates between, and the share that were its first choice."""

    answers: int
    perplexity: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of so many of players' words: the shares of words and of pairs of words that marks defines."""

    sayings: int
    chosen: float
    parted: float


def answered(desk: Desk, writing: Writing) -> Answered:
    """Return what the model makes of a kind's answers. Raises ModelError."""
    desk.lay(writing.trunk)
    asked = (Asked(prompt, (answer,)) for prompt, answer in writing.pairs)
    found = [likely for (likely,) in likelihoods(desk, asked)]
    tokens = sum(each.tokens for each in found)
    right = sum(each.first_choices for each in found)
    return Answered(len(found), perplexity(-sum(each.nats for each in found), tokens), right / max(1, tokens))


def chosen(desk: Desk, choices: Iterable[Choice]) -> Chosen:
    """Return what the model makes of what was said in some situations. Raises ModelError."""
    found = [each for choice in choices for each in _gained(desk, choice)]
    return Chosen(len(found), share_chosen(found), share_parted(found))


def _gained(desk: Desk, choice: Choice) -> Iterator[Gained]:
    desk.lay(choice.trunk)
    prompts = (choice.unsaid, *(saying.words for saying in choice.sayings))
    unsaid, *said = likelihoods(desk, [Asked(prompt, choice.commands) for prompt in prompts])
    for saying, told in zip(choice.sayings, said, strict=True):
        yield gained(saying.means, _rises(unsaid, told))


def _rises(before: Iterable[Likely], after: Iterable[Likely]) -> list[float]:
    return [other.nats - one.nats for one, other in zip(before, after, strict=True)]
