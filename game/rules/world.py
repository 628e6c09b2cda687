"""The world as the author made it: frozen records of places, things, people, scenes and the rest.

Knows nothing of files, of how an action changes it (nothing does), or of who tells it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from game.rules.details import Form
from game.rules.draws import Draws
from game.rules.effects import Effect
from game.rules.expressions import Condition
from game.rules.names import Names
from game.rules.state import State, Value
from game.rules.texts import NO_TEXT, Text, holds

Pattern = tuple[str, ...]
TAGGED = "#"
"""Before a word in a pattern: any choice with this tag."""
INVENTIONS = ("weather", "smells", "sounds", "light", "gestures")
"""What a telling may add: it is gone with the moment, and nothing follows from it."""


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a place. While `when` fails, going is refused; hidden ones are not even noticed."""

    direction: str
    to: str
    when: Condition | None = None
    refuse: Text = NO_TEXT
    hidden: bool = False
    name: str = ""
    tell: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere the player can be. invent names the kinds of details that may be made up of it."""

    id: str
    name: str
    look: Text
    aliases: tuple[str, ...] = ()
    mood: str = ""
    indoors: bool = False
    dark: Condition | None = None
    darkness: Text = NO_TEXT
    exits: Mapping[str, Exit] = field(default_factory=dict)
    invent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be looked at and, unless fixed, carried.

    holds says that others can be put in or on it. closed, locked, worn and lit are how it is at first, and None for one
    that can never be so; switch says that the player can light it and put it out. The texts from open on tell the verbs
    of their names.
    """

    id: str
    name: str
    at: str
    aliases: tuple[str, ...] = ()
    look: Text = NO_TEXT
    here: Text = NO_TEXT
    portable: bool = True
    refuse: Text = NO_TEXT
    when: Condition | None = None
    take: Text = NO_TEXT
    drop: Text = NO_TEXT
    holds: str | None = None
    closed: bool | None = None
    locked: bool | None = None
    key: str | None = None
    worn: bool | None = None
    lit: bool | None = None
    switch: bool = False
    open: Text = NO_TEXT
    close: Text = NO_TEXT
    unlock: Text = NO_TEXT
    lock: Text = NO_TEXT
    wear: Text = NO_TEXT
    remove: Text = NO_TEXT
    light: Text = NO_TEXT
    douse: Text = NO_TEXT
    put: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Tells:
    """To whom a piece of knowledge is passed on while `when` holds; say is how that person says it.

    Without say the engine has a sentence; where none of its wordings fits they keep it to themselves.
    """

    to: str
    when: Condition | None = None
    say: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One thing a person knows. Until `when` holds they tell the player nothing of it, and no prompt holds it.

    text is what it comes to, for who speaks for them; say is how they say it themselves. tells are the people to whom
    it is passed on, by the one who knows it or anybody who has heard it.
    """

    id: str
    person: str
    topic: str
    text: Text
    say: Text
    when: Condition | None = None
    keys: tuple[str, ...] = ()
    do: tuple[Effect, ...] = ()
    tells: tuple[Tells, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepts:
    """A thing that a person takes when it is given to them."""

    thing: str
    when: Condition | None = None
    tell: Text = NO_TEXT
    do: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """Something a person wants, while `when` holds: who speaks for them is told."""

    text: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the player may say to a person to some effect, while `when` holds: text says it, keys pick it from words.

    It is told by tell, then answered by say.
    """

    id: str
    person: str
    text: str
    when: Condition | None = None
    keys: tuple[str, ...] = ()
    tell: Text = NO_TEXT
    say: Text = NO_TEXT
    do: tuple[Effect, ...] = ()
    once: bool = True


