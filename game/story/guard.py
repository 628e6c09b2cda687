"""The filters a model's words pass before they are shown: for a touch of weather, a person's line, a retelling.

Knows nothing of models. Small by design: what is not plainly fit is not shown, and the author's words stand instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from game.rules.state import State
from game.rules.texts import holds
from game.rules.views import is_open
from game.rules.world import World
from game.story.lexicon import is_spaced, mentions, mentions_form, plain
from game.story.parting import known_words, own_words
from game.story.prompt import word_lists
from game.story.prose import is_complete, sentences_in, spelled_words, words_in
from game.story.reading import count_words, unit_of
from game.story.scene import Speaker
from game.story.sentences import FALLBACK
from game.story.tables import lengths_of

_SCAFFOLD = re.compile(
    r"[<>{}\[\]|*#_=~`\\\n]|\b(?:assistant|user|system|place|hour|weather|mood|traveller|player)\s*:", re.IGNORECASE
)
_MACHINE = re.compile(r"\b(?:as an ai|language model|sentence|story|narrator|example)\b", re.IGNORECASE)
_I = "i"
# Speech in a touch: a quotation mark before a word, where no apostrophe can stand.
_QUOTE = re.compile(r"[\"“”「『]\w|(?<!\w)['‘]\w|[:;：；]")
_SPEECH = re.compile(r"[\"“”「」『』]")
# "The sea is a cold and dark.": an article whose noun never came.
_NO_NOUN = re.compile(r"\ban? \w+ and \w+\.$")
_LIKE = 72.0
_OPENING = 4


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every name of a world, plain, and the words that would betray what is still closed; in the world's language."""

    names: frozenset[str]
    closed: frozenset[str]
    language: str = FALLBACK


def vocabulary_of(world: World, state: State) -> Vocabulary:
    """Return the vocabulary of a world in a state."""
    named: Iterable[tuple[str, Sequence[str]]] = (
        (each.name, each.aliases) for table in (world.places, world.things, world.people) for each in table.values()
    )
    names = frozenset(plain(name) for first, others in named for name in (first, *others))
    keys = [(plain(key), holds(known.when, state)) for known in world.knowledge.values() for key in known.keys]
    keys += [(plain(key), is_open(secret, state)) for secret in world.secrets.values() for key in secret.keys]
    told = {key for key, is_open in keys if is_open}
    return Vocabulary(names, frozenset(key for key, _ in keys if key not in told), world.language)


def fits_touch(text: str, vocabulary: Vocabulary, recent: Sequence[str]) -> bool:
    """Return whether text is one complete sentence that names nothing and nobody, and is unlike recent ones."""
    language = vocabulary.language
    return (
        _length_of(text) in lengths_of("touch", language)
        and not speaks_of_people(text, language)
        and _is_clean(text, language)
        and len(sentences_in(text)) == 1
        and not _QUOTE.search(text)
        and not _names_any(text, vocabulary.names)
        and not _betrays(text, vocabulary)
        and not _names_strangers(text, known=())
        and not _NO_NOUN.search(text)
        and not any(_is_like(text, other) for other in recent)
    )


def fits_line(text: str, vocabulary: Vocabulary, speaker: str) -> bool:
    """Return whether text is what a person says: in person, at most two sentences, no unknown or secret name."""
    language = vocabulary.language
    return (
        _length_of(text) in lengths_of("line", language)
        and _is_clean(text, language)
        and len(sentences_in(text)) <= 2
        and not _SPEECH.search(text)
        and _holds_any(text, word_lists("line", "marks", language)["speaking"])
        and not mentions(plain(text), plain(speaker))
        and not _betrays(text, vocabulary)
        and not _names_strangers(text, known={"i"}.union(*map(str.split, vocabulary.names)))
    )


