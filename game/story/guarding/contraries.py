"""Whether an English sentence says the contrary of what the author says of the same: whole for broken, bright for dark.

Knows nothing of what happened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.rules.sight import is_dark
from game.story.guarding.denials import denied_in
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

_NONE = re.compile(
    r"\b(?:there is|there are|there was|with|has|have|,) no (?:[\w-]+ )?([\w-]+)(?=[,.;:]| in| on| of| at| for| to)"
)
_SHORT = 3
_NOBODY = re.compile(r"\W*(?:and\s+|but\s+)?(?:nothing|nobody|no one|none|no)\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a clause states and what it denies, as stems, and what its sentence speaks of."""

    stems: frozenset[str]
    denied: frozenset[str]
    about: frozenset[str]


def contrary_in(moment: Moment, said: Said) -> str:
    """Return the clause of a sentence that is contrary to one of the author's, or nothing."""
    if is_dark(moment.world, moment.after) and (seen := _seen(moment, said)):
        return seen
    theirs = [
        each
        for line in moment.notes.text.splitlines()
        for part in sentences_in(line)
        for each in _stated(moment, Said(part, moment.lexicon))
    ]
    for (start, end), mine in zip(said.clauses, _stated(moment, said), strict=True):
        clause = said.bare[start:end]
        if any(moment.lexicon.find(key, clause) for key in ("past", "compared", "hypothetical")) or _NOBODY.match(
            said.bare, start
        ):
            continue
        if any(
            _is_contrary(moment, mine, each, pair)
            for pair in (*_PAIRS, *(pair[::-1] for pair in _PAIRS))
            for each in theirs
        ):
            return said.spelled(start, end).strip(" ,;")
    return _denied_by_the_author(moment, said)


def _denied_by_the_author(moment: Moment, said: Said) -> str:
    """Return a word for something of which the author says that there is none."""
    text = moment.notes.text
    for found in _NONE.finditer(text):
        word, base = found[1], stem(found[1])
        line = text[text.rfind(".", 0, found.start()) + 1 : text.find(".", found.end())]
        if not (telling_words(line, moment.lexicon.language) & telling_words(said.bare, moment.lexicon.language)) - {
            base
        }:
            continue
        is_known = (
            len(word) <= _SHORT or moment.lexicon.has("grammar", base) or base in stems_of((_NONE.sub("", text),))
        )
        for place in () if is_known else re.finditer(rf"(?<!to )\b{re.escape(word)}s?\b", said.bare):
            start, end = said.clause_at(place.start())
            before, after = said.bare[start : place.start()], said.bare[place.end() : end]
            if not is_unreal(moment, said.bare[start:end], before, after):
                return said.spelled(*place.span())
    return ""


def _seen(moment: Moment, said: Said) -> str:
    """Return what a sentence says is bright or to be seen; it is said of a place that is dark."""
    for start, end in said.clauses:
        clause = said.bare[start:end]
        words = moment.lexicon.find("lighted", clause)
        bright = stems_of((clause,)) & moment.lexicon.words["bright"] - denied_in(clause, moment.lexicon)
        if (words or bright) and not moment.lexicon.find("denied", clause):
            return said.spelled(start, end).strip(" ,;")
    return ""


def _stated(moment: Moment, said: Said) -> list[Stated]:
    about = telling_words(said.bare, moment.lexicon.language)
    clauses = [said.bare[start:end].replace("the whole", "") for start, end in said.clauses]
    return [Stated(stems_of((text,)), denied_in(text, moment.lexicon), about) for text in clauses]


def _is_contrary(moment: Moment, mine: Stated, theirs: Stated, pair: tuple[str, str]) -> bool:
    one, other = (moment.lexicon.words.get(key, frozenset()) for key in pair)
    if not (mine.stems - mine.denied) & one or not (theirs.stems - theirs.denied) & other:
        return False
    if stems_of((moment.notes.text.replace("the whole", ""),)) & one:
        return False
    shared = (mine.about & theirs.about) - one - other
    return any(not moment.lexicon.find("body", each) for each in shared)
