"""Events as beats: the things one turn has to tell, in order, each with the author's words for it.

Knows nothing of models: with beats alone every turn can be told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from game.rules.actions import parse_action
from game.rules.apply import Outcome
from game.rules.events import (
    Agreed,
    Began,
    Changed,
    Chosen,
    Dropped,
    Ended,
    Event,
    Examined,
    Given,
    Handled,
    Invented,
    Looked,
    Moved,
    Parted,
    PersonMoved,
    QuestAdvanced,
    QuestBegan,
    QuestDone,
    Refused,
    Ruled,
    SceneBegan,
    Taken,
    Talked,
    Waited,
)
from game.rules.hearsay import hearsay_of
from game.rules.state import YOU, State
from game.rules.texts import Text
from game.rules.views import acceptance, goal_of
from game.rules.world import Knowledge, Person, Thing, World
from game.story.inventing.wording import told_details, worded
from game.story.places import look_of, place_text
from game.story.sentences import Sentences

Kind = Literal["opening", "result", "place", "scene", "line", "notice", "ending"]

# Notices stand after what happened, and the ending after everything.
_ORDER: dict[Kind, int] = {"notice": 1, "ending": 2}


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing to tell. text is the author's words; a line's text is what the speaker says, without quotation marks.

    title heads a place or an ending. heard is what the player said to the speaker, or the topic they asked about;
    free marks a line that the author has not bound to a piece of knowledge, so that the model may find the words, and
    aside is told before it where the author's line stands in for an answer to words it was not written for. look is
    what the author wrote of a place itself: the text begins with it, and it may be said another way to whoever read it.
    """

    kind: Kind
    text: str
    title: str = ""
    speaker: str = ""
    heard: str = ""
    free: bool = False
    aside: str = ""
    look: str = ""


def beats_of(
    world: World,
    sentences: Sentences,
    before: State,
    outcome: Outcome,
    *,
    recall: Callable[[str], str] = lambda person: "",
) -> tuple[Beat, ...]:
    """Return the beats of a turn. before is the state the action was taken in.

    recall gives, for the id of a person, what they say when they are asked what they remember of the player.
    """
    teller = _Teller(world, sentences, before, outcome, recall)
    told = [beat for event in outcome.events for beat in teller.tell(event) if beat.text]
    return tuple(sorted(told, key=lambda beat: _ORDER.get(beat.kind, 0)))


