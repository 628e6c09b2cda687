"""Which names a phrase mentions."""

from __future__ import annotations

import pytest

from game.story.lexicon import find_kin, find_mention, mentions_form, plain
from game.story.sentences import sentences_for

SMALL = sentences_for("en").particles["small"]
NAMED = [("rod", ["rod and line"]), ("oil", ["oil can"]), ("tin", ["tin can", "tin"]), ("kin", ["her family"])]


@pytest.mark.parametrize(
    ("phrase", "ids"),
    [
        ("line", ("rod",)),
        ("hat and coat", ()),
        ("her", ()),
        ("what did you do to her family", ("kin",)),
        ("can", ("oil", "tin")),
        ("oil can", ("oil",)),
        ("the tin", ("tin",)),
        ("ＯＩＬ　ＣＡＮ", ("oil",)),
        ("", ()),
    ],
)
def test_a_phrase_mentions_what_it_names_best(phrase: str, ids: tuple[str, ...]) -> None:
    assert find_mention(phrase, NAMED, ignoring=SMALL).ids == ids


@pytest.mark.parametrize(("phrase", "kin"), [("who rings", "ringer"), ("were there others", ""), ("ringing water", "")])
def test_kin_share_a_stem_that_is_no_small_word(phrase: str, kin: str) -> None:
    named = [("ringer", ["the ringer"]), ("water", ["the water there"])]
    assert find_kin(phrase, named, ignoring=SMALL) == kin


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("two bishops", "bishop"),
        ("the bishop s ring", "bishop"),
        ("a bishopric", "bishop"),
        ("one bell", "bells"),
        ("ladies of the lake", "lady"),
        ("open the box", "boxes"),
        ("he locked them in", "locked them"),
        ("老主教来了", "主教"),
    ],
)
def test_a_name_is_known_in_any_form(phrase: str, name: str) -> None:
    assert mentions_form(phrase, name)


@pytest.mark.parametrize(
    ("phrase", "name"), [("archbishop", "bishop"), ("a son", "one"), ("onerous", "one"), ("a", "")]
)
def test_another_word_is_no_form_of_it(phrase: str, name: str) -> None:
    assert not mentions_form(phrase, name)


def test_plain_text_has_no_case_no_width_and_no_punctuation() -> None:
    assert plain(" Ｔａｋｅ the—LAMP！１ ") == "take the lamp 1"
