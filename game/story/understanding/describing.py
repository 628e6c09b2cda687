"""Words about a thing or person that are none of their names: those of its description, or of what was made up of it.

Knows nothing of verbs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.rules.actions import Action
from game.story.inventing.wording import told_details
from game.story.lexicon import is_spaced, mentions_form, plain
from game.story.understanding.nouns import Noun, NounPhrase
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases, spelled

_SHORTEST = 2


def described(scope: Scope, phrase: NounPhrase) -> Noun | None:
    """Return the only noun of a phrase for those of its ids whose description holds all that is unexplained."""
    noun = phrase.only
    if noun is None:
        return None
    more = tuple(token for token in phrase.left if token not in phrase.before)
    ids = _told_of(scope, noun, phrase.left)
    if not ids and not more and is_spaced(noun.said):
        ids = noun.ids[:1] if len(noun.ids) == 1 else ()
    return Noun(ids, noun.said, noun.joined, noun.ranked) if ids else None


def is_wondered_about(scope: Scope, said: Tokens) -> bool:
    """Return whether words without spaces say what is looked for in what is looked at: 看看绳子结不结实."""
    asking = phrases(scope.sentences.particles["questions"]).held_by(said)
    either = any(one == other for one, other in zip(said, said[2:], strict=False))
    return not is_spaced(spelled(said)) and (asking or either)


def told(scope: Scope, phrase: NounPhrase) -> NounPhrase:
    """Return a phrase with nothing unknown in it, where the description of its only noun, and of no other, holds it."""
    noun = phrase.nouns[0] if phrase.nouns else None
    if any((token,) in scope.absent for token in phrase.unknown):  # "The lamp hook" is no hook that is like a lamp.
        return phrase
    if phrase.unknown and phrase.unknown == phrase.adjectives and all(len(each.ids) == 1 for each in phrase.nouns):
        return replace(phrase, unknown=())
    if noun is None or not phrase.unknown or phrase.strung or len(phrase.nouns) > 1 or phrase.joined("but"):
        return phrase
    ids = _told_of(scope, noun, phrase.unknown)
    if not ids and phrase.unknown == phrase.adjectives and len(noun.ids) == 1 and is_spaced(noun.said):
        ids = noun.ids
    return replace(phrase, nouns=(replace(noun, ids=ids),), unknown=()) if ids else phrase


def only_described(scope: Scope, unknown: Tokens, make: Callable[[str], Action]) -> str:
    """Return the only thing of all that a deed can be done to whose description holds words; else nothing."""
    if any((token,) in scope.absent or not is_spaced(token) for token in unknown):
        return ""
    things = (*scope.carried, *scope.here)
    possible = [each.id for each in things if scope.is_legal(make(each.id))]
    found = [each for each in possible if _tells_of(scope, each, unknown)]
    return found[0] if len(found) == 1 and any(len(each) > _SHORTEST for each in unknown) else ""


def _told_of(scope: Scope, noun: Noun, unknown: Tokens) -> tuple[str, ...]:
    """Return those of a noun's ids whose description holds words; of several, what nobody has looked at stays one."""
    return tuple(
        each
        for each in noun.ids
        if _tells_of(scope, each, unknown)
        or (len(noun.ids) > 1 and is_spaced(noun.said) and not scope.state.is_marked("examined", each))
    )


def _tells_of(scope: Scope, each: str, unknown: Tokens) -> bool:
    told = plain(_description(scope, each))
    return all(mentions_form(told, word) for word in _words(unknown))


def _words(unknown: Tokens) -> Tokens:
    """Return the words that are looked for: each one, and what stands together where no spaces part it."""
    spaced = tuple(token for token in unknown if is_spaced(token))
    unspaced = spelled(tuple(token for token in unknown if not is_spaced(token)))
    return (*spaced, unspaced) if unspaced else spaced


def _description(scope: Scope, each: str) -> str:
    thing = scope.world.things.get(each) or scope.world.people[each]
    details = told_details(scope.world, scope.sentences, scope.state, each)
    return " ".join((thing.look.read(scope.state), thing.here.read(scope.state), *details))
