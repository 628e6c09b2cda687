"""Retellings that are made by rule: each says all of the text, and in another order."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loader.load import load_world
from game.rules.apply import begin_run
from game.story.guard import Vocabulary, vocabulary_of
from game.story.rewording.candidates import proper_words
from game.story.rewording.keeping import keeps_all, says_the_same
from game.story.rewording.making import MOST, made_retellings

NOTHING = Vocabulary(frozenset(), frozenset())
BELL = "A bell hangs on the wall. Mira waits in the yard. Rain falls on the sill."


def made(text: str, *, seed: int = 1, vocabulary: Vocabulary = NOTHING) -> list[str]:
    return made_retellings(text, vocabulary, {"mira"}, seed=seed)


def test_a_name_keeps_its_capital_and_nothing_else_does() -> None:
    texts = " ".join(made(BELL))
    assert "On the wall a bell hangs." in texts or "On the wall hangs a bell." in texts
    assert "mira" not in texts


def test_small_changes_come_before_large_ones() -> None:
    first, *_, last = made(BELL)
    kept = [sum(f"{each}." in told for each in BELL.removesuffix(".").split(". ")) for told in (first, last)]
    assert kept[0] >= 2
    assert len(made(BELL)) == MOST


def test_the_seed_draws_which_are_made() -> None:
    assert made(BELL) == made(BELL)
    assert len({tuple(made(BELL, seed=seed)) for seed in range(5)}) > 1


def test_no_two_are_alike() -> None:
    assert len(set(made(BELL))) == len(made(BELL))


@pytest.mark.parametrize("text", ["The cat watches the dog.", "A bell hung there once. The bell is gone since."])
def test_nothing_is_made_of_a_text_without_another_order(text: str) -> None:
    assert made(text) == []


def test_a_way_that_would_betray_what_is_closed_is_not_made() -> None:
    closed = Vocabulary(frozenset(), frozenset({"hangs a bell"}))
    assert not any("hangs a bell" in told for told in made(BELL, vocabulary=closed))


def test_sentences_change_places_in_chinese() -> None:
    text = "灶屋里没有人。墙上挂着一只铜盆。两条毛巾还没有干。"
    zh = Vocabulary(frozenset(), frozenset(), "zh")
    assert made(text, vocabulary=zh) == ["灶屋里没有人。两条毛巾还没有干。墙上挂着一只铜盆。"]


def test_what_opens_a_description_goes_on_opening_it() -> None:
    assert all(told.split(". ")[0].endswith(("bell", "wall", "hangs")) for told in made(BELL))


def test_all_that_is_made_of_a_world_says_what_its_author_did() -> None:
    world = load_world(Path("worlds/saltmarrow"))
    state = begin_run(world, 7).state
    vocabulary, names = vocabulary_of(world, state), proper_words(world)
    looks = [world.places[place].look.read(state) for place in ("quay", "salt_pans", "belfry")]
    told = [(look, each) for look in looks for each in made_retellings(look, vocabulary, names, seed=3)]
    assert len(told) > len(looks)
    assert all(keeps_all(*each, language="en") and not says_the_same(*each, language="en") for each in told)
