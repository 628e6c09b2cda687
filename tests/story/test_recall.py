"""What is recalled for a turn: what happened, never what was told, and only what is remembered in no other way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.rules.events import Event, Given, Moved, Revealed, SceneBegan, Taken, Talked
from game.story.passages import Passage
from game.story.prompt import scene_ask
from game.story.recall import RECALL_TOKENS, Recalled, found_by, reminded
from game.story.scene import scene_of
from game.story.sentences import sentences_for
from game.story.turn import Turn
from tests.kit import inn, play, step

WORLD = inn()
EN = sentences_for("en")
BEFORE = play(WORLD, "take lamp").state


class Shelf:
    """A past in which these turns are found, whatever is asked for; it keeps what that was."""

    def __init__(self, *turns: tuple[Event, ...]) -> None:
        self.turns = [Recalled(number, events) for number, events in enumerate(turns)]
        self.asked: tuple[str, ...] = ()
        self.before = 0

    def find(self, words: Sequence[str], *, before: int, most: int) -> list[Recalled]:
        self.asked, self.before = tuple(words), before
        return self.turns[::-1][:most]


def recalled(shelf: Shelf, words: str = "wait", *, since: int = 40, recap: str = "") -> tuple[str, ...]:
    turn = Turn(words, BEFORE, step(WORLD, BEFORE, "wait"), (), 1)
    return reminded(WORLD, EN, turn, shelf, since=since, recap=recap).recalled


def test_what_happened_is_recalled_in_the_order_in_which_it_did() -> None:
    shelf = Shelf((Taken("lamp"), Talked("anna", "")), (Given("lamp", "anna"),))
    assert recalled(shelf) == ("You took the brass lamp. You met Anna.", "You gave Anna the brass lamp.")


def test_it_is_looked_for_by_what_was_said_and_by_who_and_where_it_is() -> None:
    shelf = Shelf()
    recalled(shelf, "ask the landlady about the silver abbey")
    assert shelf.asked == ("landlady", "silver", "abbey", "anna", "hall")
    assert shelf.before == 40


def test_nothing_is_looked_for_while_all_is_remembered() -> None:
    shelf = Shelf((Taken("lamp"),))
    assert recalled(shelf, since=0) == shelf.asked == ()


def test_what_the_recap_says_is_not_said_again() -> None:
    shelf = Shelf((Taken("lamp"), Talked("anna", "")))
    assert recalled(shelf, recap="You met Anna. You went to the yard.") == ("You took the brass lamp.",)


def test_what_happened_time_and_again_is_recalled_once() -> None:
    assert recalled(Shelf((Taken("lamp"),), (Taken("lamp"),))) == ("You took the brass lamp.",)


def test_ways_and_scenes_are_not_recalled() -> None:
    events = (Moved("hall", "yard"), SceneBegan("bill", "Anna holds out a hand."))
    assert recalled(Shelf(events)) == ()
    assert found_by(WORLD, EN, "hall", events, [Passage("telling", "You walk.")]) == ()


def test_no_more_is_recalled_than_there_is_room_for() -> None:
    long = inn(f'[[secret]]\nid = "tale"\ntext = "{"so " * 2 * RECALL_TOKENS}"\nkeys = ["so"]\n')
    turn = Turn("wait", BEFORE, step(long, BEFORE, "wait"), (), 1)
    shelf = Shelf((Taken("lamp"),), (Revealed("tale"),))
    assert reminded(long, EN, turn, shelf, since=9, recap="").recalled == ("You took the brass lamp.",)


def test_at_most_three_turns_are_recalled() -> None:
    shelf = Shelf((Taken("lamp"),), (Given("lamp", "anna"),), (Talked("anna", ""),), (Revealed("guest"),))
    assert len(recalled(shelf)) == 3


def test_a_turn_is_found_by_what_happened_where_and_how_it_was_told() -> None:
    words = found_by(WORLD, EN, "yard", [Taken("ring")], [Passage("telling", "Thunder, far off.")])
    assert {"yard", "ring", "thunder"} <= set(words)
    assert found_by(WORLD, EN, "gone", [Taken("ring")], []) == ("you", "took", "the", "ring")


def test_what_is_recalled_stands_last_in_what_is_true_of_a_turn_alone() -> None:
    scene = scene_of(WORLD, EN, BEFORE)
    asked = scene_ask("wait", ["Time passes."], scene)
    assert "Earlier" not in asked
    with_more = scene_ask("wait", ["Time passes."], replace(scene, earlier=("You met Anna.",)))
    assert with_more == asked.replace("- Time passes.", "- Time passes.\n- Earlier, and over now: You met Anna.")
