"""Deeds in a row without a word between them, as Chinese says them: 脱下斗篷挂到钩子上.

Knows nothing of other ways to say several things in a line.
"""

from __future__ import annotations

from game.rules.actions import Action, Choose, Look, Talk, Wait
from game.rules.apply import apply
from game.story.lexicon import is_spaced
from game.story.understanding.gist.reader import choice_by_gist
from game.story.understanding.reader import read
from game.story.understanding.readings import Problem
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases, spelled

_LONGEST = 24


def in_a_row(scope: Scope) -> tuple[str, ...]:
    """Return the two parts of a line, where both are deeds and the second can be done after the first; else nothing."""
    said = scope.said
    if len(said) > _LONGEST or is_spaced(spelled(said)) or _deed(scope):
        return ()
    verbs = [phrases(words) for words in scope.sentences.verbs.values()]
    is_chosen = _choice(scope) is not None
    for place in range(2, len(said) - 1):
        if any(words.at(said, place) for words in verbs):
            first, second = _of(scope, spelled(_unfollowed(scope, said[:place]))), spelled(said[place:])
            is_followed = first.said != said[:place]
            deed = _deed(first) if is_followed or not is_chosen else None
            if _is_done_after(scope, deed or (_choice(first) if is_followed else None), second):
                return first.words, second
    return ()


def _is_done_after(scope: Scope, deed: Action | None, second: str) -> bool:
    """Return whether there is a first deed, and words command another that can be done after it."""
    if deed is None:
        return False
    outcome = apply(scope.world, scope.state, deed)
    later = Scope(scope.world, scope.sentences, outcome.state, words=second, recent=(*scope.recent, deed))
    return outcome.refusal is None and _deed(later) is not None


def _unfollowed(scope: Scope, said: Tokens) -> Tokens:
    """Return words without what says at their end that something follows: 付了钱就."""
    length = phrases(scope.sentences.particles["following"]).at_end(said)
    return said[:-length] if length else said


def _choice(scope: Scope) -> Choose | None:
    choice = choice_by_gist(scope, scope.said)
    return choice if isinstance(choice, Choose) else None


def _of(scope: Scope, words: str) -> Scope:
    return Scope(scope.world, scope.sentences, scope.state, words=words, recent=scope.recent)


def _deed(scope: Scope) -> Action | None:
    """Return the legal action that words command, if any, and if it is done to something."""
    reading = read(scope, scope.said)
    if reading is None or isinstance(reading, Problem | Talk | Look | Wait) or not scope.is_legal(reading):
        return None
    return reading
