"""Things by their looks, where no name of theirs is said: "what's strung up over the fire".

Knows nothing of verbs but which of them only look or take. Only for scripts that part words by spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.rules.actions import Action, Examine, Take
from game.rules.world import Thing
from game.story.concerning import LITTLE, roots, told_of, weighty
from game.story.lexicon import is_spaced, mentions, plain, root
from game.story.understanding.framing import stages
from game.story.understanding.pieces import NAMING, UNKNOWN, pieces_of
from game.story.understanding.reader import verbs_in
from game.story.understanding.readings import Reading
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.tokens import BROKEN, Tokens, phrases, spelled

_MAKING: Mapping[str, type[Examine | Take]] = {"examine": Examine, "take": Take}
_SENTENCE = re.compile(r"[;.!?]+")


def seen_obliquely(scope: Scope, said: Tokens) -> Reading:
    """Return the look at, or the taking of, the one thing whose look tells of most that stands after such a verb."""
    if not is_spaced(spelled(said)):
        return None
    for stage in stages(scope.sentences, said):
        for verb, rest in verbs_in(scope, stage):
            if verb in _MAKING and BROKEN not in rest and (deed := _meant(scope, _MAKING[verb], rest)):
                return deed
    return None


def _meant(scope: Scope, make: type[Examine | Take], said: Tokens) -> Action | None:
    """Return the deed on the thing that words tell of, if all they begin with is told of it, and most of the rest."""
    looks = {
        each.id: _look(scope, each) for each in scope.near if isinstance(each, Thing) and _is_free(scope, make, each)
    }
    found = told_of(scope.sentences, spelled(said), tuple(looks.items()), least=LITTLE)
    if not found or _names_another(scope, said, roots(looks[found])):
        return None
    return make(found) if _is_told(scope, said, roots(looks[found])) else None


def _is_free(scope: Scope, make: type[Examine | Take], each: Thing) -> bool:
    """Return whether a deed can be done to a thing: only what is light is taken that nobody named."""
    return (make is Examine or each.portable) and scope.is_legal(make(each.id))


def _look(scope: Scope, each: Thing) -> str:
    """Return what is told of a thing, and the sentences of the place that name it."""
    place = scope.world.places[scope.state.place].look.read(scope.state)
    named = (
        one for one in _SENTENCE.split(place) if any(mentions(plain(one), plain(name)) for name in names_now(each))
    )
    return " ".join((*names_now(each), each.look.read(scope.state), each.here.read(scope.state), *named))


def _names_another(scope: Scope, said: Tokens, look: frozenset[str]) -> bool:
    """Return whether words name what is here, which is read by its name, or what the look does not tell of."""
    if any(each.kind in NAMING for each in pieces_of(said, scope.names, scope.small)):
        return True
    named = (each for each in pieces_of(said, scope.absent, scope.small) if each.kind in NAMING)
    return any(root(word) not in look for each in named for word in said[each.start : each.end])


def _is_told(scope: Scope, said: Tokens, look: frozenset[str]) -> bool:
    """Return whether half of what words say is told, and what they begin with names nothing else."""
    pieces = [each for each in pieces_of(said, scope.small) if weighty(scope.sentences, said[each.start])]
    told = [each for each in pieces if root(said[each.start]) in look]
    words = [each for each in pieces if each.kind == UNKNOWN or each in told]
    head = [each for each in words if each.end <= _end_of_head(scope, said)][-1:]
    return len(words) > 1 and 2 * len(told) >= len(words) and all(each in told for each in head)


def _end_of_head(scope: Scope, said: Tokens) -> int:
    """Return where the first word stands that joins more to a noun: "that thing with the brim"."""
    particles = scope.sentences.particles
    joins = phrases((*particles["put"], *particles["from"], *particles["with"], *particles["beside"], "of"))
    return next((place for place in range(len(said)) if joins.at(said, place)), len(said))
