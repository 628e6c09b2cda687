"""What comes of reading words: an action, a problem with its sentence, or nothing; and the problems there are.

Knows nothing of how words are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.rules.actions import Action
from game.story.sentences import echoed
from game.story.understanding.nouns import Noun
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, spelled


@dataclass(frozen=True, slots=True)
class Problem:
    """Why words are no action. open says that they hold something unknown, so that others may know more of them.

    asks says that it is a question back to the player.
    """

    sentence: str
    open: bool = False
    asks: bool = False


Reading = Action | Problem | None


def fitting(scope: Scope, noun: Noun, make: Callable[[str], Action]) -> Reading:
    """Return the action on what a noun means: the one that can be done, or what to ask where several can.

    Where none can be done, an action that says so; nothing where the noun is a pronoun for nothing.
    """
    possible = [each for each in noun.ids if scope.is_legal(make(each))]
    if len(possible) == 1 or (possible and noun.ranked):
        return make(possible[0])
    if len(possible) > 1:
        return which_of(scope, possible)
    return make(noun.ids[0]) if noun.ids else None


def which_of(scope: Scope, ids: Sequence[str]) -> Problem:
    """Return the question which of some things, people or ways is meant."""
    return which(scope, [scope.named(each) for each in ids])


def which(scope: Scope, options: Sequence[str]) -> Problem:
    """Return the question which of some options is meant."""
    sentences = scope.sentences
    return Problem(sentences.say("which_one", options=sentences.alternatives(list(dict.fromkeys(options)))), asks=True)


def not_here(scope: Scope, said: Tokens, *, key: str = "no_such_noun") -> Problem:
    """Return that there is nothing of a name here; open where the whole world holds nothing of that name."""
    words = tuple(token for token in said if (token,) not in scope.small) or said
    known = words in scope.absent or words in scope.names
    return Problem(scope.sentences.say(key, noun=echoed(spelled(words))), open=not known)


def not_held(scope: Scope, noun: Noun) -> Problem:
    """Return that what a noun names is not at hand."""
    return Problem(scope.sentences.say("no_such_noun", noun=echoed(noun.said)))


def missing(scope: Scope, unknown: Tokens) -> Problem | None:
    """Return that what nothing here explains is not here, where it is the name of something elsewhere."""
    return not_here(scope, unknown) if unknown in scope.absent else None


def what_to(scope: Scope, verb: str) -> Problem:
    """Return the question what a verb is meant for."""
    return Problem(scope.sentences.say("what_object", verb=scope.sentences.verbs[verb][0]), asks=True)


def carried_of(scope: Scope, noun: Noun) -> tuple[str, ...]:
    """Return those of a noun's things that are carried."""
    carried = {each.id for each in scope.carried}
    return tuple(each for each in noun.ids if each in carried)
