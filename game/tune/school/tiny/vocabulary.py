"""A vocabulary learned from texts: byte pairs, as GPT-2 has them, and before these the tokens that a chat is parted by.

Knows nothing of models. Needs tokenizers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tokenizers import Tokenizer
from tokenizers.decoders import ByteLevel as ByteLetters
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel
from tokenizers.trainers import BpeTrainer

from game.story.model import Message, Role

NOTHING, BEGIN, END = "<|endoftext|>", "<|im_start|>", "<|im_end|>"
CONTROLS = (NOTHING, BEGIN, END)
"""No text can spell them: what learns the others, and splits texts, knows nothing of these."""
SIZE = 1_024


class Vocabulary:
    """Tokens by number, the controls first, and the pairs that were made one, oldest first."""

    controls = range(len(CONTROLS))
    begin, end = CONTROLS.index(BEGIN), CONTROLS.index(END)

    def __init__(self, splitter: Tokenizer) -> None:
        learned = json.loads(splitter.to_str())["model"]
        self.tokens = (*CONTROLS, *sorted(learned["vocab"], key=learned["vocab"].__getitem__))
        self.merges = tuple(" ".join(pair) for pair in learned["merges"])
        self._splitter = splitter

    def plain(self, text: str) -> list[int]:
        """Return the tokens of a text."""
        return [len(CONTROLS) + token for token in self._splitter.encode(text).ids]

    def chat(self, messages: Iterable[Message]) -> list[int]:
        """Return the tokens of messages as the template lays them out: what they say is split for itself."""
        parts = ((*self._opening(each.role), *self.plain(each.text), self.end, *self.plain("\n")) for each in messages)
        return list(chain.from_iterable(parts))

    def reply(self) -> list[int]:
        """Return the tokens after which an answer begins."""
        return self._opening("assistant")

    def text(self, tokens: Iterable[int]) -> str:
        """Return what tokens say; of half a character a sign for what is not known. Controls say nothing."""
        said: str = self._splitter.decode([token - len(CONTROLS) for token in tokens if token not in self.controls])
        return said

    def _opening(self, role: Role) -> list[int]:
        return [self.begin, *self.plain(f"{role}\n")]


def learned_from(chats: Iterable[Sequence[Message]], size: int = SIZE) -> Vocabulary:
    """Return the vocabulary of some chats; it is smaller where no two neighbours come twice any more."""
    splitter = Tokenizer(BPE())
    splitter.pre_tokenizer = ByteLevel(add_prefix_space=False)
    splitter.decoder = ByteLetters()
    trainer = BpeTrainer(
        vocab_size=size - len(CONTROLS),
        min_frequency=2,
        initial_alphabet=sorted(ByteLevel.alphabet()),
        show_progress=False,
    )
    splitter.train_from_iterator(_texts(chats), trainer)
    return Vocabulary(splitter)


def _texts(chats: Iterable[Sequence[Message]]) -> Iterator[str]:
    return (text for chat in chats for each in chat for text in (f"{each.role}\n", each.text))
