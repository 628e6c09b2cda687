"""Whether a Chinese sentence tells the player's own deed as somebody else's: as his, as hers, as a traveller's.

Knows nothing of tenses or of persons of verbs: there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.chinese.clauses import clauses_in
from game.story.guarding.chinese.matters import Matter
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_WHO = re.compile(
    r"(?:只见|于是|这时|忽然)?(?P<who>[他她](?!们|的)|[这那](?:个|位)?[\u4e00-\u9fff]{0,6}?人|[^上下到在着了是有从向你每]{0,6}?[匠客者员师士]|[^上下到是有从向你每]{0,6}的[男女]?人)"
    r"(?P<does>[\u4e00-\u9fff]{2,})"
)
_SHARED = 3


def tells_as_anothers(moment: Moment, said: Said) -> str:
    """Return who is said to do what the player did, or nothing."""
    if not moment.asked.text or moment.lexicon.find("asking_others", moment.asked.text):
        return ""
    matter = moment.reading.matter
    for clause in clauses_in(said):
        found = _WHO.match(clause.text.strip())
        if found and any(role[:2] in found["who"] for role in moment.roles):
            return found["who"]
        if found and found["who"] in ("他", "她") and _are_all_named(moment, clause.text):
            return found["who"]
        if found is None or _is_here(moment, found["who"]) or found.group() in moment.notes.text:
            continue
        if _is_of_turn(moment, found["does"], matter, is_named=found["who"] not in ("他", "她")):
            return found["who"]
    return ""


def _are_all_named(moment: Moment, text: str) -> bool:
    """Return whether a clause names all who are here beside the one who acts in it: that is nobody but the player."""
    named = {each for found in moment.names.find(text) for each in found.ids}
    return bool(moment.people) and moment.people <= named and text not in moment.notes.text


def _is_here(moment: Moment, who: str) -> bool:
    """Return whether somebody is named who is here, or the author speaks of them so."""
    named = any(each in moment.people for named in moment.names.find(who) for each in named.ids)
    return named or (len(who) > 1 and who in moment.narration.text)


def _is_of_turn(moment: Moment, does: str, matter: Matter, *, is_named: bool) -> bool:
    """Return whether a deed is that of this turn: in the player's words, in the author's of them, or of its kind."""
    if _share(does, moment.asked.text) or any(_share(does, each) for each in _yours(moment)):
        return True
    if moment.has_moved and moment.people and not is_named:
        return False
    kinds = {type(event).__name__.lower() for event in moment.events} - {"refused"}
    is_kind = any(moment.lexicon.find(f"when_{kind}", does) for kind in kinds)
    return is_kind and matter.is_named(does)


def _yours(moment: Moment) -> Iterator[str]:
    """Yield the author's clauses of this turn that speak of the player."""
    for clause in re.split(r"[，。；：！？\n]", moment.narration.text):
        if clause.startswith("你"):
            yield clause


def _share(one: str, other: str) -> bool:
    return any(one[at : at + _SHARED] in other for at in range(len(one) - _SHARED + 1))
