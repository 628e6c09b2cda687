"""Who tells, of whom and when: you, now; and a person of themselves, as I.

Knows nothing of what is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.rules.views import place_of
from game.story.guarding.chinese.somebody import tells_as_anothers
from game.story.guarding.moment import Moment
from game.story.guarding.people import is_missing
from game.story.guarding.pieces import telling_words
from game.story.guarding.said import Said
from game.story.guarding.stems import stem, stems_of
from game.story.guarding.tense import is_past, is_told_as_past
from game.story.guarding.verbs import is_present
from game.story.guarding.verdict import Verdict

_WORD = re.compile(r"[\w'-]+")
_OPENING = re.compile(r"^\W*(?P<who>(?:he|she)(?=\s+[\w'-])|[他她](?!们|的))")
_DOER = re.compile(r"^\W*(?:he|she|they)\s+([\w'-]+)")
_SAME = 2
_TOLD_VERB = re.compile(r"\W+(?:(?:only|just|then|even|\w+ly)\s+)?([\w'-]+)")
_OWN_VERB = re.compile(r"(?:^\W*(?:he|she)|,|\band)\s+(?:then\s+|only\s+|[\w'-]+ly\s+)?([\w'-]+)")
_LAYS_IT = re.compile(r"lay\s+(?:it|them|the|an?|your|his|her|both|one)\b")
_YOU_DO = re.compile(r"\byou\s+(?:[\w'-]+ly\s+)?([\w'-]+)(?:[^.]*?,?\sand\s+([\w'-]+))?")
_YOU_HAD = re.compile(r"^\W*you(?: had|'d) (?!better|best|rather)\w+")
_OF_WHAT_IS_HERE = re.compile(r"\b(?:on|in|to|by|from|of|with) (?:this|these) \w+")
_OLD = re.compile(r"\bthe old (\w+)")
_OWNERS = {
    "he": re.compile(r"\b(?:he|his|him|man|boy|somebody|someone|whoever)\b"),
    "she": re.compile(r"\b(?:she|her|hers|woman|girl|somebody|someone|whoever)\b"),
    "他": re.compile("[他谁人]"),
    "她": re.compile("[她谁]|女|姑娘"),
}
_SUBJECT = re.compile(r"^\W*(?:and\s+|but\s+|while\s+|as\s+)?(?:the\s+|old\s+)*$")


def misvoiced(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a wrong person or tense."""
    return _line(moment, said) if said.speaker else _scene(moment, said)


def _scene(moment: Moment, said: Said) -> Verdict | None:
    find = moment.lexicon.find
    words = next(filter(None, (find(key, said.bare) for key in ("first_person", "the_player", "foretold"))), "")
    words = words or next((role for role in moment.roles if _is_role(moment, said.bare, role)), "")
    is_written = bool(words) and bool(find("inscribed", said.bare[: said.bare.find(words)]))
    if words and not (is_written or moment.narration.has(words) or _is_in(words, moment.narration.text)):
        return Verdict("person", words)
    if _is_of_nobody(moment, said) or _is_of_you(moment, said):
        return Verdict("person")
    if not moment.lexicon.is_spaced and (words := tells_as_anothers(moment, said)):
        return Verdict("person", words)
    return _past(moment, said)


def _is_in(words: str, text: str) -> bool:
    return " " in words and words in text


def _is_role(moment: Moment, bare: str, role: str) -> bool:
    """Return whether a sentence calls the player what they are to the world: "the assessor"."""
    if not moment.lexicon.is_spaced:
        return role in bare
    return bool(re.search(rf"\b(?:the|this|that|our|an?)\s+(?:[\w'-]+\s+){{0,2}}{re.escape(role)}\b", bare))


def _is_of_nobody(moment: Moment, said: Said) -> bool:
    """Return whether a he or she begins a sentence where no such person is or was spoken of: it can only be you."""
    opening = _OPENING.search(said.bare)
    if opening is None or _is_remembered(moment, said, opening.end()):
        return False
    owner = _OWNERS[opening["who"]]
    if any(owner.search(text.lower()) for text in (moment.narration.text, moment.company, *said.shown)):
        return False
    look = place_of(moment.world, moment.after).look.read(moment.after).lower()
    return bool(moment.people) or not re.search(rf"\b{opening['who']}\b", look)


