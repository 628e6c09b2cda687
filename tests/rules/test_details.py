"""The closed form of details: which there are of a kind, and that nothing else is one."""

from __future__ import annotations

import pytest

from game.rules.details import Form

SMELL = Form({"how": {"faintly": "faintly", "always": "always"}, "what": {"tar": "tar", "rope": "wet rope"}})


def test_the_details_of_a_kind_are_all_fillings_of_its_slots() -> None:
    assert list(SMELL.details()) == ["faintly.tar", "faintly.rope", "always.tar", "always.rope"]


def test_a_detail_has_the_words_of_its_lists() -> None:
    assert SMELL.words("always.rope") == {"how": "always", "what": "wet rope"}


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "tar",
        "faintly",
        "faintly.",
        ".tar",
        "faintly.tar.tar",
        "tar.faintly",
        "faintly.blood",
        "wet rope",
        "a secret",
    ],
)
def test_nothing_else_is_a_detail(forged: str) -> None:
    assert SMELL.words(forged) is None


def test_every_detail_has_words() -> None:
    assert all(SMELL.words(each) for each in SMELL.details())