def fits_retelling(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether text is of a few complete sentences in which nobody speaks, and nothing closed is named."""
    return (
        _length_of(text) in lengths_of("retelling", vocabulary.language)
        and _is_clean(text, vocabulary.language)
        and not _SPEECH.search(text)
        and not _betrays(text, vocabulary)
    )


def claims_nothing(text: str, speaker: Speaker, vocabulary: Vocabulary) -> bool:
    """Return whether a line holds only common words and the speaker's own, and no name.

    Such a line can be odd, but it says nothing of the world that its author did not let the speaker say.
    """
    return not claiming_words(text, speaker) and not _names_any(text, vocabulary.names)


def claiming_words(text: str, speaker: Speaker) -> list[str]:
    """Return the words of a line, each once, that are neither common nor the speaker's own."""
    known = _common_words(speaker.language) | _own_words(speaker)
    return [word for word in dict.fromkeys(known_words(text, known)) if word not in known]


def unclaiming_words(speaker: Speaker, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of which a line holds no others that claims nothing, spelled as within a sentence."""
    spelled = frozenset(word for line in speaker.says for word in spelled_words(line) if word.islower())
    own = spelled - _words_for_others(speaker.language)
    return frozenset(map(_spelled, (_common_words(speaker.language) | own) - vocabulary.names))


def _common_words(language: str) -> frozenset[str]:
    return word_lists("line", "words", language)["common"]


def _words_for_others(language: str) -> frozenset[str]:
    return word_lists("line", "marks", language)["others"]


def _own_words(speaker: Speaker) -> frozenset[str]:
    others = _words_for_others(speaker.language)
    return frozenset(word for word in own_words(speaker.says) if not _is_of_others(word, others))


def _spelled(word: str) -> str:
    """Return a common word with the capital that it always has."""
    return word.capitalize() if _bare(word) == _I else word


def names_nothing(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a text holds no name of the world, and no word that would betray what is closed."""
    return not _names_any(text, vocabulary.names) and not _betrays(text, vocabulary)


def speaks_of_people(text: str, language: str) -> bool:
    """Return whether a text holds a word for the player, or for anybody else."""
    return any(_holds_any(text, listed) for listed in word_lists("touch", "never", language).values())


def keys_in(text: str, keys: Iterable[str]) -> Iterator[str]:
    """Yield those of some plain keys that text holds, in any of their forms."""
    phrase = plain(text)
    return (key for key in keys if mentions_form(phrase, key))


def freshest(texts: Sequence[str], recent: Sequence[str]) -> str:
    """Return the text least like recent ones; the first of equals."""
    return min(texts, key=lambda text: max((fuzz.ratio(text, other) for other in recent), default=0.0))


def _is_clean(text: str, language: str) -> bool:
    begins = text[:1].isupper() if unit_of(language) == "words" else not is_spaced(text[:1])
    return is_complete(text) and begins and not _SCAFFOLD.search(text) and not _MACHINE.search(text)


def _length_of(text: str) -> int:
    """Return how many words a text has, or characters where no spaces part them."""
    return len(words_in(text)) if is_spaced(text) else count_words([text])


def _holds_any(text: str, listed: Iterable[str]) -> bool:
    """Return whether a text holds any of some words: as words by themselves, where spaces part them."""
    words, phrase = frozenset(map(_bare, words_in(text))), plain(text)
    return any(each in words if is_spaced(each) else each in phrase for each in listed)


def _is_of_others(word: str, others: Collection[str]) -> bool:
    """Return whether a word of an author's line is of somebody else: "she", and "她的灯"."""
    return word in others or (not is_spaced(word) and any(each in word for each in others))


def _names_any(text: str, names: Iterable[str]) -> bool:
    phrase = plain(text)
    return any(mentions(phrase, name) for name in names)


def _betrays(text: str, vocabulary: Vocabulary) -> bool:
    return any(True for _ in keys_in(text, vocabulary.closed))


def _names_strangers(text: str, *, known: Collection[str]) -> bool:
    """Return whether text has a name that is not known: a capital letter, unless a common word starts its sentence."""
    return any(
        word[0].isupper()
        and not word.isupper()  # shouted, or "I"
        and _bare(word) not in known
        and (place > 0 or _bare(word) not in _starters())
        for sentence in sentences_in(text)
        for place, word in enumerate(spelled_words(sentence))
    )


@cache
def _starters() -> frozenset[str]:
    """Return the words that start a sentence and are no names."""
    tables = (word_lists("line", "words"), word_lists("touch", "words"), word_lists("touch", "sky"))
    return frozenset(_bare(word) for table in tables for words in table.values() for word in words)


def _bare(word: str) -> str:
    """Return a word without its capital and what follows an apostrophe: "you" for "You'll"."""
    return word.casefold().partition("'")[0]


def _is_like(text: str, other: str) -> bool:
    return _opening_of(text) == _opening_of(other) or fuzz.token_set_ratio(text, other) >= _LIKE


def _opening_of(text: str) -> Sequence[str]:
    """Return the first three words of a text, or the first four characters where no spaces part words."""
    return words_in(text)[:3] if is_spaced(text) else plain(text)[:_OPENING]
