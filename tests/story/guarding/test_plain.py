"""Plain sentences of places and people, such as any telling is made of, are let through in Saltmarrow."""

from __future__ import annotations

import pytest

from tests.story.guarding.verdicts import guard_of


@pytest.mark.parametrize(
    ("after", "does", "sentence"),
    [
        ((), "pay the penny", "Wren takes the coin, and it is gone before you have seen where."),
        ((), "pay the penny", "The ferry rocks a little against the steps as she leans over for it."),
        ((), "pay the penny", "Somewhere in the fog a bell buoy clanks."),
        (("pay the penny",), "take lantern", "You lift the lantern down, and its glass is beaded with fog."),
        (("pay the penny",), "take lantern", "It swings from your hand, and the oil in it slops once and settles."),
        (("pay the penny",), "go north", "Inside it is warm and smells of ink."),
        (("pay the penny",), "go north", "Ezra Hask does not look up from his ruler."),
        (("pay the penny",), "go north", "His pen scratches along the page, stops, and scratches on."),
        (("pay the penny",), "go up", "The steps bring you up out of the fog into an empty square."),
        (("pay the penny",), "go up", "A curtain moves in one of the windows."),
        (("pay the penny", "go up"), "go west", "Talk stops when you come in, and starts again a little lower."),
        (("pay the penny", "go up"), "go west", "Behind the bar Jory Pell wipes a pot and holds it to the light."),
        (
            ("pay the penny", "go up"),
            "go west",
            "The smith's best hinge hangs over the bar, and nobody has thanked him.",
        ),
        (("pay the penny", "go up"), "go east", "Heat meets you at the door of the forge."),
        (("pay the penny", "go up"), "go east", "Corm brings the hammer down, and the hinges overhead all answer it."),
    ],
)
def test_in_english(after: tuple[str, ...], does: str, sentence: str) -> None:
    assert guard_of("saltmarrow", "en", after, does).scene(sentence) is None


@pytest.mark.parametrize(
    ("after", "does", "sentence"),
    [
        ((), "付那一便士", "蕾恩接过硬币，一晃就不见了。"),
        ((), "付那一便士", "雾里远远地传来一声汽笛。"),
        (("付那一便士",), "拿防风灯", "你取下灯，玻璃上全是细细的水珠。"),
        (("付那一便士",), "往北", "屋里暖和，有一股墨水味。"),
        (("付那一便士",), "往北", "哈斯克低着头画他的线，笔尖沙沙地响。"),
        (("付那一便士",), "往上", "台阶把你带出雾来，广场上空荡荡的。"),
        (("付那一便士",), "往上", "一扇窗后面，窗帘轻轻动了一下。"),
        (("付那一便士", "往上"), "往西", "乔里擦着一只杯子，举到灯前看了看。"),
        (("付那一便士", "往上"), "往东", "铁锤落下来，梁上的铰链一齐作响。"),
    ],
)
def test_in_chinese(after: tuple[str, ...], does: str, sentence: str) -> None:
    assert guard_of("saltmarrow", "zh", after, does).scene(sentence) is None
