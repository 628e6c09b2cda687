"""Where a Chinese sentence says that things are, against where they are: on you, lying here, or gone.

Knows nothing of people or of ways out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from game.rules.state import NOWHERE, YOU
from game.story.guarding.chinese.inventing import COUNTED, invented_in
from game.story.guarding.chinese.unreal import is_unreal
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.moment import Moment
from game.story.guarding.names import Named
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict

# A name of one character that is but the beginning of another word.
_RUNS_ON = re.compile(r"[\u4e00-\u9fff](?<![的了在是还也都就给叫被和跟到里上下中，])")
_INDEFINITE = re.compile(r"(?<![每这那同第剩只])一[\u4e00-\u9fff](?:[旧新大小好]|[\u4e00-\u9fff]{1,4}的)?$")
_MEASURED = re.compile(r"[那这一](?P<unit>[片罐只把盒条块根])(?P<noun>[\u4e00-\u9fff]{1,2})")


def mislaid(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first thing that is said to be where it is not."""
    named = (*moment.names.find(said.bare), *_turned_round(moment, said))
    for each in named:
        if _is_mislaid(moment, said, each):
            return Verdict("thing", said.spelled(each.start, each.end))
    for start, end in () if said.speaker else invented_in(moment, said):
        if not any(each.start <= start and end <= each.end for each in named):
            return Verdict("thing", said.spelled(start, end))
    return None


def _turned_round(moment: Moment, said: Said) -> Iterator[Named]:
    """Yield names with their measure before them: "that can of oil" is the oil can."""
    for found in _MEASURED.finditer(said.bare):
        for length in (2, 1):
            name = found["noun"][:length] + found["unit"]
            if ids := moment.names.ids.get(name):
                yield Named(ids, found.start("noun"), found.start("noun") + length)
                break


def _is_mislaid(moment: Moment, said: Said, named: Named) -> bool:
    if not all(name in moment.world.things for name in named.ids):
        return False
    start, end = said.clause_at(named.start)
    before, after = said.bare[start : named.start], said.bare[named.end : end]
    if is_unreal(moment.lexicon, before, after) or _is_left_elsewhere(moment, after):
        return False
    if named.end - named.start == 1 and _RUNS_ON.match(after):
        return False
    if _is_on_you(moment.lexicon, said, before, after):
        held = moment.held if moment.lexicon.find("passing", before + after) else moment.kept
        return not held.intersection(named.ids)
    if said.speaker:
        return False
    if any(moment.after.where.get(name) in moment.people for name in named.ids):
        return False
    if moment.things.isdisjoint(named.ids):
        return _is_brought_here(moment, said, named, before, after)
    return _is_gone(moment, named, before + after) or _lies_while_held(moment, said, named, before, after)


def _is_left_elsewhere(moment: Moment, after: str) -> bool:
    """Return whether what follows a name says that it is in another place."""
    for named in moment.names.find(after):
        is_place = all(name in moment.world.places for name in named.ids) and moment.after.place not in named.ids
        if is_place and after[: named.start].endswith(("在", "到", "回")):
            return True
    return False


def _is_on_you(lexicon: Lexicon, said: Said, before: str, after: str) -> bool:
    """Return whether a clause has the player carry what stands between its parts, or a speaker says so."""
    if _carrying(lexicon.language).search(before) or (said.speaker and lexicon.find("you_have", before)):
        return True
    if lexicon.ends("oblique", before):
        return False
    return bool(_carried(lexicon.language).search(after) or (said.speaker and lexicon.find("you_have", after)))


@cache
def _carrying(language: str) -> re.Pattern[str]:
    """Return what finds that you carry what follows: "你提着", "您肩上的那", "你从口袋里掏出"."""
    phrases = lexicon_of(language).phrases
    parts, holding = phrases["about_you"].pattern, phrases["holding"].pattern
    where = rf"(?:{parts})[上里中间下弯]{{0,2}}(?:压|挂|拎|提|挎|揣|还|正|也|都|着)*"
    which = r"(?:的|那|这|还|一|两|[只把盏片枚条本盘罐卷件块封串])*(?:[\u4e00-\u9fff]{1,4}的)?"
    return re.compile(rf"[你您]的?(?:另一只|左|右|双|两|一)?(?:{where}|手?{holding}[着来了过]){which}$")


