"""Scripted models that are tried: one that does every job truly, and one that makes things up."""

from __future__ import annotations

import re

from game.story.model import Request
from game.story.prose import sentences_in
from tests.scripted import SeededModel

_KNOWN = re.compile(r"You know: (.*)")
_NAMED = re.compile(r"\b(?:Pia|Mr Lenk|Oda)(?:'s)?")
_NOTES = re.compile(r"^- (.*)$", re.MULTILINE)
_TEXT = re.compile(r"Text: (.*)")


def truthful() -> SeededModel:
    """Return a model that says of weather what is so of any, all that it knows and is to keep, and of notes no more."""
    return SeededModel(_truly)


def inventive() -> SeededModel:
    """Return a model that makes up people and things, whatever it is asked."""
    return SeededModel(lambda _: "I saw the Duke of Ravens set fire to a golden harp under my window.")


def _truly(request: Request) -> str:
    asked = request.messages[-1].text
    if request.slot == "touch":
        return "The air hangs over everything and waits."
    if request.slot == "retelling":
        return " ".join(reversed(sentences_in(_TEXT.findall(asked)[-1])))
    if request.slot == "narrator":
        return " ".join(_NOTES.findall(asked))
    known = _NAMED.sub("my", _KNOWN.findall(asked)[-1])
    return f"I say it as I know it: {known.replace('. ', ', and ')}"
