"""Replies held to a list of words."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest

from game.llm.host import LlamaHost
from game.llm.worker.weights import Weights
from game.llm.worker.wording import Place, Wording, wording_of
from game.story.model import Chunk, Message, Request, Sampling
from game.story.prose import is_complete, words_in

WORDS = ("fog", "I", "foggy", "don't", "the")


def place_after(weights: Weights, text: str) -> Place:
    place = wording_of(weights, WORDS).start
    for token in weights.plain_tokens(text):
        place = place.after(token)
    return place


def said(host: LlamaHost, sampling: Sampling, seed: int, *, candidates: int = 3) -> list[str]:
    request = Request("t", (Message("user", "Go on."),), seed, 80, candidates=candidates, sampling=sampling)
    texts = [""] * candidates
    for reply in host.reply(request):
        if isinstance(reply, Chunk):
            texts[reply.candidate] += reply.text
    return texts


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", " DFIT"),
        ("The", " !,.?"),
        ("The ", "Idft"),
        ("The f", "o"),
        ("The fog", " !,.?g"),
        ("The fog,", " "),
        ("The fog.", " |"),
        ("The fog. ", "DFIT"),
        ("The fog, d", "o"),
        ("The fog, don", "'"),
        ("Fo", "g"),
    ],
)
def test_only_what_can_become_a_word_of_the_list_may_follow(tiny_weights: Weights, text: str, letters: str) -> None:
    tokens = map(int, place_after(tiny_weights, text).tokens)
    found = {"|" if tiny_weights.ends(token) else tiny_weights.bytes_of(token).decode() for token in tokens}
    assert "".join(sorted(found - {"\n"})) == letters


def test_the_share_of_a_place_is_that_of_its_tokens_of_all(tiny_weights: Weights) -> None:
    place, logits = place_after(tiny_weights, "The f"), np.zeros(tiny_weights.size, dtype=np.float32)
    assert place.share(logits) == pytest.approx(1 / tiny_weights.size)
    logits[place.tokens] = 50.0
    assert place.share(logits) == pytest.approx(1.0)


class Joining:
    """A vocabulary that spells each pair of letters, from the first on, in one token."""

    size = 0

    def plain_tokens(self, text: str) -> list[int]:
        return [hash(text[at : at + 2]) for at in range(0, len(text), 2)]


def test_a_vocabulary_that_joins_a_sign_to_what_is_before_it_has_the_sign_all_the_same() -> None:
    weights = Joining()
    wording = Wording(cast("Weights", weights), ["fo"])
    after_word = wording.start.after(hash("Fo"))
    assert hash(",") in after_word.tokens


@pytest.mark.parametrize("seed", range(3))
def test_a_model_that_talks_nonsense_talks_it_in_whole_sentences_of_these_words(tiny: LlamaHost, seed: int) -> None:
    texts = said(tiny, Sampling(temperature=1.5, min_p=0.0, words=WORDS), seed)
    for text in texts:
        assert set(words_in(text)) <= {word.casefold() for word in WORDS}
        assert not text or is_complete(text)


@pytest.mark.model
def test_a_model_that_talks_well_finds_sentences_in_these_words(starter: LlamaHost) -> None:
    words = ("the", "a", "is", "and", "fog", "wind", "rain", "night", "cold", "over", "water", "falls", "rises", "in")
    texts = said(starter, Sampling(words=words, banned=("wind",)), 3, candidates=8)
    assert len([text for text in texts if is_complete(text)]) > 1
    assert set(words_in(" ".join(texts))) <= set(words) - {"wind"}
