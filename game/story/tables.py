"""The tables of prompts/, one for each language: texts, worked examples, signs, and how long what is told may be.

Knows nothing of requests, nor of what is made of a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from game.story.sentences import FALLBACK


def can_prompt(language: str) -> bool:
    """Return whether there are prompts in a language, given as two letters."""
    return files("game.story").joinpath("prompts", f"{language}.toml").is_file()


@cache
def prompts_in(language: str) -> Mapping[str, Any]:
    """Return the table of a language (English for one we lack), a part of it for each job."""
    known = language if can_prompt(language) else FALLBACK
    return tomli.loads(files("game.story").joinpath("prompts", f"{known}.toml").read_text(encoding="utf-8"))


def signs_in(language: str) -> Mapping[str, str]:
    """Return what stands between sentences, between things and between goals, and what ends a sentence."""
    signs: Mapping[str, str] = prompts_in(language)["signs"]
    return signs


def lengths_of(job: str, language: str) -> range:
    """Return how many words what a job tells may have: characters, where no spaces part words."""
    table = prompts_in(language)[job]
    return range(table["least"], table["most"] + 1)
