"""What a world says in its own words: sentences that there are, in a language that there is."""

from __future__ import annotations

import pytest

from game.loader.diagnostics import WorldFaults
from game.loader.load import parse_world
from tests.kit import INN

FRENCH = INN.replace('title = "The Inn"', 'title = "The Inn"\nlanguage = "xx"')


def test_a_sentence_that_is_never_said_is_an_error() -> None:
    with pytest.raises(WorldFaults) as caught:
        parse_world(INN + '[sentences]\nwaitd = "x"\n')
    (found,) = caught.value.errors
    assert (found.code, found.message, found.hint) == ("W012", "there is no sentence 'waitd'", "did you mean 'waited'?")
    assert found.shown[found.column - 1 :].startswith("waitd")


def test_a_language_without_sentences_is_an_error() -> None:
    with pytest.raises(WorldFaults, match="there are no sentences in the language 'xx'") as caught:
        parse_world(FRENCH)
    (found,) = caught.value.errors
    assert (found.code, found.shown, found.column) == ("W003", 'language = "xx"', 13)


def test_a_world_may_bring_the_sentences_of_its_language() -> None:
    assert parse_world(FRENCH + '[sentences]\nwaited = "Le temps passe."\n').language == "xx"
