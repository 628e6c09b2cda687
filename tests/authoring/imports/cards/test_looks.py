"""The part of a description that can be seen."""

from __future__ import annotations

import pytest

from game.authoring.imports.cards.looks import MAX_LOOK, look_of


@pytest.mark.parametrize(
    ("description", "look"),
    [
        ("Mira is sad. She has grey hair. She killed a man.", "She has grey hair."),
        ("Age: 60\nAppearance: tall, grey hair\nSecret: she killed a man", "tall, grey hair"),
        ("[Hair: grey; eyes: green.]", ""),
        ("她很悲伤。她有一头长发。", "她有一头长发。"),
        ("Mira is sad.", ""),
    ],
)
def test_only_what_is_surely_seen_is_taken(description: str, look: str) -> None:
    assert look_of(description) == look


def test_a_look_is_not_endless() -> None:
    assert len(look_of("\n".join(f"Her hair is long {number}." for number in range(500)))) <= MAX_LOOK
