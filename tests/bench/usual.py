"""The usual way to have a model tell: a chat whose system message holds the state, over as much history as fits.

A program of its own: a turn on each line of standard input, the seconds to its first words on standard output. All is
llama-cpp-python's own: the chat, the defaults, the use made again of what two prompts begin with; but every core helps.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from llama_cpp import Llama

_SCAFFOLD = 8
"""Tokens that a template may put around a message, at most."""

Chat = list[dict[str, str]]


def main() -> None:
    """Tell the first words of each turn that comes on a line, as long as there are lines."""
    path, window, gpu_layers = sys.argv[1:]
    cores = len(os.sched_getaffinity(0))
    llama = Llama(
        path,
        n_ctx=int(window),
        n_gpu_layers=int(gpu_layers),
        n_threads=cores,
        n_threads_batch=cores,
        verbose=False,
    )
    for line in sys.stdin:
        turn: dict[str, Any] = json.loads(line)
        print(json.dumps({"first_s": _first_s(llama, turn["messages"], turn["max_tokens"])}), flush=True)


def _first_s(llama: Llama, messages: Chat, max_tokens: int) -> float:
    start = time.perf_counter()
    chat = _slid(llama, messages, llama.n_ctx() - max_tokens)
    told: Any = llama.create_chat_completion(chat, stream=True, max_tokens=max_tokens)  # type: ignore[arg-type]
    for piece in told:
        if piece["choices"][0]["delta"].get("content"):
            break
    took = time.perf_counter() - start
    told.close()
    return took


def _slid(llama: Llama, messages: Chat, most: int) -> Chat:
    """Return the chat without the oldest of what follows its system message, so that it has at most so many tokens."""
    costs = [len(llama.tokenize(each["content"].encode(), add_bos=False)) + _SCAFFOLD for each in messages]
    gone = 1
    while sum(costs) - sum(costs[1:gone]) > most:
        gone += 2  # what the player said, and what was told then
    return [messages[0], *messages[gone:]]


if __name__ == "__main__":
    main()
