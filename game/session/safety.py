"""What one session keeps from its player: the filters of what they wish, and what they took back in this run.

Knows nothing of settings, or of how a turn is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from threading import Event
from typing import Any

from game.rules.world import World
from game.session.steered import Steered, limits_of
from game.session.view import View, with_hidden
from game.storage.run import RunFile
from game.story.gating.judge import Judges
from game.story.model import Done, LanguageModel
from game.story.passages import Opened, Passage, gather
from game.story.prose import cut
from game.story.safety.examiner import Examiner
from game.story.safety.filter import REASONS, Examine, Withheld, pass_all
from game.story.safety.judge import Both, SafetyJudge
from game.story.safety.scrubbing import scrubbed
from game.story.safety.sieve import Sieve
from game.story.safety.steering import Steering
from game.story.safety.wishes import Limits, Wishes
from game.story.sentences import Sentences

_UNHEARD = "…"


class Safety:
    """The wishes of a player in one run. withheld counts by reason since it was opened.

    Whoever opened the run may put other wishes in their place; changed is called whenever something is asked otherwise.
    """

    def __init__(self, run: RunFile) -> None:
        """Read what was taken back in the run. Raises SaveError."""
        self.withheld: Counter[str] = Counter()
        self.changed: Callable[[], None] = _nobody_hears
        self._wishes = Wishes()
        self._steered = Steered(run)
        self._limits = self._limited()

    @property
    def wishes(self) -> Wishes:
        """Return what was asked for when the run was opened."""
        return self._wishes

    @wishes.setter
    def wishes(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._limit()

    @property
    def passages(self) -> int:
        """Return how many passages were taken back in the run."""
        return self._steered.now.passages

    @property
    def away(self) -> tuple[str, ...]:
        """Return what a model is told to stay away from since passages were taken back."""
        return self._steered.now.named(self._wishes.lists)

    def refuses(self, words: str) -> Withheld | None:
        """Return why words may not be taken in, and count it; None where they may."""
        withheld = self._limits.typed.check(words)
        self.withheld.update([withheld.reason] if withheld else [])
        return withheld

    @property
    def keeps_back(self) -> bool:
        """Return whether there is anything that an author may not tell this player."""
        return bool(self._limits.author)

    def withholds(self, text: str) -> bool:
        """Return whether some of an author's text may not be told."""
        return any(self._limits.author.check(sentence) for sentence in cut(text))

    def scrubbed(self, details: Any) -> Any:
        """Return what may be kept of how a telling was made: records and lists, without what was withheld from it."""
        return scrubbed(details, self._limits)

    def heard(self, words: str) -> str:
        """Return what may be shown of words that were typed."""
        return _UNHEARD if self._limits.typed.check(words) else words

    def examiner(self, model: LanguageModel | None, stop: Event, *, language: str) -> Examine:
        """Return who is asked in a language: a model, if one is trusted with that, where it is wanted."""
        if not self._wishes.is_examined or model is None:
            return pass_all
        return Examiner(model, self._asked.kept_from_model, stop, language=language)

    def judges(self, others: Judges) -> Judges:
        """Return whoever others are asked for, with a judge of what is kept from the player before them."""
        of_model = self._limits.model
        if not of_model:
            return others
        return lambda world, sentences, turn: Both(SafetyJudge(of_model), others(world, sentences, turn))

    def count(self, replies: Iterable[Done]) -> Counter[str]:
        """Count what was withheld from replies at the gate; return it by reason."""
        heard = (each for done in replies if done.account for each in done.account.heard)
        counts = Counter(str(each.fate) for each in heard if each.fate in REASONS)
        self.withheld.update(counts)
        return counts

    def sieve(
        self,
        world: World,
        sentences: Sentences,
        instead: Callable[[], Iterator[Opened]],
        examine: Examine = pass_all,
    ) -> Sieve:
        """Return a sieve for one telling; instead yields the author's words for what a model tells."""

        def name_of(person: str) -> str:
            return world.people[person].name if person in world.people else person

        return Sieve(self._limits, sentences, name_of=name_of, instead=instead, examine=examine)

    def cleared(self, world: World, sentences: Sentences, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """Return passages that were told or written before, as they may be shown now; nothing is counted."""

        def untold() -> Iterator[Opened]:
            yield Opened(Passage("telling", sentences.say("taken_back")))

        pieces = self.sieve(world, sentences, untold).sift(map(Opened, passages))
        return gather(each for each in pieces if not isinstance(each, Done))

    def hidden(self, words: str) -> str:
        """Return a name or a few words without what may not be told."""
        return self._limits.author.hidden(words)

    def view(self, view: View) -> View:
        """Return the moment in words without what may not be told."""
        return with_hidden(view, self.hidden)

    def told_world(self, world: World) -> World:
        """Return a world as a model is to tell it: with the words that it is not to write."""
        banned = self._limits.banned
        return replace(world, voice=replace(world.voice, avoid=(*world.voice.avoid, *banned))) if banned else world

    def steer(self, text: str, world: World) -> None:
        """Keep what a text is about out of what follows, for as long as the run goes on. Raises SaveError."""
        named = (each for table in (world.places, world.things, world.people) for each in table.values())
        names = {name for each in named for name in (each.name, *each.aliases)}
        self._keep(self._steered.now.away_from(text, self._wishes.lists, spared=names))

    def lift(self) -> bool:
        """Let in again what was steered away from; return whether there was something. Raises SaveError."""
        was_there = self._steered.now != Steering()
        if was_there:
            self._keep(Steering())
        return was_there

    def _keep(self, steering: Steering) -> None:
        self._steered.keep(steering)
        self._limit()

    def _limit(self) -> None:
        self._limits = self._limited()
        self.changed()

    def _limited(self) -> Limits:
        return limits_of(self._wishes, self._steered.now)

    @property
    def _asked(self) -> Wishes:
        """Return the wishes, and what was taken back among the lines."""
        return self._wishes.with_lines(*self._steered.now.topics)


def _nobody_hears() -> None:
    """Do nothing: nobody has to know."""
