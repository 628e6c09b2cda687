"""Examples of several runs, counted."""

from __future__ import annotations

from dataclasses import replace

from game.tune.played.collection import AGAIN, Collection
from game.tune.played.gathering import WITHHELD, Found, LeftOut
from tests.tune.made import PLAYED

OTHER = replace(PLAYED, turn="inn/anna @3", tell="Hail taps.", over=())


def test_examples_and_pairs_are_counted_by_why_they_are_liked() -> None:
    collection = Collection()
    collection.add([Found("rated", PLAYED), LeftOut(WITHHELD), Found("edited", OTHER)])
    assert [collection.count(why) for why in ("rated", "edited", "chosen")] == [(1, 1), (1, 0), (0, 0)]
    assert (collection.turns, collection.jobs(), collection.left_out) == (2, {"ambience": 2}, {WITHHELD: 1})


def test_an_example_of_a_copied_run_counts_once() -> None:
    collection = Collection()
    collection.add([Found("rated", PLAYED)])
    collection.add([Found("chosen", replace(PLAYED, turn="inn/copy @2"))])
    assert (collection.examples, collection.left_out) == ([PLAYED], {AGAIN: 1})
