"""Two readers' labels in numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.voice.sheet.labels import Agreement, agreement, disputed, figures_of, read_labels


def test_labels_are_read_by_number(tmp_path: Path) -> None:
    (file := tmp_path / "labels.json").write_text('{"1": true, "12": false}', encoding="utf-8")
    assert read_labels(file) == {1: True, 12: False}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"1": "true"}', '{"one": true}', "[true]"])
def test_what_holds_no_labels_says_what_to_write(tmp_path: Path, text: str) -> None:
    (file := tmp_path / "labels.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"labels\.json holds no labels; write"):
        read_labels(file)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"nosuch\.json cannot be read; name a file of labels\."):
        read_labels(tmp_path / "nosuch.json")


def test_kappa_is_agreement_beyond_chance() -> None:
    # The worked example of two who agree on 35 of 50: 0.7 observed, 0.5 by chance.
    assert Agreement(both=20, first=5, second=10, neither=15).kappa == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("found", "kappa"),
    [
        (Agreement(9, 0, 0, 1), 1.0),
        (Agreement(10, 0, 0, 0), 1.0),
        (Agreement(1, 1, 1, 1), 0.0),
        (Agreement(0, 1, 1, 0), -1.0),
    ],
)
def test_kappa_runs_from_one_to_minus_one(found: Agreement, kappa: float) -> None:
    assert found.kappa == pytest.approx(kappa)


def test_pairs_of_labels_are_counted() -> None:
    first, second = {1: True, 2: True, 3: False, 4: False}, {4: False, 3: True, 2: False, 1: True}
    assert agreement(first, second) == Agreement(1, 1, 1, 1)
    assert list(disputed(first, second)) == [2, 3, 4]


def test_both_must_label_the_same_sentences() -> None:
    with pytest.raises(ValueError, match="Only one of the two labels sentence 2"):
        agreement({1: True, 2: True}, {1: True})


def test_the_true_share_is_that_which_both_call_true() -> None:
    labels = dict.fromkeys(range(100), True)
    figures = {each.figure: each for each in figures_of(labels, {**labels, 1: False, 2: False, 3: False})}
    assert figures["true, says the first reader"].met
    assert (figures["true, say both"].value, figures["true, say both"].met) == (97.0, False)
