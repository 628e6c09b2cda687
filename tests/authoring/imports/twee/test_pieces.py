"""Pieces put together to a text."""

from __future__ import annotations

import pytest

from game.authoring.imports.twee.pieces import Piece, joined


@pytest.mark.parametrize(
    ("text", "piece", "follows", "whole"),
    [
        ("a dog", Piece(" and a cat", "x"), ".", "a {x: dog and a cat | dog}"),
        ("a dog", Piece(" and a cat", "x"), " runs", "a dog {x: and a cat}"),
        ("a dog", Piece(" and a cat", "x"), "", "a dog {x: and a cat}"),
        ("the ", Piece("red ", "x"), "door", "the {x: red} "),
        ("the ", Piece("red ", "x"), " door", "the {x: red}"),
        ("a dog", Piece(" barks", "x", ", silent"), ".", "a {x: dog barks | dog, silent}"),
        ("It is ", Piece("open", "x", "shut"), ".", "It is {x: open | shut}"),
        ("One.", Piece("\n\nTwo.\n", "x"), "Three", "One.\n\n{x: Two.}\n"),
        ("{a: b}", Piece(" c", "x"), ".", "{a: b} {x: c}"),
        ("a", Piece("  ", "x"), "b", "a "),
        ("a", Piece("{b}"), "", "a{{b}}"),
        ("a ", Piece("{coins}", is_made=True), "", "a {coins}"),
    ],
)
def test_no_space_is_lost_at_the_ends_of_a_piece(text: str, piece: Piece, follows: str, whole: str) -> None:
    assert joined(text, piece, follows) == whole
