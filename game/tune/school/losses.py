"""What a pupil has to make small for each lesson, and what it makes of players' words.

Knows nothing of how it is made small. Needs torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import torch

from game.tune.school.pupil import Pupil
from game.tune.training.lessons import Choice, Preference, Writing
from game.tune.training.trees import Tree

COMMANDS = 7
"""Commands that words are held against in a lesson: the one meant, and some others drawn by luck."""
_STAYS_A_VOICE = 0.05
"""The share of the loss for how likely the command is that was meant: what chooses is only by how much it gains."""


_SHARPNESS = 0.1
"""How soon a preference is learned well enough: what DPO calls beta."""
_STAYS_LIKELY = 0.2
"""The share of the loss for how likely what was liked is: it could be preferred, too, by making both unlikely."""


class Scale(torch.nn.Module):  # type: ignore[misc]  # torch's types are not read
    """What a nat gained is worth, and how much a command has to gain to be likelier than that none is meant."""

    def __init__(self) -> None:
        super().__init__()
        self.worth = torch.nn.Parameter(torch.tensor(0.6))
        self.none = torch.nn.Parameter(torch.tensor(2.0))


def gains(pupil: Pupil, choice: Choice, held: Sequence[Sequence[int]]) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
    """Return for each saying how much likelier its words make the commands it is held against, and how likely they are.

    Both in nats; held are the places of those commands. It is what the game asks a model when it chooses.
    """
    tree = Tree()
    trunk = tree.add(choice.trunk)
    unsaid = tree.add(choice.unsaid, trunk)
    used = sorted({place for places in held for place in places})
    answers = [tree.answer(choice.commands[place], unsaid) for place in used]
    for saying, places in zip(choice.sayings, held, strict=True):
        words = tree.add(saying.words, trunk)
        answers += [tree.answer(choice.commands[place], words) for place in places]
    likely = pupil.likelihoods(tree, answers)
    before = dict(zip(used, likely[: len(used)], strict=True))
    prompted = list(likely[len(used) :].split(list(map(len, held))))
    unprompted = [torch.stack([before[place] for place in places]) for places in held]
    return [one - other for one, other in zip(prompted, unprompted, strict=True)], prompted


def choosing_loss(pupil: Pupil, choice: Choice, scale: Scale, luck: Random) -> torch.Tensor:
    """Return the loss of choosing what is meant, or nothing, among some commands."""
    held = [_held(choice, saying.means, luck) for saying in choice.sayings]
    gained, likely = gains(pupil, choice, held)
    losses, voices = [], []
    for saying, places, gain, told in zip(choice.sayings, held, gained, likely, strict=True):
        right = len(places) if saying.means is None else places.index(saying.means)
        odds = torch.cat([scale.worth * gain, scale.none[None]])
        losses.append(-torch.log_softmax(odds, 0)[right])
        if saying.means is not None:
            voices.append(-told[right] / len(choice.commands[saying.means]))
    voice = torch.stack(voices).mean() if voices else torch.zeros((), device=pupil.device)
    return torch.stack(losses).mean() + _STAYS_A_VOICE * voice


def writing_loss(pupil: Pupil, writing: Writing) -> tuple[torch.Tensor, int]:
    """Return the loss of a token of the answers, in nats, and how many those have."""
    tree = Tree()
    trunk = tree.add(writing.trunk)
    answers = [tree.answer(answer, tree.add(prompt, trunk)) for prompt, answer in writing.pairs]
    told = sum(len(answer.tokens) for answer in answers)
    return -pupil.likelihoods(tree, answers).sum() / told, told


def liking(pupil: Pupil, preference: Preference) -> torch.Tensor:
    """Return how likely what was liked is, and what was liked less, in nats, of shape (2,)."""
    tree = Tree()
    prompt = tree.add(preference.prompt)
    return pupil.likelihoods(tree, [tree.answer(each, prompt) for each in (preference.better, preference.worse)])


def preference_loss(pupil: Pupil, preference: Preference, before: torch.Tensor) -> torch.Tensor:
    """Return the loss of preferring what was liked; before is the liking of the pupil as it came.

    It is that of DPO (Rafailov et al., 2023, equation 7), with a share of the loss of writing what was liked.
    """
    now = liking(pupil, preference)
    better, worse = now - before
    preferred = -torch.nn.functional.logsigmoid(_SHARPNESS * (better - worse))
    return preferred - _STAYS_LIKELY * now[0] / len(preference.better)


def _held(choice: Choice, means: int | None, luck: Random) -> list[int]:
    others = [place for place in range(len(choice.commands)) if place != means]
    right = [] if means is None else [means]
    return right + luck.sample(others, min(len(others), COMMANDS - len(right)))
