"""What is said to people: to whom, and which open topic the words are about.

Knows nothing of other deeds. Speech is free: what nothing explains in it is no hindrance.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.rules.actions import Part, Talk
from game.rules.sight import talking_to
from game.rules.views import known_now
from game.rules.world import Choice, Knowledge, Person, Thing
from game.story.company import to_whom
from game.story.lexicon import Mention, find_kin, find_mention, is_spaced, mentions, plain
from game.story.offers import action_words
from game.story.understanding.nouns import read_nouns
from game.story.understanding.pieces import NAME, SMALL, UNKNOWN, Meaning, name_book, pieces_of
from game.story.understanding.readings import Problem, Reading, not_here, what_to, which, which_of
from game.story.understanding.scope import Scope, names_now, names_of
from game.story.understanding.tokens import Tokens, phrases, spelled, tokens

_ASKING = ("?", "？")


def ask(scope: Scope, said: Tokens) -> Reading:
    """Return what talk does; words that only name a topic are asked of the only person here."""
    spoken = _asked_about(scope, said)
    wished = phrases(scope.sentences.particles["requesting"])
    is_wish = isinstance(spoken, Talk) and not spoken.topic and any(wished.at(said, place) for place in range(1, 4))
    return None if is_wish else spoken


def _asked_about(scope: Scope, said: Tokens) -> Reading:
    about = phrases(scope.sentences.particles["ask"]).held_by(scope.said) or not is_spaced(spelled(said))
    return discuss(scope, said) if about else talk(scope, said)


def discuss(scope: Scope, said: Tokens) -> Reading:
    """Return what talk does; words that only name a topic are asked of whom they concern."""
    known = any(topic_of(scope, each.id, said) for each in scope.people)
    if known and not _named(scope, said):
        return _asked(scope, said)
    return talk(scope, said)


def talk(scope: Scope, said: Tokens) -> Reading:
    """Return speech to whom the words after a verb of speaking name, or to the only person here."""
    if not scope.people:
        return not_here(scope, said) if said else None
    person = _named(scope, said)
    if isinstance(person, Problem):
        return person
    spoken = speech(scope, person, without_name(scope, person, said)) if person else _to_the_only_one(scope, said)
    if not isinstance(spoken, Talk) or spoken.topic:
        return spoken
    if _is_order(scope, said):
        return None
    return what_to(scope, "ask") if _is_about_nothing(scope, said) else spoken


def part(scope: Scope, said: Tokens) -> Reading:
    """Return a farewell to whom the player talks with, unless the words name somebody else."""
    partner = talking_to(scope.world, scope.state)
    if partner is None:
        return Problem(scope.sentences.say("no_talk"))
    return Part(partner.id) if _named(scope, said) in ("", partner.id) else None


def _is_about_nothing(scope: Scope, said: Tokens) -> bool:
    """Return whether speech is only about "it", and nothing is that: "ask her about it"."""
    little = name_book(names_of(scope.people), scope.words_of_names)
    found = pieces_of(said, little, scope.small)
    return any(piece.kind in ("it", "this") for piece in found) and not any(piece.kind == UNKNOWN for piece in found)


def _is_order(scope: Scope, said: Tokens) -> bool:
    """Return whether somebody is told to do something, "tell Wren to row": what they do is not the player's."""
    ordering = phrases(scope.sentences.particles["ordering"])
    return any(ordering.at(said, place) for place in range(1, min(4, len(said))))


def _to_the_only_one(scope: Scope, said: Tokens) -> Reading:
    particles = scope.sentences.particles
    about = any(phrases(particles[key]).at(said, 0) for key in ("ask", "questions"))
    little = {
        tokens(word): Meaning(SMALL) for key in ("articles", "talk", "tail", "greetings") for word in particles[key]
    }
    more = any(piece.kind == UNKNOWN for piece in pieces_of(said, little))
    return not_here(scope, said) if more and not about else _asked(scope, said)


def _asked(scope: Scope, said: Tokens) -> Reading:
    """Return speech to whom it can only be meant for, or the question who it is."""
    if said and (person := to_whom(scope.world, scope.state, scope.words)):
        return speech(scope, person.id, said)
    if len(scope.people) > 1:
        return which_of(scope, [each.id for each in scope.people])
    return speech(scope, scope.people[0].id, said)


def _named(scope: Scope, said: Tokens) -> str | Problem:
    """Return who is named first or by a pronoun, the question who of several is, or nothing."""
    people = name_book(names_of(scope.people), scope.words_of_names)
    nouns = read_nouns(scope, said, people).nouns
    found = next((noun for noun in nouns if noun.ids and set(noun.ids) <= set(scope.world.people)), None)
    if found is None:
        return not_here(scope, said) if _is_absent(scope, said) else ""
    return found.ids[0] if len(found.ids) == 1 or found.ranked else which_of(scope, found.ids)


