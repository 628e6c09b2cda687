"""The starter model itself, asked what words mean."""

from __future__ import annotations

from threading import Event

from game.llm.host import LlamaHost
from game.rules.actions import Choose
from game.story.choosing.chooser import Chooser, Chosen
from game.story.sentences import sentences_for
from tests.kit import inn, play
from tests.llm.conftest import starter  # noqa: F401 - a fixture

WORLD = inn()


def test_words_make_what_they_mean_likelier_than_all_else(starter: LlamaHost) -> None:  # noqa: F811 - the fixture
    chooser = Chooser(WORLD, sentences_for("en"), starter)
    found, gains = chooser.evidence(play(WORLD).state, "here is the money I owe", Event())
    (first, meant), (second, _) = sorted(zip(gains, found, strict=True), key=lambda each: -each[0])[:2]
    assert meant.offer.action == Choose("pay")
    assert first - second > 2


def test_what_is_meant_is_done(starter: LlamaHost) -> None:  # noqa: F811 - the fixture
    chooser = Chooser(WORLD, sentences_for("en"), starter)
    chosen = chooser.choose(play(WORLD).state, "here is the money I owe", Event())
    assert isinstance(chosen, Chosen)
    assert chosen.offer.action == Choose("pay")
