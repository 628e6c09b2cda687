"""A sentence falls into clauses; what is quoted in it is looked at apart."""

from __future__ import annotations

from game.story.guarding.lexicon import lexicon_of
from game.story.guarding.said import Said

EN, ZH = lexicon_of("en"), lexicon_of("zh")


def _clauses(text: str, language: str) -> list[str]:
    said = Said(text, lexicon_of(language))
    return [said.bare[start:end].strip() for start, end in said.clauses]


def test_a_sentence_falls_into_clauses() -> None:
    assert _clauses("The wheel turns, and Joan looks up while it does.", "en") == [
        "the wheel turns",
        "and joan looks up",
        "while it does.",
    ]


def test_a_phrase_with_where_stays_together() -> None:
    assert _clauses("The key stays where it is.", "en") == ["the key stays where it is."]


def test_chinese_falls_into_clauses_at_its_own_signs() -> None:
    assert _clauses("水轮转着，琼抬起头。", "zh") == ["水轮转着", "琼抬起头"]


def test_what_is_quoted_is_blank_among_the_rest_but_kept() -> None:
    said = Said("“Mind it,” says Joan.", EN)
    assert "mind" not in said.bare
    assert said.quotes == ("Mind it,",)


def test_an_apostrophe_quotes_nothing() -> None:
    assert Said("The miller's door isn't open.", EN).quotes == ()


def test_chinese_quotation_marks_quote() -> None:
    assert Said("门上写着「面粉」。", ZH).quotes == ("面粉",)


def test_a_stretch_is_spelled_as_it_stands() -> None:
    said = Said("Joan’s sack", EN)
    assert said.spelled(0, 6) == "Joan’s"
