"""Names that only a model is told."""

from __future__ import annotations

import pytest

from tests.authoring.checks.found import found, only

LORE = '[[lore]]\ntext = "{}"'


@pytest.mark.parametrize(
    ("instead_of", "more", "name"),
    [
        ("", LORE.format("The guest came with Ambrose, at night."), "Ambrose"),
        ('about = "who keeps the inn"', 'about = "who keeps the inn for Mrs Hale"', "Mrs"),
        ('voice = "brisk"', 'voice = "brisk, as in Hythe"', "Hythe"),
        ("The guest upstairs is a bishop.", "The guest is from Ely, and a bishop.", "Ely"),
        ("The guest upstairs is a bishop.", "The guest is {paid: from Ely, and a bishop | a bishop}.", "Ely"),
        ('mood = "tired"', 'mood = "tired"\ngoals = ["to see Marseille again"]', "Marseille"),
        ('mood = "tired"', 'mood = "tired"\ngoals = [{ text = "to see Lyon", when = "paid" }]', "Lyon"),
    ],
)
def test_a_name_that_the_world_lacks_is_pointed_at(instead_of: str, more: str, name: str) -> None:
    one = next(each for each in found(more, instead_of=instead_of) if each.code == "W116")
    assert one.at == name
    assert one.message == f"a model is told of '{name}', and nothing in the world is called so"


@pytest.mark.parametrize(
    "text",
    [
        "The guest came to see Anna.",
        "The guest will leave on Monday, and I know it.",
        "Nobody came. Everybody left. It was NIGHT.",
        "They call Anna's house the Inn.",
        "They drink from Barrels.",
    ],
)
def test_what_the_world_has_or_shows_may_be_named(text: str) -> None:
    assert found(LORE.format(text)) == []


def test_a_name_is_said_once() -> None:
    assert only("W116", LORE.format("We know Ambrose, and so does Anna; ask Ambrose.")).at == "Ambrose"


def test_a_language_without_capitals_is_left_alone() -> None:
    lore, opening = LORE.format("We know Ambrose."), 'opening = "You are wet through."'
    assert "W116" in {each.code for each in found(lore, instead_of=opening)}
    assert "W116" not in {each.code for each in found(f'language = "zh"\n{lore}', instead_of=opening)}
