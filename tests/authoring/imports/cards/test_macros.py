"""Macros of cards."""

from __future__ import annotations

import pytest

from game.authoring.imports.cards.macros import spell


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("{{char}} and <BOT> and {{CHAR}}", "Mira and Mira and Mira"),
        ("{{user}} knocks. <user> waits.", "You knocks. You waits."),
        ("{{user}} is here, and {{user}} isn't", "You are here, and you aren't"),
        ("{{User}}'s hat, {{user}} has it", "Your hat, you have it"),
        ("“Sit, {{user}}.”", "“Sit.”"),
        ("Ann, {{user}} and Tom", "Ann, you and Tom"),
        ("{{user}}推门。", "你推门。"),
        ("a{{// not shown}}b{{comment: c}}{{hidden_key:d}}", "ab"),
        ("{{random:Rain,Snow}} falls", "Rain falls"),
        (r"{{pick::a\,b,c}}", "a,b"),
        ("{{random:{{char}},x}}", "Mira"),
        ("{{reverse:abc}}", "cba"),
        ("{{roll:d6}} rats", " rats"),
        ("{{original}}", ""),
        ("{one} {{", "{one} {{"),
    ],
)
def test_macros_are_written_out(text: str, spelled: str) -> None:
    assert spell(text, char="Mira").text == spelled


def test_what_an_author_should_see_is_remarked_once() -> None:
    remarks = spell("{{user}} {{user}} {{random:a}} {{roll:6}} {{time}} {{char}} {{// x}}", char="Mira").remarks
    assert [each.partition(" ")[2][:12] for each in remarks] == [
        "is written a",
        "is drawn at ",
        "number that ",
        "has no place",
    ]


def test_many_braces_come_to_an_end() -> None:
    assert spell("{{" * 50_000, char="Mira").text == "{{" * 50_000
    assert "{{" in spell("{{random:" * 20 + "a" + "}}" * 20, char="Mira").text