@dataclass(frozen=True, slots=True)
class Appointment:
    """Where a person goes as soon as `when` holds; told if the player sees it."""

    at: str
    when: Condition
    leave: Text = NO_TEXT
    arrive: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be met and talked to. says are authored lines, used in turn.

    Of a schedule the first appointment whose condition holds is kept. invent is as for places.
    """

    id: str
    name: str
    at: str
    aliases: tuple[str, ...] = ()
    about: str = ""
    voice: str = ""
    trust: int = 0
    mood: str = ""
    look: Text = NO_TEXT
    here: Text = NO_TEXT
    goals: tuple[Goal, ...] = ()
    schedule: tuple[Appointment, ...] = ()
    says: tuple[Text, ...] = ()
    knows: tuple[Knowledge, ...] = ()
    accepts: tuple[Accepts, ...] = ()
    offers: tuple[Proposal, ...] = ()
    invent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the player may do in a scene. With a refuse it is shown while `when` fails too, and then refused.

    aliases are other words that players may type for it.
    """

    id: str
    scene: str
    text: str
    aliases: tuple[str, ...] = ()
    when: Condition | None = None
    tags: tuple[str, ...] = ()
    do: tuple[Effect, ...] = ()
    tell: Text = NO_TEXT
    then: str | None = None
    stay: bool = False
    refuse: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Scene:
    """A storylet: begins when its time has come, tells its text, offers its choices.

    Of several that are due and have a weight, one is drawn. cooldown is the least time between two beginnings.
    """

    id: str
    text: Text
    when: Condition | None = None
    priority: int = 0
    once: bool = True
    hold: bool = False
    weight: int | None = None
    cooldown: int | None = None
    do: tuple[Effect, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a quest. hints are a ladder, from a nudge to the answer."""

    goal: Text
    done: Condition
    finished: Text = NO_TEXT
    hints: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Quest:
    """Something to achieve: begins when `when` holds, is done when `done` does, or its last stage is."""

    id: str
    name: str
    goal: Text = NO_TEXT
    done: Condition | None = None
    stages: tuple[Stage, ...] = ()
    hints: tuple[Text, ...] = ()
    when: Condition | None = None
    begun: Text = NO_TEXT
    finished: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Rule:
    """What follows by itself: before or after actions that match, or, with neither, whenever time has passed.

    Patterns are the beginnings of actions' texts, such as ("take", "lamp"); an empty one matches any. A rule before an
    action refuses it where refuse has something to say.
    """

    id: str
    before: tuple[Pattern, ...] = ()
    after: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    when: Condition | None = None
    once: bool = False
    do: tuple[Effect, ...] = ()
    refuse: Text = NO_TEXT
    tell: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Ending:
    """A way the story ends."""

    id: str
    title: str
    when: Condition
    text: Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a table, drawn while `when` holds, as often as its weight says."""

    text: str
    weight: int = 1
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Texts to draw one of."""

    entries: tuple[Entry, ...]

    def __call__(self, state: State, draws: Draws) -> str:
        """Return one of the texts whose condition holds, or nothing where none does."""
        fitting = [each for each in self.entries if holds(each.when, state)]
        drawn = draws.roll(sum(each.weight for each in fitting)) if fitting else 0
        reached = accumulate(each.weight for each in fitting)
        return next((each.text for each, most in zip(fitting, reached, strict=True) if drawn <= most), "")


@dataclass(frozen=True, slots=True)
class Lore:
    """Something the narrator may know while `when` holds and, if it has keys, one of these words is mentioned."""

    text: str
    keys: tuple[str, ...] = ()
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Secret:
    """What nobody is told, and no prompt holds, until it is revealed or `when` holds; keys are words that betray it."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """How the narrator writes; read by the model. may_invent names what it may add that the author does not say.

    protect names the files whose texts no model may repeat: at most protect_words of their words in a row.
    """

    style: str = ""
    avoid: tuple[str, ...] = ()
    may_invent: tuple[str, ...] = INVENTIONS
    protect: tuple[str, ...] = ()
    protect_words: int = 12


@dataclass(frozen=True, slots=True)
class Sampling:
    """How a model draws its words, in llama.cpp's own numbers; None leaves one to whoever asks the model."""

    temperature: float | None = None
    min_p: float | None = None
    repeat_penalty: float | None = None
    repeat_last: int | None = None
    dry_multiplier: float | None = None
    dry_base: float | None = None
    dry_allowed_length: int | None = None
    dry_last: int | None = None
    xtc_probability: float | None = None
    xtc_threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A test that lives with the world: words to type, and conditions that must hold after them."""

    name: str
    choose: tuple[str, ...]
    expect: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class World:
    """A whole world. Mappings keep the author's order; digest names the text it was read from.

    files are the names and texts of the files it was read from, its translation last: a run keeps a copy of them.
    passed_on is the knowledge that people tell one another. remembered holds the ids whose first telling the state
    keeps, because a text of theirs reads differently again.
    protected are the texts of the files that its voice protects, where it was read from its own folder.
    """

    id: str
    title: str
    language: str
    rating: str
    start: str
    digest: str
    author: str = ""
    about: str = ""
    opening: Text = NO_TEXT
    voice: Voice = Voice()
    sampling: Sampling = Sampling()
    facts: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    things: Mapping[str, Thing] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    scenes: Mapping[str, Scene] = field(default_factory=dict)
    choices: Mapping[str, Choice] = field(default_factory=dict)
    knowledge: Mapping[str, Knowledge] = field(default_factory=dict)
    passed_on: tuple[Knowledge, ...] = ()
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    quests: Mapping[str, Quest] = field(default_factory=dict)
    endings: Mapping[str, Ending] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    lore: tuple[Lore, ...] = ()
    paths: tuple[Path, ...] = ()
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    details: Mapping[str, Form] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)
    verbs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    remembered: frozenset[str] = frozenset()
    files: tuple[tuple[str, str], ...] = field(default=(), repr=False, compare=False)
    protected: tuple[str, ...] = field(default=(), repr=False, compare=False)
