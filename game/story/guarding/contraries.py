"""Whether an English sentence says the contrary of what the author says of the same: whole for broken, some for none.

Knows nothing of what happened, but for whether it is dark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.rules.sight import is_dark
from game.story.guarding.denials import denied_in
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.pieces import telling_words
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, stems_of
from game.story.guarding.things import is_unreal
from game.story.prose import sentences_in

_PAIRS = (
    ("whole", "broken"),
    ("opened", "shut"),
    ("clear", "blurred"),
    ("loud", "hushed"),
    ("filled", "emptied"),
    ("soft", "hard"),
    ("warm", "cold"),
    ("wet", "dry"),
)
_CONTRARY = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_NONE = re.compile(
    r"\b(?:there is|there are|there was|with|has|have|,) no (?:[\w-]+ )?([\w-]+)(?=[,.;:]| in| on| of| at| for| to)"
)
_GOING_ON = re.compile(r"\b(?:goes on|keeps(?: on)?|continues(?: to)?)\s+([\w'-]+)")
_SHORT = 3
_NOBODY = re.compile(r"\W*(?:and\s+|but\s+)?(?:nothing|nobody|no one|none|no)\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """Which of two contraries a clause states, as the keys of their lists, and what its sentence speaks of."""

    claims: frozenset[str]
    about: frozenset[str]


def contrary_in(moment: Moment, said: Said) -> str:
    """Return the words of a sentence that are contrary to the author's, or nothing."""
    if is_dark(moment.world, moment.after) and (seen := _seen(moment, said)):
        return seen
    return _goes_on(moment, said) or _contrary(moment, said) or _denied_by_the_author(moment, said)


def _goes_on(moment: Moment, said: Said) -> str:
    """Return words by which something goes on with what the author says stops."""
    if not moment.notes.stems & moment.lexicon.words.get("stopping", frozenset()):
        return ""
    going = (found for found in _GOING_ON.finditer(said.bare) if _is_theirs(moment, stem(found[1])))
    return next((found.group() for found in going), "")


def _is_theirs(moment: Moment, base: str) -> bool:
    return base in moment.notes.stems and not moment.lexicon.has("grammar", base)


def _contrary(moment: Moment, said: Said) -> str:
    """Return the clause of a sentence that states the contrary of what one of the author's does."""
    theirs = _stated_in(moment.notes.text, moment.lexicon.language)
    theirs_alone = frozenset(key for each in theirs for key in each.claims)
    every = tuple(_stated(said))
    agreed = frozenset(_CONTRARY[key] for each in every for key in each.claims)
    for (start, end), mine in zip(said.clauses, every, strict=True):
        clause = said.bare[start:end]
        claims = mine.claims - theirs_alone - agreed
        is_real = not any(moment.lexicon.find(key, clause) for key in ("past", "compared", "hypothetical"))
        if claims and is_real and not _NOBODY.match(clause) and _meets(moment.lexicon, claims, mine, theirs):
            return said.spelled(start, end).strip(" ,;")
    return ""


def _meets(lexicon: Lexicon, claims: frozenset[str], mine: Stated, theirs: tuple[Stated, ...]) -> bool:
    """Return whether any of theirs states the contrary of a claim, of the same thing."""
    for each in theirs:
        for key in claims:
            if _CONTRARY[key] in each.claims:
                shared = (mine.about & each.about) - lexicon.words[key] - lexicon.words[_CONTRARY[key]]
                if any(not lexicon.find("body", word) for word in shared):
                    return True
    return False


@lru_cache(maxsize=64)
def _stated_in(text: str, language: str) -> tuple[Stated, ...]:
    lexicon = lexicon_of(language)
    parts = (Said(part, lexicon) for line in text.splitlines() for part in sentences_in(line))
    return tuple(each for said in parts for each in _stated(said))


def _stated(said: Said) -> Iterator[Stated]:
    about = telling_words(said.bare, said.lexicon.language)
    for start, end in said.clauses:
        clause = said.bare[start:end].replace("the whole", "")
        stems = stems_of((clause,))
        claims = frozenset(key for key in _CONTRARY if not stems.isdisjoint(said.lexicon.words.get(key, ())))
        if claims:
            stems -= denied_in(clause, said.lexicon)
            claims = frozenset(key for key in claims if not stems.isdisjoint(said.lexicon.words[key]))
        yield Stated(claims, about)


def _denied_by_the_author(moment: Moment, said: Said) -> str:
    """Return a word for something of which the author says that there is none."""
    text = moment.notes.text
    for found in _NONE.finditer(text):
        line = text[text.rfind(".", 0, found.start()) + 1 : text.find(".", found.end())]
        if _is_told_of_none(moment, found[1]) or not _shares(moment, line, said, found[1]):
            continue
        for place in re.finditer(rf"(?<!to )\b{re.escape(found[1])}s?\b", said.bare):
            start, end = said.clause_at(place.start())
            before, after = said.bare[start : place.start()], said.bare[place.end() : end]
            if not is_unreal(moment, said.bare[start:end], before, after):
                return said.spelled(*place.span())
    return ""


def _is_told_of_none(moment: Moment, word: str) -> bool:
    """Return whether a word that the author denies tells nothing by itself, or is said without "no" elsewhere."""
    is_common = len(word) <= _SHORT or moment.lexicon.has("grammar", stem(word))
    return is_common or stem(word) in stems_of((_NONE.sub("", moment.notes.text),))


def _shares(moment: Moment, line: str, said: Said, word: str) -> bool:
    """Return whether a sentence shares another word that tells something with the author's line."""
    mine, theirs = (telling_words(text, moment.lexicon.language) for text in (said.bare, line))
    return bool((mine & theirs) - {stem(word)})


def _seen(moment: Moment, said: Said) -> str:
    """Return what a sentence says is bright or to be seen; it is said of a place that is dark."""
    for start, end in said.clauses:
        clause = said.bare[start:end]
        words = moment.lexicon.find("lighted", clause)
        bright = stems_of((clause,)) & moment.lexicon.words["bright"] - denied_in(clause, moment.lexicon)
        if (words or bright) and not moment.lexicon.find("denied", clause):
            return said.spelled(start, end).strip(" ,;")
    return ""
