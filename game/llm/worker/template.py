"""A model's chat template: from messages to tokens, in which no message can spell a control token.

Knows nothing of sequences or of what follows a prompt. The template, a Jinja program that came with the weights, never
sees the messages' text: it is given a mark for each, and what it makes is split at the marks. What lies between them is
scaffold, in which control tokens count; what the marks stand for is plain text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from llama_cpp.llama_chat_format import Jinja2ChatFormatter

from game.errors import ModelError
from game.llm.worker.weights import Weights
from game.story.model import Message, Role

# From Unicode's private use area, so that no template strips them or looks for them.
_MARK = "\ue0f0{}\ue0f1"
_MARKS = re.compile("\ue0f0([0-9]+)\ue0f1")
_TEXTS = 4096
_ONE_DAY = datetime(2025, 1, 1, tzinfo=UTC)

_NO_TEMPLATE = "{} carries no chat template, so it cannot be talked to: choose a model that was made for chat."
_UNUSABLE = "The chat template of {} cannot be used: choose another model."
_UNTOLD = "The chat template of {} cannot put these messages in a prompt: choose another model."

Chat = list[tuple[Role, str]]


class Template:
    """A chat template, over the vocabulary that its prompts are made of."""

    def __init__(self, weights: Weights, override: str = "") -> None:
        """Take the override, else what the weights carry. Raises ModelError for one that is missing or unusable."""
        source = override or weights.said("tokenizer.chat_template")
        if not source:
            raise ModelError(_NO_TEMPLATE.format(weights.name))
        self._weights = weights
        # A history is sent whole with every turn: what was in the last one is not split into tokens again.
        self._plain = lru_cache(_TEXTS)(weights.plain_tokens)
        self._scaffold_tokens = lru_cache(_TEXTS)(weights.scaffold_tokens)
        first, last = weights.first_and_last_words()
        try:
            self._history = _Formatter(source, last, first, add_generation_prompt=False)
            self._question = _Formatter(source, last, first, add_generation_prompt=True)
            self.prompt([Message("system", "a"), Message("user", "b")])
            closing = self._pieces([Message("user", "a"), Message("assistant", "b")], self._history)[-1]
        except Exception as error:  # A foreign program may raise anything.
            raise ModelError(_UNUSABLE.format(weights.name)) from error
        self._end = [token for token in closing[:1] if weights.ends(token)]

    def history(self, messages: Sequence[Message]) -> list[int]:
        """Return the tokens of messages that others are to follow. Raises ModelError for what cannot be rendered."""
        return _joined(self._pieces(messages, self._history))

    def prompt(self, messages: Sequence[Message]) -> list[int]:
        """Return the tokens up to where the reply begins; it continues the last message if that is the assistant's.

        Raises ModelError for what cannot be rendered.
        """
        if messages and messages[-1].role == "assistant":
            return _joined(self._pieces(messages, self._history)[:-1])
        return _joined(self._pieces(messages, self._question))

    def reply(self, text: str) -> list[int]:
        """Return the tokens of a whole reply, from where a prompt ends to the token that ends the model's turn."""
        return [*self._plain(text), *self._end]

    def count(self, messages: Sequence[Message]) -> list[int]:
        """Return how many tokens each message brings to a history. Raises ModelError for what cannot be rendered."""
        if not messages:
            return []
        *counts, end = map(len, self._pieces(messages, self._history))
        counts[-1] += end
        return counts

    def _pieces(self, messages: Sequence[Message], formatter: _Formatter) -> list[list[int]]:
        """Return the tokens of each message after those of the scaffold before it, then those of the last scaffold."""
        scaffold = [list(self._scaffold_tokens(text)) for text in self._scaffold(messages, formatter)]
        first = self._weights.first_token()
        if first is not None and scaffold[0][:1] != [first]:
            scaffold[0].insert(0, first)
        texts = [self._plain(message.text) for message in messages]
        return [*(around + text for around, text in zip(scaffold, texts, strict=False)), scaffold[-1]]

    def _scaffold(self, messages: Sequence[Message], formatter: _Formatter) -> list[str]:
        """Return what the template writes before, between and after the messages."""
        chat = [(message.role, _MARK.format(number)) for number, message in enumerate(messages)]
        for attempt in (chat, _folded(chat)):
            parts = _MARKS.split(formatter.render(attempt))
            if parts[1::2] == [str(number) for number in range(len(messages))]:
                return parts[::2]
        raise ModelError(_UNTOLD.format(self._weights.name))


class _Formatter(Jinja2ChatFormatter):
    """The template as a program, in llama-cpp-python's sandbox."""

    def render(self, chat: Chat) -> str:
        """Return what the template makes of a chat, or nothing where it refuses to."""
        try:
            messages: list[Any] = [{"role": role, "content": text} for role, text in chat]
            return self(messages=messages).prompt
        except Exception:  # noqa: BLE001 - a foreign program may raise anything
            return ""

    @staticmethod
    def strftime_now(f: str) -> str:
        """Some templates write the date into every prompt, and a prompt is to be the same on every day."""
        return _ONE_DAY.strftime(f)


def _folded(chat: Chat) -> Chat:
    """Return a chat for templates that know no system, or want the others to take turns: who speaks on is one turn."""
    spoken: Chat = [("user" if role == "system" else role, text) for role, text in chat]
    turns = itertools.groupby(spoken, key=lambda turn: turn[0])
    return [(role, "\n\n".join(text for _, text in turn)) for role, turn in turns]


def _joined(pieces: Sequence[list[int]]) -> list[int]:
    return list(itertools.chain.from_iterable(pieces))
