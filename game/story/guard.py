"""The filters a model's words pass before they are shown: one for a touch of weather, one for a person's line.

Knows nothing of models. Small by design: what is not plainly fit is not shown, and the author's words stand instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from game.rules.state import State
from game.rules.world import World, holds
from game.story.lexicon import mentions, plain
from game.story.prompt import word_lists
from game.story.prose import is_complete, sentences_in, words_in
from game.story.scene import Speaker

_SCAFFOLD = re.compile(
    r"[<>{}\[\]|*#_=~`\\\n]|\b(?:assistant|user|system|place|hour|weather|mood|traveller|player)\s*:", re.IGNORECASE
)
_MACHINE = re.compile(r"\b(?:as an ai|language model|sentence|story|narrator|example)\b", re.IGNORECASE)
_PLAYER = frozenset({"you", "your", "yours", "yourself", "i", "me", "my", "mine", "we", "us", "our", "myself"})
_OTHERS = frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "their", "he's", "she's", "they're"})
_FIRST_PERSON = frozenset({"i", "i'm", "i'll", "i've", "i'd", "me", "my", "mine", "we", "us", "our", "myself"})
_CAPITAL = re.compile(r"(?<![.!?…“\"]\s)(?<!^)(?<![“\"])\b([A-Z][a-z’']+)")
# "The sea is a cold and dark.": an article whose noun never came.
_NO_NOUN = re.compile(r"\ban? \w+ and \w+\.$")
_LIKE = 72.0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every name of a world, plain, and the words that would betray what is still closed."""

    names: frozenset[str]
    closed: frozenset[str]


def vocabulary_of(world: World, state: State) -> Vocabulary:
    """Return the vocabulary of a world in a state."""
    named: Iterable[tuple[str, Sequence[str]]] = (
        (each.name, each.aliases) for table in (world.places, world.things, world.people) for each in table.values()
    )
    names = frozenset(plain(name) for first, others in named for name in (first, *others))
    closed = (known for known in world.knowledge.values() if not holds(known.when, state))
    return Vocabulary(names, frozenset(plain(key) for known in closed for key in known.keys))


def fits_touch(text: str, vocabulary: Vocabulary, recent: Sequence[str]) -> bool:
    """Return whether text is one complete sentence that names nothing and nobody, and is unlike recent ones."""
    words = words_in(text)
    return (
        5 <= len(words) <= 28
        and not _PLAYER.intersection(words)
        and not word_lists("touch", "never")["people"].intersection(words)
        and _is_clean(text)
        and len(sentences_in(text)) == 1
        and not re.search(r"[\"“”'‘]\w|[:;]", text)
        and not _names_any(text, vocabulary.names | vocabulary.closed)
        and not _CAPITAL.search(text)
        and not _NO_NOUN.search(text)
        and not any(_is_like(text, other) for other in recent)
    )


def fits_line(text: str, vocabulary: Vocabulary, speaker: str) -> bool:
    """Return whether text is what a person says: first person, at most two sentences, no unknown or secret name."""
    words = words_in(text)
    return (
        3 <= len(words) <= 45
        and _is_clean(text)
        and len(sentences_in(text)) <= 2
        and not re.search(r"[\"“”]", text)
        and bool(_FIRST_PERSON.intersection(words))
        and not mentions(plain(text), plain(speaker))
        and not _names_any(text, vocabulary.closed)
        and not _unknown_names(text, vocabulary)
    )


def claims_nothing(text: str, speaker: Speaker, vocabulary: Vocabulary) -> bool:
    """Return whether a line holds only common words and the speaker's own, and no name.

    Such a line can be odd, but it says nothing of the world that its author did not let the speaker say.
    """
    words = frozenset(words_in(text))
    common = word_lists("line", "words")["common"]
    own = frozenset(word for line in speaker.says for word in words_in(line)) - _OTHERS
    return words <= common | own and not _names_any(text, vocabulary.names)


def freshest(texts: Sequence[str], recent: Sequence[str]) -> str:
    """Return the text least like recent ones; the first of equals."""
    return min(texts, key=lambda text: max((fuzz.ratio(text, other) for other in recent), default=0.0))


def _is_clean(text: str) -> bool:
    return is_complete(text) and text[:1].isupper() and not _SCAFFOLD.search(text) and not _MACHINE.search(text)


def _names_any(text: str, names: Iterable[str]) -> bool:
    phrase = plain(text)
    return any(mentions(phrase, name) for name in names)


def _unknown_names(text: str, vocabulary: Vocabulary) -> bool:
    known = {word for name in vocabulary.names for word in name.split()}
    return any(
        plain(name) not in known and name != "I" for name in _CAPITAL.findall(text) if plain(name) not in _FIRST_PERSON
    )


def _is_like(text: str, other: str) -> bool:
    return words_in(text)[:3] == words_in(other)[:3] or fuzz.token_set_ratio(text, other) >= _LIKE
