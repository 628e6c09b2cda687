"""Each row stands in its world, no sentence comes twice, and there is enough of every category."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.story.corpora import language_of, outcome_after, world_in
from tests.story.tellings.corpus import CATEGORIES, TRUE, corpora, rows_of, unseen

FALSE_ROWS = 24
TRUE_ROWS = 16
STATES = 25

each_corpus = pytest.mark.parametrize("path", corpora(), ids=lambda path: path.name)
each_file = pytest.mark.parametrize("path", [*corpora(), *unseen()], ids=lambda path: f"{path.parent.name}-{path.name}")


def test_there_is_one_in_english() -> None:
    assert "en.jsonl" in {path.name for path in corpora()}


@each_file
def test_every_command_is_understood_and_legal(path: Path) -> None:
    for row in rows_of(path):
        outcome_after(row.world, language_of(path), (*row.after, row.does))


@each_file
def test_a_label_is_true_or_what_the_row_is_about(path: Path) -> None:
    for row in rows_of(path):
        assert row.about in CATEGORIES, row
        assert row.label in {TRUE, row.about}, row


@each_corpus
def test_there_are_enough_of_each_category(path: Path) -> None:
    counts = Counter((row.about, row.is_true) for row in rows_of(path))
    for category in CATEGORIES:
        assert counts[category, False] >= FALSE_ROWS, category
        assert counts[category, True] >= TRUE_ROWS, category


@each_corpus
def test_many_states_are_told(path: Path) -> None:
    assert len({(row.world, row.after, row.does) for row in rows_of(path)}) >= STATES


@each_file
def test_no_sentence_comes_twice(path: Path) -> None:
    counts = Counter(" ".join(row.sentence.casefold().split()) for row in rows_of(path))
    assert [sentence for sentence, count in counts.items() if count > 1] == []


@each_file
def test_a_line_has_a_speaker_of_the_world_and_a_scene_none(path: Path) -> None:
    for row in rows_of(path):
        assert row.kind in {"scene", "line"}, row
        assert (row.speaker in world_in(row.world, language_of(path)).people) == (row.kind == "line"), row
        assert bool(row.speaker) == (row.kind == "line"), row
