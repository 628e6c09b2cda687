"""What says all of a text and nothing else."""

from __future__ import annotations

import pytest

from game.story.rewording.keeping import keeps_all, says_the_same

HOOK = "A lamp hangs on the hook, and a coat hangs on a nail. The door is locked."


@pytest.mark.parametrize(
    "retold",
    [
        "The door is locked. A lamp hangs on the hook, and a coat hangs on a nail.",
        "On a nail hangs a coat, and on the hook a lamp hangs. The door is locked.",
        "The door is locked. On the hook hangs the lamp. On the nail hangs the coat.",
        "The door is locked, and the lamp hangs on the hook, and on the nail the coat hangs.",
    ],
)
def test_clauses_and_phrases_may_change_places(retold: str) -> None:
    assert keeps_all(HOOK, retold, language="en")
    assert not says_the_same(HOOK, retold, language="en")


@pytest.mark.parametrize(
    "retold",
    [
        "The door is locked. A lamp hangs on the hook.",  # a clause is lost
        "The door is locked. A lamp hangs on the hook, and a coat hangs on a nail, and a hat.",  # something is added
        "The door is not locked. A lamp hangs on the hook, and a coat hangs on a nail.",
        "A coat hangs on the hook, and a lamp hangs on a nail. The door is locked.",  # each on the other's
        "The door is locked, and a coat hangs on a nail. A lamp hangs on the hook.",  # half of a sentence with another
        "The door is locked, a coat hangs on a nail, and a lamp hangs on the hook.",
        "And a coat hangs on a nail, and a lamp hangs on the hook. The door is locked.",
        "The nail is locked. A lamp hangs on the hook, and a coat hangs on a door.",
        "The door is locked. A lamp hangs on a hook, and a coat hangs on a nail.",  # a hook, and not the one
        "The door is locked. A lamp on the hook hangs, and hangs a coat a nail on.",
        "",
    ],
)
def test_what_loses_adds_or_mixes_anything_does_not_keep_all(retold: str) -> None:
    assert not keeps_all(HOOK, retold, language="en")


def test_who_does_what_to_whom_stays() -> None:
    assert keeps_all("The cat watches the dog. Rain falls.", "Rain falls. The cat watches the dog.", language="en")
    assert not keeps_all("The cat watches the dog. Rain falls.", "Rain falls. The dog watches the cat.", language="en")


def test_what_points_back_stays_behind_what_it_points_to() -> None:
    text = "A bell hangs by the door. Its rope is new. A cat sleeps."
    assert keeps_all(text, "A cat sleeps. A bell hangs by the door. Its rope is new.", language="en")
    assert not keeps_all(text, "A bell hangs by the door. A cat sleeps. Its rope is new.", language="en")


TRUCKS = "A row of trucks stands on the rails, full of slate. The house is locked."


def test_what_hangs_on_a_sentence_may_stand_before_it() -> None:
    assert keeps_all(TRUCKS, "The house is locked. Full of slate, a row of trucks stands on the rails.", language="en")


@pytest.mark.parametrize(
    "told",
    ["The house is locked, full of slate. A row of trucks", "The house is locked, full of slate, and a row of trucks"],
)
def test_what_hangs_on_a_sentence_hangs_on_no_other(told: str) -> None:
    assert not keeps_all(TRUCKS, f"{told} stands on the rails.", language="en")


def test_what_is_said_of_one_clause_is_not_said_of_another() -> None:
    text = "Shutters are closed on three sides and the gutters run the wrong way, up from the steps."
    up = "Up from the steps, shutters are closed on three sides and the gutters run the wrong way."
    assert not keeps_all(text, up, language="en")
    assert keeps_all(
        text, "The gutters run the wrong way, up from the steps, and on three sides shutters are closed.", language="en"
    )


def test_what_hangs_on_a_last_word_follows_that_word() -> None:
    text = "The window looks over the roofs to the bar, where a lamp burns. A cat sleeps."
    over = "A cat sleeps. Over the roofs to the bar the window looks, where a lamp burns."
    assert not keeps_all(text, over, language="en")
    assert keeps_all(text, "A cat sleeps. " + text.removesuffix(" A cat sleeps."), language="en")


def test_a_pause_may_come_or_go() -> None:
    text = "In the rigging, gulls scream. A rope creaks."
    assert keeps_all(text, "A rope creaks. Gulls scream in the rigging.", language="en")


@pytest.mark.parametrize(
    "text",
    [
        "At the west end, under the arch, a stair climbs into a darker place. A cat sleeps.",
        "By the wall is a row of posts, and outside the wall, on the wrong side of it, one long mound. A cat sleeps.",
    ],
)
def test_a_sentence_with_two_phrases_side_by_side_may_change_places_whole(text: str) -> None:
    assert keeps_all(text, "A cat sleeps. " + text.removesuffix(" A cat sleeps."), language="en")


def test_in_chinese_too() -> None:
    text = "灶屋的墙上挂着一只铜盆。两条毛巾还没有干。"
    assert keeps_all(text, "两条毛巾还没有干。一只铜盆挂在灶屋的墙上。", language="zh")
    for told in ("两条毛巾干了。一只铜盆", "两条毛巾还没有干。两只铜盆"):
        assert not keeps_all(text, f"{told}挂在灶屋的墙上。", language="zh")


@pytest.mark.parametrize("again", [HOOK, HOOK.replace("A lamp", "The lamp"), HOOK.replace(". The", ", and the")])
def test_the_same_order_is_the_same(again: str) -> None:
    assert says_the_same(HOOK, again, language="en")


def test_a_text_of_many_like_clauses_is_looked_through_in_no_time() -> None:
    text = ", ".join("a b" for _ in range(29))
    assert keeps_all(f"{text}.", f"{text}.", language="en")
    assert not keeps_all(f"{text}.", f"{text}, a c.", language="en")
