"""What the player did, as one who was there says it to their face: a sentence for each kind of deed worth one.

Knows nothing of who was there, or of choices. What the world has lost is not spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.rules.events import Dropped, Event, Given, Handled, Taken, Talked
from game.rules.world import Person, World
from game.story.clean import clean
from game.story.sentences import Sentences, echoed

_PARTED = r"[\s,:，：]"


def deed(world: World, sentences: Sentences, event: Event, person: str) -> str:
    """Return what a person who saw it says of an event; nothing of one that goes without saying."""
    match event:
        case Talked(who) if who in world.people:
            return _talked(world, sentences, event, person)
        case Given(thing, who) if thing in world.things and who in world.people:
            key = "seen_given_me" if who == person else "seen_given"
            return sentences.say(key, thing=world.things[thing].name, person=world.people[who].name)
        case Taken(thing) | Dropped(thing) if thing in world.things:
            return sentences.say(f"seen_{type(event).__name__.lower()}", thing=world.things[thing].name)
        case Handled(_, thing, holder) if thing in world.things and (holder in world.things or not holder):
            return _handled(world, sentences, event)
    return ""


def _talked(world: World, sentences: Sentences, event: Talked, person: str) -> str:
    """Return what was said to the person, or that another was spoken to; what one was asked is said all together."""
    who = world.people[event.person]
    if event.person != person:
        known = world.knowledge.get(event.topic)
        return sentences.say(
            "seen_asked" if known else "seen_talked", person=who.name, topic=known.topic if known else ""
        )
    words = "" if event.topic else bare_words(sentences, who, event.words)
    return sentences.say("seen_said", words=echoed(words)) if words else ""


def _handled(world: World, sentences: Sentences, event: Handled) -> str:
    thing = world.things[event.thing].name
    if not event.holder:
        return sentences.say(f"seen_{event.verb}", thing=thing)
    holder = world.things[event.holder]
    return sentences.say(f"seen_put_{holder.holds or 'in'}", thing=thing, holder=holder.name)


def bare_words(sentences: Sentences, person: Person, words: str) -> str:
    """Return what was said to a person without what only says to whom: "mira, good night" is "good night"."""
    names = _any_of((person.name, *person.aliases))
    verbs = _any_of((*sentences.verbs["talk"], *sentences.verbs["ask"]))
    fillers = _any_of(sentences.particles.get("talk", ()))
    led = rf"{verbs}\s*{names}(?:{fillers}{_PARTED}*|{_PARTED}+|$)|{names}\s*[,:，：]\s*"
    return re.sub(rf"^(?:{led})", "", " ".join(clean(words).split()), flags=re.IGNORECASE).strip('"“”「」 ')


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first; for none of them one that nothing fits."""
    found = sorted((re.escape(each) for each in words if each), key=len, reverse=True)
    return f"(?:{'|'.join(found)})" if found else r"(?!)"
