"""Where a text that arrives in pieces is cut: as soon as a sentence must have ended, and not before."""

from __future__ import annotations

import pytest

from game.story.gating.cutter import Cutter


def cut(text: str) -> tuple[list[str], str]:
    """Return the sentences that come of a text, and what is left of it."""
    cutter = Cutter()
    return [sentence.strip() for sentence in cutter.add(text)], cutter.rest().strip()


@pytest.mark.parametrize(
    ("text", "sentences", "rest"),
    [
        ("Rain. It", ["Rain."], "It"),
        ("Rain.", [], "Rain."),
        ("Rain. ", [], "Rain."),
        ("Rain.\n\nIt", ["Rain."], "It"),
        ("Rain.\n", ["Rain."], ""),
        ("It is 3.5 fathoms. It", ["It is 3.5 fathoms."], "It"),
        ("Mr. Hask and J. Pell nod. You", ["Mr. Hask and J. Pell nod."], "You"),
        ("She waits… and goes. You", ["She waits… and goes."], "You"),
        ("“Stop!” she says. You", ["“Stop!” she says."], "You"),
        ('She said "No." Then', ['She said "No."'], "Then"),
        ("Who?! You", ["Who?!"], "You"),
    ],
)
def test_english_is_cut_where_what_follows_begins_anew(text: str, sentences: list[str], rest: str) -> None:
    assert cut(text) == (sentences, rest)


@pytest.mark.parametrize(
    ("text", "sentences", "rest"),
    [
        ("雾散了。你", ["雾散了。"], "你"),
        ("雾散了。", [], "雾散了。"),
        ("“谁？”她", ["“谁？”"], "她"),
        ("钟响了！雨停了？天……亮", ["钟响了！", "雨停了？", "天……"], "亮"),
    ],
)
def test_chinese_is_cut_at_its_marks(text: str, sentences: list[str], rest: str) -> None:
    assert cut(text) == (sentences, rest)


def test_a_line_without_an_end_is_cut_by_itself() -> None:
    assert cut("# The Hall\nRain falls. It") == (["# The Hall", "Rain falls."], "It")


@pytest.mark.parametrize("text", ["Rain. It falls… on. “No!” he says.\n\nMr. Hask nods. So", "雾散了。“谁？”你说……雨"])
def test_it_is_cut_alike_however_it_arrives(text: str) -> None:
    cutter = Cutter()
    assert [sentence.strip() for letter in text for sentence in cutter.add(letter)] == cut(text)[0]


def test_nothing_of_the_text_is_lost() -> None:
    cutter = Cutter()
    assert "".join(cutter.add("\n Rain.  It falls.\n\nSo")) + cutter.rest() == "\n Rain.  It falls.\n\nSo"
