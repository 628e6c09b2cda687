"""Topics: what a sentence may be about that somebody asked not to be told, and the words it is known by.

Knows nothing of where the words come from, or of who asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.story.safety.terms import Terms

_NOTHING = Terms(())


@dataclass(frozen=True, slots=True)
class Topic:
    """A sentence is about it that holds one of the terms of alone, or one of each of together."""

    name: str
    alone: Terms = _NOTHING
    together: tuple[Terms, ...] = ()

    def words_in(self, sentence: str) -> str:
        """Return the words by which a sentence is known to be about it, or nothing where it is not."""
        if words := self.alone.first_in(sentence):
            return words
        found = [terms.first_in(sentence) for terms in self.together]
        return found[-1] if found and all(found) else ""

    def hidden(self, text: str) -> str:
        """Return text without the words by which it is known to be about the topic."""
        text = self.alone.hidden(text)
        return self.together[-1].hidden(text) if self.words_in(text) else text


def topic_of_words(words: str) -> Topic:
    """Return the topic that somebody named in words of their own."""
    return Topic(words, Terms((words,)))
