"""The training: lesson by lesson, in an order that the seed decides, gone on with where it was broken off.

Knows nothing of where lessons come from. Needs torch.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from pickle import UnpicklingError
from random import Random
from statistics import fmean
from typing import Any

import torch

from game.tune.school.losses import Scale, choosing_loss, liking, preference_loss, writing_loss
from game.tune.school.pupil import Pupil
from game.tune.training.lessons import Choice, Lesson, Preference, Writing, a_pass

RATE = 6e-4
_SCALE_FASTER = 10
_WARMING = 20
_LEAST = 0.05
_CLIPPED = 1.0
_RECENT = 20


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the training stands; losses are of the last lessons, by kind."""

    step: int
    steps: int
    losses: dict[str, float]


@dataclass(slots=True)
class School:
    """One pupil, its lessons, and the file that it goes on from."""

    pupil: Pupil
    lessons: Sequence[Lesson]
    passes: float
    seed: int
    kept: Path
    scale: Scale = field(init=False)
    saved_every: int = 50
    of: str = ""
    """What the pupil is and begins with: another's half of a training is not gone on with."""
    _recent: defaultdict[str, deque[float]] = field(init=False)
    _before: dict[Preference, torch.Tensor] = field(init=False)

    def __post_init__(self) -> None:
        self.scale = Scale().to(self.pupil.device)
        self._recent = defaultdict(lambda: deque(maxlen=_RECENT))
        with torch.no_grad():
            pairs = (each for each in self.lessons if isinstance(each, Preference))
            self._before = {each: liking(self.pupil, each) for each in pairs}

    def teach(self) -> Iterator[Progress]:
        """Teach what is left to be taught, yielding after each lesson; every so often all is kept. Raises OSError."""
        lessons, parameters = self._order(), self.pupil.parameters()
        groups = [{"params": parameters}, {"params": list(self.scale.parameters())}]
        optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=0.0)
        for step in range(self._go_on(optimizer), len(lessons)):
            for group, faster in zip(optimizer.param_groups, (1, _SCALE_FASTER), strict=True):
                group["lr"] = faster * rate(step, len(lessons))
            loss = self._loss(lessons[step], step)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, _CLIPPED)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            if (step + 1) % self.saved_every == 0 or step == len(lessons) - 1:
                self._keep(optimizer, step + 1)
            yield Progress(step + 1, len(lessons), {kind: fmean(losses) for kind, losses in self._recent.items()})

    def _order(self) -> list[Lesson]:
        luck = Random(self.seed)  # noqa: S311 - an order, not a secret
        passes = [a_pass(self.lessons, luck) for _ in range(math.ceil(self.passes))]
        steps = max(1, round(sum(map(len, passes)) * self.passes / len(passes)))
        return [lesson for one in passes for lesson in one][:steps]

    def _loss(self, lesson: Lesson, step: int) -> torch.Tensor:
        kind, loss = self._lost(lesson, step)
        self._recent[kind].append(loss.item())
        return loss

    def _lost(self, lesson: Lesson, step: int) -> tuple[str, torch.Tensor]:
        """Return the kind of a lesson and its loss."""
        match lesson:
            case Choice():
                luck = Random(f"{self.seed} {step}")  # noqa: S311 - an order, not a secret
                return "choosing", choosing_loss(self.pupil, lesson, self.scale, luck)
            case Preference():
                return "liking", preference_loss(self.pupil, lesson, self._before[lesson])
            case Writing(kind):
                return kind, writing_loss(self.pupil, lesson)[0]

    def _keep(self, optimizer: torch.optim.Optimizer, step: int) -> None:
        held = {"step": step, "taught": self._taught(), "weights": self.pupil.weights()}
        draft = self.kept.with_suffix(".part")
        torch.save({**held, "scale": self.scale.state_dict(), "optimizer": optimizer.state_dict()}, draft)
        draft.replace(self.kept)

    def _go_on(self, optimizer: torch.optim.Optimizer) -> int:
        """Return the step to go on from; what was kept of another training, or damaged, is not gone on with."""
        held = self._held()
        if held.get("taught") != self._taught():
            return 0
        self.pupil.put_weights(held["weights"])
        self.scale.load_state_dict(held["scale"])
        optimizer.load_state_dict(held["optimizer"])
        return int(held["step"])

    def _held(self) -> dict[str, Any]:
        try:
            held: dict[str, Any] = torch.load(self.kept, map_location=self.pupil.device)
        except (FileNotFoundError, EOFError, LookupError, RuntimeError, UnpicklingError, ValueError):
            return {}
        return held

    def _taught(self) -> str:
        """Return what no other training has: a digest of its lessons and of how they are taught."""
        return sha256(repr((self.of, self.seed, self.passes, self.lessons)).encode()).hexdigest()


def rate(step: int, steps: int) -> float:
    """Return how fast a step learns: soon as fast as it may, then ever more slowly."""
    fallen = (1 + math.cos(math.pi * step / steps)) / 2
    return RATE * min(1.0, (step + 1) / _WARMING) * (_LEAST + (1 - _LEAST) * fallen)
