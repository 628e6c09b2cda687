"""The classic commands: verb and nouns, in the language's own words, read into an action or a reason why not.

Knows nothing of numbers or of a scene's choices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from game.rules.actions import (
    Action,
    Close,
    Douse,
    Drop,
    Examine,
    Give,
    Go,
    Handling,
    Light,
    Lock,
    Look,
    Open,
    Part,
    Put,
    Remove,
    Take,
    Talk,
    Unlock,
    Wait,
    Wear,
)
from game.rules.apply import is_legal
from game.rules.sight import carried, people_here, talking_to, things_here
from game.rules.state import State
from game.rules.views import exits, known_now
from game.rules.world import Person, Thing, World
from game.story.company import to_whom
from game.story.lexicon import Mention, find_kin, find_mention, folded, is_spaced, mentions, plain
from game.story.sentences import Sentences, echoed

Reading = Action | str | None

_HANDLING: dict[str, type[Handling]] = {
    each.__name__.lower(): each for each in (Open, Close, Unlock, Lock, Wear, Remove, Light, Douse)
}


def read_command(world: World, sentences: Sentences, state: State, words: str) -> Reading:
    """Return the action that words command, a sentence that says what is wrong with them, or None for no command."""
    return _Reader(world, sentences, state, words).read()


class _Reader:
    def __init__(self, world: World, sentences: Sentences, state: State, words: str) -> None:
        self._world = world
        self._sentences = sentences
        self._state = state
        self._words = words
        self._plain = plain(words)
        self._small = frozenset((*sentences.particles["articles"], *sentences.particles["small"]))
        self._rules: dict[str, Callable[[str], Reading]] = {
            "go": self._go,
            "look": lambda rest: None if rest else Look(),
            "examine": self._examine,
            "take": self._take,
            "drop": lambda rest: self._noun("drop", rest, carried(world, state), Drop),
            "give": self._give,
            "put": self._put,
            **{verb: partial(self._handle, verb, action) for verb, action in _HANDLING.items()},
            "talk": self._talk,
            "ask": self._talk,
            "wait": lambda rest: None if rest else Wait(),
            "part": self._part,
        }

    def read(self) -> Reading:
        spoken = self._address()
        if spoken is not None:
            return spoken
        if way := self._direction(self._plain):
            return way
        readings = [self._rules[verb](rest) for verb, rest in self._verbs()]
        actions = [each for each in readings if each is not None and not isinstance(each, str)]
        possible = (each for each in actions if is_legal(self._world, self._state, each))
        problem = next((each for each in readings if isinstance(each, str)), None)
        return next(possible, None) or (actions[0] if actions else problem or self._no_way(self._plain))

    def _verbs(self) -> Iterator[tuple[str, str]]:
        """Yield each verb the words may begin with and what follows it, the longest verb first."""
        found = [(word, verb) for verb, known in self._sentences.verbs.items() for word in known if self._begins(word)]
        readings = [(word, verb, self._plain[len(word) :].strip()) for word, verb in found]
        for _, verb, rest in sorted((*readings, *self._fronted()), key=lambda each: -len(each[0])):
            yield verb, rest

    def _fronted(self) -> Iterator[tuple[str, str, str]]:
        """Yield each verb that follows its noun, and that noun, where a word before the noun marks it: 把铜钱放下."""
        for marker in self._sentences.particles.get("fronting", ()):
            for verb in ("take", "drop") if self._plain.startswith(marker) else ():
                for word in self._sentences.verbs[verb]:
                    noun, said, _ = self._plain.removeprefix(marker).partition(word)
                    if said and noun:
                        yield word, verb, noun

    def _begins(self, word: str) -> bool:
        if is_spaced(word):
            return f"{self._plain} ".startswith(f"{word} ")
        return self._plain.startswith(word)

    def _direction(self, phrase: str) -> Go | None:
        phrase = self._without_articles(phrase)
        for way in exits(self._world, self._state):
            if phrase in (plain(way.direction), *self._sentences.directions.get(way.direction, ())):
                return Go(way.direction)
        return None

    def _without_articles(self, phrase: str) -> str:
        for article in self._sentences.particles["articles"]:
            phrase = phrase.removeprefix(f"{article} " if is_spaced(article) else article)
            phrase = phrase if is_spaced(article) else phrase.removesuffix(article)
        return phrase

    def _no_way(self, phrase: str) -> str | None:
        """Return what says that there is no way, for words that are only a direction."""
        phrase = self._without_articles(phrase)
        known = (words[0] for words in self._sentences.directions.values() if phrase in words)
        return next((self._sentences.say("no_such_exit", noun=direction) for direction in known), None)

    def _go(self, rest: str) -> Reading:
        if not rest:
            return None
        if way := self._direction(rest):
            return way
        places = self._world.places
        named = [
            (way.direction, [name for name in (way.name, places[way.to].name, *places[way.to].aliases) if name])
            for way in exits(self._world, self._state)
        ]
        found = self._find(rest, named)
        return Go(found.one) if found.one else self._problem("no_such_exit", rest, found.ids)

    def _examine(self, rest: str) -> Reading:
        return self._noun("examine", rest, (*self._reached(), *people_here(self._world, self._state)), Examine)

    def _take(self, rest: str) -> Reading:
        held = find_mention(rest, _names(carried(self._world, self._state)), ignoring=self._small).one
        reading = self._noun("take", rest, things_here(self._world, self._state), Take)
        if held and isinstance(reading, str):
            return self._sentences.say("already_carried", thing=self._world.things[held].name)
        return reading

    def _noun(self, verb: str, rest: str, among: Sequence[Thing | Person], action: Callable[[str], Action]) -> Reading:
        if not rest:
            return self._sentences.say("what_object", verb=self._sentences.verbs[verb][0])
        found = self._find(rest, _names(among))
        return action(found.one) if found.one else self._problem("no_such_noun", rest, found.ids)

    def _give(self, rest: str) -> Reading:
        thing = self._find(rest, _names(carried(self._world, self._state))).one
        person = self._find(rest, _names(people_here(self._world, self._state))).one
        if thing and person:
            return Give(thing, person)
        parts = [noun for noun in self._parts(rest, "give") if noun]
        if person and parts:
            return self._what_to_give(person, parts[0])
        return self._to_whom(thing, parts[-1]) if thing and parts else None

    def _what_to_give(self, person: str, said: str) -> str:
        if self._is_only_name(said, person):
            return self._sentences.say("what_object", verb=self._sentences.verbs["give"][0])
        return self._problem("no_such_noun", said)

    def _to_whom(self, thing: str, said: str) -> str:
        named = self._world.things[thing]
        if set(said.split()) <= {word for name in (named.name, *named.aliases) for word in plain(name).split()}:
            return self._sentences.say("to_whom", thing=named.name)
        return self._problem("no_such_noun", said)

    def _handle(self, verb: str, action: Callable[[str], Action], rest: str) -> Reading:
        return self._noun(verb, self._parts(rest, "with")[0], self._reached(), action)

    def _reached(self) -> tuple[Thing, ...]:
        return (*carried(self._world, self._state), *things_here(self._world, self._state))

    def _put(self, rest: str) -> Reading:
        said, *where = self._parts(rest, "put")
        if not where:
            return None if rest else self._sentences.say("what_put")
        thing = self._find(said, _names(carried(self._world, self._state)))
        holder = self._find(where[0], _names([each for each in self._reached() if each.holds]))
        if not thing.one:
            return self._problem("no_such_noun", said, thing.ids)
        return Put(thing.one, holder.one) if holder.one else self._problem("no_such_noun", where[0], holder.ids)

    def _parts(self, rest: str, particles: str) -> list[str]:
        for particle in self._sentences.particles[particles]:
            parted = f" {particle} " if is_spaced(particle) else particle
            if parted in rest:
                return [self._without_articles(part.strip()) for part in rest.split(parted, 1)]
        return [self._without_articles(rest)]

    def _part(self, rest: str) -> Reading:
        person = talking_to(self._world, self._state)
        if person is None:
            return self._sentences.say("no_talk")
        named = self._find(rest, _names(people_here(self._world, self._state))).ids
        return Part(person.id) if set(named) <= {person.id} else None

    def _talk(self, rest: str) -> Reading:
        people = people_here(self._world, self._state)
        found = self._find(rest, _names(people))
        if not found.ids:
            return self._alone(people, rest)
        return self._speech(found.one, rest) if found.one else self._problem("no_such_noun", rest, found.ids)

    def _alone(self, people: Sequence[Person], rest: str) -> Reading:
        """Return speech to the only person here when the words name nobody; with nobody here, or several, say so."""
        if rest and (person := to_whom(self._world, self._state, self._words)) and self._verb("ask"):
            return self._speech(person.id, rest)
        if len(people) == 1:
            speech = self._speech(people[0].id, rest)
            if not rest or self._asks(rest) or (speech.topic and self._asks(self._plain)):
                return speech
        return self._problem("no_such_noun", rest) if rest else None

    def _verb(self, verb: str) -> bool:
        return any(self._begins(word) for word in self._sentences.verbs[verb])

    def _asks(self, phrase: str) -> bool:
        return any(mentions(phrase, particle) for particle in self._sentences.particles["ask"])

    def _speech(self, person: str, rest: str) -> Talk:
        """Return the talk: about the open topic that the words mention, if any, with the words if they say more."""
        known = known_now(self._world.people[person], self._state)
        said = self._without_name(person, rest)
        topics = [(each.id, (each.topic, *each.keys)) for each in known]
        topic = self._find(said, topics).one or find_kin(said, topics, ignoring=self._small)
        return Talk(person, topic, self._words if said else "")

    def _without_name(self, person: str, rest: str) -> str:
        who = self._world.people[person]
        for name in sorted((plain(each) for each in (who.name, *who.aliases)), key=len, reverse=True):
            if mentions(rest, name):
                rest = rest.replace(name, " ", 1)
                break
        fillers = (*self._sentences.particles["articles"], *self._sentences.particles.get("talk", ()))
        return " ".join(word for word in rest.split() if word not in fillers)

    def _address(self) -> Talk | None:
        """Return speech for words that begin with the name of someone here and a comma, or stand in quotation marks."""
        people = people_here(self._world, self._state)
        name, comma, said = folded(self._words).partition(",")
        if comma and said.strip():
            addressed = self._find(name, _names(people)).one
            if addressed and self._is_only_name(plain(name), addressed):
                return self._speech(addressed, self._plain)
        if self._words[:1] in "\"'“「" and len(people) == 1:
            return self._speech(people[0].id, self._plain)
        return None

    def _is_only_name(self, phrase: str, person: str) -> bool:
        """Return whether phrase names the person and at most greets them: "good evening anna", not "give anna lamp"."""
        who = self._world.people[person]
        names = {word for name in (who.name, *who.aliases) for word in plain(name).split()}
        return names.union(self._sentences.particles["greetings"]) >= set(self._without_name(person, phrase).split())

    def _find(self, phrase: str, named: Iterable[tuple[str, Sequence[str]]]) -> Mention:
        return find_mention(phrase, named, ignoring=self._small)

    def _problem(self, key: str, rest: str, several: Sequence[str] = ()) -> str:
        if len(several) > 1:
            return self._sentences.say(
                "which_one", options=self._sentences.alternatives([self._shown(each) for each in several])
            )
        return self._sentences.say(key, noun=echoed(self._without_articles(rest)))

    def _shown(self, name: str) -> str:
        if name in self._world.things:
            return self._world.things[name].name
        return self._world.people[name].name if name in self._world.people else self._sentences.direction(name)


def _names(among: Sequence[Thing | Person]) -> list[tuple[str, Sequence[str]]]:
    return [(each.id, (each.name, *each.aliases)) for each in among]
