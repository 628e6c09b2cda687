"""What can be found in a damaged run's file: each row that its seal holds together, whichever way it is come by.

Knows nothing of how rows follow from one another.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field

from game.storage.damaged.pages import Row, Value
from game.storage.failures import Damaged
from game.storage.records import Bookmark, Meta, Pick, Setting, Step, Telling, WorldCopy
from game.storage.seals import parsed_seed, seal
from game.storage.tables.picks import seal_of_here, seal_of_pick
from game.storage.tables.states import is_packed
from game.storage.tables.worlds import unpack_world


@dataclass(slots=True)
class Findings:
    """The rows found, the first of each key. digests are of turns' states, which are text in the first schema.

    States are held together by those digests; picks and here, before the third schema, by nothing: they are what the
    file says.
    """

    meta: Meta | None = None
    turns: dict[int, Step] = field(default_factory=dict)
    digests: dict[int, str] = field(default_factory=dict)
    states: dict[int, bytes | str] = field(default_factory=dict)
    tellings: dict[tuple[int, int], Telling] = field(default_factory=dict)
    ratings: dict[tuple[int, int], int] = field(default_factory=dict)
    picks: dict[int, Pick] = field(default_factory=dict)
    here: int | None = None
    worlds: dict[int, WorldCopy] = field(default_factory=dict)
    bookmarks: dict[str, Bookmark] = field(default_factory=dict)
    settings: dict[str, Setting] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Keep a row of any table of any schema, if it is one that is whole and not known yet."""
        with suppress(Damaged):  # forged, since its seal fits
            self._add_loose(row)
            self._add_of_turn(row)
            self._add_of_run(row)

    def known_turns(self) -> set[int]:
        """Return the ids of all turns that a row speaks of."""
        spoken = {self.here, *(pick.child for pick in self.picks.values()), *(turn for turn, _ in self.tellings)}
        return {*self.turns, *self.states, *self.picks, *(turn for turn in spoken if turn is not None)}

    def count_tellings(self) -> int:
        """Return how many tellings there were, as far as a row speaks of them: those of a turn count from 1."""
        most: dict[int, int] = defaultdict(int)
        chosen = ((pick.turn, pick.alternative or 0) for pick in self.picks.values())
        for turn, number in (*self.tellings, *self.ratings, *chosen):
            most[turn] = max(most[turn], number)
        return sum(most.values())

    def _add_loose(self, row: Row) -> None:
        match row:
            case (int(turn), bytes(packed)) if is_packed(packed):
                self.states.setdefault(turn, packed)
            case (1, int(turn), *found) if found in ([], [seal_of_here(turn)]):
                self.here = turn if self.here is None else self.here
            case (int(turn), int() | None as child, int() | None as alternative, *found):
                if found in ([], [seal_of_pick(turn, child, alternative)]):
                    self.picks.setdefault(turn, Pick(turn, child, alternative))

    def _add_of_turn(self, row: Row) -> None:
        """Keep a turn, with its state in the first schema; a telling, which may have no details; a rating."""
        match row:
            case (
                int(turn),
                int() | None as parent,
                int(depth),
                str(words),
                str(action),
                str(events),
                found,
                digest,
                *state,
            ):
                if found == seal(*row[:6], digest):
                    self.turns.setdefault(turn, Step(turn, parent, depth, words, action, events))
                    self.digests.setdefault(turn, str(digest))
                    self._add_states(turn, state)
            case (int(turn), int(number), str(text), str(narrator), str(model), str(seed), found, *rest):
                details = "".join(each for each in rest if isinstance(each, str))
                if found == seal(*row[:6], *filter(None, [details])) and rest in ([], [details]):
                    told = Telling(turn, number, text, narrator, model, parsed_seed(seed), details)
                    self.tellings.setdefault((turn, number), told)
            case (int(turn), int(number), int(rating), found) if found == seal(turn, number, rating):
                self.ratings.setdefault((turn, number), rating)

    def _add_states(self, turn: int, texts: list[Value]) -> None:
        for text in texts:
            self.states.setdefault(turn, str(text))

    def _add_of_run(self, row: Row) -> None:
        match row:
            case (1, str(world), str(digest), str(seed), int(rules), str(language), str(created), found):
                if found == seal(*row[1:7]):
                    self.meta = self.meta or Meta(world, digest, parsed_seed(seed), rules, language, created)
            case (int(first), str(digest), bytes(packed), found) if found == seal(first, digest, packed.hex()):
                self.worlds.setdefault(first, WorldCopy(first, digest, unpack_world(packed)))
            case (str(name), int(turn), str(note), found) if found == seal(name, turn, note):
                self.bookmarks.setdefault(name, Bookmark(name, turn, note))
            case (str(name), str(value), found) if found == seal(name, value):
                self.settings.setdefault(name, Setting(name, value))
