"""One turn as the rules of the guard look at it: who and what is here, what happened, what may be told.

Knows nothing of sentences. It is made once a turn; a sentence is judged against it in no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from game.rules.events import Chosen, Event, Moved, PersonMoved
from game.rules.sight import carried, people_here, things_here
from game.rules.state import YOU, State
from game.rules.texts import holds
from game.rules.views import exits
from game.rules.world import Exit, World
from game.story.beats import Beat, beats_of
from game.story.guard import vocabulary_of
from game.story.guarding.denials import denied_in
from game.story.guarding.ground import Ground, texts_here, texts_of
from game.story.guarding.knowing import closed_texts, open_texts
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.names import Names, names_of
from game.story.guarding.phrases import phrase_pattern
from game.story.guarding.pieces import Pieces, telling_words
from game.story.guarding.said import Said
from game.story.guarding.stems import stems_of
from game.story.guarding.voices import callings_of, spoken_by
from game.story.prose import sentences_in
from game.story.sentences import Sentences
from game.story.turn import Turn

_LATELY = 3
_YOU = re.compile(r"\byou\b")
_ROLE = re.compile(r"\bplayer is (?:an?|the) ([\w-]+)|玩家是(\w+)")
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")


@dataclass(frozen=True)
class Moment:
    """A committed turn, prepared. What is asked of it often is worked out when it is asked first."""

    world: World
    sentences: Sentences
    turn: Turn

    @cached_property
    def lexicon(self) -> Lexicon:
        """The word lists of the world's language."""
        return lexicon_of(self.world.language)

    @cached_property
    def names(self) -> Names:
        """All names of the world."""
        return names_of(self.world)

    @property
    def after(self) -> State:
        """The state that is told."""
        return self.turn.outcome.state

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened."""
        return self.turn.outcome.events

    @cached_property
    def beats(self) -> tuple[Beat, ...]:
        """The author's beats of the turn."""
        return beats_of(self.world, self.sentences, self.turn.before, self.turn.outcome)

    @cached_property
    def has_moved(self) -> bool:
        """Whether the player is somewhere else than before, or has been on the way."""
        return any(isinstance(event, Moved) for event in self.events)

    @property
    def is_refused(self) -> bool:
        """Whether the world refused what the player tried."""
        return self.turn.outcome.refusal is not None

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The states that are told: what was before counts only where the player has stayed."""
        told = (self.turn.outcome.arrived, self.after)
        return told if self.has_moved else (self.turn.before, *told)

    @cached_property
    def people(self) -> frozenset[str]:
        """The people who are here at any time of the turn, or come or go."""
        here = {person.id for state in self.states for person in people_here(self.world, state)}
        return frozenset(here | set(self._moving()))

    @cached_property
    def gone(self) -> frozenset[str]:
        """The people who were here, and have left by the end of the turn."""
        here = {person.id for person in people_here(self.world, self.after)}
        return (frozenset(self._moving()) if self.has_moved else self.people) - here

    def _moving(self) -> Iterator[str]:
        places = {state.place for state in self.states}
        for event in self.events:
            if isinstance(event, PersonMoved) and places & {event.start, event.place}:
                yield event.person

    @cached_property
    def things(self) -> frozenset[str]:
        """The things that can be seen or are carried at any time of the turn."""
        return frozenset(
            thing.id
            for state in self.states
            for thing in (*things_here(self.world, state), *carried(self.world, state))
        )

    @cached_property
    def held(self) -> frozenset[str]:
        """What the player has when the turn is over, or had when it began."""
        states = (self.turn.before, self.after)
        return frozenset(name for name in self.world.things for state in states if state.holder(name) == YOU)

    @property
    def gained(self) -> frozenset[str]:
        """What the player has now, and had not when the turn began."""
        return frozenset(name for name in self.kept if self.turn.before.holder(name) != YOU)

    @property
    def lost(self) -> frozenset[str]:
        """What the player had when the turn began, and has not now."""
        return self.held - self.kept

    @cached_property
    def kept(self) -> frozenset[str]:
        """What the player has when the turn is over."""
        return frozenset(name for name in self.world.things if self.after.holder(name) == YOU)

    @cached_property
    def notes(self) -> Ground:
        """The author's words of this turn."""
        return Ground.of(texts_of(self.beats), is_spaced=self.lexicon.is_spaced)

    @cached_property
    def narration(self) -> Ground:
        """The same without what anybody says in them."""
        told = (Said(text, self.lexicon).bare for beat in self.beats if beat.kind != "line" for text in (beat.text,))
        return Ground.of(told, is_spaced=self.lexicon.is_spaced)

    @cached_property
    def asked(self) -> Ground:
        """What the player wanted: their words, and those of the choice they took."""
        chosen = (self.world.choices[event.choice].text for event in self.events if isinstance(event, Chosen))
        return Ground.of((self.turn.words, *chosen), is_spaced=self.lexicon.is_spaced)

    @cached_property
    def here(self) -> Ground:
        """What the author says of what is here now."""
        texts = (text for state in self.states for text in texts_here(self.world, self.sentences, state))
        return Ground.of(dict.fromkeys(texts), is_spaced=self.lexicon.is_spaced)

    @cached_property
    def ground(self) -> Ground:
        """The same, and the words of this turn, the author's and the player's."""
        return Ground.of((self.notes.text, self.turn.words, self.here.text), is_spaced=self.lexicon.is_spaced)

    @cached_property
    def known(self) -> Ground:
        """All that may be told of the world now."""
        texts = (self.ground.text, *open_texts(self.world, self.after))
        return Ground.of(texts, is_spaced=self.lexicon.is_spaced)

    @cached_property
    def pieces(self) -> Pieces:
        """What is open and what is closed of the world, and the author's words of this turn among the open."""
        here = self.here.text.splitlines() if self.lexicon.is_spaced else (self.here.text,)
        opened = (*open_texts(self.world, self.after), self.notes.text, *filter(None, here))
        names = frozenset(each.lower() for each in self.proper)
        people = (text.lower() for person in self.world.people.values() for text in (person.name, *person.aliases))
        faint = (
            stems_of((*people, *names)) | self.lexicon.words.get("scenery", frozenset())
            if self.lexicon.is_spaced
            else ()
        )
        return Pieces.of(opened, closed_texts(self.world, self.after), self.lexicon, faint)

    @cached_property
    def yours(self) -> frozenset[str]:
        """The words of those of the author's sentences of this turn that speak of the player."""
        return stems_of(self._of_you())

    @cached_property
    def deeds(self) -> tuple[frozenset[str], ...]:
        """What each of these sentences tells, as words."""
        return tuple(telling_words(each, self.lexicon.language) for each in self._of_you())

    def _of_you(self) -> Iterator[str]:
        said = (each for beat in self.beats if beat.kind != "line" for each in sentences_in(beat.text.lower()))
        return (each for each in said if _YOU.search(each))

    @cached_property
    def company(self) -> str:
        """What the author says of the people who are here."""
        people = (each for state in self.states for each in people_here(self.world, state))
        texts = (
            (each.name, *each.aliases, each.here.read(self.after), each.look.read(self.after), each.about)
            for each in people
        )
        return "\n".join(text for each in texts for text in each).lower()

    @cached_property
    def tried(self) -> frozenset[str]:
        """The stems of what the player wanted, and of the names of what has to do with it."""
        named = (self.world.things[name] for name in self.touched)
        texts = (self.asked.text, self.way, *(text for thing in named for text in (thing.name, *thing.aliases)))
        barriers = (each for each in self.lexicon.words.get("barriers", ()) if self.way and each in self.notes.stems)
        wanted = (each for each in stems_of(text.lower() for text in texts) if not self._is_common(each))
        return frozenset((*wanted, *barriers))

    @cached_property
    def touched(self) -> frozenset[str]:
        """The things that the player's deed was about."""
        named = {getattr(event, key, "") for event in self.events for key in ("thing", "holder", "target")}
        if refusal := self.turn.outcome.refusal:
            named |= set(refusal.action.split())
        changed = {name for name in self.world.things if self.turn.before.holder(name) != self.after.holder(name)}
        return frozenset(name for name in named | changed if name in self.world.things)

    def _is_common(self, base: str) -> bool:
        return len(base) < 3 or any(self.lexicon.has(key, base) for key in ("grammar", "deeds", "moving"))

    @cached_property
    def barred(self) -> Exit | None:
        """The way that the player wanted to go and could not."""
        refusal = self.turn.outcome.refusal
        direction = refusal.action.removeprefix("go ") if refusal and self.verb == "go" else ""
        return next((each for each in exits(self.world, self.turn.before) if each.direction == direction), None)

    @property
    def way(self) -> str:
        """Its name, and that of where it leads."""
        return f"{self.barred.name} {self.world.places[self.barred.to].name}" if self.barred else ""

    @property
    def wanted(self) -> str:
        """The place that the player wanted to go to and could not."""
        return self.barred.to if self.barred and self.barred.to != self.after.place else ""

    @property
    def verb(self) -> str:
        """What the world refused: "go", "take"; empty where it refused nothing."""
        refusal = self.turn.outcome.refusal
        return refusal.action.partition(" ")[0] if refusal else ""

    @cached_property
    def denied(self) -> frozenset[str]:
        """The stems of what the author denies of this turn."""
        said = (Said(each, self.lexicon) for line in self.notes.text.splitlines() for each in sentences_in(line))
        return frozenset(base for each in said for base in denied_in(each.bare, self.lexicon))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words that betray what is closed."""
        return vocabulary_of(self.world, self.after).closed

    @cached_property
    def ways(self) -> frozenset[str]:
        """The places that can be reached from here in a step, and this one."""
        return frozenset(
            name for state in self.states for name in (state.place, *(way.to for way in exits(self.world, state)))
        )

    @cached_property
    def bearings(self) -> frozenset[str]:
        """The directions in which ways lead from here, those that are closed among them."""
        return frozenset(way.direction for state in self.states for way in exits(self.world, state))

    @cached_property
    def closed(self) -> tuple[Exit, ...]:
        """The ways from here that are closed now."""
        return tuple(way for way in exits(self.world, self.after) if not holds(way.when, self.after))

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that authors write with a capital within a sentence: names, of the living and the dead."""
        texts = (text for known in self.world.knowledge.values() for text in (known.text, known.say.read(self.after)))
        lore = (*(each.text for each in self.world.lore), *(each.text for each in self.world.secrets.values()))
        named = frozenset(word for text in (*texts, *lore) for word in _CAPITAL.findall(text))
        return named - {
            word
            for table in (self.world.places, self.world.things)
            for each in table.values()
            for spelled in (each.name, *each.aliases)
            for word in spelled.split()
        }

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """What the author says that the player is: "assessor"."""
        texts = (self.world.about, *(each.text for each in self.world.lore if each.when is None))
        said = (found for text in texts for found in _ROLE.finditer(text.lower()))
        return tuple(found[1] or found[2].rsplit("的", 1)[-1] for found in said)

    @cached_property
    def spoken(self) -> Mapping[str, frozenset[str]]:
        """What is peculiar to each person's authored lines."""
        return spoken_by(self.world, self.lexicon)

    @cached_property
    def callings(self) -> Mapping[str, frozenset[str]]:
        """What each person is called and said to be."""
        return callings_of(self.world)

    def own_words(self, person: str) -> tuple[str, ...]:
        """Return what a person is called, is said to be, and says."""
        who = self.world.people[person]
        says = (each.read(self.after) for each in (*who.says, *(known.say for known in who.knows)))
        return tuple(text.lower() for text in (who.name, *who.aliases, who.about, *says))

    @cached_property
    def avoided(self) -> re.Pattern[str]:
        """What finds the phrases that the world avoids."""
        phrases = (each.lower().replace("’", "'") for each in self.world.voice.avoid)
        return phrase_pattern(phrases, is_spaced=self.lexicon.is_spaced)

    @cached_property
    def lately(self) -> tuple[str, ...]:
        """The sentences of the last tellings, and not what the author has written for every time."""
        past = list(self.turn.past)[-_LATELY:]
        told = (passage.text for turn in past for passage in turn.passages if passage.source == "model")
        return tuple(sentence for text in told for sentence in sentences_in(text))
