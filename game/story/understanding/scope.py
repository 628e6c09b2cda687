"""What words can be about in one state: what is in reach, what can be done, and what was last spoken of.

Knows nothing of how words are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property, lru_cache

from game.rules.actions import Action, Choose, Examine, Give, Go, Put, Talk
from game.rules.apply import legal_actions
from game.rules.sight import carried, people_here, things_here
from game.rules.state import State
from game.rules.views import exits, shown_choices
from game.rules.world import Choice, Exit, Person, Thing, World
from game.story.lexicon import mentions, plain
from game.story.offers import Offer, offers
from game.story.sentences import Sentences
from game.story.understanding.pieces import ALIKE, NAME, Book, Meaning, NameWords, name_book, name_words, small_book
from game.story.understanding.tokens import Tokens, tokens, written_out

_REMEMBERED = 6

Kinship = Mapping[str, frozenset[int]]


class Scope:
    """Words typed in a state, as a reader needs them. recent are the last actions, newest last."""

    def __init__(
        self, world: World, sentences: Sentences, state: State, *, words: str = "", recent: Sequence[Action] = ()
    ) -> None:
        self.world = world
        self.sentences = sentences
        self.state = state
        self.words = words
        self.recent = tuple(recent)

    def saying(self, words: str) -> Scope:
        """Return the scope of other words in the same state, with all that is known of it already."""
        other = copy(self)
        other.words = words
        other.__dict__.pop("said", None)
        return other

    @cached_property
    def said(self) -> Tokens:
        """Return the words as tokens, short forms written out."""
        return tokens(written_out(self.words, self.sentences.short))

    @cached_property
    def carried(self) -> tuple[Thing, ...]:
        """Return what the player carries."""
        return carried(self.world, self.state)

    @cached_property
    def here(self) -> tuple[Thing, ...]:
        """Return what lies here and in what is carried."""
        return things_here(self.world, self.state)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Return who is here."""
        return people_here(self.world, self.state)

    @cached_property
    def near(self) -> tuple[Thing | Person, ...]:
        """Return everything and everybody in reach."""
        return (*self.carried, *self.here, *self.people)

    @cached_property
    def exits(self) -> tuple[Exit, ...]:
        """Return the ways out that are noticed."""
        return exits(self.world, self.state)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """Return the choices of the open scene."""
        return shown_choices(self.world, self.state)

    @cached_property
    def legal(self) -> frozenset[Action]:
        """Return what can be tried now."""
        return frozenset(legal_actions(self.world, self.state))

    @cached_property
    def offered(self) -> tuple[Offer, ...]:
        """Return the numbered choices."""
        return offers(self.world, self.sentences, self.state)

    @cached_property
    def words_of_names(self) -> NameWords:
        """Return what the language knows of names."""
        return name_words(self.sentences)

    @cached_property
    def kinship(self) -> Kinship:
        """Return which groups of words that mean much the same each word is in, nouns among them."""
        return _kinship((*self.sentences.kin.values(), *self.sentences.alike.values()))

    @property
    def ignoring(self) -> frozenset[str]:
        """Return the words that name nothing by themselves."""
        return self.words_of_names.ignoring

    @cached_property
    def small(self) -> Book:
        """Return the small and joining words."""
        return small_book(self.sentences)

    @cached_property
    def names(self) -> Book:
        """Return the names of all that is in reach."""
        book = name_book(names_of(self.near), self.words_of_names)
        return {said: meaning for said, meaning in book.items() if not self._names_another(said, meaning)}

    def _names_another(self, said: Tokens, meaning: Meaning) -> bool:
        """Return whether a word of a name here is the name of something elsewhere: the "bread" of a bin."""
        other = self.absent.get(said)
        if other is None or meaning.kind == NAME:
            return False
        if meaning.kind == ALIKE:
            return other.kind != ALIKE
        return other.kind == NAME and not self._is_head(said, meaning)

    def _is_head(self, said: Tokens, meaning: Meaning) -> bool:
        near = {each.id: names_now(each) for each in self.near}
        return any(tokens(name)[-len(said) :] == said for each in meaning.ids for name in near[each])

    @cached_property
    def absent(self) -> Book:
        """Return the names of everything there is, here or not."""
        every: tuple[Thing | Person, ...] = (*self.world.things.values(), *self.world.people.values())
        return name_book(names_of(every), self.words_of_names)

    def is_legal(self, action: Action) -> bool:
        """Return whether an action can be tried now; the words of a talk do not matter."""
        return (Talk(action.person, action.topic) if isinstance(action, Talk) else action) in self.legal

    def named(self, each: str) -> str:
        """Return the name of a thing, a person or a direction."""
        if each in self.world.things:
            return self.world.things[each].name
        return self.world.people[each].name if each in self.world.people else self.sentences.direction(each)

    @cached_property
    def spoken_of(self) -> tuple[str, ...]:
        """Return the ids of things and people in the last actions, the last one first."""
        last = reversed(self.recent[-_REMEMBERED:])
        return tuple(dict.fromkeys(each for action in last for each in self._in(action)))

    def _in(self, action: Action) -> Iterator[str]:
        match action:
            case Choose(choice):
                yield from self._named_in(self.world.choices[choice].text if choice in self.world.choices else "")
            case Put(thing, holder):
                yield from (thing, holder)
            case Give(thing, person):
                yield from (thing, person)
            case Talk(person, topic):
                yield from self._named_in(self.world.knowledge[topic].topic if topic in self.world.knowledge else "")
                yield person
            case Examine(target):
                yield target
            case Go():
                pass
            case _:
                yield from filter(None, [getattr(action, "thing", "")])

    def _named_in(self, text: str) -> Iterator[str]:
        """Yield what is in reach that an author's text names."""
        among = self.near
        return (each.id for each in among if any(mentions(plain(text), plain(name)) for name in names_now(each)))


@lru_cache(maxsize=8)
def _kinship(groups: tuple[tuple[str, ...], ...]) -> Kinship:
    kinship: dict[str, frozenset[int]] = {}
    for number, words in enumerate(groups):
        for word in words:
            kinship[word] = kinship.get(word, frozenset()) | {number}
    return kinship


def names_now(each: Thing | Person) -> tuple[str, ...]:
    """Return every name of a thing or person."""
    return (each.name, *each.aliases)


def names_of(among: Iterable[Thing | Person]) -> list[tuple[str, Sequence[str]]]:
    """Return the ids and names of things and people."""
    return [(each.id, names_now(each)) for each in among]
