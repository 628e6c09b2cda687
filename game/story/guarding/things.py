"""Nothing is handled, or lies here, that is elsewhere or used up; and nothing of consequence that the author never made.

To say that something is not here, or was, is no fault. Knows nothing of people or of ways out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.guarding.moment import Moment
from game.story.guarding.names import Named
from game.story.guarding.said import Said
from game.story.guarding.verdict import Verdict


def misplaced(moment: Moment, said: Said) -> Verdict | None:
    """Return a verdict on the first thing that is where it cannot be."""
    named = tuple(moment.names.find(said.bare))
    for each in named:
        if _is_misplaced(moment, said, each):
            return Verdict("thing", said.spelled(each.start, each.end))
    return None if said.speaker else _invented(moment, said, named)


def _is_misplaced(moment: Moment, said: Said, named: Named) -> bool:
    things = moment.world.things
    if not all(name in things and things[name].portable for name in named.ids):
        return not said.speaker and _is_emptied(moment, said, named)
    start, end = said.clause_at(named.start)
    clause, before = said.bare[start:end], said.bare[start : named.start]
    after = said.bare[named.end : end]
    if is_unreal(moment, clause, before, after):
        return False
    if _is_owned(moment, said, clause, before):
        return not any(name in moment.held for name in named.ids) or (
            bool(moment.lexicon.find("still", clause)) and not any(name in moment.kept for name in named.ids)
        )
    is_here = any(name in moment.things for name in named.ids)
    spelled = said.bare[named.start : named.end]
    return not (said.speaker or is_here or spelled in moment.ground.text)


def is_unreal(moment: Moment, clause: str, before: str, after: str) -> bool:
    """Return whether a clause denies, remembers or compares what it names, between before and after."""
    find = moment.lexicon.find
    if find("denied", before) or find("compared", before) or find("denied_after", after):
        return True
    return bool(find("past", clause)) or bool(find("elsewhere", clause))


def _is_owned(moment: Moment, said: Said, clause: str, before: str) -> bool:
    """Return whether a clause has the player carry what it names; in a line, whether the speaker says so."""
    if said.speaker:
        return bool(moment.lexicon.find("you_have", clause))
    if moment.lexicon.is_spaced and before.endswith(("your ", "your own ")):
        return True
    return bool(moment.lexicon.find("on_you", clause))


def _is_emptied(moment: Moment, said: Said, named: Named) -> bool:
    """Return whether a holder is called empty while it holds something."""
    holding = [
        name
        for name in named.ids
        if name in moment.things and moment.world.things[name].holds and name in moment.after.where.values()
    ]
    if not holding:
        return False
    _, end = said.clause_at(named.start)
    return bool(moment.lexicon.find("empty", said.bare[named.end : end]))


def _invented(moment: Moment, said: Said, named: tuple[Named, ...]) -> Verdict | None:
    for start, end in _objects(moment, said):
        clause = said.bare[slice(*said.clause_at(start))]
        before = said.bare[said.clause_at(start)[0] : start]
        if any(each.start < end and start < each.end for each in named) or is_unreal(moment, clause, before, ""):
            continue
        return Verdict("thing", said.spelled(start, end))
    return None


def _objects(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield the things that stories turn on, and of which the author says nothing here."""
    for found in moment.lexicon.phrases["objects"].finditer(said.bare):
        if not moment.known.has(found.group()):
            yield found.span()
