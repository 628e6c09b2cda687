"""Who tells, of whom and when: you, now; and a person of themselves, as I.

Knows nothing of what is told.
"""

from __future__ import annotations

import re

from game.story.guarding.acting import is_present
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said
from game.story.guarding.stems import stem
from game.story.guarding.verdict import Verdict

_WORD = re.compile(r"[\w'-]+")
_PRONOUN = re.compile(r"^\W*(he|she)\s+(?:[\w'-]+ly\s+|does\s+|has\s+)?([\w'-]+)")
_SUBJECT = re.compile(r"^\W*(?:the\s+|old\s+)*$")
_LATER = re.compile(r"\b(?:once|ago|had|before|then|used to|that night|years?|already|long)\b")


def misvoiced(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a wrong person or tense."""
    return _line(moment, said) if said.speaker else _scene(moment, said)


def _scene(moment: Moment, said: Said) -> Verdict | None:
    find = moment.lexicon.find
    words = find("first_person", said.bare) or find("the_player", said.bare)
    if words and not moment.notes.has(words):
        return Verdict("person", words)
    return _nobody(moment, said) or _past(moment, said)


def _nobody(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a he or she where nobody is, and none was spoken of: it can only be the player."""
    pronoun = moment.lexicon.find("opening_pronoun", said.bare)
    if not pronoun or moment.people or any(said.bare.find(each) >= 0 for each in ()):
        return None
    if moment.lexicon.find("opening_pronoun_anywhere", moment.notes.text) or moment.lexicon.find(
        "opening_pronoun_anywhere", " ".join(said.shown)
    ):
        return None
    return Verdict("person", pronoun)


def _past(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on what is told of you, or of somebody who is here, as past."""
    if not moment.lexicon.is_spaced or _LATER.search(said.bare):
        return None
    for start, end in _subjects(moment, said):
        word = _WORD.search(said.bare, end)
        if word and said.bare[end : word.start()].isspace() and _is_past(moment, word.group()):
            return Verdict("person", said.spelled(start, word.end()))
    return None


def _subjects(moment: Moment, said: Said) -> list[tuple[int, int]]:
    """Return where you, or people who are here, begin the sentence or a clause of it."""
    people = [
        (each.start, each.end)
        for each in moment.names.find(said.bare)
        if any(name in moment.people for name in each.ids)
        and _SUBJECT.match(said.bare[said.clause_at(each.start)[0] : each.start])
    ]
    you = [found.span() for found in re.finditer(r"^\W*you\b", said.bare)]
    return people + you


def _is_past(moment: Moment, word: str) -> bool:
    if word in ("was", "were", "did", "said", "had"):
        return True
    if is_present(word) or word == stem(word):
        return False
    return word.endswith("ed") or moment.lexicon.has("past", word)


def _line(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a speaker who tells of themselves as of somebody else."""
    person = moment.world.people[said.speaker]
    if moment.lexicon.find("first_person", said.bare) and moment.lexicon.is_spaced:
        return None
    for each in moment.names.find(said.bare):
        if person.id in each.ids and not said.bare[: each.start].strip("\"“ ").replace("the", "").strip():
            after = _WORD.search(said.bare, each.end)
            if not moment.lexicon.is_spaced or (after and is_present(after.group())):
                return Verdict("person", said.spelled(each.start, each.end))
    told = moment.lexicon.find("told_of_oneself", said.bare)
    return Verdict("person", told) if told else None
