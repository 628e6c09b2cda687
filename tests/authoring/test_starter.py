"""A new world's first file."""

from __future__ import annotations

import pytest

from game.authoring.starter import LANGUAGES, check_line, check_name, check_title, starter_world, title_of
from game.errors import SettingsError
from game.loader.diagnostics import Source
from game.loader.load import build_project, parse_world
from tests.kit import play


def text_in(language: str, *, title: str = "Night Mail", author: str = "Ann") -> str:
    return starter_world("night-mail", title=title, author=author, language=language, schema="./s.json")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_world_is_sound(language: str) -> None:
    assert build_project([Source("night-mail.toml", text_in(language))]).report.found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_world_plays_to_its_end(language: str) -> None:
    world = parse_world(text_in(language))
    [path] = world.paths
    state = play(world, *path.choose).state
    assert [each.source for each in path.expect if not each.holds(state)] == []
    assert {state.ending} == set(world.endings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_world_has_something_of_everything(language: str) -> None:
    world = parse_world(text_in(language))
    assert [len(each) for each in (world.places, world.things, world.people, world.scenes, world.quests)] == [
        2,
        1,
        1,
        1,
        1,
    ]
    assert [len(scene.choices) for scene in world.scenes.values()] == [2]
    assert (world.language, text_in(language).splitlines()[0]) == (language, "#:schema ./s.json")


@pytest.mark.parametrize(("language", "words"), [("en", "I will find your whistle"), ("zh", "我去找哨子")])
def test_a_promise_to_somebody_in_a_new_world_is_taken_up_in_free_words(language: str, words: str) -> None:
    world = parse_world(text_in(language))
    [path] = world.paths
    _, *without_the_whistle = path.choose[:4]
    assert play(world, *without_the_whistle, words).state.is_marked("agreed", "promise")


def test_a_world_has_the_name_title_and_author_it_was_given() -> None:
    world = parse_world(text_in("en", title='The "\\Mail@ID@', author="Æ 老"))
    assert (world.id, world.title, world.author) == ("night_mail", 'The "\\Mail@ID@', "Æ 老")


@pytest.mark.parametrize("name", ["", "Inn", "the inn", "../inn", "9lives", "inn.toml", "客栈"])
def test_a_name_that_is_no_files_is_refused(name: str) -> None:
    with pytest.raises(SettingsError, match=r"no name for a world's file; use lower-case letters, as in [a-z]"):
        check_name(name)


def test_a_title_is_made_of_the_name() -> None:
    assert title_of("night-mail_2") == "Night Mail 2"


def test_a_title_is_one_line_that_can_be_seen() -> None:
    assert check_title(" Night\n\x1bMail ") == "Night Mail"
    with pytest.raises(SettingsError, match="title is empty"):
        check_title("\u200b ")
    with pytest.raises(SettingsError, match="author has 81 characters"):
        check_line("a" * 81, of="author")
