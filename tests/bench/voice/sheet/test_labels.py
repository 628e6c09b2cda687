"""Two readers' labels in numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import DataError
from tests.bench.voice.sheet.labels import disputed, figures_of, read_labels


def test_labels_are_read_by_number(tmp_path: Path) -> None:
    (file := tmp_path / "labels.json").write_text('{"1": true, "12": false}', encoding="utf-8")
    assert read_labels(file) == {1: True, 12: False}


def test_what_holds_no_labels_says_what_to_write(tmp_path: Path) -> None:
    (file := tmp_path / "labels.json").write_text('{"1": 1}', encoding="utf-8")
    with pytest.raises(DataError, match=r'labels\.json holds no answers .*; write {"1": true, "2": false}\.'):
        read_labels(file)


def test_both_must_label_the_same_sentences() -> None:
    with pytest.raises(DataError, match="Only one of the two readers answers sentence 2"):
        list(figures_of({1: True, 2: True}, {1: True}))


def test_sentences_that_anybody_calls_false_are_listed() -> None:
    first, second = {1: True, 2: True, 3: False, 4: False}, {4: False, 3: True, 2: False, 1: True}
    assert list(disputed(first, second)) == [2, 3, 4]


def test_the_true_share_is_that_which_both_call_true() -> None:
    labels = dict.fromkeys(range(100), True)
    figures = {each.figure: each for each in figures_of(labels, {**labels, 1: False, 2: False, 3: False})}
    assert figures["true, says the first reader"].met
    assert (figures["true, say both"].value, figures["true, say both"].met) == (97.0, False)
    assert (figures["the readers agree"].value, figures["Cohen's kappa"].value) == (97.0, 0.0)
