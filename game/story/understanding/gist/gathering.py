"""What words without spaces say, in parts, and what of it a deed that no rule knows.

Knows nothing of how parts are weighed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.story.understanding.gist.senses import Part, Senses, lexicon, parts_of
from game.story.understanding.scope import Scope
from game.story.understanding.tokens import Phrases, Tokens, phrases

_CAUSING, _LOOKING, _SHOWING = "~invite", "~look", "~show"


def parts(scope: Scope, said: Tokens) -> tuple[Part, ...]:
    """Return the parts of words that say something."""
    found = parts_of(lexicon(scope.sentences), scope.full_names, said)
    giving = phrases(scope.sentences.particles["give"])
    return tuple(part for part in _shown(giving, found) if not part.is_light)


def _shown(giving: Phrases, said: tuple[Part, ...]) -> Iterator[Part]:
    """Yield parts, a look that somebody is to take as a showing: 让蕾恩瞅一眼, 拿给她看."""
    causing = False
    for part in said:
        causing = causing or _CAUSING in part.senses or part.said in giving
        yield replace(part, senses=part.senses | {_SHOWING}) if causing and _LOOKING in part.senses else part


def senses_of(said: tuple[Part, ...]) -> Senses:
    """Return the senses of all parts."""
    return frozenset(sense for part in said for sense in part.senses)


def kinds(scope: Scope, particle: str) -> Senses:
    """Return the senses that a list of groups in the language's file names."""
    return frozenset(f"~{name}" for name in scope.sentences.particles[particle])


def is_beyond(scope: Scope, said: tuple[Part, ...], own: Senses = frozenset()) -> bool:
    """Return whether words hold a deed that no rule knows, and the text with these senses does not either."""
    beyond = kinds(scope, "beyond")
    return any(part.senses and part.senses <= beyond and not part.senses & own for part in said)
