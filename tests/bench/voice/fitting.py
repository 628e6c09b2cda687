"""Fits what words that bear on an action are worth, to phrasings kept for that alone, as they are heard by a model.

The weights are the likeliest of a choice among some actions and nothing, held back a little; ten parts are left out in
turn to say how likely they make phrasings that they were not fitted to. `python -m tests.bench.voice.fitting [MODEL]`
prints what belongs into game/story/choosing/weights.toml, and the trust for a model's bounds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event

import numpy as np
import numpy.typing as npt

from game.story.choosing.candidates import Candidate
from game.story.choosing.chooser import Chooser
from game.story.choosing.weights import load_weights
from game.story.model import LanguageModel
from tests.bench.voice.choosing import hosted
from tests.bench.voice.hearing import chooser_of, left_open
from tests.story.phrasings.corpus import HERE, Phrasing, deeds, phrasings_of, unspoken

Values = npt.NDArray[np.float64]

TRUST = "trust"
_PULL = 0.5
"""How strongly weights are drawn to 0: as half a squared nat each counts against the likelihood of all phrasings."""
_PARTS = 10
_MOST_STEPS = 50
_ENOUGH = 1e-6


@dataclass(frozen=True, slots=True)
class Row:
    """A phrasing's candidates, a line of features each, and which of them is meant: none where nothing is."""

    features: Values
    meant: int | None

    def shares(self, weights: Values) -> Values:
        """Return how likely each candidate is, from 0 to 1; what is left of 1 is how likely nothing is."""
        scores = self.features @ weights
        most = max(0.0, float(scores.max()))
        odds = np.exp(scores - most)
        shares: Values = odds / (odds.sum() + np.exp(-most))
        return shares

    def of_meant(self) -> Values:
        """Return the features of what is meant: all 0 where nothing is."""
        features: Values = np.zeros(self.features.shape[1]) if self.meant is None else self.features[self.meant]
        return features

    def loss(self, weights: Values) -> float:
        """Return how unlikely what is meant is, in nats."""
        shares = self.shares(weights)
        likely = 1 - shares.sum() if self.meant is None else shares[self.meant]
        return -float(np.log(max(likely, _ENOUGH)))


def fitted(rows: Sequence[Row]) -> Values:
    """Return the likeliest weights, by Newton's method with steps that are halved while they go too far."""
    weights: Values = np.zeros(rows[0].features.shape[1])
    for _ in range(_MOST_STEPS):
        step, length = _step(rows, weights), 1.0
        while _loss(rows, weights + length * step) > _loss(rows, weights) and length > _ENOUGH:
            length /= 2
        weights = weights + length * step
        if np.abs(length * step).max() < _ENOUGH:
            break
    return weights


def unseen_loss(rows: Sequence[Row]) -> float:
    """Return how unlikely weights that were fitted without a phrasing make what is meant by it, in nats on average."""
    return sum(_unseen_losses(rows)) / len(rows)


def _unseen_losses(rows: Sequence[Row]) -> Iterator[float]:
    for part in range(_PARTS):
        weights = fitted([row for number, row in enumerate(rows) if number % _PARTS != part])
        yield from (row.loss(weights) for row in rows[part::_PARTS])


def _loss(rows: Sequence[Row], weights: Values) -> float:
    return sum(row.loss(weights) for row in rows) + _PULL * float(weights @ weights) / 2


def _step(rows: Sequence[Row], weights: Values) -> Values:
    slope: Values = -_PULL * weights
    bend: Values = _PULL * np.eye(len(weights))
    for row in rows:
        shares = row.shares(weights)
        mean: Values = shares @ row.features
        slope += row.of_meant() - mean
        bend += np.einsum("i,ij,ik->jk", shares, row.features, row.features - mean)
    return np.asarray(np.linalg.solve(bend, slope), dtype=np.float64)


def rows_of(phrasings: Sequence[Phrasing], model: LanguageModel) -> list[Row]:
    """Return what is left open of some phrasings, as rows to fit to."""
    choosers: dict[tuple[str, str], Chooser] = {}
    return [row for each in phrasings if (row := _row(each, chooser_of(each, model, choosers)))]


def _row(each: Phrasing, chooser: Chooser) -> Row | None:
    """Return the row of a phrasing: none where nobody asks a model, or what is meant is no candidate."""
    where = left_open(each)
    if where is None or where.done or each.kind not in ("one", "nothing"):
        return None
    chooser.rest(where.state, Event())
    found, gains = chooser.evidence(where.state, where.command, Event())
    actions = [unspoken(one.offer.action) for one in found]
    meant = [deed.action for deed in deeds(each)]
    if not gains or (meant and meant[0] not in actions):
        return None
    return Row(_lines(found, gains), actions.index(meant[0]) if meant else None)


def _lines(found: Sequence[Candidate], gains: Sequence[float]) -> Values:
    """Return the features of candidates, and last by how much each stays behind the first to the model."""
    behind = [gain - max(gains) for gain in gains]
    return np.array([[*one.features.values(), less] for one, less in zip(found, behind, strict=True)])


def main() -> None:
    """Fit to what is heard by the model that was named, or the starter."""
    with hosted(sys.argv[1] if len(sys.argv) > 1 else None) as host:
        rows = rows_of(phrasings_of(HERE / "fitting" / "en.jsonl"), host)
    print(f"# {len(rows)} phrasings; {unseen_loss(rows):.3f} nats each where it was left out")
    for name, weight in zip((*load_weights(), TRUST), fitted(rows), strict=True):
        print(f'"{name}" = {weight:.2f}')


if __name__ == "__main__":
    main()
