"""Where a model stands, as it is shown."""

from __future__ import annotations

from game.llm.board import Board
from game.story.abilities import Trust
from game.story.model import ModelInfo, ModelStatus

KNOWN = (Trust("en", frozenset({"line"}), "trial"),)


def test_a_model_is_shown_with_what_it_is_trusted_with() -> None:
    board = Board(known=KNOWN)
    board.show(ModelStatus("ready"), ModelInfo("Small", 1, 512, "digest"))
    assert board.info == ModelInfo("Small", 1, 512, "digest", known=KNOWN)


def test_a_status_alone_leaves_what_is_known() -> None:
    board = Board(known=KNOWN)
    board.show(ModelStatus("ready"), ModelInfo("Small", 1, 512, "digest"))
    board.show(ModelStatus("lost"))
    assert board.info is not None
    assert board.info.known == KNOWN
