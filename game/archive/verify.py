"""A run played once more by the rules alone: every action of every branch, each from the state saved before it.

Knows nothing of models or screens. A turn that differs does not hide the others, for each is compared by itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from game.archive.mismatches import mismatches
from game.archive.worlds import Worlds
from game.errors import IllegalAction, WorldError
from game.rules.actions import parse_action
from game.rules.apply import RULES_VERSION, Outcome, apply, begin_run
from game.rules.events import format_events
from game.rules.world import World
from game.session.edits import carried_over
from game.session.saved import passages_in, state_in
from game.storage.records import Turn
from game.storage.snapshot import Snapshot

Found = Literal["good", "different", "carried", "unchecked"]

_OTHER_RULES = (
    "It was played by version {theirs} of the rules, and this program has version {ours}: what is saved is whole, "
    "but its turns are not played again."
)
_UNREADABLE = "what the file says of it is not what this program writes"
_HAPPENED = "the state is the same, but not what happened"
_IMPOSSIBLE = "the action is not possible there"
_UNTELLABLE = "telling {number} cannot be read"


@dataclass(frozen=True, slots=True)
class Checked:
    """A turn: its id, its number on its path, its action, and what was found. what says it in pieces of a sentence.

    One before which the world was edited, or that was written anew since, is carried where it differs: how it went over
    is not known.
    """

    turn: int
    number: int
    action: str
    found: Found
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it: turns of each kind, and those that differ, in the order of playing.

    why says what kept turns from being played again, and is empty where nothing did.
    """

    counts: dict[Found, int]
    different: tuple[Checked, ...]
    why: str = ""

    @property
    def turns(self) -> int:
        """Return how many turns there are."""
        return sum(self.counts.values())


def verify(run: Snapshot, worlds: Worlds) -> Verdict:
    """Return what comes of playing a run again. Raises SaveError where the file itself is damaged."""
    run.quick_check()
    checked = [_checked(run, worlds, turn, above) for turn, above in run.turns()]
    counts = Counter(each.found for each in checked)
    unchecked = next((each for each in checked if each.found == "unchecked"), None)
    different = tuple(each for each in checked if each.found == "different")
    return Verdict(dict(counts), different, unchecked.what[0] if unchecked else "")


def _checked(run: Snapshot, worlds: Worlds, turn: Turn, above: str) -> Checked:
    found, what = _played_again(run, worlds, turn, above)
    untellable = _untellable(run, turn)
    if untellable:
        found, what = "different", (*what, *untellable)
    return Checked(turn.id, turn.depth, turn.action, found, what)


def _played_again(run: Snapshot, worlds: Worlds, turn: Turn, above: str) -> tuple[Found, tuple[str, ...]]:
    if run.meta.rules_version != RULES_VERSION:
        return "unchecked", (_OTHER_RULES.format(theirs=run.meta.rules_version, ours=RULES_VERSION),)
    try:
        what = _differences(worlds, run.meta.seed, turn, above)
    except WorldError as error:
        return "unchecked", (str(error),)
    except IllegalAction:
        what = (_IMPOSSIBLE,)
    except (ValueError, LookupError):  # a state can be whole and yet none of this world's
        what = (_UNREADABLE,)
    if not what:
        return "good", ()
    return ("carried" if _is_carried(worlds, turn) else "different"), what


def _is_carried(worlds: Worlds, turn: Turn) -> bool:
    is_edited = turn.parent is not None and worlds.number_of(turn.parent) != worlds.number_of(turn.id)
    return is_edited or worlds.is_rewritten(turn.id)


def _differences(worlds: Worlds, seed: int, turn: Turn, above: str) -> tuple[str, ...]:
    world, saved = worlds.played(turn.id), state_in(turn.state)
    outcome = _outcome(world, seed, turn, above)
    if worlds.is_rewritten(turn.id):
        return tuple(mismatches(carried_over(world, saved), outcome.state))
    found = tuple(mismatches(saved, outcome.state))
    if found or format_events(outcome.events) == turn.events:
        return found
    return (_HAPPENED,)


def _outcome(world: World, seed: int, turn: Turn, above: str) -> Outcome:
    if turn.parent is None:
        return begin_run(world, seed)
    return apply(world, carried_over(world, state_in(above)), parse_action(turn.action))


def _untellable(run: Snapshot, turn: Turn) -> tuple[str, ...]:
    """Return a piece of a sentence for each telling that is whole and yet no telling."""
    return tuple(
        _UNTELLABLE.format(number=each.alternative) for each in run.tellings(turn.id) if not _is_telling(each.text)
    )


def _is_telling(text: str) -> bool:
    try:
        passages_in(text)
    except ValueError:
        return False
    return True
