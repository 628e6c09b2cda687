"""Words about a thing or person that are none of their names: those of its description, or of what was made up of it.

Knows nothing of verbs.
"""

from __future__ import annotations

from game.story.inventing.wording import told_details
from game.story.lexicon import is_spaced, mentions_form, plain
from game.story.understanding.nouns import Noun, NounPhrase
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Tokens, phrases, spelled


def described(scope: Scope, phrase: NounPhrase) -> Noun | None:
    """Return the only noun of a phrase for those of its ids whose description holds all that is unexplained."""
    noun = phrase.only
    if noun is None:
        return None
    more = tuple(token for token in phrase.left if token not in phrase.before)
    ids = tuple(each for each in noun.ids if _tells_of(scope, each, phrase.left))
    if not ids and not more and is_spaced(noun.said):
        ids = noun.ids[:1] if len(noun.ids) == 1 else ()
    return Noun(ids, noun.said, noun.joined, noun.ranked) if ids else None


def is_wondered_about(scope: Scope, said: Tokens) -> bool:
    """Return whether words without spaces say what is looked for in what is looked at: 看看绳子结不结实."""
    asking = phrases(scope.sentences.particles["questions"]).held_by(said)
    either = any(one == other for one, other in zip(said, said[2:], strict=False))
    return not is_spaced(spelled(said)) and (asking or either)


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
