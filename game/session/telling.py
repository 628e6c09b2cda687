"""A turn's tellings: told now or another way, chosen, rewritten by the player; each is stored as it was shown.

Knows nothing of how a turn is played, or of who tells.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import takewhile
from threading import Event

from game.rules.actions import format_action
from game.rules.apply import Outcome
from game.rules.state import State, digest
from game.session.ahead.forecast import Coming
from game.session.ahead.likely import Likely
from game.session.ahead.outlook import Outlook
from game.session.past import Past
from game.session.recalling import PathRecall, index_some, words_of
from game.session.safety import Safety
from game.session.saved import events_of, passages_of
from game.session.standing import Standing
from game.session.turn_events import Told
from game.storage.records import Telling
from game.storage.records import Turn as Saved
from game.story.model import Done
from game.story.narrator import Narrator, Way
from game.story.passages import Grew, Opened, Passage, format_passages, gather
from game.story.recollections import asks_back
from game.story.safety.sieve import Sieve
from game.story.sentences import Sentences
from game.story.turn import PastTurn, Turn, telling_seed

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")

_NEVER_A_MODELS = ("line", "notice", "ending")

BY_PLAYER = "player"
"""The narrator of a telling that the player wrote."""


class Tellings:
    """Tells the turns of one run, and keeps what was told. narrator may be put in another's place.

    outlook holds what is told ahead; who leaves the turn that it looks from otherwise than by tell lets it drop.
    """

    def __init__(
        self, standing: Standing, narrator: Narrator, stop: Event, *, safety: Safety, sentences: Sentences
    ) -> None:
        self.narrator = narrator
        self.sentences = sentences
        self.past = Past(standing.run)
        self.outlook = Outlook()
        self._at = standing
        self._run = standing.run
        self._stop = stop
        self._safety = safety
        self._is_indexed = False
        self._repeats: Counter[int] = Counter()  # tellings of a turn that read as an earlier one of it did

    def tell(self, saved: Saved, before: State, outcome: Outcome, *, way: Way) -> Iterator[Opened | Grew | Told]:
        """Yield a telling of a turn and store it, also when it is stopped or left half way.

        What was told of it ahead is shown at once. One that reads as an earlier one of the turn did is not stored
        again: the earlier one is chosen.
        """
        pieces: list[Opened | Grew] = []
        replies: list[Done] = []
        turn = self._turn(saved, before, outcome, way)
        way = self._way_of(turn, way)
        examiner = self.narrator.model if "scene" in self.narrator.trusted else None
        examine = self._safety.examiner(examiner, self._stop, language=self.sentences.language)
        sieve = self._safety.sieve(self._at.world, self.sentences, lambda: self._instead(turn), examine)
        try:
            for piece in sieve.sift(self._pieces(saved, turn, way)):
                if isinstance(piece, Done):
                    replies.append(piece)
                else:
                    pieces.append(piece)
                    yield piece
        finally:
            self._safety.withheld.update(sieve.withheld)
            sieve.withheld.update(self._safety.count(replies))
            # What nobody saw a word of is told anew when the run is opened again.
            if passages := gather(pieces):
                self._keep(saved, passages, way=way, seed=turn.seed, details=self._details(replies, sieve))
        yield Told(way, tuple(replies))

    def look_ahead(self, likely: Iterable[Likely], stop: Event) -> None:
        """Have turns that may follow the current one told in memory, until stop is set. Raises SaveError."""
        way, here = self.narrator.way, self._run.current().id
        if way == "authored":
            return
        past = self.past.all()
        for each in takewhile(lambda _: not stop.is_set(), likely):
            seed = self._seed(each.before, format_action(each.action), 0)
            words = self._safety.hidden(each.words)
            told = Turn(words, each.before, each.outcome, past, seed, away=self._safety.away)
            if self._way_of(told, way) == way:
                turn = self._reminded(told, here, way)
                self.outlook.look(Coming(here, turn, way), self.narrator, stop)

    def index(self) -> None:
        """Put tellings of before there was an index into it, a few at a time, until all are. Raises SaveError."""
        self._is_indexed = self._is_indexed or not index_some(self._run, self.narrator)

    def shown(self, saved: Saved) -> Iterator[Opened | Grew | Told]:
        """Yield a turn as it was told; what never was is told now, by the author, or an opening by the narrator."""
        telling = self._run.chosen_telling(saved.id)
        if telling:
            yield from map(Opened, self.cleared(passages_of(telling)))
        else:
            yield from self.retell(saved, way="authored" if saved.parent else self.narrator.way)

    def retell(self, saved: Saved, *, way: Way) -> Iterator[Opened | Grew | Told]:
        """Yield another telling of a turn, kept beside the earlier ones and chosen from now on."""
        yield from self.tell(saved, *self._at.replayed(saved), way=way)

    def cleared(self, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """Return passages as they may be shown."""
        return self._safety.cleared(self._at.world, self.sentences, passages)

    def take_back(self, saved: Saved) -> str:
        """Keep nothing of how a turn was told, but its title and what the game notes; return the words that were.

        Raises SaveError.
        """
        told = passages_of(self._run.chosen_telling(saved.id))
        title = next((each.title for each in told if each.title), "")
        notices = [each for each in told if each.kind == "notice"]
        neutral = Passage("telling", self.sentences.say("taken_back"), title=title)
        written = format_passages((neutral, *notices))
        self._run.kept.tell_instead(Telling(saved.id, 0, written, narrator="authored", model="", seed=0))
        self._repeats[saved.id] += 1
        self.past.forget()
        return " ".join(each.text for each in told if each.kind != "notice")

    def choose(self, telling: Telling) -> None:
        """Let the history use a telling from now on. Raises SaveError."""
        self._run.choose(telling)
        self.past.forget()

    def rewrite(self, saved: Saved, text: str) -> None:
        """Keep the player's own telling of a turn and choose it; its paragraphs are parted by empty lines.

        The title stays, and so do notices: they are the game's.
        """
        told = passages_of(self._run.chosen_telling(saved.id))
        title = next((each.title for each in told if each.title), "")
        first, *others = (Passage("telling", each, source="player") for each in paragraphs(text))
        notices = (each for each in told if each.kind == "notice")
        passages = (replace(first, title=title), *others, *notices)
        written = format_passages(passages)
        words = words_of(self.narrator, saved, passages)
        self._run.tell(saved.id, written, narrator=BY_PLAYER, model="", seed=0, words=words)
        self.past.forget()

    def _turn(self, saved: Saved, before: State, outcome: Outcome, way: Way) -> Turn:
        told = len(self._run.tellings(saved.id)) + self._repeats[saved.id]
        seed = self._seed(before, saved.action, told)
        is_needed = way != "authored" or asks_back(outcome.events)
        past = self.past.before(saved.depth) if is_needed else ()
        turn = Turn(saved.words, before, outcome, past, seed, away=self._safety.away)
        return self._reminded(turn, saved.parent, way) if saved.parent else turn

    def _reminded(self, turn: Turn, parent: int, way: Way) -> Turn:
        """Return a turn with what is recalled for it of the path to its parent."""
        return self.narrator.reminded(turn, PathRecall(self._run, parent), way=way)

    def _seed(self, before: State, action: str, told: int) -> int:
        """Return the seed of a turn's next telling, when so many were told."""
        return telling_seed(self._run.meta.seed, digest(before), action, told)

    def _pieces(self, saved: Saved, turn: Turn, way: Way) -> Iterator[Opened | Grew | Done]:
        here = self._at.played_from(saved)
        forecast = self.outlook.take(Coming(here, turn, way)) if here else None
        return forecast.follow(self._stop) if forecast else self.narrator.tell(turn, self._stop, way=way)

    def _way_of(self, turn: Turn, way: Way) -> Way:
        """Return who tells a turn: the author where a model's notes would hold what the player asked not to be told."""
        if way == "authored" or not self._safety.keeps_back:
            return way
        noted = self._instead(turn)
        return "authored" if any(self._safety.withholds(each.passage.text) for each in noted) else way

    def _instead(self, turn: Turn) -> Iterator[Opened]:
        """Yield the author's words for what a model tells of a turn."""
        for piece in self.narrator.tell(turn, self._stop, way="authored"):
            if isinstance(piece, Opened) and piece.passage.kind not in _NEVER_A_MODELS:
                yield piece

    def _details(self, replies: list[Done], sieve: Sieve) -> str:
        """Return how a telling was made: what a model was asked for it, and how often it was withheld, by reason."""
        withheld = [{"withheld": dict(sieve.withheld)}] if sieve.withheld else []
        made = [*self._safety.scrubbed([asdict(each) for each in replies]), *withheld]
        return json.dumps(made) if made else ""

    def _keep(self, saved: Saved, passages: tuple[Passage, ...], *, way: Way, seed: int, details: str) -> None:
        past = PastTurn.of(saved.depth, saved.words, passages, events_of(saved))
        if self._run.is_read_only:
            self.past.add(past)
            return
        written = format_passages(passages)
        if same := next((each for each in self._run.tellings(saved.id) if each.text == written), None):
            self._repeats[saved.id] += 1
            self.choose(same)
            return
        info = self.narrator.model.info if self.narrator.model and way != "authored" else None
        self._run.tell(
            saved.id,
            written,
            narrator=way,
            model=info.digest if info else "",
            seed=seed if info else 0,
            details=details,
            words=words_of(self.narrator, saved, passages),
        )
        self.past.add(past)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, which are parted by empty lines, each on one line."""
    return [" ".join(each.split()) for each in _EMPTY_LINE.split(text) if each.strip()]
