"""What of a model's texts can stand where an author's did, as data in and out; and which of an author's are asked for.

Knows nothing of models that are asked, or of turns. What passes no filter is not used.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from game.rules.world import World
from game.story.guard import Vocabulary, fits_retelling
from game.story.prose import is_complete
from game.story.reading import unit_of
from game.story.rewording.clauses import clauses_of, pieces_of
from game.story.rewording.keeping import keeps_all, says_the_same
from game.story.rewording.orders import orders_of
from game.story.rewording.spelling import names_in, spelled_words
from game.story.rewording.words import listed

_MOST_CLAUSES = 12
_QUOTES = '"“”「」 \t'


def can_be_retold(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a model is asked for a text: a short one with an order to change, in which nobody speaks."""
    clauses = clauses_of(text, vocabulary.language)
    has_order = len({each.sentence for each in clauses}) > 1 or any(
        len(orders_of(each, vocabulary.language)) > 1 for each in clauses
    )
    return fits_retelling(text, vocabulary) and has_order and len(clauses) <= _MOST_CLAUSES


def usable_retellings(texts: Sequence[str], text: str, vocabulary: Vocabulary, names: Collection[str]) -> list[str]:
    """Return what in a model's texts says all of an author's text, nothing else, and not in the same order."""
    language = vocabulary.language
    known, own = retelling_words(text, names, language), all_names(text, names, language)
    return [
        each
        for each in dict.fromkeys(map(told_part, texts))
        if fits_retelling(each, vocabulary)
        and (not known or spelled_words(each, own) <= known)
        and keeps_all(text, each, language=language)
        and not says_the_same(text, each, language=language)
    ]


def told_part(text: str) -> str:
    """Return what a model wrote for a retelling, without the marks that models put around it."""
    return text.strip(_QUOTES)


def is_retold(told: str, *, text: str, language: str) -> bool:
    """Return whether nothing that follows what was told can make it a retelling of a text, or be part of one."""
    has, needs = (sum(len(each.words) for each in pieces_of(said, language)) for said in (told, text))
    return has > needs or (has == needs and is_complete(told))


def retelling_words(text: str, names: Collection[str], language: str) -> frozenset[str]:
    """Return the words that a retelling is held to, whoever tells it: those of the text, and a few that join them.

    None, that is any, in a language that parts no words by spaces: a model cannot be held to any there.
    """
    if unit_of(language) == "characters":
        return frozenset()
    lists = listed(language)
    own = spelled_words(text, all_names(text, names, language))
    return own | lists["joining"] | (lists["articles"] - lists["indefinite"])


def proper_words(world: World) -> frozenset[str]:
    """Return the words, in lower case, that have a capital in the names of a world wherever they stand."""
    named = (each for table in (world.places, world.things, world.people) for each in table.values())
    names = (name for each in named for name in (each.name, *each.aliases))
    return frozenset(word.lower() for name in names for word in name.split() if word[:1].isupper())


def all_names(text: str, names: Collection[str], language: str) -> frozenset[str]:
    """Return the names, in lower case, that keep their capital in a text: those of its world, and those it shows."""
    return frozenset(names) | names_in(text, frozenset().union(*listed(language).values()))
