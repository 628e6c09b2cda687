"""What a person of a card says."""

from __future__ import annotations

import pytest

from game.authoring.imports.cards.speech import MAX_LINE, example_lines, quoted_lines


def lines(examples: str) -> list[str]:
    return list(example_lines(examples, ("Mira Vane", "Mira")))


def test_only_the_persons_own_turns_are_taken() -> None:
    assert lines("<START>\nYou: Hello there.\nMira: Come in.\nAnn: No.\n<START>\nmira vane: Sit.") == [
        "Come in.",
        "Sit.",
    ]


def test_a_turn_goes_on_until_somebody_else_speaks() -> None:
    assert lines("Mira: Come in.\nMind the step.\nYou: Thanks.\nA lot.") == ["Come in.", "Mind the step."]


def test_where_anything_is_quoted_only_that_is_speech() -> None:
    assert lines('Mira: She nods. "Come in." The door shuts.') == ["Come in."]


def test_what_is_done_is_no_speech() -> None:
    assert lines("Mira: *nods* Come in. (quietly) Sit. *She waits.*") == ["Come in.", "Sit."]
    assert lines("Mira: I'm *so* glad.") == []


def test_what_tells_of_the_person_is_no_speech() -> None:
    assert lines("Mira: She looks away.\nMira looks away.\nYes.") == ["Yes."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"Come in," she says, "the fire is lit."', ["Come in."]),
        ("“Come in!” „Setz dich.“ 「坐吧。」", ["Come in!", "Setz dich.", "坐吧。"]),
        ('The "Golden Hind" is shut.', []),
        ('6" tall. "Come in." She waves.', []),
        ('"' + "A" * MAX_LINE + '."', []),
        ('"**Come** in."', []),
        ('"..."', []),
    ],
)
def test_a_quotation_is_taken_where_it_is_a_sentence(text: str, said: list[str]) -> None:
    assert list(quoted_lines(text)) == said