@cache
def _carried(language: str) -> re.Pattern[str]:
    """Return what finds that what comes before is on you: "压在你肩上", "还在您手里"."""
    parts = lexicon_of(language).phrases["about_you"].pattern
    return re.compile(rf"[在到进][你您]的?(?:另一只|左|右|双|两)?{parts}")


def _is_gone(moment: Moment, named: Named, clause: str) -> bool:
    """Return whether what was used up in this turn is said to be here still."""
    after, before = moment.after, moment.turn.before
    gone = all(after.holder(name) == NOWHERE and before.holder(name) != NOWHERE for name in named.ids)
    return gone and bool(moment.lexicon.find("still", clause) or moment.lexicon.find("put_away", clause))


def _lies_while_held(moment: Moment, said: Said, named: Named, before: str, after: str) -> bool:
    """Return whether something lies about that the player has, and nothing else of that name is here."""
    here = moment.things.intersection(named.ids)
    if not all(moment.after.where[name] == YOU and moment.turn.before.where[name] == YOU for name in here):
        return False
    if not _is_head(moment, said, named):
        return False
    if _INDEFINITE.search(before) and moment.things.isdisjoint(set(named.ids) - here):
        return True
    if "你" in before + after or after.startswith("的"):
        return False
    lies = _lying(moment.lexicon.language)
    return bool(lies.match(after) or re.search(rf"{lies.pattern}$", before))


@cache
def _lying(language: str) -> re.Pattern[str]:
    verbs = lexicon_of(language).phrases["lying"].pattern
    return re.compile(rf"[\u4e00-\u9fff]{{0,5}}?{verbs}[在着][\u4e00-\u9fff]{{0,6}}")


def _is_brought_here(moment: Moment, said: Said, named: Named, before: str, after: str) -> bool:
    """Return whether something that is elsewhere is told as if it were here: by a name that means nothing else here."""
    if not _is_head(moment, said, named):
        return False
    if _INDEFINITE.search(before) and _lying(moment.lexicon.language).search(before):
        return not _is_kin_here(moment, said.bare[named.start : named.end])
    if _is_said_here(moment, said.bare[named.start : named.end]):
        return False
    if any(moment.world.things[name].portable for name in named.ids):
        return not _is_kin_here(moment, said.bare[named.start : named.end])
    if moment.lexicon.find("far_off", said.bare):
        return False
    lies = _lying(moment.lexicon.language)
    return bool(re.search(rf"(?:{lies.pattern}|有{COUNTED}[\u4e00-\u9fff]{{0,6}})$", before) or lies.match(after))


def _is_head(moment: Moment, said: Said, named: Named) -> bool:
    """Return whether a name says what a thing is: it ends as one of the thing's full names does."""
    words = said.bare[named.start : named.end]
    ends = {_last(moment.world.things[name].name) for name in named.ids}
    return len(words) > 1 and _last(words) in ends


def _last(name: str) -> str:
    """Return the character that says what something is, without the small one after it."""
    return (name.removesuffix("子") or name)[-1]


def _is_kin_here(moment: Moment, words: str) -> bool:
    """Return whether something here is of a kind that is called the same: a rope and a line."""
    kin = next((group for group in moment.lexicon.forms("kin") if _last(words) in group), _last(words))
    here = (moment.world.things[name] for name in moment.things)
    return any(_last(name) in kin for thing in here for name in (thing.name, *thing.aliases))


def _is_said_here(moment: Moment, words: str) -> bool:
    """Return whether the author speaks of something here, and not as wanted or lacking."""
    for found in re.finditer(re.escape(words), moment.ground.text):
        before = re.split(r"[，。；：！？\n]", moment.ground.text[: found.start()])[-1]
        if not (moment.lexicon.find("unreal", before) or moment.lexicon.find("negators", before)):
            return True
    return False
