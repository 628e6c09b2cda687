"""The making of a tiny model as a lesson: a sentence for each stage as soon as it is done, or all figures as JSON.

Knows nothing of how anything is made.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from game.cli.printed import print_json, say

_CURVE = 6
"""Signs for a nat, in the curve of what is held out."""

_SEVERAL = {"step": "steps", "sample": "samples"}
"""What may be said more than once, and what all of it is called."""

_SENTENCES = {
    "texts": (
        "Texts: all that a player can be told, cleaned, each with the words that it answers; {train:,} to learn by, of"
        " {characters:,} characters, and {held_out:,} that are held out."
    ),
    "tokens": (
        "Tokens: letters that often stand together were made one, until {known:,} tokens were known; the texts are"
        " {train:,} of them, of {letters:.1f} characters each."
    ),
    "model": (
        "Model: {layers} layers, in which {width} numbers stand for each token. What it will know is in {parameters:,}"
        " weights, all drawn by luck now."
    ),
    "before": (
        "Untaught it has {accuracy:.1%} of the next tokens right in the texts held out, and is as unsure of each as if"
        " {perplexity:,.0f} were alike (its perplexity).\n"
        "Training: it reads, and is changed each time to expect what surprised it (the loss, in nats a token).\n"
        "        step      loss  held out\n"
        "           0          {nats:>10.2f}  {curve}"
    ),
    "step": "{step:>12,}{loss:>10.2f}{nats:>10.2f}  {curve}",
    "after": (
        "Taught it has {accuracy:.1%} of the next tokens right in those texts, which it never read, and is as unsure as"
        " if {perplexity:,.0f} were alike."
    ),
    "sample": "Asked “{words}” it says: {text}",
    "written": (
        "The model is {path} ({megabytes:.2f} MB). It has caught the tone, and means nothing by it: the game will hold"
        " back most of what it says, and /why shows that there.\n"
        "Hear it with: loreloom play {world} --narrator model --model {path}"
    ),
}


def print_lesson(events: Iterable[Mapping[str, Any]], *, world: str) -> None:
    """Print what each stage comes to, and last how the model is played with; world is the name of one to play."""
    for event in events:
        say(_SENTENCES[event["is"]].format(**event, **_more(event), world=world))


def print_figures(events: Iterable[Mapping[str, Any]]) -> None:
    """Print the figures of each stage as JSON; the steps of the training, and what the model said, are lists."""
    found: dict[str, Any] = {name: [] for name in _SEVERAL.values()}
    for event in events:
        figures = {name: value for name, value in event.items() if name != "is"}
        if event["is"] in _SEVERAL:
            found[_SEVERAL[event["is"]]].append(figures)
        else:
            found[event["is"]] = figures
    print_json(found)


def _more(event: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is shown of a stage beside its figures."""
    match event["is"]:
        case "before" | "step":
            nats = math.log(event["perplexity"])
            return {"nats": nats, "curve": "█" * round(_CURVE * nats)}
        case "written":
            return {"megabytes": event["bytes"] / 1e6}
    return {}
