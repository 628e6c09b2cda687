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
from game.story.guarding.attempt import Attempt
from game.story.guarding.chinese.reading import Reading
from game.story.guarding.ground import Ground, texts_here, texts_of, texts_of_people
from game.story.guarding.knowing import open_texts, pieces_of
from game.story.guarding.lexicon import Lexicon, lexicon_of
from game.story.guarding.names import Names, names_of, proper_names, roles_of
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

    @cached_property
    def reading(self) -> Reading:
        """What the rules for Chinese ask of it."""
        return Reading(self)

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
        return Ground.of((self.ground.text, self.opened.text), is_spaced=self.lexicon.is_spaced)

    @cached_property
    def opened(self) -> Ground:
        """What has been opened of the world."""
        return Ground.of(open_texts(self.world, self.after), is_spaced=self.lexicon.is_spaced)

    @cached_property
    def pieces(self) -> Pieces:
        """What is open and what is closed of the world, and the author's words of this turn among the open."""
        here = self.here.text.splitlines() if self.lexicon.is_spaced else (self.here.text,)
        now = (self.notes.text, *filter(None, here))
        return pieces_of(self.world, self.after, self.names, now, self.proper)

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
        texts = (text for state in self.states for text in texts_of_people(self.world, state))
        return "\n".join(dict.fromkeys(texts)).lower()

    @cached_property
    def attempt(self) -> Attempt:
        """What the player tried."""
        return Attempt(self.world, self.turn, self.lexicon, self.asked, self.notes)

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
    def closed(self) -> tuple[Exit, ...]:
        """The ways from here that are closed now."""
        return tuple(way for way in exits(self.world, self.after) if not holds(way.when, self.after))

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that authors write with a capital within a sentence: names, of the living and the dead."""
        return proper_names(self.world, self.after)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """What the author says that the player is: "assessor"."""
        return roles_of(self.world)

    @cached_property
    def spoken(self) -> Mapping[str, frozenset[str]]:
        """What is peculiar to each person's authored lines."""
        return spoken_by(self.world, self.lexicon)

    @cached_property
    def callings(self) -> Mapping[str, frozenset[str]]:
        """What each person is called and said to be."""
        return callings_of(self.world)

    @cached_property
    def avoided(self) -> re.Pattern[str]:
        """What finds the phrases that the world avoids."""
        phrases = (each.lower().replace("’", "'") for each in self.world.voice.avoid)
        return phrase_pattern(phrases, is_spaced=self.lexicon.is_spaced)

    @cached_property
    def lately(self) -> tuple[str, ...]:
        """The sentences of the last tellings, and not what the author has written for every time, in whatever order."""
        passages = (passage for turn in list(self.turn.past)[-_LATELY:] for passage in turn.passages)
        told = (each.text for each in passages if each.source == "model" and each.kind != "place")
        return tuple(sentence for text in told for sentence in sentences_in(text))
