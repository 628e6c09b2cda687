"""What a tiny model learns."""

from __future__ import annotations

import pytest
import torch

from game.tune.school.tiny.llama import Llama
from game.tune.school.tiny.marks import LENGTH, examine, parts
from game.tune.school.tiny.practice import practise
from game.tune.school.tiny.speech import speak
from game.tune.school.tiny.vocabulary import learned_from
from tests.tune.school.tiny.made import an_untaught
from tests.tune.school.tiny.test_vocabulary import CHAT

VOCABULARY = learned_from([CHAT] * 3)
TOKENS = VOCABULARY.chat(CHAT) * 5


@pytest.fixture(scope="module")
def taught() -> Llama:
    model = an_untaught(VOCABULARY)
    losses = list(practise(model, TOKENS, steps=150, luck=torch.Generator().manual_seed(1)))
    assert losses[-1] < 0.2 * losses[0]
    return model


def test_what_comes_again_and_again_is_expected_in_the_end(taught: Llama) -> None:
    before, after = examine(an_untaught(VOCABULARY), TOKENS), examine(taught, TOKENS)
    assert (before.perplexity > 100, after.perplexity < 2) == (True, True)
    assert (before.accuracy < 0.1, after.accuracy > 0.9) == (True, True)


def test_what_it_learned_by_heart_it_says(taught: Llama) -> None:
    asked = (*VOCABULARY.chat(CHAT[:1]), *VOCABULARY.reply())
    said = speak(taught, asked, ends=VOCABULARY.controls, luck=torch.Generator().manual_seed(1))
    assert VOCABULARY.text(said) == CHAT[1].text


def test_texts_shorter_than_what_is_read_at_once_are_learned_too() -> None:
    model = an_untaught(VOCABULARY)
    assert len(list(practise(model, TOKENS[:20], steps=3, luck=torch.Generator().manual_seed(1)))) == 3


def test_every_token_but_the_first_is_told_once() -> None:
    told = [token for part in parts(range(2 * LENGTH + 2)) for token in part[1:]]
    assert told == list(range(1, 2 * LENGTH + 2))
