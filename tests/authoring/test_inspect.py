"""What is said of a world without playing it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.inspect import inspect, inspect_translation
from game.loader.diagnostics import Diagnostic, Source
from game.loader.load import build_project, load_project
from tests.kit import INN

WORLDS = Path(__file__).parents[2] / "worlds"


def remarks(more: str, *, instead_of: str = "") -> list[tuple[str, str]]:
    """Return the code and message of each warning about the inn with something more, or something else, in it."""
    text = INN.replace(instead_of, more) if instead_of else INN + more
    project = build_project([Source("inn.toml", text)])
    assert not project.report.has_errors(), project.report.sorted()
    inspect(project)
    return [(each.code, each.message) for each in project.report.sorted()]


def test_the_inn_is_sound() -> None:
    assert remarks("") == []


@pytest.mark.parametrize(
    ("more", "code", "message"),
    [
        ('[place.attic]\nname="attic"\nlook="Dust."', "W101", "nothing leads to the place 'attic'"),
        ('[[rule]]\nwhen="turn == 9"\ndo=["place(you) = pit"]\n[place.pit]\nname="pit"\nlook="."', "", ""),
        ('[thing.sky]\nname="sky"\nat="hall"\nportable=false', "W105", "'sky' cannot be taken, and does not say why"),
        ('[[scene]]\nid="lost"\nwhen="false"\ntext="x"', "W106", "nothing leads to the scene 'lost'"),
        ('[thing.ghost]\nname="ghost"\nat="nowhere"', "W107", "'ghost' is nowhere, and nothing brings it anywhere"),
        (
            '[person.bert]\nname="Bert"\nat="yard"\nvoice="brisk"\nlook="."',
            "W108",
            "'bert' has nearly the voice of 'anna'",
        ),
        ('[[lore]]\ntext="A bishop sleeps upstairs."', "W110", "betrays what is closed: 'bishop'"),
    ],
)
def test_what_looks_amiss_is_remarked_on(more: str, code: str, message: str) -> None:
    found = remarks(more)
    assert [each for each, _ in found] == ([code] if code else [])
    assert all(message in said for _, said in found)


@pytest.mark.parametrize(
    ("instead_of", "more", "code", "message"),
    [
        ('exits = { up = "hall" }', "", "W102", "no way leads back from 'cellar' to 'hall'"),
        ("coins = 3", "coins = 3\nidle = 1", "W103", "nothing reads the fact 'idle'"),
        ('"coins -= 2", ', "", "W104", "nothing ever changes the fact 'coins'"),
        ('when = "paid", refuse = "The stairs are barred."', 'when = "paid"', "W105", "and does not say why"),
        ('look = "Rain."', f'look = "{"rain " * 800}"', "W111", "this is about 1001 tokens long"),
    ],
)
def test_what_was_taken_away_is_missed(instead_of: str, more: str, code: str, message: str) -> None:
    [(found, said)] = remarks(more, instead_of=instead_of)
    assert found == code
    assert message in said


def test_a_fact_that_a_text_shows_is_read() -> None:
    assert remarks('look = "Rain, {coins} drops."', instead_of='look = "Rain."') == []
    assert ("W103", "nothing reads the fact 'idle'") in remarks("coins = 3\nidle = 1", instead_of="coins = 3")


def untranslated(overlay: str) -> list[Diagnostic]:
    """Return what is said of the inn under a translation."""
    sources = [Source("inn.toml", INN)]
    project = build_project(sources, translation=Source("inn.zh.toml", overlay), language="zh")
    inspect_translation(project, "zh")
    return [each for each in project.report.sorted() if each.code == "W109"]


def test_a_text_left_untranslated_is_remarked_on_where_it_stands() -> None:
    shown = [each.shown for each in untranslated('[place.yard]\nname = "院子"')]
    assert 'name = "the hall"' in shown
    assert 'name = "the yard"' not in shown


def test_a_translation_just_begun_is_told_how_much_it_lacks() -> None:
    found = untranslated("")
    assert len(found) == 13
    [counted] = [each for each in found if each.message.endswith("here is the next")]
    assert re.match(r"\d\d more texts are not translated into 'zh'", counted.message)


@pytest.mark.parametrize("name", ["saltmarrow", "cloak-of-darkness.toml"])
def test_the_worlds_that_ship_are_sound(name: str) -> None:
    project = load_project(WORLDS / name)
    inspect(project)
    assert [each.render() for each in project.report.sorted()] == []
