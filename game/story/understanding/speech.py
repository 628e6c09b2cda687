"""What is said to people: to whom, and which open topic the words are about.

Knows nothing of other deeds. Speech is free: what nothing explains in it is no hindrance.
"""

from __future__ import annotations

from game.rules.actions import Part, Talk
from game.rules.sight import talking_to
from game.rules.world import Choice, Person
from game.story.company import to_whom
from game.story.lexicon import is_spaced, mentions, plain
from game.story.offers import action_words
from game.story.understanding.framing import is_tagged, without_harmless
from game.story.understanding.nouns import read_nouns
from game.story.understanding.pieces import NAME, SMALL, UNKNOWN, Meaning, name_book, pieces_of
from game.story.understanding.readings import Problem, Reading, not_here, what_to, which, which_of
from game.story.understanding.scope import Scope, names_now, names_of
from game.story.understanding.tokens import Tokens, phrases, spelled, tokens
from game.story.understanding.topics import names_topic, topic_of, topic_spoken_of

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
    if _begs(scope, said) and not any(names_topic(scope, topic, said) for _, topic in known):
        return None
    if len(known) > 1:
        return which_of(scope, [person for person, _ in known])
    if not known:
        return None
    spoken = Talk(*known[0], scope.words)
    like = [choice.text for choice in scope.choices if _asks_alike(scope, said, choice)]
    return which(scope, [*like, spoken_words(scope, spoken)]) if like else spoken


def _begs(scope: Scope, said: Tokens) -> bool:
    """Return whether words beg for a deed: "would you mind letting me past?"; to be told something is none."""
    length = phrases(scope.sentences.particles["requests"]).at(said, 0)
    verbs = scope.sentences.verbs
    return length > 0 and not phrases((*verbs["ask"], *verbs["talk"], *verbs["examine"])).at(said, length)


def put_to_the_only_one(scope: Scope, said: Tokens) -> Reading:
    """Return speech to the only person here, for a question to somebody that is about nothing anybody knows.

    What asks for a deed, "can you save it?", may be meant for whoever tells the story.
    """
    particles = scope.sentences.particles
    is_personal = phrases(particles["yourself"]).held_by(said) and not phrases(particles["requests"]).at(said, 0)
    if len(scope.people) != 1 or not is_personal or not scope.words.endswith(_ASKING) or not asks(scope, said):
        return None
    return speech(scope, scope.people[0].id, said)


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
    wondering = phrases(particles["questions"]).held_by(without_harmless(scope.sentences, said))
    return not is_spaced(spelled(said)) and (wondering or is_tagged(scope.sentences, scope.words, said))


def _is_named(scope: Scope, person: str, said: Tokens) -> bool:
    names = names_now(scope.world.people[person])
    return any(mentions(spelled(said), plain(name)) for name in names)


def speech(scope: Scope, person: str, said: Tokens) -> Talk:
    """Return the talk: about the open topic that the words mention, if any, with the words if they say more."""
    little = {tokens(word): Meaning(SMALL) for key in ("articles", "talk") for word in scope.sentences.particles[key]}
    more = any(piece.kind == UNKNOWN for piece in pieces_of(said, little))
    return Talk(
        person,
        topic_spoken_of(scope, person, said) if more else topic_of(scope, person, said),
        scope.words if more else "",
    )


def without_name(scope: Scope, person: str, said: Tokens) -> Tokens:
    """Return words without the first name of the person in them."""
    who: Person = scope.world.people[person]
    for name in sorted((tokens(each) for each in names_now(who)), key=len, reverse=True):
        for start in range(len(said) - len(name) + 1):
            if said[start : start + len(name)] == name:
                return (*said[:start], *said[start + len(name) :])
    return said