def _is_remembered(moment: Moment, said: Said, end: int) -> bool:
    """Return whether a he or she that ends here did something once, of which the sentence tells what is left now."""
    did = _WORD.search(said.bare, end)
    is_past_deed = did is not None and is_past(moment.lexicon, did.group())
    return is_past_deed and any(word in moment.lexicon.forms("now") or word == "now" for word in said.words)


def _is_of_you(moment: Moment, said: Said) -> bool:
    """Return whether a he, she or they does what the author has you do, with the same words."""
    opening = _DOER.search(said.bare) if moment.lexicon.is_spaced else None
    if opening is None or stem(opening[1]) not in _your_verbs(moment) | moment.asked.stems:
        return False
    words = telling_words(said.bare, moment.lexicon.language) - {stem(opening[1])}
    theirs = telling_words(moment.turn.words.lower(), moment.lexicon.language) | moment.attempt.words
    return bool(words & theirs) or any(len(words & each) >= _SAME for each in moment.deeds)


def _your_verbs(moment: Moment) -> frozenset[str]:
    """Return the stems of what the author has you do."""
    return stems_of(" ".join(found) for found in _YOU_DO.findall(moment.narration.text))


def _past(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on what is told of you, of somebody here, or of everything, as past."""
    if not moment.lexicon.is_spaced:
        return None
    if _YOU_HAD.match(said.bare):
        return Verdict("person", "had")
    if moment.lexicon.find("formerly", said.bare):
        return None
    for start, end in _subjects(moment, said):
        word = _WORD.search(said.bare, end)
        if word is None or _LAYS_IT.match(said.bare, word.start()):
            continue
        if said.bare[end : word.start()].isspace() and is_past(moment.lexicon, word.group()):
            return Verdict("person", said.spelled(start, word.end()))
    is_past_told = is_told_as_past(moment.lexicon, said.bare) and not _is_of_the_gone(moment, said)
    return Verdict("person") if is_past_told else None


def _is_of_the_gone(moment: Moment, said: Said) -> bool:
    """Return whether a sentence begins with the name of somebody who is not here, of whom one tells what was."""
    first = _WORD.search(said.text)
    if (first and first.group() in moment.proper) or _OF_WHAT_IS_HERE.search(said.bare):
        return True
    old = _OLD.search(said.bare)
    if old and not moment.lexicon.begins("strangers", old[1]) and not moment.lexicon.begins("body", old[1]):
        return True
    return any(
        is_missing(moment, each) and _SUBJECT.match(said.bare[: each.start])
        for each in moment.names.find(said.bare, said.text)
    )


def _subjects(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield where you, or people who are here, begin a clause."""
    yield from (found.span() for found in re.finditer(r"^\W*you\b", said.bare))
    for each in moment.names.find(said.bare):
        is_here = any(name in moment.people for name in each.ids)
        if is_here and _SUBJECT.match(said.bare[said.clause_at(each.start)[0] : each.start]):
            yield each.start, each.end


def _line(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on a speaker who tells of themselves as of somebody else."""
    if moment.lexicon.find("first_person", said.bare):
        return None
    for each in moment.names.find(said.bare):
        if said.speaker in each.ids and _SUBJECT.match(said.bare[: each.start]) and _is_told_of(moment, said, each.end):
            return Verdict("person", said.spelled(each.start, each.end))
    if words := moment.lexicon.find("reported", said.bare):
        return Verdict("person", words)
    opening = _OPENING.search(said.bare)
    return _told_of_oneself(moment, said.bare[opening.start() :]) if opening else None


def _told_of_oneself(moment: Moment, bare: str) -> Verdict | None:
    """Return a verdict on the first verb of a he or she by which a speaker is told of."""
    if not moment.lexicon.is_spaced:
        words = moment.lexicon.find("told_of_oneself", bare)
        return Verdict("person", words) if words else None
    verbs = (found[1] for found in _OWN_VERB.finditer(bare))
    words = next((verb for verb in verbs if moment.lexicon.find("told_of_oneself", verb)), "")
    return Verdict("person", words) if words else None


def _is_told_of(moment: Moment, said: Said, end: int) -> bool:
    """Return whether a verb follows a name that ends here."""
    if not moment.lexicon.is_spaced:
        return said.bare[end : end + 1] not in ("，", "。", "的", "！", "？")
    following = _TOLD_VERB.match(said.bare, end)
    if following is None:
        return False
    return is_present(moment.lexicon, following[1]) or is_past(moment.lexicon, following[1])
