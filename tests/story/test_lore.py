"""Lore is told where its state has come and its words are mentioned, the most exact first, within its budget."""

from __future__ import annotations

import pytest

from game.story.lore import LORE_TOKENS, lore_of
from game.story.prompt import scene_fixed
from game.story.prose import guessed_tokens
from game.story.scene import scene_of
from game.story.sentences import sentences_for
from tests.kit import inn, play
from tests.scripted import ScriptedModel
from tests.story.test_tellers import telling

EN = sentences_for("en")
KEYED = """
[[lore]]
text = "Bells were cast here."
keys = ["bell", "foundry"]
[[lore]]
text = "The great bell cracked."
keys = ["great bell"]
[[lore]]
text = "The lamp was a bishop's."
keys = ["lamp"]
when = "has(lamp)"
[[lore]]
text = "The ring was never paid for."
when = "visited(yard)"
"""
WORLD = inn(KEYED)
START = play(WORLD).state


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("look around", ()),
        ("where are the bells?", ("Bells were cast here.",)),
        ("THE FOUNDRY", ("Bells were cast here.",)),
        ("a belt, a well", ()),
        ("ring the great bell", ("The great bell cracked.", "Bells were cast here.")),
    ],
)
def test_lore_with_keys_is_told_where_one_of_them_is_mentioned(said: str, told: tuple[str, ...]) -> None:
    assert lore_of(WORLD, START, [said]) == told


def test_its_condition_has_to_hold_too() -> None:
    assert lore_of(WORLD, START, ["the lamp"]) == ()
    assert lore_of(WORLD, play(WORLD, "take lamp").state, ["the lamp"]) == ("The lamp was a bishop's.",)


def test_what_is_there_mentions_it_as_well() -> None:
    assert scene_of(WORLD, EN, play(WORLD, "take lamp").state).lore == ("The lamp was a bishop's.",)


def test_what_is_mentioned_stands_before_what_the_state_alone_calls_for() -> None:
    told = lore_of(WORLD, play(WORLD, "east").state, ["a bell"])
    assert told == ("Bells were cast here.", "The ring was never paid for.")


def test_chinese_keys_are_found_where_no_spaces_are() -> None:
    world = inn('[[lore]]\ntext = "钟是在这里铸的。"\nkeys = ["大钟"]\n')
    assert lore_of(world, play(world).state, ["我去敲那口大钟。"]) == ("钟是在这里铸的。",)
    assert lore_of(world, play(world).state, ["我去敲钟。"]) == ()


def test_what_does_not_fit_any_more_is_left_out_and_less_may_follow() -> None:
    half = "so " * (LORE_TOKENS - 9)
    lore = "".join(f'[[lore]]\ntext = "{text}"\nwhen = "true"\n' for text in (half, "Short.", half, "Shorter."))
    world = inn(f'{lore}[[lore]]\ntext = "{"b " * LORE_TOKENS}"\nkeys = ["bell"]\n')
    state = play(world).state
    assert [text[:7] for text in lore_of(world, state, ["a bell"])] == ["b b b b", "Short.", "Shorter"]
    assert [text[:7] for text in lore_of(world, state, [])] == ["so so s", "Short.", "Shorter"]


def test_of_what_is_too_long_the_first_sentences_are_told() -> None:
    world = inn(f'[[lore]]\ntext = "It is old. {"It is very old. " * LORE_TOKENS}"\nwhen = "true"\n')
    (told,) = lore_of(world, play(world).state, [])
    assert told.startswith("It is old. It is very old.")
    assert LORE_TOKENS - 5 < guessed_tokens(told) <= LORE_TOKENS


def test_an_open_secret_is_told_and_first_of_all_where_it_is_mentioned() -> None:
    secrets = "".join(
        f'[[secret]]\nid = "{name}"\ntext = "Of the {name}."\nkeys = ["{name}"]\nwhen = "true"\n'
        for name in ("abbey", "well")
    )
    world = inn(secrets)
    assert lore_of(world, play(world).state, ["the well"]) == ("Of the well.", "Of the abbey.")


def test_lore_with_keys_is_not_at_the_head_of_every_prompt() -> None:
    assert "cast here" not in scene_fixed(WORLD).text


@pytest.mark.parametrize(("words", "is_told"), [("pay her", True), ("look", False)])
def test_what_happens_in_a_turn_calls_for_lore(words: str, is_told: bool) -> None:
    model = ScriptedModel(["Done."])
    telling(model, words, "model", world=inn(KEYED.replace('"foundry"', '"twice"')))
    assert ("Known: Bells were cast here." in model.requests[0].messages[-1].text) == is_told
