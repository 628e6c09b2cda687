"""Runs as they were told."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.archive.naming import find_turn
from game.archive.retelling import Block, Story, last_told, retell
from game.errors import SaveError
from game.storage.run import RunFile
from game.storage.snapshot import Snapshot
from game.story.passages import Passage, format_passages
from tests.archive.kit import CHINESE, FILES, HOSTILE, played, rich, worlds_of


def story_of(path: Path, turn: str | None = None) -> Story:
    with Snapshot(path) as run:
        return retell(run, worlds_of(run), find_turn(run, turn))


def test_a_story_is_the_current_path_as_it_was_told(tmp_path: Path) -> None:
    story = story_of(rich(tmp_path))
    assert (story.title, story.name, story.language) == ("The Inn", "inn/anna", "en")
    assert [(turn.number, turn.words) for turn in story.turns] == [
        (0, ""),
        (1, "Pay her"),
        (2, "talk to anna : 钟在哪里？"),
    ]
    assert story.turns[0].blocks[0] == Block("opening", "You are wet through.", "The Inn")
    assert last_told(story, 1) == ("Anna: “We are full.”",)


def test_the_chosen_telling_of_another_branch_is_told_to_its_turn(tmp_path: Path) -> None:
    story = story_of(rich(tmp_path), "before the yard")
    assert [turn.words for turn in story.turns] == ["", "take lamp"]
    assert story.turns[-1].blocks == (Block("result", "You take the brass lamp."),)


def test_a_model_s_telling_is_told_as_it_was(tmp_path: Path) -> None:
    path = played(tmp_path, "take lamp", "/retry", replies=["You come in.", "It is cold to the hand.", "It is warm."])
    assert story_of(path).turns[-1].blocks[-1].text == "It is warm."


def test_what_is_told_is_clean(tmp_path: Path) -> None:
    path = rich(tmp_path)
    with RunFile.open(path) as run:
        run.tell(run.current().id, told(HOSTILE), narrator="", model="", seed=0)
        run.commit("a\x1b[31m\nb", "look", "[]", run.current().state)
    story = story_of(path)
    assert story.turns[-2].blocks[0].text == "<script>alert('x')</script>]52;c;aGk= & *bold* back"
    assert (story.turns[-1].words, story.turns[-1].blocks) == ("a[31m b", ())


def told(text: str) -> str:
    return format_passages([Passage("telling", text)])


def test_a_blank_line_parts_a_passage(tmp_path: Path) -> None:
    path = played(tmp_path)
    with RunFile.open(path) as run:
        run.tell(
            1, format_passages([Passage("place", "One.\n\nTwo,\nthree.", "the hall")]), narrator="", model="", seed=0
        )
    assert story_of(path).turns[0].blocks == (Block("place", "One.", "The hall"), Block("place", "Two,\nthree."))


def test_a_translated_story_speaks_its_language(tmp_path: Path) -> None:
    story = story_of(played(tmp_path, "跟 Anna 说话", files=(*FILES, CHINESE), language="zh"))
    assert (story.title, story.turns[0].blocks[1].heading) == ("客栈", "大厅")
    assert story.turns[1].blocks[0].text == "Anna：“We are full.”"


def test_without_its_world_a_story_has_ids_for_names(tmp_path: Path) -> None:
    story = story_of(played(tmp_path, "talk to anna", files=None))
    assert (story.title, story.turns[1].blocks[0].text) == ("inn", "Anna: “We are full.”")


@pytest.mark.parametrize("text", ["Fog.", "[[]]", '[{"kind":"telling","text":5}]', '[{"kind":"x","text":""}]'])
def test_a_telling_that_is_none_is_a_sentence(tmp_path: Path, text: str) -> None:
    path = played(tmp_path)
    with RunFile.open(path) as run:
        run.tell(1, text, narrator="", model="", seed=0)
    with pytest.raises(SaveError, match="runs verify"):
        story_of(path)
