"""What features are worth."""

from __future__ import annotations

import pytest

from game.story.choosing.candidates import candidates
from game.story.choosing.weights import load_weights, worth
from game.story.sentences import sentences_for
from game.story.understanding.scope import Scope
from tests.kit import inn, play


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    world = inn()
    scope = Scope(world, sentences_for("en"), play(world).state, words="wait")
    assert {tuple(each.features) for each in candidates(scope)} == {tuple(load_weights())}


def test_features_are_worth_their_weights_together() -> None:
    weights = load_weights()
    assert worth({"always": 1.0, "named": 0.5}) == pytest.approx(weights["always"] + weights["named"] / 2)


def test_what_no_rule_knows_speaks_against_an_action_and_its_name_for_it() -> None:
    assert load_weights()["beyond"] < 0 < load_weights()["named"]