def names_somebody(scope: Scope, said: Tokens) -> bool:
    """Return whether words hold a name of somebody who is here."""
    return bool(_named(scope, said))


def _is_absent(scope: Scope, said: Tokens) -> bool:
    """Return whether words begin with the name of somebody who is elsewhere."""
    absent = [each for each in scope.world.people.values() if each not in scope.people]
    found = pieces_of(said, name_book(names_of(absent), scope.words_of_names), scope.small)
    return next((piece.kind for piece in found if piece.kind != SMALL), "") == NAME


def question(scope: Scope, said: Tokens) -> Reading:
    """Return speech for a question that names nobody: to whom it must be meant for, about what it asks."""
    if not asks(scope, said):
        return None
    known = [(each.id, topic) for each in scope.people if (topic := topic_of(scope, each.id, said))]
    named = [pair for pair in known if _is_named(scope, pair[0], said)]
    known = named or known
    if len(known) > 1:
        return which_of(scope, [person for person, _ in known])
    if not known:
        return None
    spoken = Talk(*known[0], scope.words)
    like = [choice.text for choice in scope.choices if _asks_alike(scope, said, choice)]
    return which(scope, [*like, spoken_words(scope, spoken)]) if like else spoken


def names_topic(scope: Scope, topic: str, said: Tokens) -> bool:
    """Return whether words hold the whole name of a topic."""
    known = scope.world.knowledge.get(topic)
    return known is not None and mentions(spelled(said), spelled(_bare(scope, known.topic)))


def put_to_the_only_one(scope: Scope, said: Tokens) -> Reading:
    """Return speech to the only person here, for a question to somebody that is about nothing anybody knows.

    What asks for a deed, "can you save it?", may be meant for whoever tells the story.
    """
    particles = scope.sentences.particles
    is_personal = phrases(particles["yourself"]).held_by(said) and not phrases(particles["requests"]).at(said, 0)
    if len(scope.people) != 1 or not is_personal or not scope.words.endswith(_ASKING) or not asks(scope, said):
        return None
    return Talk(scope.people[0].id, words=scope.words)


def spoken_words(scope: Scope, spoken: Talk) -> str:
    """Return the words that are shown for speech."""
    return action_words(scope.world, scope.sentences, scope.state, Talk(spoken.person, spoken.topic))


def _asks_alike(scope: Scope, said: Tokens, choice: Choice) -> bool:
    """Return whether a choice asks "who" or "where" as the words do, so that it may be the one that is meant."""
    text = tokens(choice.text)
    asked = text[phrases(scope.sentences.particles["asking"]).at(text, 0) :]
    return (
        len(asked) < len(text)
        and asked[:1] == said[:1]
        and (said[0],) in phrases(scope.sentences.particles["asking_for"])
    )


def asks(scope: Scope, said: Tokens) -> bool:
    """Return whether words are a question to somebody."""
    particles = scope.sentences.particles
    if phrases(particles["doubting"]).at(said, 0):
        return False
    if phrases(particles["questions"]).at(said, 0) or scope.words.endswith(_ASKING):
        return True
    return not is_spaced(spelled(said)) and phrases(particles["questions"]).held_by(said)


def _is_named(scope: Scope, person: str, said: Tokens) -> bool:
    names = names_now(scope.world.people[person])
    return any(mentions(spelled(said), plain(name)) for name in names)


def speech(scope: Scope, person: str, said: Tokens) -> Talk:
    """Return the talk: about the open topic that the words mention, if any, with the words if they say more."""
    little = {tokens(word): Meaning(SMALL) for key in ("articles", "talk") for word in scope.sentences.particles[key]}
    more = any(piece.kind == UNKNOWN for piece in pieces_of(said, little))
    return Talk(person, topic_of(scope, person, said), scope.words if more else "")


def topic_of(scope: Scope, person: str, said: Tokens) -> str:
    """Return the open topic that words are about, or nothing where none is or several are."""
    known = known_now(scope.world.people[person], scope.state)
    topics = [(each.id, _words_for(scope, each)) for each in known]
    phrase = spelled(said)
    found: Mention = find_mention(phrase, topics, ignoring=scope.ignoring)
    by_kin = find_kin(phrase, topics, ignoring=scope.ignoring)
    return found.one or by_kin or _by_pairs(said, topics) or _last_spoken_of(scope, said, topics)


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


def without_name(scope: Scope, person: str, said: Tokens) -> Tokens:
    """Return words without the first name of the person in them."""
    who: Person = scope.world.people[person]
    for name in sorted((tokens(each) for each in names_now(who)), key=len, reverse=True):
        for start in range(len(said) - len(name) + 1):
            if said[start : start + len(name)] == name:
                return (*said[:start], *said[start + len(name) :])
    return said
