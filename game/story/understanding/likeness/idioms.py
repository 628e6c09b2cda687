"""Several words that say what one does: "lend a hand" is to help. They are written short before they are compared.

Knows nothing of choices.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.sentences import Sentences, Words
from game.story.understanding.tokens import Tokens, phrases, tokens


def wordings(sentences: Sentences, said: Tokens) -> Iterator[Tokens]:
    """Yield words as they are; then, where they hold idioms, with the words for each at their beginning instead."""
    yield said
    short, place = said, 0
    while place < len(short):
        found = _longest(sentences.idioms, short[place:])
        short = (found[0], *short[:place], *found[1:]) if found else short
        place += 1
    if short != said:
        yield short


def _longest(idioms: Words, said: Tokens) -> Tokens:
    """Return words that begin with an idiom with the word for it in its place; nothing where they do not."""
    found = [
        (length, (*tokens(meaning), *rest))
        for meaning, texts in idioms.items()
        for length, rest in phrases(texts).beginning(said)
    ]
    return max(found, key=lambda each: each[0])[1] if found else ()
