"""Rows that were found: those of any schema are known by their seals, and those that time has changed are not."""

from __future__ import annotations

import zlib

import pytest

from game.storage.damaged.findings import Findings
from game.storage.damaged.pages import Row
from game.storage.records import Bookmark, Pick, Setting, Step, Telling
from game.storage.seals import seal

TURN = (4, 3, 3, "north", "go north", "[]")
TOLD = (4, 1, "Fog.", "scene", "small", "7")
DIGEST = seal("at quay")


def found(*rows: Row) -> Findings:
    findings = Findings()
    for row in rows:
        findings.add(row)
    return findings


@pytest.mark.parametrize("state", [(), ("at quay",)], ids=["now", "in the first schema"])
def test_a_turn_is_known_with_and_without_its_state(state: tuple[str, ...]) -> None:
    findings = found((*TURN, seal(*TURN, DIGEST), DIGEST, *state))
    assert findings.turns == {4: Step(*TURN)}
    assert findings.states == ({4: "at quay"} if state else {})


def test_what_moves_is_known_with_its_seal_and_without_in_the_first_schemas() -> None:
    for child, here in ((seal("pick", 2, 3, None), seal("here", 5)), (None, None)):
        findings = found((2, 3, None, *filter(None, [child])), (1, 5, *filter(None, [here])))
        assert (findings.picks, findings.here) == ({2: Pick(2, 3, None)}, 5)


def test_a_pick_is_no_rating_and_a_rating_no_pick() -> None:
    findings = found((2, 3, 1, seal("pick", 2, 3, 1)), (4, 1, 1, seal(4, 1, 1)))
    assert (findings.picks, findings.ratings) == ({2: Pick(2, 3, 1)}, {(4, 1): 1})


@pytest.mark.parametrize("details", [(), ("",), ('{"top_p":0.9}',)], ids=["in the first schema", "none", "some"])
def test_a_telling_is_known_with_and_without_details(details: tuple[str, ...]) -> None:
    findings = found((*TOLD, seal(*TOLD, *filter(None, details)), *details))
    assert findings.tellings == {(4, 1): Telling(4, 1, "Fog.", "scene", "small", 7, "".join(details))}


@pytest.mark.parametrize(
    "row",
    [
        (*TOLD, seal(*TOLD), None),
        (*TOLD, seal(*TOLD), "", ""),
        (*TOLD, seal(*TOLD), 7),
        (*TOLD[:5], "seven", seal(*TOLD[:5], "seven")),
        (*TURN, seal(*TURN, DIGEST), "another"),
        (4, 1, 1, seal(4, 1, -1)),
        (2, 3, None, seal("pick", 2, 4, None)),
        (1, 5, seal("here", 6)),
        (1, "a1b2", b"\x00", seal(1, "a1b2", "00")),
        ("way", "model", seal("way", "blend")),
        (),
    ],
)
def test_a_row_that_was_changed_is_not_known(row: Row) -> None:
    assert found(row) == Findings()


def test_the_first_of_a_key_is_kept() -> None:
    rows: tuple[Row, ...] = (
        *((name, value, seal(name, value)) for name, value in (("way", "model"), ("way", "blend"))),
        *(("fog", turn, "", seal("fog", turn, "")) for turn in (2, 3)),
        *((turn, child, None) for turn, child in ((2, 3), (2, 4))),
        *((1, turn) for turn in (5, 6)),
    )
    findings = found(*rows)
    assert findings.settings == {"way": Setting("way", "model")}
    assert findings.bookmarks == {"fog": Bookmark("fog", 2)}
    assert (findings.picks, findings.here) == ({2: Pick(2, 3, None)}, 5)


def test_what_rows_speak_of_is_counted_though_it_is_lost() -> None:
    findings = found((2, 3, 2), (1, 7), (4, b"x"), (*TOLD, seal(*TOLD)))
    assert findings.known_turns() == {2, 3, 4, 7}
    assert findings.count_tellings() == 3


def test_rows_of_the_index_are_no_states() -> None:
    packed = zlib.compress(b"at quay")
    findings = found((1, b"\x78\x9c\x09"), (1, packed), (10, b"\x00\x00\x00\x04\x01\x01\x02\x01\x01\x01\x01"))
    assert findings.states == {1: packed}
    assert findings.known_turns() == {1}
