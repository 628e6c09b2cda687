"""Stands for the child that tells what is put in pairs: the first texts of both sides are alike, or all of them."""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def texts(side: str, count: int) -> list[str]:
    """Return what a side might tell of so many touches and as many lines."""
    told = [f"{side.title()} number {number}." for number in range(2 * count)]
    return ["Rain falls."] * len(told) if os.environ.get("ACTED") == "tells alike" else ["Rain falls.", *told[1:]]


def say(what: str, **words: Any) -> None:
    print(json.dumps({"is": what, **words}), flush=True)


if __name__ == "__main__":
    order = json.loads(sys.argv[1])
    say("at", at=0.0, doing="loading")
    for side in ("before", "after"):
        say(side, model=f"Tiny {side}", texts=texts(side, order["extent"]["samples"]))
