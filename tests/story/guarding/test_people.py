"""Nobody acts in a telling who is not here; to be spoken of is another matter."""

from __future__ import annotations

import pytest

from game.story.guarding.people import absent
from tests.story.guarding.stage import CHINESE, ENGLISH, reason_of, why


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "Piet leans on the gate and watches the wheel."),
        (("go in",), "Joan is already there, with her sleeves rolled up."),
        (("go in",), "Behind the stones stands Joan, a sack over her shoulder."),
        ((), "A soldier steps out from behind the wheel."),
        ((), "Bram sits on the rim of the trough."),
        ((), "The soldier who broke the wheel is sitting on the trough."),
        ((), "From the gate comes Piet's whistle."),
        (("go in",), "A tall lady in the shadow of the stones."),
        ((), "A row of soldiers, they're all asleep."),
        ((), "Somebody's child kneels by the trough with a hand in the water."),
        ((), "Simon Webb himself steps out from behind the wheel."),
    ],
)
def test_an_english_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(absent, sentence, *commands, world=ENGLISH) == "absent"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (("talk to joan",), "There's Piet behind you now, wet to the knees."),
        (("talk to joan",), "Mind Piet's elbows, he's right behind you with the oars."),
    ],
)
def test_an_english_line_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(absent, sentence, *commands, world=ENGLISH, speaker="joan") == "absent"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "Piet's ferry is a mile from here, on the other side of the hedges."),
        ((), "There is no ferryman in the yard."),
        ((), "Nobody stands by the wheel but Joan."),
        ((), "Joan looks up from her sack."),
        ((), "A woman is mending a sack by the wheel."),
        ((), "By all accounts Piet is waiting at the river."),
        ((), "A mason has cut a date over the door."),
        ((), "Over the door is a painted woman with a sheaf."),
        ((), "The lamp has been left burning, as a man leaves it who means to come back."),
        ((), "Of the eleven soldiers who drank at the trough not one has come again."),
        ((), "Over the trough the month of March is chalked, and crossed out."),
    ],
)
def test_an_english_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=ENGLISH)


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "皮特靠在门上，看着水轮。"),
        (("往里",), "琼正坐在磨石边上，袖子卷得老高。"),
        ((), "一个士兵从水轮后面走了出来。"),
    ],
)
def test_a_chinese_sentence_that_is_held_back(commands: tuple[str, ...], sentence: str) -> None:
    assert reason_of(absent, sentence, *commands, world=CHINESE) == "absent"


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        ((), "皮特的船在一里开外。"),
        ((), "院子里没有船夫。"),
        ((), "琼抬眼看了看水轮。"),
    ],
)
def test_a_chinese_sentence_that_is_let_through(commands: tuple[str, ...], sentence: str) -> None:
    assert not why(sentence, *commands, world=CHINESE)
