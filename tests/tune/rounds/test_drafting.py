"""A model writes several texts for one example, each by a seed of its own."""

from __future__ import annotations

from game.llm.worker.loading import Loaded
from game.tune.rounds.drafting import Drafter
from tests.tune.evaluation.conftest import loaded, tiny_path  # noqa: F401 - fixtures
from tests.tune.rounds.test_judging import FOG, ODO


def test_texts_are_drawn_by_seeds_in_a_row(loaded: Loaded) -> None:  # noqa: F811
    drafter = Drafter(loaded)
    texts = drafter.texts(FOG, 3, seed=5)
    assert len(texts) == 3
    assert drafter.texts(FOG, 2, seed=6) == texts[1:]


def test_one_example_after_another_is_written_for(loaded: Loaded) -> None:  # noqa: F811
    drafter = Drafter(loaded)
    drafter.texts(FOG, 2, seed=5)
    assert drafter.texts(ODO, 2, seed=5) == Drafter(loaded).texts(ODO, 2, seed=5)
