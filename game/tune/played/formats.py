"""Examples of play as JSON Lines: in our own shape, and in those that the trainers of TRL read.

Conversations: https://huggingface.co/docs/trl/dataset_formats. Knows nothing of where examples come from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from game.story.clean import clean_json
from game.story.model import Message
from game.tune.examples import Played, kind_of
from game.tune.render import chat


def to_rows(examples: Iterable[Played]) -> str:
    """Return them as rows of our own, which rows_of reads."""
    return _lines(
        {
            "kind": kind_of(each),
            "job": each.job,
            "turn": each.turn,
            "asked": chat(*each.asked),
            "tell": each.tell,
            "over": list(each.over),
        }
        for each in examples
    )


def to_language_modelling(examples: Iterable[Played]) -> str:
    """Return them as conversations that end in what was liked."""
    return _lines({"messages": chat(*each.asked, _reply(each.tell))} for each in examples)


def to_preferences(examples: Iterable[Played]) -> str:
    """Return what was liked beside each that was liked less, after what both answer."""
    return _lines(_pairs(examples))


TRL = {"sft.jsonl": to_language_modelling, "preference.jsonl": to_preferences}
"""The files for TRL, by what they are called."""


def _pairs(examples: Iterable[Played]) -> Iterator[Mapping[str, Any]]:
    for each in examples:
        for less in each.over:
            yield {"prompt": chat(*each.asked), "chosen": chat(_reply(each.tell)), "rejected": chat(_reply(less))}


def _reply(text: str) -> Message:
    return Message("assistant", text)


def _lines(records: Iterable[Mapping[str, Any]]) -> str:
    return "".join(clean_json(json.dumps(each, ensure_ascii=False)) + "\n" for each in records)
