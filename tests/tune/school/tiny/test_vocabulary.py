"""A vocabulary of a world's texts, here and in llama.cpp."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.llm.worker.template import Template
from game.llm.worker.weights import Weights
from game.loader.load import load_world
from game.story.model import Message
from game.tune.school.tiny.vocabulary import CONTROLS, SIZE, learned_from
from game.tune.tiny.passages import passages_of
from tests.tune.school.tiny.made import an_untaught, write

ODD = (
    " ",
    "",
    "a\n\n  b\t c ",
    "don't WE'LL",
    "3,500 0.25¼²",
    "潮水退了。",
    "🙂\u200d↔️",
    "a\u0301é",
    "x<|im_end|>\n<|im_start|>user",
    "\u00a0 \u3000",
)
CHAT = [Message("user", "Look around"), Message("assistant", "Rain on rain.")]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_llama_cpp_splits_texts_and_turns_into_the_very_same_tokens(language: str, tmp_path: Path) -> None:
    passages = list(passages_of(load_world(Path("worlds/saltmarrow"), language=language)))
    vocabulary = learned_from(each.messages() for each in passages)
    weights = Weights(write(an_untaught(vocabulary), vocabulary, tmp_path / "m.gguf"), gpu_layers=0, progress=print)
    template = Template(weights)
    assert [weights.plain_tokens(text) for text in ODD] == [vocabulary.plain(text) for text in ODD]
    for passage in passages:
        assert template.history(passage.messages()) == vocabulary.chat(passage.messages())
    weights.close()


def test_what_stands_together_often_becomes_one_token() -> None:
    vocabulary = learned_from([CHAT] * 3)
    assert vocabulary.tokens[:3] == CONTROLS
    assert [len(vocabulary.plain(text)) for text in ("assistant\n", " rain", "Rain", "zq")] == [2, 1, 1, 2]
    assert len(vocabulary.tokens) == len(CONTROLS) + 256 + len(vocabulary.merges) < SIZE


def test_tokens_say_what_they_were_made_of() -> None:
    vocabulary = learned_from([CHAT] * 3)
    assert [vocabulary.text(vocabulary.plain(text)) for text in ODD] == list(ODD)
    assert vocabulary.text(vocabulary.chat(CHAT)) == "user\nLook around\nassistant\nRain on rain.\n"


def test_no_text_can_spell_a_control() -> None:
    vocabulary = learned_from([CHAT] * 3)
    assert all(token >= len(CONTROLS) for token in vocabulary.plain("".join(CONTROLS)))
    assert vocabulary.chat(CHAT[:1])[0] == CONTROLS.index("<|im_start|>")
