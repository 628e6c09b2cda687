"""What is spoken in a person's line."""

from __future__ import annotations

import pytest

from game.tune.speech import spoken_in, without_speech


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ('"Not today."', "Not today."),
        ('Odo scratches his neck. "Not today," he says, "nor tomorrow."', "Not today, nor tomorrow."),
        ("“Mornin', mate.”", "Mornin', mate."),
        ("Odo shrugs.", ""),
    ],
)
def test_it_is_what_stands_in_quotation_marks(text: str, spoken: str) -> None:
    assert spoken_in(text) == spoken


def test_the_rest_is_told() -> None:
    assert without_speech('Odo shrugs. "Not today."').strip() == "Odo shrugs."
