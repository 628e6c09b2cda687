"""Which open topic words are about: by its own words, by other names of what it names, or as what was last spoken of.

Knows nothing of who is spoken to, nor of how speech begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.rules.hearsay import topics_of
from game.rules.world import Knowledge, Person, Thing
from game.story.company import topic_told
from game.story.concerning import LITTLE, MUCH
from game.story.lexicon import Mention, find_kin, find_mention, is_spaced, mentions, plain
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.tokens import Tokens, phrases, spelled, tokens


def topic_of(scope: Scope, person: str, said: Tokens) -> str:
    """Return the open topic that words are about, or nothing where none is or several are."""
    known = topics_of(scope.world, scope.state, scope.world.people[person])
    topics = [(each.id, _words_for(scope, each)) for each in known]
    phrase = spelled(said)
    own: Mention = find_mention(
        phrase, [(each.id, (each.topic, *each.keys)) for each in known], ignoring=scope.ignoring
    )
    found: Mention = find_mention(phrase, topics, ignoring=scope.ignoring)
    by_kin = find_kin(phrase, topics, ignoring=scope.ignoring)
    return (
        own.one
        or _told(scope, person, said, least=MUCH)
        or found.one
        or by_kin
        or _by_pairs(said, topics)
        or _last_spoken_of(scope, said, topics)
    )


def topic_spoken_of(scope: Scope, person: str, said: Tokens) -> str:
    """Return the open topic of words that are said to a person, who knows more of it than what it is called."""
    return topic_of(scope, person, said) or _told(scope, person, said, least=LITTLE)


def _told(scope: Scope, person: str, said: Tokens, *, least: float) -> str:
    who = scope.world.people[person]
    return topic_told(scope.world, scope.sentences, scope.state, who, spelled(said), least=least)


def _by_pairs(said: Tokens, topics: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return the one topic of which words without spaces hold two characters that stand together."""
    pairs = {pair for pair in pairwise(said) if not any(map(is_spaced, pair))}
    found = [each for each, names in topics if any(pairs & {*pairwise(tokens(name))} for name in names)]
    return found[0] if len(found) == 1 else ""


def _last_spoken_of(scope: Scope, said: Tokens, topics: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return the topic that "it" or "that" stands for: what was last spoken of, if it is one."""
    particles = scope.sentences.particles
    if not phrases((*particles["it"], *particles["this"])).held_by(said):
        return ""
    things = scope.world.things
    names = [set(map(plain, names_now(things[each]))) for each in scope.spoken_of if each in things]
    found = (each for same in names for each, called in topics if same & set(map(plain, called)))
    return next(found, "")


def _words_for(scope: Scope, known: Knowledge) -> Sequence[str]:
    """Return what a topic is called: its own words, and the other names of the thing or person that it names."""
    own = (known.topic, *known.keys)
    every: tuple[Thing | Person, ...] = (*scope.world.things.values(), *scope.world.people.values())
    topic = _bare(scope, known.topic)
    same = (each for each in every if any(_is_called(_bare(scope, name), topic) for name in names_now(each)))
    others = (
        spelled(noun)
        for word in (known.topic, *known.keys)
        for noun in scope.words_of_names.alike_of(_bare(scope, word))
    )
    return (*own, *(name for each in same for name in names_now(each)), *others)


def _is_called(name: Tokens, topic: Tokens) -> bool:
    return name == topic or (bool(topic) and is_spaced(topic[0]) and name[-len(topic) :] == topic)


def _bare(scope: Scope, text: str) -> Tokens:
    return tuple(token for token in tokens(text) if token not in scope.ignoring)


def names_topic(scope: Scope, topic: str, said: Tokens) -> bool:
    """Return whether words hold the whole name of a topic."""
    known = scope.world.knowledge.get(topic)
    return known is not None and mentions(spelled(said), spelled(_bare(scope, known.topic)))
