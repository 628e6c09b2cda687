"""The starter model itself, asked what words mean: it knows more than the words share."""

from __future__ import annotations

from threading import Event

from game.llm.host import LlamaHost
from game.rules.actions import Choose
from game.story.choosing.chooser import Chooser
from game.story.sentences import sentences_for
from tests.kit import inn, play
from tests.llm.conftest import starter  # noqa: F401 - a fixture

WORLD = inn()


def test_it_hears_what_no_list_of_words_holds(starter: LlamaHost) -> None:  # noqa: F811 - the fixture
    chooser = Chooser(WORLD, sentences_for("en"), starter)
    likely, _ = chooser.likely(play(WORLD).state, "what does a bed cost, landlady? here is the money", Event())
    assert likely[0].offer.action == Choose("pay")
