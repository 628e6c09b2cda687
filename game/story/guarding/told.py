"""The clauses of an English sentence with what they speak of, and the phrases in them that are not the author's.

Knows nothing of how the turn came out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.story.guarding.denials import denied_in
from game.story.guarding.moment import Moment
from game.story.guarding.pieces import telling_words
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, words_of
from game.story.guarding.verbs import is_noun_after, is_present

_GOES_ON = re.compile(r"^\W*(?:and|but|then|or|yet)\W+(?:then\s+|so\s+|still\s+|even\s+|[\w'-]+ly\s+)?([\w'-]+)")
_IT = re.compile(r"^\W*(?:and|but|so|then)?\s*(?:it|they)\b")
_HOLDS_SOMETHING = re.compile(r"\b(?:holds|keeps) (?:the|an?|his|her|its|their|up|two|three|no)\b")
_MUCH = re.compile(r"\s+(?:much|long|any (?:deeper|farther|further|lower|higher))\b")
_HELPING = ("will", "cannot", "does", "do")


@dataclass(frozen=True, slots=True)
class Told:
    """A clause: its words, the stems it denies, and whether it speaks of what was tried, or of somebody or it.

    goes_on: whether it has no subject of its own. after is the rest of the sentence.
    """

    text: str
    words: tuple[str, ...]
    denied: frozenset[str]
    is_about: bool
    is_anybody: bool
    goes_on: bool
    after: str

    @property
    def begins_with_it(self) -> bool:
        """Whether its subject is "it" or "they"."""
        return _IT.match(self.text) is not None

    @property
    def is_yours(self) -> bool:
        """Whether it speaks of the player, or of what they wanted."""
        return self.is_about or "you" in self.words or "your" in self.words


def told_in(moment: Moment, said: Said) -> Iterator[Told]:
    """Yield the clauses of a sentence; one that goes on without a subject, or with "it", is about what the last was."""
    is_about = is_anybody = False
    for start, end in said.clauses:
        text = said.bare[start:end]
        goes_on = _goes_on(moment, text)
        is_about = _is_about(moment, text) or (is_about and (goes_on or _IT.match(text) is not None))
        is_anybody = is_about or _is_anybody(moment, text) or (goes_on and is_anybody)
        yield Told(
            text, tuple(words_of(text)), denied_in(text, moment.lexicon), is_about, is_anybody, goes_on, said.bare[end:]
        )


def unsaid_in(moment: Moment, key: str, text: str) -> str:
    """Return the first phrase of a list in a folded text that the author has not, nor has said in other words.

    One that is supposed, denied or made good later in the text does not count.
    """
    find = moment.lexicon.find
    for found in moment.lexicon.pattern(key).finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        is_meant = not (
            _MUCH.match(after)
            or find("hypothetical", before)
            or find("in_the_end", after)
            or moment.lexicon.ends("negated", before)
        )
        if is_meant and not _is_theirs(moment, found.group()):
            return found.group()
    return ""


def new_verbs(moment: Moment, told: Told, *keys: str) -> Iterator[str]:
    """Yield the verbs of now in a clause that are in any of these lists, undenied, and not the author's."""
    for before, word in zip(("", *told.words), told.words, strict=False):
        is_listed = any(moment.lexicon.has(key, stem(word)) for key in keys)
        if (
            is_listed
            and not _HOLDS_SOMETHING.search(told.text)
            and not is_noun_after(before)
            and is_present(moment.lexicon, word)
            and is_new(moment, told, word)
        ):
            yield word


def is_new(moment: Moment, told: Told, word: str) -> bool:
    """Return whether a clause says a word that the author does not say of this turn, and does not deny it."""
    return stem(word) not in told.denied and stem(word) not in moment.notes.stems


def _is_theirs(moment: Moment, words: str) -> bool:
    if words.startswith("too "):
        return words in moment.notes.text
    if words.startswith("nothing ") and "empty" in moment.notes.stems:
        return True
    telling = telling_words(words, moment.lexicon.language)
    return words in moment.notes.text or (bool(telling) and telling <= moment.notes.stems)


def _goes_on(moment: Moment, text: str) -> bool:
    found = _GOES_ON.match(text)
    return found is not None and (found[1] == "no" or is_present(moment.lexicon, found[1]) or found[1] in _HELPING)


def _is_about(moment: Moment, text: str) -> bool:
    named = any(moment.attempt.things.intersection(each.ids) for each in moment.names.find(text))
    return named or any(stem(word) in moment.attempt.words for word in words_of(text))


def _is_anybody(moment: Moment, text: str) -> bool:
    return bool(moment.lexicon.find("somebody", text)) or any(True for _ in moment.names.find(text))
