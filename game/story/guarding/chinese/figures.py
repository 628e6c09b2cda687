"""People in a Chinese sentence beyond those of the world: the dead by their names, he or she where nobody is, somebody.

Knows nothing of those who are here, but that they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.guarding.chinese.clauses import clauses_in, subject_of
from game.story.guarding.moment import Moment
from game.story.guarding.said import Said

_SOMEBODY = re.compile(
    r"(?:[一两二三四五六七八九十几]个|[一两二三几数][名位群伙帮对])(?![一两三几半]?[人者])[\u4e00-\u9fff]{0,7}?"
    r"(?P<who>员|师|匠|夫|汉|婆|娘|爷|妇|兵|学生|医生|童|孩|佬|客|徒|贩|警|僧|尼|男人|女人|老人|的人|人影|家伙|小子)(?![的们性布])"
)


def figures_in(moment: Moment, said: Said) -> Iterator[tuple[int, int]]:
    """Yield where somebody is named whom the author's texts name and who is nobody of the world: the dead."""
    for name in sorted(moment.reading.dead, key=len, reverse=True):
        for found in re.finditer(re.escape(name), said.bare):
            is_written = moment.lexicon.find("inscribed", said.bare[: found.start()])
            if not is_written and name not in moment.notes.text and _is_of_now(moment, name, said.bare[found.end() :]):
                yield found.span()
    for found in _SOMEBODY.finditer(said.bare):
        if found["who"] == "的人" or found.group()[-2:] not in moment.ground.text:
            yield found.span()


def _is_of_now(moment: Moment, name: str, after: str) -> bool:
    """Return whether what follows a name is told as happening: there are no tenses to go by. A body here may lie."""
    if moment.lexicon.find("alive", after):
        return True
    is_here = any(
        name in (moment.world.things[each].name, *moment.world.things[each].aliases) for each in moment.things
    )
    is_body_here = is_here or (not moment.people and "他" in moment.narration.text)
    return not is_body_here and bool(moment.lexicon.find("now_doing", after))


def moves_unseen(moment: Moment, said: Said) -> str:
    """Return what a he or she does where nobody is, or the dead do."""
    if said.speaker or moment.people or moment.gone or moment.lexicon.find("heard", said.bare):
        return ""
    for clause in clauses_in(said):
        for key in ("human", "alive"):
            for found in moment.lexicon.pattern(key).finditer(clause.plain):
                told = found.group() in moment.ground.text or not clause.is_so(moment.lexicon, found.start())
                if not told and _is_by_somebody(moment, clause.plain[: found.start()], is_human=key == "human"):
                    return found.group()
    return ""


def _is_by_somebody(moment: Moment, before: str, *, is_human: bool) -> bool:
    """Return whether a deed is somebody's: of him or her, of the dead, or of whoever does what only people do."""
    if moment.lexicon.find("whoever", before) or _named(moment, before):
        return True
    subject = subject_of(moment.lexicon, before)
    is_beast = bool(moment.lexicon.find("beasts", subject))
    return is_human and bool(subject) and "你" not in before and not is_beast


def _named(moment: Moment, text: str) -> bool:
    """Return whether a text names somebody dead, or what is left of them."""
    dead = moment.reading.dead
    bodies = (each for each in moment.world.things.values() if dead.intersection((each.name, *each.aliases)))
    names = {*dead, *(name for body in bodies for name in (body.name, *body.aliases) if len(name) > 1)}
    return any(name in text for name in names)
