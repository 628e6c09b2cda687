"""Plain transcripts."""

from __future__ import annotations

from game.archive.formats.text import to_text
from game.archive.retelling import Block, ToldTurn
from tests.archive.formats.kit import story


def test_a_transcript_reads_as_plain_mode_does() -> None:
    turn = ToldTurn(1, "talk to anna", (Block("line", "Anna: “We are full.”"),))
    assert to_text(story(turn)) == (
        "# The Inn\n\nYou are wet through.\n\n# The hall\n\nCold.\n\n> talk to anna\n\nAnna: “We are full.”\n"
    )
