"""Nobody acts who is not here: the absent, the dead, and strangers whom the author has not put here.

To be named, remembered, or said not to be here is no fault. Knows nothing of what people say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.acting import acts, is_pointed_at
from game.story.guarding.chinese.figures import figures_in, moves_unseen
from game.story.guarding.chinese.presence import is_spoken_of
from game.story.guarding.dead import stirring
from game.story.guarding.moment import Moment
from game.story.guarding.names import Named
from game.story.guarding.said import Said
from game.story.guarding.stems import stem
from game.story.guarding.tense import is_past
from game.story.guarding.verbs import is_of_people, is_present
from game.story.guarding.verdict import Verdict

_FORENAME = re.compile(r"(?<=\w)·$|(?<=[\w,;] )[A-Z][a-z]+ $")
_COMMON = ("the ", "a ", "an ", "old ", "this ", "that ")
_ONE = re.compile(r"\b(?:an?|some|another|one)\s+(?:[\w-]+\s+)?$")
_HAS_DONE = re.compile(
    r"\s+ha(?:s|ve)\s+(?!an?\b|the\b|his\b|her\b|come\b|just\b|got\b)(?:[\w-]+ly\s+|once\s+)?[\w-]+(?:ed|en|wn|ut|id|ft)\b"
)
_APPOSED = re.compile(r",\s+(?:an?|the|his|her)\s+([^,;.]{3,40})")
_ANY = re.compile(r"^\W*(?:an?|two|three|some|several)\s+(?:[\w-]+\s+){0,3}$")
_SOMEBODYS = re.compile(r"\b(?:somebody's|someone's|another|a second)\s+$")
_NEXT = re.compile(r"\s+([\w'-]+s)\b")
_CAPITAL = re.compile(r"(?<![\w'])[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def absent(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first who acts here and cannot."""
    named = tuple(moment.names.find(said.bare, said.text))
    does = is_pointed_at if said.speaker else acts
    missing = (
        each
        for each in named
        if is_missing(moment, each)
        and not (_is_surname(said, each) or _is_of_the_sex(moment, said.bare[each.start : each.end]))
    )
    for each in named:
        if not said.speaker and moment.gone.intersection(each.ids) and _has_stayed(said, each):
            return Verdict("absent", said.spelled(each.start, each.end))
    strangers = tuple(_strangers(moment, said, named))
    if not said.speaker and (alone := next((each for each in strangers if _is_all(moment, said, each)), None)):
        return Verdict("absent", said.spelled(*alone))
    for start, end in (*((each.start, each.end) for each in missing), *strangers):
        if does(said, start, end) and not _is_of_elsewhere(moment, said, start, end):
            return Verdict("absent", said.spelled(start, end))
    words = _moves_though_dead_or_unseen(moment, said)
    return Verdict("absent", words) if words else None


def _moves_though_dead_or_unseen(moment: Moment, said: Said) -> str:
    if not moment.lexicon.is_spaced:
        return moves_unseen(moment, said)
    return "" if said.speaker else stirring(moment, said)


def _is_all(moment: Moment, said: Said, stranger: tuple[int, int]) -> bool:
    """Return whether a sentence without a verb begins with a stranger: "a tall lady in the rain", who is there."""
    if not (moment.lexicon.is_spaced and _ANY.match(said.bare[: stranger[0]])):
        return False
    return not any(_is_verb(moment, word) for word in said.words)


def _is_verb(moment: Moment, word: str) -> bool:
    is_finite = word in moment.lexicon.forms("now") or is_past(moment.lexicon, word)
    return is_finite or (is_present(moment.lexicon, word) and is_of_people(moment.lexicon, word))


def _is_of_elsewhere(moment: Moment, said: Said, start: int, end: int) -> bool:
    """Return whether who is named from start to end did something before, or is only spoken of."""
    if moment.lexicon.is_spaced:
        return bool(_ONE.search(said.bare[:start]) and _HAS_DONE.match(said.bare, end))
    return is_spoken_of(moment, said, start, end)


def _has_stayed(said: Said, named: Named) -> bool:
    """Return whether somebody who has left is said to be here still."""
    _, end = said.clause_at(named.start)
    return bool(said.lexicon.find("still", said.bare[named.end : end]))


def is_missing(moment: Moment, named: Named) -> bool:
    """Return whether a name means somebody, and can mean nobody and nothing that is here."""
    people, things = moment.world.people, moment.world.things
    means_somebody = any(name in people for name in named.ids)
    is_here = any(name in moment.people or name in moment.things for name in named.ids)
    return means_somebody and not is_here and all(name in people or name in things for name in named.ids)


def _is_of_the_sex(moment: Moment, words: str) -> bool:
    """Return whether a word for any man or woman can mean somebody who is here."""
    if moment.lexicon.find("crowds", words) == words and moment.lexicon.find("crowded", moment.here.text):
        return bool(moment.people)
    sexes = (key for key in ("males", "females") if moment.lexicon.find(key, words) == words)
    return any(moment.lexicon.find(f"of_{key}", moment.company) for key in sexes)


def _is_surname(said: Said, named: Named) -> bool:
    """Return whether a name is but the end of another's: "Carrow" of "Hob Carrow"."""
    return bool(_FORENAME.search(said.text[: named.start]))


def _strangers(moment: Moment, said: Said, named: tuple[Named, ...]) -> Iterator[tuple[int, int]]:
    people = moment.world.people
    taken = [
        (each.start, each.end)
        for each in named
        if any(name in people or name in moment.things for name in each.ids) and not _is_surname(said, each)
    ]
    for start, end in (*_by_calling(moment, said), *_by_name(moment, said)):
        if not any(first < end and start < last for first, last in taken):
            yield start, end


def _by_calling(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield the strangers who are called by what they are: an usher, a soprano."""
    for found in moment.lexicon.pattern("strangers").finditer(said.bare):
        is_written = moment.ground.has(found.group()) and not _SOMEBODYS.search(said.bare[: found.start()])
        if not (is_written or _is_of_the_sex(moment, found.group())):
            yield found.span()


def _by_name(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield the names that are nobody's who is in the world, such as those of the dead."""
    if said.speaker:
        return
    if not moment.lexicon.is_spaced:
        yield from figures_in(moment, said)
        return
    for found in _CAPITAL.finditer(said.text):
        first = found.group().split()[0]
        start = found.start()
        if start == 0 and " " in found.group() and moment.lexicon.has("grammar", stem(first.lower())):
            start += len(first) + 1
        name = said.text[start : found.end()]
        if moment.narration.has(name.split()[0].lower()) or said.bare[:start].endswith(_COMMON):
            continue
        if start > 0 and moment.lexicon.find("everybodys", name.lower()) == name.lower():
            continue
        if start > 0 or " " in name or name.split()[0] in moment.proper or _is_name_first(moment, said, found):
            yield start, found.end()


def _is_name_first(moment: Moment, said: Said, found: re.Match[str]) -> bool:
    """Return whether a capital that begins a sentence is a name's: of somebody unheard of, who does as people do."""
    apposed = _APPOSED.match(said.bare, found.end())
    if apposed and moment.lexicon.find("strangers", apposed[1]):
        return True
    following = _NEXT.match(said.bare, found.end())
    if following is None or not moment.lexicon.has("human", stem(following[1])):
        return False
    return not moment.lexicon.has("grammar", stem(found.group().lower()))
