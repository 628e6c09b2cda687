"""What a player liked in one run, turn by turn, as examples; and what cannot be one, with the reason.

What is kept from the player is in none, neither in what is told nor in what is asked. Knows nothing of how examples are
kept in files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from game.errors import SaveError, WorldError
from game.rules.world import World
from game.storage.records import Telling
from game.storage.records import Turn as Saved
from game.storage.snapshot import Snapshot
from game.story.clean import clean
from game.story.narrator import Way
from game.story.passages import words_of
from game.story.prompt import fixed_messages
from game.story.prose import cut
from game.story.safety.filter import Filter
from game.story.safety.wishes import Limits
from game.story.sentences import sentences_for
from game.tune.examples import Played
from game.tune.played.asking import Prompt, as_asked, prompts_of
from game.tune.played.liking import Liked, Why, liked_of
from game.tune.played.parts import Part, Shown, told_parts, written_parts

WorldOf = Callable[[int], World]
"""Returns the world by which the turn of an id was played. Raises WorldError."""
LimitsOf = Callable[[World], Limits]
"""Returns what is kept from the player of a world."""

NO_WORLD = "its turn cannot be played again: the world it was played by is not here, or does not fit"
NO_MODEL = "no model told of it: the author's words did, or had to end it"
NOT_ASKED = "no model is asked for it, now or in its language"
WITHHELD = "it holds what is kept from you"
ONLY_DISLIKED = "given a minus, and nothing else of the turn is liked"


@dataclass(frozen=True, slots=True)
class Found:
    """An example, and why it is one."""

    why: Why
    example: Played


@dataclass(frozen=True, slots=True)
class LeftOut:
    """That something the player judged is no example."""

    reason: str


def found_in(run: Snapshot, name: str, worlds: WorldOf, limits: LimitsOf) -> Iterator[Found | LeftOut]:
    """Yield what the player of a run liked, in the order of playing; name is the run's. Raises SaveError."""
    left = {step.parent for step in run.tree()}
    for saved, above in run.turns():
        tellings = run.tellings(saved.id)
        chosen = run.chosen_telling(saved.id)
        liked = list(liked_of(tellings, chosen.alternative if chosen else None, is_left=saved.id in left))
        if liked:
            yield from _found(_Turn(run, name, saved, above, tellings), liked, worlds, limits)
        elif any(each.rating < 0 for each in tellings):
            yield LeftOut(ONLY_DISLIKED)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn of a run, the state before it, and all that was told of it."""

    run: Snapshot
    name: str
    saved: Saved
    above: str
    tellings: Sequence[Telling]

    @property
    def title(self) -> str:
        return f"{self.name} @{self.saved.id}"

    def prompts(self, world: World, way: Way) -> dict[str, Prompt]:
        """Return what a model is asked for it in a way, by slots. Raises SaveError, ValueError and LookupError."""
        return as_asked(prompts_of(self.run, world, self.saved, self.above, way=way), self.tellings)


def _found(turn: _Turn, liked: Sequence[Liked], worlds: WorldOf, limits: LimitsOf) -> Iterator[Found | LeftOut]:
    try:
        world = worlds(turn.saved.id)
        held = limits(world)
        for each in liked:
            yield from (_checked(one, held, world.language) for one in _examples(turn, each, world))
    except (WorldError, SaveError, ValueError, LookupError):  # a state can be whole and yet none of this world's
        yield LeftOut(NO_WORLD)


def _examples(turn: _Turn, liked: Liked, world: World) -> Iterator[Found | LeftOut]:
    """Yield an example for each thing that a model is asked for, of what was liked. Raises as prompts does."""
    prompts = cache(lambda way: turn.prompts(world, way))
    parts = tuple(_parts(liked, shown_in(world)))
    if not parts:
        yield LeftOut(NO_MODEL)
    less = [part for other in liked.over for part in told_parts(other)]
    for part in parts:
        prompt = prompts("model" if part.job == "scene" else "blend").get(part.slot)
        if prompt is None:
            yield LeftOut(NOT_ASKED)
            continue
        over = dict.fromkeys(clean(each.text) for each in less if each.slot == part.slot and each.text != part.text)
        yield Found(liked.why, Played(part.job, turn.title, _cleaned(prompt), clean(part.text), tuple(over)))


def _parts(liked: Liked, shown: Shown) -> Iterator[Part]:
    if liked.why == "edited":
        return written_parts(liked.telling, next(iter(liked.over), None), shown)
    return told_parts(liked.telling)


def shown_in(world: World) -> Shown:
    """Return what gives a passage's words as they are shown in a world."""
    sentences = sentences_for(world.language, world.sentences)
    names = {person.id: person.name for person in world.people.values()}
    return lambda passage: words_of(passage, sentences, lambda speaker: names.get(speaker, speaker))


def _checked(one: Found | LeftOut, limits: Limits, language: str) -> Found | LeftOut:
    return LeftOut(WITHHELD) if isinstance(one, Found) and _is_withheld(one.example, limits, language) else one


def _is_withheld(example: Played, limits: Limits, language: str) -> bool:
    """Return whether a text is not to be told by a model, or what it is told from not to be told at all."""
    told = (example.tell, *example.over)
    asked = (each.text for each in example.asked if each not in fixed_messages(language))
    return any(_holds(limits.model, each) for each in told) or any(_holds(limits.author, each) for each in asked)


def _holds(held_to: Filter, text: str) -> bool:
    shown = ""
    for sentence in cut(text):
        if held_to.check(sentence, shown=shown):
            return True
        shown += sentence
    return False


def _cleaned(prompt: Prompt) -> Prompt:
    return tuple(replace(each, text=clean(each.text)) for each in prompt)
