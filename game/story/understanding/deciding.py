"""Which of two meanings words have: a scene's choice, or speech, a gift, a deed that is only left undone.

Knows nothing of how either is found.
"""

from __future__ import annotations

from collections.abc import Callable

from game.rules.actions import Choose, Give, Go, Take, Talk
from game.story.lexicon import is_spaced
from game.story.offers import action_words
from game.story.proposing import meant
from game.story.understanding.calling import addressed, call_in
from game.story.understanding.choices import likely, wholly
from game.story.understanding.framing import is_negated, is_weighed, stages
from game.story.understanding.giving import offered
from game.story.understanding.likeness.idioms import wordings
from game.story.understanding.nouns import read_nouns
from game.story.understanding.reader import read, read_verb
from game.story.understanding.readings import Reading, carried_of, which
from game.story.understanding.scope import Scope, names_now
from game.story.understanding.speech import asks, question, spoken_words
from game.story.understanding.tokens import MOST_TOKENS, Tokens, find, phrases, tokens
from game.story.understanding.topics import names_topic, topic_of

Reader = Callable[[Scope, Tokens], Reading]


def spoken_to(scope: Scope, said: Tokens) -> Reading:
    """Return speech to somebody who is called by name, or what they are asked for, if it is a choice or lies here."""
    spoken, call = addressed(scope, said), call_in(scope)
    if spoken is None or call is None or len(said) > MOST_TOKENS or is_undone(scope, call[1]):
        return spoken
    if not is_spaced(scope.words) or _takes_up_an_offer(scope, spoken):
        return spoken
    choice = wholly(scope, call[1]) if spoken.topic else likely(scope, call[1])
    if choice is not None:
        return choice
    if (gift := offered(scope, call[1])) is not None:
        return gift
    wanted = read_verb(scope, "want", call[1])
    return wanted if isinstance(wanted, Take) and not spoken.topic else spoken


def _takes_up_an_offer(scope: Scope, spoken: Talk) -> bool:
    """Return whether what is said is the answer to an offer, which no likeness to a choice outweighs."""
    action = meant(scope.world, scope.sentences, scope.state, spoken)
    return isinstance(action, Talk) and bool(action.offer)


def shown(scope: Scope, said: Tokens) -> Reading:
    """Return the choice to show a thing in hand, where somebody is asked what they make of this one.

    Where somebody knows it as a topic, it may be that which is asked about.
    """
    pointing = phrases((*scope.sentences.particles["this"], *scope.sentences.particles["them"]))
    if not pointing.held_by(said) or not is_spaced(scope.words) or not asks(scope, said):
        return None
    showing = scope.sentences.kin["show"]
    nouns = read_nouns(scope, said, scope.names).nouns
    things = {scope.world.things[each] for noun in nouns if not noun.ranked for each in carried_of(scope, noun)}
    if len(things) != 1 or any(topic_of(scope, each.id, said) for each in scope.people):
        return None
    names = [tokens(name) for name in names_now(things.pop())]
    texts = [(each, tokens(each.text)) for each in scope.choices]
    found = [each for each, text in texts if text[0] in showing and any(find(text, name) >= 0 for name in names)]
    return Choose(found[0].id) if len(found) == 1 else None


def chosen_or_said(spoken: Talk) -> Reader:
    """Return a reader of what is said to somebody, which may be a choice: it asks where it may be a topic as well."""

    def reader(scope: Scope, said: Tokens) -> Reading:
        choice = likely(scope, said)
        if choice is None or not spoken.topic:
            return choice
        if (whole := wholly(scope, said)) is not None and not names_topic(scope, spoken.topic, said):
            return whole
        texts = [scope.world.choices[choice.choice].text] if isinstance(choice, Choose) else []
        return which(scope, [*texts, spoken_words(scope, spoken)]) if texts else choice

    return reader


def chosen_or_asked(scope: Scope, said: Tokens) -> Reading:
    """Return the choice that words could mean, unless they ask about something of another name that somebody knows."""
    choice, spoken = likely(scope, said), question(scope, said)
    if not isinstance(choice, Choose) or not isinstance(spoken, Talk) or not is_spaced(scope.words):
        return choice
    return wholly(scope, said) if names_topic(scope, spoken.topic, said) else choice


def chosen_or_given(gift: Give) -> Reader:
    """Return a reader that asks whether a gift is meant, or the choice whose words these may be as well."""

    def reader(scope: Scope, said: Tokens) -> Reading:
        choice = likely(scope, said)
        if not isinstance(choice, Choose) or not scope.is_legal(gift):
            return choice if isinstance(choice, Choose) else None
        words = action_words(scope.world, scope.sentences, scope.state, gift)
        return which(scope, [scope.world.choices[choice.choice].text, words])

    return reader


def chosen_or_left(gone: Go) -> Reader:
    """Return a reader that asks whether a way out is meant, or a choice to leave somebody or something behind."""

    def reader(scope: Scope, said: Tokens) -> Reading:
        leaving = phrases(scope.sentences.verbs["leave"])
        texts = [each.text for each in scope.choices if leaving.at(tokens(each.text), 0)]
        leaves = any(leaving.at(stage, 0) for stage in stages(scope.sentences, said))
        if not texts or not leaves or not is_spaced(scope.words):
            return None
        return which(scope, [*texts, action_words(scope.world, scope.sentences, scope.state, gone)])

    return reader


def left_undone(scope: Scope, said: Tokens) -> Reading:
    """Return the choice that says what is not done, or that an idiom with a denial in it means: "say nothing"."""
    denying = [each for each in scope.choices if is_negated(scope.sentences, tokens(each.text))]
    for words in wordings(scope.sentences, said):
        among = scope.choices if not is_undone(scope, words) else denying
        choice = likely(scope, words)
        if isinstance(choice, Choose) and any(each.id == choice.choice for each in among):
            return choice
    return None


def told_somebody(scope: Scope, said: Tokens) -> Reading:
    """Return speech that begins with a verb of speaking: what is not to be done, or is weighed, is what is said."""
    verbs = scope.sentences.verbs
    reading = read(scope, said) if phrases((*verbs["talk"], *verbs["ask"])).at(said, 0) else None
    return reading if isinstance(reading, Talk) else None


def is_undone(scope: Scope, said: Tokens) -> bool:
    """Return whether words say that something is not to be done, or only weigh whether it is."""
    return is_negated(scope.sentences, said) or is_weighed(scope.sentences, said)
