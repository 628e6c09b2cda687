"""Which is meant where words without spaces are a choice by their gist and something else as well.

Knows nothing of how either is found.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.actions import Choose, Examine, Give, Go, Talk
from game.story.offers import action_words
from game.story.understanding.calling import addressed, called
from game.story.understanding.choices import surely
from game.story.understanding.gist.gathering import kinds, parts, senses_of
from game.story.understanding.gist.reader import choice_by_gist, spoken_choice
from game.story.understanding.gist.senses import lexicon, parts_of
from game.story.understanding.gist.topics import topic_by_gist
from game.story.understanding.pieces import SMALL, Meaning, pieces_of
from game.story.understanding.readings import Problem, Reading, which
from game.story.understanding.scope import Scope
from game.story.understanding.seeing import look_that_answers
from game.story.understanding.speech import asks, question, spoken_words
from game.story.understanding.tokens import Tokens, phrases, tokens


def told_or_chosen(scope: Scope, said: Tokens) -> Reading:
    """Return speech to somebody who is called by name; what is about no topic may be a choice to say it."""
    spoken = addressed(scope, said) or _greeted(scope, said)
    if spoken is None or spoken.topic:
        return spoken
    choice = spoken_choice(scope, said)
    person = scope.world.people[spoken.person]
    topic = topic_by_gist(scope, said, [person]) if asks(scope, said) else None
    return choice if isinstance(choice, Choose) else topic or spoken


def surely_or_by_gist(reading: Reading, scope: Scope, said: Tokens) -> Reading:
    """Return the choice whose own words these are; of several that hold them, the one that they come to.

    Where words are a look as well, they must come to the choice: to look at something is not to show it.
    """
    found = surely(scope, said)
    if isinstance(reading, Examine) and scope.is_legal(reading) and found != choice_by_gist(scope, said):
        return None
    choice = choice_by_gist(scope, said) if isinstance(found, Problem) else None
    return choice if isinstance(choice, Choose) else found


def _greeted(scope: Scope, said: Tokens) -> Talk | None:
    """Return a greeting of somebody by name without a pause, 里长您好, or of the only one here: 晚上好，先生."""
    particles = scope.sentences.particles
    person = called(scope, said) if phrases(particles["greetings"]).at_end(said) else ""
    if not person and len(scope.people) == 1 and phrases(particles["hellos"]).at(said, 0):
        polite = {tokens(word): Meaning(SMALL) for key in ("greetings", "hellos", "tail") for word in particles[key]}
        is_greeting = all(piece.kind == SMALL for piece in pieces_of(said, polite))
        person = scope.people[0].id if is_greeting else ""
    return Talk(person) if person else None


def asked_or_chosen(scope: Scope, said: Tokens) -> Reading:
    """Return the question which is meant, where words ask of a topic what a choice about the same does not ask."""
    if not asks(scope, said):
        return None
    choice = surely(scope, said) or spoken_choice(scope, said)
    if not isinstance(choice, Choose) or wonders_alike(scope, choice, said):
        return None
    spoken = question(scope, said)
    texts = [scope.world.choices[choice.choice].text]
    return which(scope, [*texts, spoken_words(scope, spoken)]) if isinstance(spoken, Talk) else None


def look_before_asking(scope: Scope, said: Tokens) -> Reading:
    """Return the look that answers words where they name a thing and no topic of the same name."""
    look = look_that_answers(scope, said)
    if not isinstance(look, Examine):
        return None
    spoken = question(scope, said)
    if isinstance(spoken, Talk) and senses_of(parts(scope, said)) & kinds(scope, "telling"):
        return None
    return None if isinstance(spoken, Talk) and is_topic_said(scope, spoken, said) else look


def question_by_gist(scope: Scope, said: Tokens) -> Reading:
    """Return speech for a question, about the topic it comes to where it only holds a character of another."""
    spoken = question(scope, said)
    if not isinstance(spoken, Talk) or spoken.topic not in scope.world.knowledge:
        return spoken
    topic = scope.world.knowledge[spoken.topic]
    heard = senses_of(parts(scope, said)) & senses_of(parts(scope, tokens(topic.topic)))
    if heard or _is_whole(scope, (topic.topic, *topic.keys), said):
        return spoken
    return topic_by_gist(scope, said, scope.people) or spoken


def is_topic_said(scope: Scope, spoken: Talk, said: Tokens) -> bool:
    """Return whether words say what a topic is called, and not only a part of another name: 钟 is not 落地钟."""
    topic = scope.world.knowledge.get(spoken.topic)
    return topic is not None and _is_whole(scope, (topic.topic,), said)


def chosen_or_said(spoken: Talk, scope: Scope, said: Tokens) -> Reading:
    """Return the choice that speech about a topic is, nothing where it is speech, or the question which.

    A choice that asks for the same goes before a topic that is only named, and any before one that is not.
    """
    choice = spoken_choice(scope, said)
    if not isinstance(choice, Choose):
        return None if is_topic_said(scope, spoken, said) else choice
    if is_topic_said(scope, spoken, said):
        return choice if _asks_for(scope, said) and wonders_alike(scope, choice, said) else None
    if not _is_whole(scope, scope.world.knowledge[spoken.topic].keys, said):
        return choice
    return which(scope, [scope.world.choices[choice.choice].text, spoken_words(scope, spoken)])


def _asks_for(scope: Scope, said: Tokens) -> bool:
    return bool(senses_of(parts(scope, said)) & kinds(scope, "wonders"))


def _is_whole(scope: Scope, names: Sequence[str], said: Tokens) -> bool:
    """Return whether words hold one of some names as a word of its own."""
    whole = {part.said for part in parts_of(lexicon(scope.sentences), scope.full_names, said)}
    return any(tokens(name) in whole for name in names)


def wonders_alike(scope: Scope, choice: Choose, said: Tokens) -> bool:
    """Return whether a choice asks for the same as words do, who or where, or for nothing."""
    text = tokens(scope.world.choices[choice.choice].text)
    own, typed = (senses_of(parts(scope, words)) & kinds(scope, "wonders") for words in (text, said))
    return not own or bool(own & typed)


def chosen_instead(reading: Reading, scope: Scope, said: Tokens) -> Reading:
    """Return the choice that words come to where they are no command, or one that hands and ears do as well.

    Where something is handed over, and a choice is to show it, it is the question which.
    """
    particles = scope.sentences.particles
    if reading is None or isinstance(reading, Problem) or not scope.is_legal(reading):
        return choice_by_gist(scope, said)
    if isinstance(reading, Examine) and phrases(particles["touching"]).held_by(said):
        return choice_by_gist(scope, said)
    if isinstance(reading, Go) and phrases(particles["purposes"]).held_by(said):
        return choice_by_gist(scope, said)
    if isinstance(reading, Give) and phrases(particles["handing"]).held_by(said):
        choice = choice_by_gist(scope, said)
        texts = [scope.world.choices[choice.choice].text] if isinstance(choice, Choose) else []
        return (
            which(scope, [*texts, action_words(scope.world, scope.sentences, scope.state, reading)]) if texts else None
        )
    return None
