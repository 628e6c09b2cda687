"""What free words to a person come to beyond talk: an offer that is taken up, a question about oneself, a farewell.

Knows nothing of verbs or of who is spoken to. An offer changes the world, so a part of a key, or a likeness, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.rules.actions import Action, Part, Talk
from game.rules.sight import talking_to
from game.rules.state import YOU, State
from game.rules.views import open_offers
from game.rules.world import Proposal, World
from game.story.lexicon import find_mention, mentions, plain
from game.story.seen import bare_words
from game.story.sentences import Sentences
from game.story.understanding.framing import stages
from game.story.understanding.tokens import phrases, tokens

# "能不能" asks, and denies nothing.
_WHETHER = re.compile(r"(\w)不\1")


def meant(world: World, sentences: Sentences, state: State, action: Action) -> Action:
    """Return an action as it is meant: talk whose words take an offer up, ask what is remembered or take leave does so.

    Where a topic is asked about as well, what is said in more words is meant.
    """
    if not isinstance(action, Talk) or not action.words:
        return action
    if _takes_leave(world, sentences, state, action):
        return Part(action.person)
    said, particles = plain(action.words), sentences.particles
    offered = taken_up(open_offers(world.people[action.person], state), said, denying=particles["denying"])
    known = world.knowledge.get(action.topic)
    topics = [(known.id, (known.topic, *known.keys))] if known else []
    if (found := find_mention(said, [*topics, *offered], ignoring=particles["small"]).one) in dict(offered):
        return Talk(action.person, words=action.words, offer=found)
    if any(mentions(said, plain(each)) for each in particles["recall"]):
        return replace(action, topic=YOU)
    return action


def _takes_leave(world: World, sentences: Sentences, state: State, talk: Talk) -> bool:
    """Return whether nothing but a farewell is said, to whom the player talks with: "mira, goodbye"."""
    partner = talking_to(world, state)
    if partner is None or partner.id != talk.person:
        return False
    names = {token for name in (partner.name, *partner.aliases) for token in tokens(name)}
    said = tuple(token for token in tokens(bare_words(sentences, partner, talk.words)) if token not in names)
    return any(stage in phrases(sentences.verbs["part"]) for stage in stages(sentences, said))


def taken_up(offers: Iterable[Proposal], said: str, *, denying: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the ids of the offers that plain words take up, each with the keys that were said.

    denying are the words that take back what is said with them: "not", "never".
    """
    found = ((offer.id, tuple(key for key in map(plain, offer.keys) if mentions(said, key))) for offer in offers)
    return [(name, keys) for name, keys in found if any(not _is_denied(said, key, denying) for key in keys)]


def _is_denied(said: str, key: str, denying: Sequence[str]) -> bool:
    beside = _WHETHER.sub(" ", f" {said} ".replace(key, " ", 1))
    return any(mentions(" ".join(beside.split()), plain(word)) for word in denying)
