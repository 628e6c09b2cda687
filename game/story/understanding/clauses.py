"""A command in one clause of a line without spaces, beside clauses that only say why: 太黑了，退回上面去.

Knows nothing of several commands, which are parted before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.rules.actions import Action, Go, Talk
from game.story.lexicon import is_spaced, plain
from game.story.understanding.framing import is_negated, is_weighed, stages
from game.story.understanding.gist.gathering import is_beyond, parts
from game.story.understanding.gist.reader import choice_by_gist
from game.story.understanding.going import named_way
from game.story.understanding.reader import read, verbs_in
from game.story.understanding.readings import Problem, Reading
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases

_PAUSE = re.compile(r"[,，、;；。!！…]+")
_MOST = 4


def in_a_clause(scope: Scope, said: Tokens) -> Reading:
    """Return the only deed that one of several clauses commands, or the way that one names before another says go."""
    texts = [text for text in _PAUSE.split(scope.words) if plain(text)]
    if is_spaced(scope.words) or not 1 < len(texts) <= _MOST:
        return None
    clauses = [Scope(scope.world, scope.sentences, scope.state, words=text, recent=scope.recent) for text in texts]
    if any(is_weighed(each.sentences, each.said) or is_beyond(each, parts(each, each.said)) for each in clauses):
        return None
    clauses = [each for each in clauses if not is_negated(each.sentences, each.said)]
    deeds = _deeds(clauses)
    if len(deeds) > 1:
        deeds = _deeds([each for each in clauses if not only_moves(each, each.said)])
    if deeds:
        return deeds.pop() if len(deeds) == 1 else None
    return _named_before(clauses)


def only_moves(scope: Scope, said: Tokens) -> bool:
    """Return whether words say no more than that one goes in or out, and to look: 进去看看."""
    bare = phrases((*scope.sentences.directions["in"], *scope.sentences.directions["out"]))
    return any(stage in bare for stage in stages(scope.sentences, said))


def _deeds(clauses: Iterable[Scope]) -> set[Action]:
    return {deed for each in clauses if (deed := _deed(each))}


def _deed(clause: Scope) -> Action | None:
    for reading in (read(clause, clause.said), choice_by_gist(clause, clause.said)):
        if not isinstance(reading, Problem | Talk | None) and clause.is_legal(reading):
            return reading
    return None


def _named_before(clauses: list[Scope]) -> Reading:
    """Return the step along the way that a clause names, where the last one only says that one goes."""
    last = clauses[-1] if clauses else None
    if last is None or not any(verb == "go" for verb, _ in verbs_in(last, last.said)):
        return None
    ways = {way for each in clauses for way in _ways(each)}
    return Go(ways.pop()) if len(ways) == 1 else None


def _ways(clause: Scope) -> Iterator[str]:
    if way := named_way(clause, clause.said):
        yield way
