"""What a server is asked for a candidate: the body of a chat completion, and which of it the server would not take.

Knows nothing of how it is sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from game.llm.remote.line import Body
from game.llm.seeds import candidate_seed
from game.story.model import Message, Request, Sampling

EXTRAS = frozenset(
    {
        "min_p",
        "repeat_penalty",
        "repeat_last_n",
        "dry_multiplier",
        "dry_base",
        "dry_allowed_length",
        "dry_penalty_last_n",
        "xtc_probability",
        "xtc_threshold",
        "chat_template_kwargs",
        "add_generation_prompt",
        "continue_final_message",
    }
)
"""What is not in the API's standard; llama.cpp's servers and vLLM take them, each the ones it knows."""
_DISPENSABLE = EXTRAS | {"seed", "stop", "temperature", "stream_options", "max_tokens"}
_OTHER_LIMIT = "max_completion_tokens"
_NEVER = "Never write: {}."


def body_of(request: Request, candidate: int, *, model: str, refused: frozenset[str]) -> Body:
    """Return the body that asks for one candidate of a request, without what is refused.

    vLLM's penalty of repetitions is left alone: it counts the prompt too, whose names must be repeatable.
    """
    sampling = request.sampling
    body: Body = {
        "model": model,
        "messages": [{"role": each.role, "content": _sendable(each.text)} for each in _said(request)],
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": request.max_tokens,
        "seed": candidate_seed(request.seed, candidate),
        "temperature": sampling.temperature,
        "min_p": sampling.min_p,
        "repeat_penalty": sampling.repeat_penalty,
        "repeat_last_n": sampling.repeat_last,
        **_dry(sampling),
        **_xtc(sampling),
        "chat_template_kwargs": {"enable_thinking": False},  # A telling begins with its first word, not with thoughts.
    }
    if request.stop:
        body["stop"] = list(request.stop)
    if goes_on(request):
        body |= {"add_generation_prompt": False, "continue_final_message": True}
    if "max_tokens" in refused:
        body[_OTHER_LIMIT] = request.max_tokens
    return {name: value for name, value in body.items() if name not in refused}


def _said(request: Request) -> Iterator[Message]:
    """Yield a request's messages; what is banned is said in the first, for a server can be taken back from nothing."""
    never = f"\n{_NEVER.format(', '.join(request.sampling.banned))}" if request.sampling.banned else ""
    for number, message in enumerate(request.messages):
        yield message if number else replace(message, text=message.text + never)


def _dry(sampling: Sampling) -> Body:
    """Return how repetitions are held back; the server's own signs break them."""
    if sampling.dry_multiplier <= 0:
        return {}
    return {
        "dry_multiplier": sampling.dry_multiplier,
        "dry_base": sampling.dry_base,
        "dry_allowed_length": sampling.dry_allowed_length,
        "dry_penalty_last_n": sampling.dry_last,
    }


def _xtc(sampling: Sampling) -> Body:
    if sampling.xtc_probability <= 0:
        return {}
    return {"xtc_probability": sampling.xtc_probability, "xtc_threshold": sampling.xtc_threshold}


def goes_on(request: Request) -> bool:
    """Return whether the reply is to go on from the assistant's own last words."""
    return bool(request.messages) and request.messages[-1].role == "assistant"


def refused_in(body: Body, words: str) -> frozenset[str]:
    """Return what to leave out of a body that a server refused with these words; nothing when nothing is left to try.

    What they name, and with one of the extras all of them; where they name nothing, the extras.
    """
    extras = EXTRAS & body.keys()
    named = frozenset(name for name in _DISPENSABLE & body.keys() if re.search(rf"\b{name}\b", words))
    return named | extras if named & EXTRAS or not named else named


def _sendable(text: str) -> str:
    """Return text that UTF-8 can hold: half a surrogate pair from a terminal becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
