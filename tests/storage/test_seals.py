"""Seals: the same for the same fields, on every machine, and for no others."""

from __future__ import annotations

import pytest

from game.storage.failures import Damaged
from game.storage.seals import check_seal, seal


def test_a_seal_is_the_same_for_ever() -> None:
    assert seal(1, None, "go north", "雾\n") == "29ba0df6dce7b6386335698b0e01487d"


@pytest.mark.parametrize("fields", [(1, "ab"), ("1", "ba"), ("1ab",), ("1", "ab", None), ("1", b"ab"), ("1", 2.0)])
def test_other_fields_have_another_seal(fields: tuple[object, ...]) -> None:
    with pytest.raises(Damaged):
        check_seal(seal("1", "ab"), *fields)


def test_a_seal_fits_its_fields() -> None:
    check_seal(seal("1", "ab"), "1", "ab")
