"""The engine's own words in one language: sentences, verbs, particles, directions; a world may override the sentences.

Knows nothing of states: it fills in names that it is given. The words are in languages/, a file for each language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from game.story.wordlists import WordList, written_lists

FALLBACK = "en"
_MOST_ECHOED = 60
_SLOT = re.compile(r"\{(\w+)\}")
_SOMEBODY = "{person}"
_PARTED = re.compile("[:：]")
_LISTS = ("verbs", "particles", "directions", "asides", "short", "kin", "idioms", "alike")

Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Links:
    """What sentences of what happened begin and end with, and what parts several that are made one."""

    lead: str
    other: str
    last: str
    stop: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """One language's words. space stands between two sentences.

    verbs, particles, directions and asides (commands without a slash) map an English key to what players type for it;
    short maps what is written out to its short forms, and kin and alike hold groups of words that mean much the same:
    any words, and nouns alone. idioms map a word to what says the same in several.
    """

    language: str
    texts: Mapping[str, str]
    help: Mapping[str, str]
    verbs: Words
    particles: Words
    directions: Words
    asides: Words
    short: Words
    kin: Words
    idioms: Words
    alike: Words
    last_or: str
    other_or: str
    last_and: str
    space: str
    links: Links

    @property
    def small_words(self) -> frozenset[str]:
        """Return the words that say nothing by themselves."""
        return frozenset((*self.particles["small"], *self.particles["articles"]))

    def say(self, key: str, **names: object) -> str:
        """Return a sentence with its {names} filled in; a slot without a name stays as it is written.

        Somebody with whom it begins is written as sentences begin: "the driver" opens as "The driver".
        """
        said = _SLOT.sub(lambda slot: str(names.get(slot[1], slot[0])), self.texts[key])
        return said[:1].upper() + said[1:] if self.texts[key].startswith(_SOMEBODY) else said

    def direction(self, direction: str) -> str:
        """Return a direction as it is shown: the language's word, or the author's own."""
        return self.directions.get(direction, (direction,))[0]

    def alternatives(self, options: Sequence[str]) -> str:
        """Return "a, b or c"."""
        *first, last = options
        return self.other_or.join(first) + self.last_or + last if first else last

    def strings(self, text: str) -> bool:
        """Return whether a sentence of what happened can be strung with others: it begins and ends as they do."""
        links = self.links
        return text.startswith(links.lead) and text.endswith(links.stop) and not _PARTED.search(text)

    def strung(self, texts: Sequence[str]) -> str:
        """Return sentences that can be strung as one: "You took it, ate it and left."."""
        links = self.links
        *first, last = (text.removeprefix(links.lead).removesuffix(links.stop) for text in texts)
        return links.lead + (links.other.join(first) + links.last + last if first else last) + links.stop

    def together(self, parts: Sequence[str]) -> str:
        """Return "a, b and c"."""
        *first, last = parts
        return self.other_or.join(first) + self.last_and + last if first else last


def echoed(words: str) -> str:
    """Return a player's words as a sentence repeats them: cut where they are long."""
    return words if len(words) <= _MOST_ECHOED else words[:_MOST_ECHOED] + "…"


def sentences_for(
    language: str, overrides: Mapping[str, str] | None = None, *, verbs: Words | None = None
) -> Sentences:
    """Return the sentences of a language (English for one we lack), with a world's own in place of ours.

    verbs are a world's own words for verbs, beside ours.
    """
    known = language if has_language(language) else FALLBACK
    table, lists = _table(known), _lists(known)
    return Sentences(
        language=language,
        texts={**table["sentences"], **(overrides or {})},
        help=table["help"],
        verbs={verb: _with(words, (verbs or {}).get(verb, ())) for verb, words in lists["verbs"].items()},
        particles=lists["particles"],
        directions=lists["directions"],
        asides=lists["asides"],
        short=lists["short"],
        kin=lists["kin"],
        idioms=lists["idioms"],
        alike=lists["alike"],
        last_or=table["or"]["last"],
        other_or=table["or"]["other"],
        last_and=table["or"]["and"],
        space=table["or"]["space"],
        links=Links(**table["strung"]),
    )


def has_language(language: str) -> bool:
    """Return whether there are sentences in a language, given as two letters."""
    return files("game.story").joinpath("languages", f"{language}.toml").is_file()


def sentence_keys() -> frozenset[str]:
    """Return the keys a world may override."""
    return frozenset(_table(FALLBACK)["sentences"])


def verb_keys() -> frozenset[str]:
    """Return the verbs that a world may give more words to."""
    return frozenset(_table(FALLBACK)["verbs"])


def _with(words: WordList, own: tuple[str, ...]) -> WordList:
    """Return our words and a world's own beside them."""
    return WordList((*words, *own)) if own else words


@cache
def _lists(language: str) -> Mapping[str, Mapping[str, WordList]]:
    """Return the lists of a language written out, which are tens of thousands of words."""
    table = _table(language)
    return {name: written_lists(table[name]) for name in _LISTS}


@cache
def _table(language: str) -> dict[str, Any]:
    return tomli.loads(files("game.story").joinpath("languages", f"{language}.toml").read_text(encoding="utf-8"))
