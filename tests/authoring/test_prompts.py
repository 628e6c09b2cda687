"""What a model is told in a turn, and which part of the world says it."""

from __future__ import annotations

import pytest

from game.authoring.prompts import Prompted, prompts_after
from game.errors import SettingsError
from game.loader.diagnostics import Source
from game.loader.load import Project, build_project
from tests.kit import INN

LORE = """
[[lore]]
text = "The inn is old."
[[secret]]
id = "gold"
text = "Gold is below."
keys = ["gold"]
when = "has(lamp)"
"""


def project() -> Project:
    return build_project([Source("inn.toml", INN + LORE)])


def line_of(text: str) -> str:
    """Return where a text of the inn stands, as origins say it."""
    return f"inn.toml:{(INN + LORE)[: (INN + LORE).index(text)].count(chr(10)) + 1}"


def jobs(*words: str) -> dict[str, Prompted]:
    return {each.job: each for each in prompts_after(project(), words)}


def test_every_request_of_a_turn_is_shown() -> None:
    assert list(jobs()) == ["the telling of the turn", "a touch of weather and light", "a line of Anna"]
    assert list(jobs("east")) == ["the telling of the turn", "a touch of weather and light"]


def test_a_note_is_in_the_prompt_and_says_where_it_comes_from() -> None:
    told = jobs("pay her", "east")["the telling of the turn"]
    [note] = [each for each in told.origins if each.text == "Rain."]
    assert note.source == f"{line_of('[place.yard]')} 'yard'"
    assert "Rain." in told.messages[-1].text


def test_lore_and_open_secrets_say_where_they_stand() -> None:
    shut, opened = jobs()["the telling of the turn"], jobs("take lamp")["the telling of the turn"]
    assert shut.origins[-1].source == f"{line_of('[[lore]]')} lore 1"
    assert opened.origins[-1].source == line_of('id = "gold"') + " 'gold'"
    assert "Gold" not in "".join(message.text for message in shut.messages)


def test_what_a_person_knows_now_says_where_it_stands() -> None:
    assert jobs()["a line of Anna"].origins == ()
    [known] = jobs("take lamp", "give lamp to anna")["a line of Anna"].origins
    assert known.source == line_of('id = "guest"') + " 'guest'"


def test_words_that_mean_nothing_are_said_to() -> None:
    with pytest.raises(SettingsError, match="“fly”: “fly” means nothing"):
        jobs("fly")


def test_lore_with_keys_is_shown_where_it_is_mentioned() -> None:
    keyed = '[[lore]]\ntext = "It was a bishop\'s once."\nkeys = ["lamp"]\n'
    shown = build_project([Source("inn.toml", INN + keyed)])
    for words, count in (([], 1), (["east"], 0)):
        told = prompts_after(shown, words)[0]
        assert [each.source for each in told.origins].count(f"inn.toml:{INN.count(chr(10)) + 1} lore 1") == count
