"""Who is called by name, before or after what is said to them: "good evening anna, where do I sleep?".

Knows nothing of what is said.
"""

from __future__ import annotations

import re

from game.rules.actions import Talk
from game.story.lexicon import folded, plain
from game.story.understanding.pieces import ALIKE, NAME, SMALL, UNKNOWN, Meaning, name_book, pieces_of
from game.story.understanding.scope import Scope, names_of
from game.story.understanding.speech import speech
from game.story.understanding.tokens import Tokens, tokens, written_out

_QUOTES = "\"'“「"
_PAUSE = re.compile(r"[,，、:：!！?？;；]")


def addressed(scope: Scope, said: Tokens) -> Talk | None:
    """Return speech for words that begin or end with the name of someone here and a pause, or stand in quotes."""
    if scope.words[:1] in _QUOTES and len(scope.people) == 1:
        return speech(scope, scope.people[0].id, said)
    call = call_in(scope)
    return speech(scope, *call) if call else None


def call_in(scope: Scope) -> tuple[str, Tokens] | None:
    """Return who is called at the beginning or end of the words, and what else they say; None where nobody is."""
    parts = [part for part in _PAUSE.split(folded(scope.words)) if plain(part)]
    for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
        person = called(scope, tokens(part))
        if person:
            rest = [each for each in parts if each is not part]
            return person, tokens(written_out(" ".join(rest), scope.sentences.short))
    return None


def called(scope: Scope, said: Tokens) -> str:
    """Return who is called by words that are a name and at most a greeting: "good evening anna"."""
    greetings = {tokens(word): Meaning(SMALL) for word in scope.sentences.particles["greetings"]}
    articles = {tokens(word): Meaning(SMALL) for word in scope.sentences.particles["articles"]}
    people = name_book(names_of(scope.people), scope.words_of_names)
    found = pieces_of(said, people, greetings, articles)
    ids = {each for piece in found for each in piece.meaning.ids if piece.kind != UNKNOWN}
    if any(piece.kind == UNKNOWN for piece in found) or not any(piece.kind in (NAME, ALIKE) for piece in found):
        return ""
    return next(iter(ids)) if len(ids) == 1 else ""
