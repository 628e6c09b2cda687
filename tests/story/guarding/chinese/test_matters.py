"""What a turn was about is spoken of by name, by the last character of a name, or as you."""

from __future__ import annotations

import pytest

from tests.story.guarding.stage import CHINESE, moment_of


@pytest.mark.parametrize("text", ["铁钥匙", "那把匙", "你"])
def test_the_thing_that_was_taken_is_meant(text: str) -> None:
    assert moment_of("往里", "往上", "拿铁钥匙", world=CHINESE).reading.matter.is_meant(text)


def test_a_gate_that_was_tried_is_meant_by_its_kind() -> None:
    matter = moment_of("往北", world=CHINESE).reading.matter
    assert (matter.verb, matter.is_going, matter.is_named("那扇门")) == ("go", True, True)


def test_looking_is_no_deed() -> None:
    matter = moment_of(world=CHINESE).reading.matter
    assert (matter.verb, matter.is_done) == ("", False)


def test_giving_takes_somebody() -> None:
    matter = moment_of("把信给琼", world=CHINESE).reading.matter
    assert matter.is_with_somebody
    assert matter.people == {"joan"}