class _Teller:
    def __init__(
        self, world: World, sentences: Sentences, before: State, outcome: Outcome, recall: Callable[[str], str]
    ) -> None:
        self._recall = recall
        self._world = world
        self._sentences = sentences
        self._before = before
        self._arrived = outcome.arrived
        self._after = outcome.state

    def tell(self, event: Event) -> Iterator[Beat]:  # noqa: C901 - one case for each kind of event
        """Yield the beats of one event; most have one, quiet ones none."""
        match event:
            case Began():
                yield Beat("opening", self._world.opening.read(self._arrived), title=self._world.title)
            case Moved(start, place, direction):
                way = self._world.places[start].exits.get(direction)
                yield Beat("result", way.tell.read(self._before) if way else "")
                yield self._place(place)
            case Looked(place):
                yield self._place(place)
            case Talked() | Agreed():
                yield from self._reply(event)
            case SceneBegan(scene, text) if not self._is_still_in(scene, text):
                yield Beat("scene", text)
            case Chosen(choice):
                yield Beat("result", self._world.choices[choice].tell.read(self._before))
            case Refused():
                yield Beat("result", event.text or self._refusal(event))
            case Examined() | Taken() | Dropped() | Handled() | Given() | Parted() | Waited():
                yield Beat("result", self._deed(event))
            case PersonMoved(person, start, place, text) if self._arrived.place in (start, place):
                came = self._arrived.place == place
                yield Beat(
                    "result", text or self._say("comes" if came else "leaves", person=self._world.people[person].name)
                )
            case Ruled() | Invented():
                yield Beat("result", self._added(event))
            case QuestBegan() | QuestAdvanced() | QuestDone() | Changed():
                yield Beat("notice", self._notice(event))
            case Ended(ending):
                ended = self._world.endings[ending]
                yield Beat("ending", ended.text.read(self._after), title=ended.title)

    def _is_still_in(self, scene: str, text: str) -> bool:
        """Return whether a scene with choices goes on where the player has stayed: its text was told already.

        One that was over is told when it comes again, unless it follows itself in the same words.
        """
        has_stayed = self._before.turn < self._after.turn and self._before.place == self._after.place
        if not (has_stayed and self._world.scenes[scene].choices and self._before.is_marked("seen", scene)):
            return False
        follows_itself = self._before.scene == scene and self._world.scenes[scene].text.read(self._before) == text
        return follows_itself or not self._after.is_marked("over", scene)

    def _place(self, place: str) -> Beat:
        """Return a place as the player found it; what moved them on later shows them the next one as it is now."""
        state = self._arrived if self._arrived.place == place else self._after
        return place_beat(self._world, self._sentences, state, place)

    def _deed(self, event: Examined | Taken | Dropped | Handled | Given | Parted | Waited) -> str:
        world, before = self._world, self._before
        match event:
            case Examined(target) if target in world.people:
                return self._looks(world.people[target])
            case Examined(target):
                return world.things[target].look.read(before) or self._say("examined_thing", thing=self._thing(target))
            case Taken(thing):
                return world.things[thing].take.read(before) or self._say("taken", thing=self._thing(thing))
            case Dropped(thing):
                return world.things[thing].drop.read(before) or self._say("dropped", thing=self._thing(thing))
            case Handled(verb, thing, holder):
                told: Text = getattr(world.things[holder or thing], verb)
                return told.read(before) or self._handled(verb, thing, holder)
            case Given(thing, person):
                accepted = acceptance(world.people[person], thing, before)
                own = accepted.tell.read(before) if accepted else ""
                return own or self._say("given", thing=self._thing(thing), person=world.people[person].name)
            case Parted(person):
                return self._say("parted", person=world.people[person].name)
        return self._say("waited")

    def _added(self, event: Ruled | Invented) -> str:
        """Return what nobody did: the words of a rule, or of a detail that was made up."""
        if isinstance(event, Ruled):
            return event.text
        return worded(self._world, self._sentences, event.subject, event.kind, event.detail)

    def _looks(self, person: Person) -> str:
        """Return what a closer look at a person shows: the author's words, and what was made up of them."""
        own = person.look.read(self._before)
        details = tuple(told_details(self._world, self._sentences, self._before, person.id))
        return self._sentences.space.join((own, *details) if own else details) or self._say(
            "examined_person", person=person.name
        )

    def _handled(self, verb: str, thing: str, holder: str) -> str:
        if not holder:
            return self._say(f"did_{verb}", thing=self._thing(thing))
        into = self._world.things[holder]
        return self._say(f"did_put_{into.holds}", thing=self._thing(thing), holder=into.name)

    def _line(self, event: Talked) -> Beat:
        person = self._world.people[event.person]
        if event.topic == YOU:
            said = self._recall(person.id) or self._say("recall_nothing")
            return Beat("line", said, speaker=person.id, heard=event.words)
        if event.topic:
            known = self._world.knowledge[event.topic]
            return Beat("line", self._answer(person, known), speaker=person.id, heard=event.words or known.topic)
        fitting = [text for text in (each.read(self._before) for each in person.says) if text]
        if not fitting:
            return Beat("result", self._say("silence", person=person.name))
        line = fitting[event.number % len(fitting)]
        aside = self._say("talk_around", person=person.name) if event.words else ""
        return Beat("line", line, speaker=person.id, heard=event.words, free=True, aside=aside)

    def _answer(self, person: Person, known: Knowledge) -> str:
        """Return what a person says of what they know: their own words, or what they have heard and from whom."""
        heard = None if known.person == person.id else hearsay_of(self._world, self._before, person, known.id)
        if heard is None:
            return known.say.read(self._before)
        own = heard.tells.say.read(self._before)
        return own or self._say("hearsay", person=self._person(heard.teller), text=known.text.read(self._before))

    def _reply(self, event: Talked | Agreed) -> Iterator[Beat]:
        if isinstance(event, Talked):
            yield self._line(event)
            return
        taken = self._world.proposals[event.offer]
        told, said = taken.tell.read(self._before), taken.say.read(self._before)
        yield Beat("result", told or ("" if said else self._say("agreed", person=self._person(event.person))))
        yield Beat("line", said, speaker=event.person, heard=event.words or taken.text)

    def _refusal(self, event: Refused) -> str:
        action = parse_action(event.action)
        named: dict[str, Thing | Person] = {**self._world.things, **self._world.people}
        parts = (part for part in ("thing", "holder", "person") if hasattr(action, part))
        return self._say(event.reason, **{part: named[getattr(action, part)].name for part in parts})

    def _notice(self, event: QuestBegan | QuestAdvanced | QuestDone | Changed) -> str:
        match event:
            case QuestBegan(quest):
                begun = self._world.quests[quest]
                own = begun.begun.read(self._after)
                return own or self._say("quest_begun", quest=begun.name, goal=goal_of(begun, self._after))
            case QuestAdvanced(quest, stage):
                advanced = self._world.quests[quest]
                own = advanced.stages[stage - 1].finished.read(self._after)
                if stage == len(advanced.stages):
                    return own
                return own or self._say(
                    "quest_next", quest=advanced.name, goal=advanced.stages[stage].goal.read(self._after)
                )
            case QuestDone(quest):
                done = self._world.quests[quest]
                return done.finished.read(self._after) or self._say("quest_done", quest=done.name)
            case Changed(target, before, after) if target.startswith("trust(") and before != after:
                person = self._world.people[target.removeprefix("trust(").removesuffix(")")]
                return self._say("trust_more" if int(after) > int(before) else "trust_less", person=person.name)
            case Changed(target, before, after) if target.startswith("mood(") and before != after:
                return self._mood(target.removeprefix("mood(").removesuffix(")"), str(after))
        return ""

    def _mood(self, person: str, mood: str) -> str:
        """Return what is seen of a person's mood; nothing of one who is elsewhere, or of none at all."""
        if not mood or not self._after.is_here(person):
            return ""
        shown = self._world.names.shown.get(mood, mood)
        return self._say("mood_now", person=self._person(person), mood=shown)

    def _thing(self, name: str) -> str:
        return self._world.things[name].name

    def _person(self, name: str) -> str:
        return self._world.people[name].name

    def _say(self, key: str, **names: str) -> str:
        return self._sentences.say(key, **names)


def place_beat(world: World, sentences: Sentences, state: State, place: str) -> Beat:
    """Return the beat that shows a place, with what and who is there when it is the player's own."""
    text, look = place_text(world, sentences, state, place), look_of(world, state, place)
    return Beat("place", text, title=world.places[place].name, look=look)
