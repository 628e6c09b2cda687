"""Whether a sentence denies what the author says of this turn, says what the author denies, or counts otherwise.

Knows nothing of what happened: it sets the clauses of a sentence beside the author's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from game.story.guarding.denials import denied_in
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.pieces import telling_words
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, words_of
from game.story.prose import sentences_in

_NOUN = 4
_WORD = re.compile(r"[\w'-]+")
_NONE = re.compile(
    r"\b(?:(?:there is|there are|holds?|shows?|has|have|gives|finds?) no|not an?|not one|not a single|without an?y?)\s+"
    r"(?:[\w-]+\s+)??([\w-]+)\b(?! any)"
)
_ONLY = re.compile(r",?\s+(?:only|but|just|nor)\b")
_DENIED = re.compile(r"(?:\bnot|n't|\bnever)\s+(?:[\w'-]+ly\s+|so much as\s+|yet\s+|even\s+)?([\w'-]+)")
_NOBODY = re.compile(
    r"\b(?:nobody|no one|none of|not one of|neither of)\s+(?:(?:in|of|at|on|there|else)\b[^,;.]*?\s)??"
    r"((?:[\w-]+\s+)?[\w-]+s)\b"
)
_DENIED_UNSPACED = re.compile(r"(?:没有|没|不|未)(?![只过是得什]|一[点个])(\w{1,2})")


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause tells of, which of its words it denies, and what its sentence tells of."""

    words: frozenset[str]
    denied: frozenset[str]
    context: frozenset[str]


def clause_of(text: str, lexicon: Lexicon, sentence: str = "") -> Clause:
    """Return what a folded clause of a sentence tells."""
    if lexicon.is_spaced:
        denied = frozenset(stem(each) for each in _DENIED.findall(text)) | denied_in(text, lexicon)
        denied |= frozenset(stem(each) for found in _NOBODY.finditer(text) for each in words_of(found[1]))
        words = telling_words(text, lexicon.language) | denied
        return Clause(words, denied, telling_words(sentence, lexicon.language) | words)
    denied = frozenset(_DENIED_UNSPACED.findall(text))
    telling = frozenset(each for each in telling_words(text, lexicon.language) if len(each) > 1)
    return Clause(_pairs(text) | denied, denied, telling)


@lru_cache(maxsize=64)
def _clauses_of(text: str, language: str) -> tuple[Clause, ...]:
    lexicon = lexicon_of(language)
    parts = (Said(part, lexicon) for line in text.splitlines() for part in sentences_in(line))
    return tuple(clause_of(said.bare[start:end], lexicon, said.bare) for said in parts for start, end in said.clauses)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(pair for at in range(len(text) - 1) if (pair := text[at : at + 2]).isalpha())


def opposite_of(moment: Moment, said: Said) -> str:
    """Return the clause of a sentence that says the opposite of the author's, or nothing."""
    theirs = _clauses_of(moment.notes.text, moment.lexicon.language)
    for start, end in said.clauses:
        clause = clause_of(said.bare[start:end], moment.lexicon)
        if any(_contradict(clause, each) for each in theirs) and not any(_agree(clause, each) for each in theirs):
            return said.spelled(start, end).strip(" ,;，；")
    return _counted_otherwise(moment, said) or _undone(moment, said) or _nothing_of(moment, said)


def _contradict(one: Clause, other: Clause) -> bool:
    """Return whether one of two clauses that share a word besides denies what the other says."""
    differing = (one.denied & other.words - other.denied) | (other.denied & one.words - one.denied)
    return bool(differing) and bool((one.context & other.context) - differing)


def _agree(one: Clause, other: Clause) -> bool:
    """Return whether two clauses deny the same."""
    return bool(one.denied & other.denied)


def _counted_otherwise(moment: Moment, said: Said) -> str:
    """Return a number of something of which the author has another number."""
    pattern = moment.lexicon.phrases.get("numbers")
    if pattern is None or not moment.lexicon.is_spaced:
        return ""
    for found in pattern.finditer(said.bare):
        noun = _WORD.search(said.bare, found.end())
        if (
            noun is None
            or noun.group() in moment.lexicon.forms("measures")
            or len(noun.group()) < _NOUN
            or moment.notes.has(found.group())
        ):
            continue
        theirs = re.search(rf"\b([\w-]+)\s+{re.escape(noun.group())}\b", moment.notes.text)
        if theirs and pattern.fullmatch(theirs[1]) and theirs[1] != found.group():
            return said.spelled(found.start(), noun.end())
    return ""


def _undone(moment: Moment, said: Said) -> str:
    """Return a word of which the author has the contrary alone: "signed" for "unsigned"."""
    if not moment.lexicon.is_spaced:
        return ""
    return next(
        (
            word
            for word in said.words
            if len(word) > 4
            and f"un{word}" in moment.notes.text
            and not re.search(rf"\b{re.escape(word)}\b", moment.notes.text)
        ),
        "",
    )


def _nothing_of(moment: Moment, said: Said) -> str:
    """Return what a sentence says there is none of, where the author says there is."""
    if not moment.lexicon.is_spaced:
        return ""
    for found in _NONE.finditer(said.bare):
        if (
            _is_theirs(moment, found[1])
            and not _ONLY.match(said.bare, found.end())
            and not _is_agreed(moment, said, found)
        ):
            return said.spelled(*found.span())
    return ""


def _is_theirs(moment: Moment, word: str) -> bool:
    """Return whether a word is the author's or the player's for something that neither says there is none of."""
    if word in moment.lexicon.forms("anybody") or moment.lexicon.has("grammar", stem(word)):
        return False
    denied = rf"\b(?:no|not|nor|without|n't|never)\b[^.]*\b{re.escape(word)}"
    is_said = moment.narration.has(word) or moment.asked.has(word)
    return is_said and not re.search(denied, f"{moment.notes.text}\n{moment.asked.text}")


def _is_agreed(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    """Return whether a clause denies what the author denies in other words: "not a bead of it shines"."""
    start, end = said.clause_at(found.start())
    return not denied_in(said.bare[start:end], moment.lexicon).isdisjoint(moment.attempt.denied)
