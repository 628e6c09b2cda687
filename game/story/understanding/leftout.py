"""What words without spaces leave unsaid, because only one thing can be meant: 脱了, 挂起来, 看看写了什么.

Knows nothing of verbs, nor of words that name all they are about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.rules.actions import Action, Examine, Put
from game.rules.world import Person, Thing
from game.story.lexicon import is_spaced
from game.story.understanding.nouns import NounPhrase
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import phrases, spelled, tokens


def only_one(scope: Scope, make: Callable[[str], Action]) -> Action | None:
    """Return the only deed of a kind that can be done to anything in reach."""
    ways = (make(each.id) for each in scope.near if _is_free(each))
    return _only(scope, [each for each in ways if scope.is_legal(each)])


def only_putting(scope: Scope, phrase: NounPhrase) -> Action | None:
    """Return the only putting that words can mean which name neither or one of the two, or both and not how."""
    ways = [each for each in scope.legal if isinstance(each, Put)]
    if phrase.left or phrase.joined("put"):
        return None
    match phrase.nouns:
        case ():
            return _only(scope, ways)
        case (thing,):
            return _only(scope, [each for each in ways if each.thing in thing.ids and _says_where(scope)])
        case (one, other):
            both = {*one.ids, *other.ids}
            return _only(scope, [each for each in ways if {each.thing, each.holder} <= both])
    return None


def _says_where(scope: Scope) -> bool:
    """Return whether a verb is one that puts a thing in or on another by itself: 挂, but not 放."""
    return phrases(scope.sentences.particles["placing"]).held_by(scope.said)


def only_written(scope: Scope, phrase: NounPhrase) -> Action | None:
    """Return a look at the only thing lying here that is written on, for words that ask what is."""
    written = phrases(scope.sentences.particles["written"])
    if phrase.left or not written.held_by(scope.said) or scope.spoken_of:
        return None
    texts = [(each.id, tokens(each.name + each.look.read(scope.state))) for each in scope.here]
    return _only(scope, [Examine(each) for each, text in texts if written.held_by(text)])


def _only(scope: Scope, ways: Iterable[Action]) -> Action | None:
    found = tuple(ways)
    return found[0] if len(found) == 1 and not is_spaced(spelled(scope.said)) else None


def _is_free(each: Thing | Person) -> bool:
    return isinstance(each, Person) or each.portable or each.closed is not None
