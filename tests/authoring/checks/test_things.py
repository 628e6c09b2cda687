"""Things that nobody can come by."""

from __future__ import annotations

import pytest

from tests.authoring.checks.found import found, only

WANTED = '\n[[scene]]\nid = "shown"\ntext = "Shown."\nwhen = "has(bell)"\n'
BELL = '[thing.bell]\nname = "bell"\nat = "{}"\nportable = {}\nrefuse = "No."\n'
BOX = (
    '[thing.box]\nname = "box"\nat = "hall"\nportable = false\nrefuse = "No."\n'
    'holds = "in"\nclosed = true\nlocked = true\nkey = "{}"\n'
)


@pytest.mark.parametrize(
    ("bell", "why"),
    [
        (BELL.format("hall", "false"), "it is not portable; let an effect bring it: place(bell) = you"),
        (BELL.format("anna", "true"), "nobody can take it from 'anna'; let an effect bring it: place(bell) = you"),
        (BELL.format("hall", "true") + 'when = "paid and not paid"\n', "its own `when` never holds"),
        (BELL.format("box", "true") + BOX.format("bell"), "it is locked in 'box', which only it would open"),
        (BELL.format("loft", "true") + '[place.loft]\nname = "loft"\nlook = "Hay."\n', "nobody comes to where it is"),
    ],
)
def test_what_is_asked_for_and_never_had_says_why(bell: str, why: str) -> None:
    one = only("W114", bell + WANTED)
    assert (one.at, one.message) == ("bell", "'bell' can never be had, though something asks for it")
    assert why in one.hint


def test_what_is_wanted_by_somebody_is_asked_for() -> None:
    wanted = '[[person.anna.accepts]]\nthing = "table"\n[[person.anna.knows]]'
    assert only("W114", wanted, instead_of="[[person.anna.knows]]").at == "table"


def test_what_is_shut_away_for_good_is_found_though_nothing_asks_for_it() -> None:
    gem = '[thing.gem]\nname = "gem"\nat = "box"\n'
    wire = '[thing.wire]\nname = "wire"\nat = "{}"\n'
    assert found(gem + wire.format("yard") + BOX.format("wire")) == []
    shut = [each for each in found(gem + wire.format("box") + BOX.format("wire")) if each.code == "W114"]
    assert [each.message[:6] for each in shut] == ["'gem' ", "'wire'"]
    assert shut[0].hint == "it is locked in 'box', whose key 'wire' can never be had either"


@pytest.mark.parametrize(
    "more",
    [
        BELL.format("yard", "true") + WANTED,
        BELL.format("you", "false") + WANTED,
        BELL.format("nowhere", "true")
        + WANTED
        + 'do = ["place(lamp) = hall"]\n[[rule]]\nwhen = "paid"\ndo = ["place(bell) = you"]',
        BELL.format("hall", "false"),
    ],
)
def test_what_can_be_had_or_is_not_asked_for_is_passed_over(more: str) -> None:
    assert "W114" not in {each.code for each in found(more)}


def test_what_is_nowhere_for_good_is_said_once() -> None:
    assert [each.code for each in found(BELL.format("nowhere", "true") + WANTED)] == ["W107", "W115"]
    one = only("W107", BELL.format("nowhere", "true"))
    assert one.hint == "say where with 'at', or let an effect bring it: place(bell) = …"
