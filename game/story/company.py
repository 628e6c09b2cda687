"""Whom words are said to that name nobody: the one the player talks with, or another here whom they concern.

Knows nothing of commands: it is asked about words that are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.actions import Action, Talk
from game.rules.apply import is_legal
from game.rules.hearsay import topics_of
from game.rules.sight import people_here, talking_to
from game.rules.state import State
from game.rules.views import open_offers
from game.rules.world import Knowledge, Person, World
from game.story.concerning import LITTLE, MUCH, told_of
from game.story.lexicon import find_kin, find_mention, is_spaced, mentions, plain
from game.story.proposing import meant
from game.story.sentences import Sentences

_MOST = 4
"""So many people answer one question in turn, at most."""


def said_freely(world: World, sentences: Sentences, state: State, words: str) -> Action | None:
    """Return what words come to that are no command: said in a talk, or meant for the one here who is open to them.

    None where there is nobody, or a scene holds the player.
    """
    if not any(is_legal(world, state, Talk(each.id)) for each in people_here(world, state)):
        return None
    said = _said_in_talk(world, sentences, state, words)
    if said is not None:
        return meant(world, sentences, state, said)
    each_way = (meant(world, sentences, state, Talk(each.id, words=words)) for each in people_here(world, state))
    plain_ones = [each for each in each_way if isinstance(each, Talk) and (each.offer or each.topic)]
    return plain_ones[0] if len(plain_ones) == 1 else None


def _said_in_talk(world: World, sentences: Sentences, state: State, words: str) -> Talk | None:
    """Return words as they are said in a talk, about the topic they mention, if any; None where there is no talk."""
    person = to_whom(world, state, words)
    if person is None:
        return None
    topics = [(each.id, (each.topic, *each.keys)) for each in topics_of(world, state, person)]
    said, small = plain(words), sentences.particles["small"]
    topic = find_mention(said, topics, ignoring=small).one
    topic = topic or topic_told(world, sentences, state, person, words, least=MUCH)
    topic = topic or find_kin(said, topics, ignoring=small)
    return Talk(person.id, topic or topic_told(world, sentences, state, person, words), words)


def topic_told(
    world: World, sentences: Sentences, state: State, person: Person, words: str, *, least: float = LITTLE
) -> str:
    """Return the one open topic of a person of whose telling words hold most, or nothing."""
    known = topics_of(world, state, person)
    told = [(each.id, _telling(each, state)) for each in known]
    return told_of(sentences, words, told, least=least)


def _telling(known: Knowledge, state: State) -> str:
    return " ".join((known.topic, *known.keys, known.text.read(state), known.say.read(state)))


def to_whom(world: World, state: State, words: str) -> Person | None:
    """Return whom words are meant for that begin no talk: nobody where the player is in none.

    It is the one who is called at their beginning or end, else the only one of those here whom they concern, else whom
    the player talks with.
    """
    partner, here, said = talking_to(world, state), people_here(world, state), plain(words)
    if partner is None:
        return None
    called = next((each for each in here if _is_called(each, said)), None)
    concerned = [each for each in here if _is_concerned(world, state, each, said)]
    if called or partner in concerned or len(concerned) != 1:
        return called or partner
    return concerned[0]


def in_turn(world: World, sentences: Sentences, state: State, words: str) -> tuple[str, ...]:
    """Return a command for each person here where words speak to all of them: "ask both about the bell"; else words."""
    here = people_here(world, state)[:_MOST]
    said = next(_spoken_to_all(sentences, words), None) if len(here) > 1 else None
    return tuple(f"{said[0]}{each.name}{said[1]}" for each in here) if said else (words,)


def _spoken_to_all(sentences: Sentences, words: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after the word for everyone that follows a verb of speaking, the longest first."""
    verbs = sorted((*sentences.verbs["ask"], *sentences.verbs["talk"]), key=len, reverse=True)
    for verb in verbs:
        space = " " if is_spaced(verb) else ""
        for everyone in sentences.particles["everyone"]:
            start, end = f"{verb}{space}{everyone}", len(verb + space + everyone)
            if words.casefold().startswith(start) and (not space or not words[end : end + 1].isalnum()):
                yield words[: end - len(everyone)], words[end:]


def _is_called(person: Person, said: str) -> bool:
    """Return whether words begin or end with a name of a person: "wren, what of you", "and you, wren"."""
    for name in map(plain, (person.name, *person.aliases)):
        space = " " if is_spaced(name) else ""
        if f"{said}{space}".startswith(f"{name}{space}") or f"{space}{said}".endswith(f"{space}{name}"):
            return True
    return False


def _is_concerned(world: World, state: State, person: Person, said: str) -> bool:
    """Return whether words hold all of a topic or a key of what a person knows, has heard or is open to."""
    known = (name for each in topics_of(world, state, person) for name in (each.topic, *each.keys))
    offered = (key for each in open_offers(person, state) for key in each.keys)
    return any(mentions(said, plain(name)) for name in (*known, *offered))
